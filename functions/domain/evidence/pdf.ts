import { type Bytes, latin, placeOf, refuse, standsAt } from './bytes.ts'
import { inflate } from './inflate.ts'
import { blankObject, blankPhotograph } from './pdf-blank.ts'
import { checkNames } from './pdf-names.ts'

/** PDF (ISO 32000-1), read as bytes: nothing is drawn, and no table of contents is believed. */

/** What all object streams of a file may become together; ordinary files stay below a megabyte. */
const mostInflated = 32 * 1024 * 1024
const mostStreams = 50_000
/** How far before its stream a dictionary may begin. */
const longestDictionary = 16_384
/** The end record of a ZIP archive, with the longest comment, stands within this many bytes of the end. */
const zipTail = 66_000

const deflated = /\/Filter\s*\[?\s*\/(?:FlateDecode|Fl)\s*\]?\s*(?:\/(?!Filter)|>>)/
const photograph = /\/Filter\s*\[?\s*\/(?:DCTDecode|DCT)\b/
/** An empty zlib stream, which takes the place of deflated data. */
const nothing = Uint8Array.of(0x78, 0x9c, 3, 0, 0, 0, 0, 1)

const lastPlaceOf = (bytes: Bytes, text: string, from: number, floor: number): number => {
  for (let at = from; at >= floor; at -= 1) if (standsAt(bytes, at, text)) return at
  return -1
}

/** Where the data of a stream begin whose keyword stands at `at`; null if it is no such keyword. */
const dataFrom = (bytes: Bytes, at: number): number | null => {
  if (standsAt(bytes, at - 3, 'end')) return null
  if (bytes[at + 6] === 0x0a) return at + 7
  if (bytes[at + 6] === 0x0d) return at + (bytes[at + 7] === 0x0a ? 8 : 7)
  return null
}

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
  let left = mostInflated
  const plain = (from: number, to: number) => {
    const part = bytes.subarray(from, to)
    checkNames(part)
    for (let at = placeOf(part, '/Info', 0); at >= 0; at = placeOf(part, '/Info', at + 5)) {
      const number = /^\/Info\s+(\d+)\s+\d+\s+R/.exec(latin(part, at, 40))?.[1]
      if (number) informed.add(number)
    }
  }
  const readStream = (dictionary: string, data: Bytes) => {
    const isDeflated = deflated.test(dictionary) && !/\/(?:DecodeParms|DP)/.test(dictionary)
    // Escaped names could hide that it is a stream of objects.
    const unescaped = dictionary.replace(/\([^)]*\)/g, '')
    if (unescaped.includes('#') && /First|ObjStm/.test(unescaped.replace(/#../g, ''))) refuse('odd')
    if (/\/(?:ObjStm|First)\b/.test(dictionary)) {
      if (!isDeflated && /\/Filter/.test(dictionary)) refuse('odd')
      const objects = isDeflated ? inflate(data.subarray(2), left) : data
      left -= objects.length
      checkNames(objects)
    } else if (signed) return
    else if (/\/Metadata\b/.test(dictionary) && /\/XML\b/.test(dictionary))
      blankDescription(data, /\/Filter/.test(dictionary))
    else if (photograph.test(dictionary) && data[0] === 0xff && data[1] === 0xd8) blankPhotograph(data)
  }
  let from = 0
  let streams = 0
  for (let at = placeOf(bytes, 'stream', 0); at >= 0; at = placeOf(bytes, 'stream', at)) {
    const start = dataFrom(bytes, at)
    if (start === null) {
      at += 6
      continue
    }
    streams += 1
    if (streams > mostStreams) refuse('swollen')
    plain(from, at)
    const head = lastPlaceOf(bytes, 'obj', at, Math.max(from, at - longestDictionary))
    const stop = placeOf(bytes, 'endstream', start)
    if (head < 0 || stop < 0) refuse('broken')
    readStream(latin(bytes, head + 3, at - head - 3), bytes.subarray(start, stop))
    from = stop + 9
    at = from
  }
  plain(from, bytes.length)
  if (!signed) for (const number of informed) blankObject(bytes, number)
  return [bytes]
}
