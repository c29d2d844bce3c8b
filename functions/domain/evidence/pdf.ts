import { type Bytes, latin, placeOf, refuse, standsAt } from './bytes.ts'
import { inflate } from './inflate.ts'
import { blankObject, blankPhotograph } from './pdf-blank.ts'
import { checkNames } from './pdf-names.ts'

/** PDF (ISO 32000-1), read as bytes: nothing is drawn, and no table of contents is believed. */

/** What all object streams of a file may become together; ordinary files stay below a megabyte. */
const mostInflated = 32 * 1024 * 1024
const mostStreams = 50_000
/** Information dictionaries, one for each revision; each costs three passes over the file. */
const mostInformed = 20
/** How far before its stream a dictionary may begin. */
const longestDictionary = 16_384
/** The end record of a ZIP archive, with the longest comment, stands within this many bytes of the end. */
const zipTail = 66_000

// For a dictionary with single blanks only: two runs of any blanks beside each other would take quadratic time.
const deflated = /\/Filter ?\[? ?\/(?:FlateDecode|Fl) ?\]? ?(?:\/(?!Filter)|>>)/
const photograph = /\/Filter ?\[? ?\/(?:DCTDecode|DCT)\b/
/** An empty zlib stream, which takes the place of deflated data. */
const nothing = Uint8Array.of(0x78, 0x9c, 3, 0, 0, 0, 0, 1)

/** A dictionary with its escaped characters written out. */
const unescaped = (dictionary: string): string =>
  dictionary.replace(/#([0-9a-fA-F]{2})/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )

const lastPlaceOf = (bytes: Bytes, text: string, from: number, floor: number): number => {
  for (let at = from; at >= floor; at -= 1) if (standsAt(bytes, at, text)) return at
  return -1
}

/** Where the data of a stream begin whose keyword stands at `at`; null if it is no such keyword. */
const dataFrom = (bytes: Bytes, at: number): number | null => {
  if (standsAt(bytes, at - 3, 'end')) return null
  if (bytes[at + 6] === 0x0a) return at + 7
  if (bytes[at + 6] === 0x0d) return at + (bytes[at + 7] === 0x0a ? 8 : 7)
  // Readers accept blanks before the end of the line, and would unpack what is not looked at here.
  let blank = at + 6
  while (bytes[blank] === 0x20 || bytes[blank] === 0x09) blank += 1
  if (blank > at + 6 && (bytes[blank] === 0x0a || bytes[blank] === 0x0d)) refuse('odd')
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
      if (informed.size > mostInformed) refuse('swollen')
    }
  }
  const readStream = (dictionary: string, data: Bytes) => {
    const isDeflated = deflated.test(dictionary) && !/\/(?:DecodeParms|DP)/.test(dictionary)
    // Escaped names could hide that it is a stream of objects, and a second filter how it is packed.
    const plainNames = unescaped(dictionary)
    if (plainNames !== dictionary && /First|ObjStm/.test(plainNames)) refuse('odd')
    if (/ObjStm|First/.test(dictionary) && dictionary.split('/Filter').length > 2) refuse('odd')
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
    const dictionary = latin(bytes, head + 3, at - head - 3).replace(/\s+/g, ' ')
    // An `obj` in a string or a comment could stand in front of the rest of the dictionary.
    const before = unescaped(
      latin(bytes, Math.max(from, at - longestDictionary), Math.min(at - from, longestDictionary)),
    )
    if (before.includes('/ObjStm') && !dictionary.includes('/ObjStm')) refuse('odd')
    readStream(dictionary, bytes.subarray(start, stop))
    from = stop + 9
    at = from
  }
  plain(from, bytes.length)
  if (!signed) for (const number of informed) blankObject(bytes, number)
  return [bytes]
}
