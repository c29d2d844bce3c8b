import { fail, ok, type Result } from '#domain/basics/result.ts'
import { importBounds } from '#domain/importing/bounds.ts'
import type { TableFault } from '#domain/importing/table.ts'

/**
 * Measures what a ZIP archive (APPNOTE.TXT 6.3.10) inflates to before a reader of workbooks may open it: each part is
 * inflated and its bytes are counted, because the size that an archive declares may be a lie. Nothing is kept.
 */

const endMark = 0x06054b50
const entryMark = 0x02014b50
const localMark = 0x04034b50
const locatorMark = 0x07064b50
/** What stands for a value in the records of ZIP64 (4.4.1.4). */
const mostParts = 0xffff
const largest = 0xffffffff

interface Entry {
  packed: number
  declared: number
  method: number
  sealed: boolean
  /** Where its local header begins. */
  at: number
}

const viewOf = (bytes: Uint8Array<ArrayBuffer>): DataView =>
  new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

/**
 * True if the end record leaves something to ZIP64: a second directory, which a reader would open and nobody has measured. No
 * workbook of 2 MB needs one.
 */
const isLarge = (view: DataView, end: number): boolean =>
  (end >= 20 && view.getUint32(end - 20, true) === locatorMark) ||
  [8, 10].some((field) => view.getUint16(end + field, true) === mostParts) ||
  [12, 16].some((field) => view.getUint32(end + field, true) === largest)

/** The entries of the central directory; null if it is none, or of the kind for more than 4 GB. */
const entriesOf = (view: DataView): Entry[] | null => {
  const earliest = Math.max(0, view.byteLength - 22 - 0xffff)
  let end = view.byteLength - 22
  while (end >= earliest && view.getUint32(end, true) !== endMark) end -= 1
  if (end < earliest) return null
  if (isLarge(view, end)) return null
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  const entries: Entry[] = []
  for (let index = 0; index < count && index <= importBounds.parts; index += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== entryMark) return null
    const entry = {
      packed: view.getUint32(at + 20, true),
      declared: view.getUint32(at + 24, true),
      method: view.getUint16(at + 10, true),
      sealed: (view.getUint16(at + 8, true) & 1) === 1,
      at: view.getUint32(at + 42, true),
    }
    if ([entry.packed, entry.declared, entry.at].some((value) => value === largest)) return null
    entries.push(entry)
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

/** Bytes of an entry once it is inflated, counted up to `most`; more than `most` if there are more. */
const inflatedSize = async (packed: Uint8Array<ArrayBuffer>, most: number): Promise<number> => {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'))
  const reader = stream.getReader()
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return size
    size += value.length
    if (size > most) {
      await reader.cancel()
      return size
    }
  }
}

/** Checks an archive. */
export const checkArchive = async (bytes: Uint8Array<ArrayBuffer>): Promise<Result<null, TableFault>> => {
  const view = viewOf(bytes)
  const entries = bytes.length < 22 ? null : entriesOf(view)
  if (!entries || entries.length === 0) return fail('unreadable')
  if (entries.length > importBounds.parts) return fail('inflates')
  if (entries.some(({ sealed }) => sealed)) return fail('locked')
  if (entries.reduce((sum, { declared }) => sum + declared, 0) > importBounds.inflated)
    return fail('inflates')
  let left: number = importBounds.inflated
  for (const { at, packed, method } of entries) {
    if (at + 30 > bytes.length || view.getUint32(at, true) !== localMark) return fail('unreadable')
    const from = at + 30 + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
    const part = bytes.subarray(from, from + packed)
    if (part.length !== packed || (method !== 0 && method !== 8)) return fail('unreadable')
    try {
      left -= method === 0 ? packed : await inflatedSize(part, left)
    } catch {
      return fail('unreadable')
    }
    if (left < 0) return fail('inflates')
  }
  return ok(null)
}
