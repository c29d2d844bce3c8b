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
 * Tags of colour profiles (ICC.1) that describe colours. Others may name a display with its serial number, as the
 * screenshots of macOS do (`mmod`).
 */
const colourTags = new Set(
  'desc cprt wtpt bkpt rXYZ gXYZ bXYZ rTRC gTRC bTRC kTRC chad cicp lumi A2B0 B2A0 dmnd dmdd vued view meas tech chrm'.split(
    ' ',
  ),
)
const longestProfile = 65_000
const mostTags = 40

/** True if a colour profile says nothing but how colours look, so that it may stay. */
export const isPlainProfile = (profile: Bytes): boolean => {
  if (profile.length < 132 || profile.length > longestProfile || latin(profile, 36, 4) !== 'acsp')
    return false
  const tags = numbers(profile).getUint32(128)
  if (tags > mostTags || 132 + tags * 12 > profile.length) return false
  return Array.from({ length: tags }, (_, index) => latin(profile, 132 + index * 12, 4)).every((tag) =>
    colourTags.has(tag),
  )
}
