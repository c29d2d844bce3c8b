import type { Context } from 'hono'
import { doneLife } from '#domain/basics/bounds.ts'
import { ownedCookie } from '#http/sealed-cookie.ts'
import type { Ports } from '#ports'

/** Field that names the case of a new code, because another tab may have opened another case since. */
export const ownCodeField = 'slot'

/** What names a case in its field and cookie; it opens nothing. */
export const ownCodeSlot = (codeHash: string): string => codeHash.slice(0, 8)

/** The cookie that shows the new code of a case again in the browser that asked for it, until it is noted. */
export const ownCodeCookie = (ports: Pick<Ports, 'keys' | 'clock'>, codeHash: string) => {
  const cookie = ownedCookie<{ code: string }>(ports, 'code-cookie', doneLife, ownCodeSlot(codeHash))
  return {
    read: (c: Context) => cookie.read(c, codeHash),
    write: (c: Context, code: string) => cookie.write(c, codeHash, { code }),
    clear: cookie.clear,
  }
}
