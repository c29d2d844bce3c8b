import { type Bytes, latin, placeOf, refuse, standsAt } from './bytes.ts'
import { inflate, type Work } from './inflate.ts'
import { blankObject, blankPhotograph } from './pdf-blank.ts'
import { checkNames } from './pdf-names.ts'
import { isDeflated, objectsOf, type PdfObject } from './pdf-objects.ts'

/** PDF (ISO 32000-1), read as bytes: nothing is drawn, and no table of contents is believed. */

/** What all object streams of a file may become together; ordinary files stay below a megabyte. */
const mostInflated = 32 * 1024 * 1024
const mostStreams = 50_000
/** Work that a small file may take beyond what its length allows; a millisecond is about a million. */
const mostWork = 4_000_000
/** Information dictionaries, one for each revision; each costs three passes over the file. */
const mostInformed = 20
/** The end record of a ZIP archive, with the longest comment, stands within this many bytes of the end. */
const zipTail = 66_000

const photograph = /\/Filter ?\[? ?\/(?:DCTDecode|DCT)\b/
const longestDictionary = 16_384
/** An empty zlib stream, which takes the place of deflated data. */
const nothing = Uint8Array.of(0x78, 0x9c, 3, 0, 0, 0, 0, 1)

const checkEnd = (bytes: Bytes): void => {
  let end = bytes.length
  while (end > 0 && (bytes[end - 1] ?? 0) <= 0x20) end -= 1
  if (placeOf(bytes, 'PK\x05\x06', Math.max(0, bytes.length - zipTail)) >= 0) refuse('tail')
  if (!standsAt(bytes, end - 5, '%%EOF')) refuse('broken')
}

/** Empties a description of the document (XMP), with the program and the person who made it. */
const blankDescription = (data: Bytes, isDeflated: boolean): void => {
  data.fill(0x20)
  if (isDeflated && data.length >= nothing.length) data.set(nothing)
}

/** The objects that are packed in a stream; refuses what is no zlib stream (RFC 1950), which readers would guess at. */
const unpacked = (data: Bytes, work: Work, most: number): Bytes => {
  const [method = 0, flags = 0] = data
  const isZlib = (method & 15) === 8 && (method * 256 + flags) % 31 === 0 && (flags & 0x20) === 0
  return isZlib ? inflate(data.subarray(2), work, most) : refuse('broken')
}

/**
 * Refuses a file with programs, actions, other files or a lock, in object streams too, and blanks in place what it says
 * of its maker: descriptions, the texts of the information dictionary, Exif of photographs. A signed file stays as it is.
 * What stands in object streams or in earlier revisions is not blanked, so a PDF is never promised to be cleaned.
 * @returns the changed bytes as one part
 */
export const cleanPdf = (bytes: Bytes): Bytes[] => {
  checkEnd(bytes)
  checkNames(bytes, true)
  const signed = placeOf(bytes, '/ByteRange', 0) >= 0
  const informed = new Set<string>()
  const work = { left: mostWork }
  let left = mostInflated
  const plain = (from: number, to: number) => {
    const part = bytes.subarray(from, to)
    checkNames(part)
    for (let at = placeOf(part, '/Info', 0); at >= 0; at = placeOf(part, '/Info', at + 5)) {
      const number = /^\/Info\s+(\d+)\s+\d+\s+R/.exec(latin(part, at, 40))?.[1]
      if (number) informed.add(number)
      if (informed.size > mostInformed) refuse('swollen')
    }
  }
  const blankStream = ({ from, to }: PdfObject, data: Bytes) => {
    const dictionary = latin(bytes, from, Math.min(to - from, longestDictionary)).replace(/\s+/g, ' ')
    if (/\/Metadata\b/.test(dictionary) && /\/XML\b/.test(dictionary))
      blankDescription(data, /\/Filter/.test(dictionary))
    else if (photograph.test(dictionary) && data[0] === 0xff && data[1] === 0xd8) blankPhotograph(data)
  }
  let from = 0
  let streams = 0
  for (const object of objectsOf(bytes)) {
    if (!object.stream) continue
    const { start, stop } = object.stream
    streams += 1
    if (streams > mostStreams) refuse('swollen')
    plain(from, start)
    from = stop
    const data = bytes.subarray(start, stop)
    if (object.isPacked) {
      const objects = isDeflated(bytes, object) ? unpacked(data, work, left) : data
      left -= objects.length
      checkNames(objects)
    } else if (!signed) blankStream(object, data)
  }
  plain(from, bytes.length)
  if (!signed) for (const number of informed) blankObject(bytes, number)
  return [bytes]
}
