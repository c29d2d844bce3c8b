import type { Context } from 'hono'
import { units } from '#domain/basics/bounds.ts'
import { fileKinds } from '#domain/evidence/kinds.ts'
import type { CaseFile } from '#domain/history/case-files.ts'
import { isGiven } from './own-policy.ts'
import { problem } from './problem.ts'

/** A range of bytes, the last not included; null if it cannot be given. */
type Range = { from: number; to: number } | null

/**
 * Reads a `Range` header of one range (RFC 9110, 14.2).
 * @returns undefined if all is wanted: without one, or with one that is not understood
 */
const readRange = (header: string, size: number): Range | undefined => {
  const [, first = '', last = ''] = /^bytes=(\d{0,12})-(\d{0,12})$/.exec(header.slice(0, units.header)) ?? []
  if (first === '' && last === '') return undefined
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const to = first === '' || last === '' ? size : Math.min(size, Number(last) + 1)
  return from < to ? { from, to } : null
}

/** The name under which a file is saved: nothing of the case, and no characters that headers lack. */
const nameOf = ({ kind, id }: CaseFile): string => `evidence-${id.slice(0, 6)}.${fileKinds[kind].extension}`

/**
 * Answers with a file of a case, or a part of it, under a policy of its own. A PDF is always saved, never shown.
 * @param open gives the bytes of a range
 * @returns null if its bytes are not kept any more
 */
export const sendFile = async (
  c: Context,
  file: CaseFile,
  open: (from: number, to: number) => Promise<ReadableStream<Uint8Array> | null>,
): Promise<Response | null> => {
  const { size, kind } = file
  c.header('cache-control', 'no-store')
  const range = readRange(c.req.header('range') ?? '', size)
  if (range === null) {
    c.header('content-range', `bytes */${size}`)
    return problem(c, { status: 416, title: '没有这一段' })
  }
  const { from, to } = range ?? { from: 0, to: size }
  // The framework answers HEAD with the headers of GET: nothing is opened that nobody would read.
  const head = c.req.method === 'HEAD'
  const bytes = head ? null : await open(from, to)
  if (!bytes && !head) return null
  isGiven(c)
  c.header('accept-ranges', 'bytes')
  const { type, group } = fileKinds[kind]
  if (range) c.header('content-range', `bytes ${from}-${to - 1}/${size}`)
  c.header('content-type', type)
  c.header('content-length', String(to - from))
  c.header(
    'content-disposition',
    `${group === 'document' ? 'attachment' : 'inline'}; filename="${nameOf(file)}"`,
  )
  c.header('cross-origin-resource-policy', 'same-origin')
  const status = range ? 206 : 200
  return bytes ? c.body(bytes, status) : c.body(null, status)
}
