import { type Bytes, byteAt, latin, refuse } from './bytes.ts'

/** MP3 (ISO/IEC 11172-3, 13818-3, layer III): frames one after the other, with tags before and behind. */

const rates = [
  [44_100, 48_000, 32_000],
  [22_050, 24_000, 16_000],
  [11_025, 12_000, 8_000],
]
/** Kilobits a second by their index, of MPEG 1 and of the half rates. */
const kilobits = [
  [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
]
const fewestFrames = 3
/** Empty bytes between the tag and the first frame. */
const mostPadding = 4096

/** The length of the frame at a place; null if there is none. */
const frameAt = (bytes: Bytes, at: number): number | null => {
  if (at + 4 > bytes.length || bytes[at] !== 0xff || (byteAt(bytes, at + 1) & 0xe6) !== 0xe2) return null
  const version = (byteAt(bytes, at + 1) >> 3) & 3
  const settings = byteAt(bytes, at + 2)
  const half = version !== 3
  const rate = rates[half ? (version === 2 ? 1 : 2) : 0]?.[(settings >> 2) & 3]
  const bits = kilobits[half ? 1 : 0]?.[settings >> 4]
  if (version === 1 || !rate || !bits) return null
  const length = Math.floor(((half ? 72 : 144) * bits * 1000) / rate) + ((settings >> 1) & 1)
  return at + length > bytes.length ? null : length
}

/** The end of the ID3v2 tags and of the padding behind them. */
const afterTags = (bytes: Bytes): number => {
  let at = 0
  while (latin(bytes, at, 3) === 'ID3') {
    const length = [6, 7, 8, 9].reduce((sum, place) => (sum << 7) | (byteAt(bytes, at + place) & 0x7f), 0)
    at += 10 + length + (byteAt(bytes, at + 5) & 0x10 ? 10 : 0)
  }
  const until = at + mostPadding
  while (bytes[at] === 0 && at < until) at += 1
  return at
}

/** A first frame without sound may hold a seek table, which stays, and the name of the encoder behind it, which goes. */
const blankEncoder = (bytes: Bytes, from: number, length: number): void => {
  const found = latin(bytes, from, Math.min(length, 64)).search(/Xing|Info/)
  if (found < 0) return
  const flags = byteAt(bytes, from + found + 7)
  const fields = [4, 4, 100, 4].reduce((sum, size, bit) => sum + (flags & (1 << bit) ? size : 0), 0)
  const start = from + found + 8 + fields
  if (start < from + length) bytes.fill(0, start, from + length)
}

/**
 * Keeps the frames of sound. Dropped: tags with names, cover and place before and behind them.
 * @returns the parts of the cleaned sound
 */
export const cleanMp3 = (bytes: Bytes): Bytes[] => {
  const from = afterTags(bytes)
  let frames = 0
  let at = from
  for (let length = frameAt(bytes, at); length !== null; length = frameAt(bytes, at)) {
    if (frames === 0) blankEncoder(bytes, at, length)
    frames += 1
    at += length
  }
  if (frames < fewestFrames) refuse('broken')
  return [bytes.subarray(from, at)]
}
