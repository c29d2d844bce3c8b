import type { Context } from 'hono'
import type { Day } from '#domain/basics/time.ts'
import { unit } from '#domain/places/areas.ts'
import { memberOf } from '../ports.ts'

/** A file of the ledger, saved under the name of unit and day; older browsers get a name in ASCII. */
export const sendLedger = (
  c: Context,
  body: ReadableStream<Uint8Array> | Uint8Array<ArrayBuffer>,
  { type, extension, today, what = '台账' }: { type: string; extension: string; today: Day; what?: string },
): Response => {
  const name = encodeURIComponent(`${what}-${unit(memberOf(c).unit).name}-${today}.${extension}`)
  c.header('cache-control', 'no-store')
  c.header('content-type', type)
  c.header(
    'content-disposition',
    `attachment; filename="ledger-${today}.${extension}"; filename*=UTF-8''${name}`,
  )
  return c.body(body)
}
