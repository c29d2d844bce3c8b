import { type Bytes, byteAt, numbers, placeOf, refuse } from './bytes.ts'

/** Blanking in place inside a PDF, whose table of contents counts bytes: lengths never change. */

const space = 0x20
const backslash = 0x5c
const [open, close, less, greater] = [0x28, 0x29, 0x3c, 0x3e]

/** The end of a text in round brackets that begins at `from`; its characters become spaces. */
const blankText = (bytes: Bytes, from: number, to: number): number => {
  let depth = 1
  for (let at = from + 1; at < to; at += 1) {
    const byte = bytes[at]
    if (byte === open) depth += 1
    if (byte === close) depth -= 1
    if (depth === 0) return at
    bytes[at] = space
    if (byte === backslash && at + 1 < to) {
      at += 1
      bytes[at] = space
    }
  }
  return to
}

const blankHex = (bytes: Bytes, from: number, to: number): number => {
  let at = from + 1
  for (; at < to && bytes[at] !== greater; at += 1) bytes[at] = 0x30
  return at
}

const blankTexts = (bytes: Bytes, from: number, to: number): void => {
  for (let at = from; at < to; at += 1) {
    if (bytes[at] === open) at = blankText(bytes, at, to)
    else if (bytes[at] === less && bytes[at + 1] === less) at += 1
    else if (bytes[at] === less) at = blankHex(bytes, at, to)
  }
}

/** Blanks the texts of an object by its number wherever it stands outside object streams: title, author, program, time. */
export const blankObject = (bytes: Bytes, number: string): void => {
  for (const before of ['\n', '\r', ' ']) {
    const head = `${before}${number} 0 obj`
    for (let at = placeOf(bytes, head, 0); at >= 0; ) {
      const end = placeOf(bytes, 'endobj', at)
      if (end < 0) refuse('broken')
      blankTexts(bytes, at + head.length, end)
      at = placeOf(bytes, head, end)
    }
  }
}

const exif = [0xe1, 0xef] as const
const stays = new Set([0xe2, 0xee])

/** Zeroes what a photograph inside a PDF says besides its picture: the data of Exif and comments (as jpeg.ts drops it). */
export const blankPhotograph = (bytes: Bytes): void => {
  for (let at = 2; at + 4 < bytes.length && bytes[at] === 0xff && bytes[at + 1] !== 0xda; ) {
    const code = byteAt(bytes, at + 1)
    const end = Math.min(at + 2 + numbers(bytes).getUint16(at + 2), bytes.length)
    if (end < at + 4) return
    if (code === 0xfe || (code >= exif[0] && code <= exif[1] && !stays.has(code))) bytes.fill(0, at + 4, end)
    at = end
  }
}
