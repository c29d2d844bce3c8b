import { type Bytes, latin, numbers, refuse } from './bytes.ts'

/** What the kinds of picture have in common: size, orientation, colour. Nothing is ever decoded. */

/** Largest picture: a decoder of a browser needs four bytes for a pixel. A phone of 108 megapixels is below it. */
const mostPixels = 120_000_000
const longestSide = 20_000

/** Refuses a picture whose header promises more pixels than a phone can draw. */
export const checkSize = (width: number, height: number): void => {
  if (width === 0 || height === 0) refuse('broken')
  if (width > longestSide || height > longestSide || width * height > mostPixels) refuse('pixels')
}

/** The tag of Exif (CIPA DC-008) that says which side is up, the only one that is kept. */
const orientationTag = 0x0112

/** The Exif data of a picture with its orientation alone: a TIFF of one entry, 26 bytes. */
export const orientationOnly = (orientation: number): Bytes =>
  Uint8Array.of(
    ...[0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, orientationTag >> 8, orientationTag & 255, 0, 3, 0, 0, 0, 1],
    ...[0, orientation, 0, 0, 0, 0, 0, 0],
  )

/** The orientation that Exif data names, 1 to 8; 1, as it stands, if they name none or cannot be read. */
export const orientationIn = (exif: Bytes): number => {
  if (exif.length < 14) return 1
  const tiff = numbers(exif)
  const little = tiff.getUint16(0) === 0x4949
  if (!little && tiff.getUint16(0) !== 0x4d4d) return 1
  const directory = tiff.getUint32(4, little)
  if (directory + 2 > exif.length) return 1
  const entries = tiff.getUint16(directory, little)
  for (let index = 0; index < entries; index += 1) {
    const at = directory + 2 + index * 12
    if (at + 12 > exif.length) return 1
    if (tiff.getUint16(at, little) !== orientationTag) continue
    const orientation = tiff.getUint16(at + 8, little)
    return orientation >= 1 && orientation <= 8 ? orientation : 1
  }
  return 1
}

/**
 * Tags of colour profiles (ICC.1) that say how colours look. Others may name a display with its serial number, as the
 * screenshots of macOS do (`mmod`).
 */
const colourTags = new Set(
  'wtpt bkpt rXYZ gXYZ bXYZ rTRC gTRC bTRC kTRC chad cicp lumi A2B0 B2A0 view meas tech chrm'.split(' '),
)
/** Tags that are texts: the name of the profile, of its maker, of the device and its maker. */
const textTags = new Set('desc cprt dmnd dmdd vued'.split(' '))
const longestProfile = 65_000
const mostTags = 40
const header = 128
/** What the header says of colours: size, version, class, spaces; signature; flags; attributes, intent, illuminant. */
const colourFields = [
  [0, 4],
  [8, 24],
  [36, 40],
  [44, 48],
  [56, 80],
] as const
/** The day it was made, which has to be one: 1 January 2000. */
const someDay = Uint8Array.of(0x07, 0xd0, 0, 1, 0, 1)

/**
 * A colour profile with nothing in it but how colours look, of the same length: no maker, model, platform, time or text, nor
 * what stands between its parts. Texts stay as empty ones, because a profile must have some.
 * @returns null if it has a part of another kind, or is too long or damaged: then it goes as a whole
 */
export const plainProfile = (profile: Bytes): Bytes | null => {
  if (profile.length < header + 4 || profile.length > longestProfile || latin(profile, 36, 4) !== 'acsp')
    return null
  const data = numbers(profile)
  const count = data.getUint32(header)
  const table = header + 4 + count * 12
  if (count > mostTags || table > profile.length) return null
  const plain = new Uint8Array(profile.length)
  const keep = (from: number, to: number) => plain.set(profile.subarray(from, to), from)
  for (const [from, to] of colourFields) keep(from, to)
  plain.set(someDay, 24)
  keep(header, table)
  for (let entry = header + 4; entry < table; entry += 12) {
    const tag = latin(profile, entry, 4)
    const from = data.getUint32(entry + 4)
    const to = from + data.getUint32(entry + 8)
    if (from < table || to > profile.length) return null
    if (colourTags.has(tag)) keep(from, to)
    else if (textTags.has(tag)) keep(from, Math.min(to, from + 4))
    else return null
  }
  return plain
}
