import { type Bytes, byteAt, bytesOf, latin, lengthOf, numbers, refuse } from './bytes.ts'
import { checkSize, orientationIn, orientationOnly, plainProfile } from './pictures.ts'

/** WebP (RFC 9649): a RIFF of chunks, each a name, a length and data padded to an even number. */

/** Flags of the extended header. */
const flag = { profile: 0x20, alpha: 0x10, exif: 0x08 } as const

const number24 = (bytes: Bytes, at: number): number =>
  byteAt(bytes, at) | (byteAt(bytes, at + 1) << 8) | (byteAt(bytes, at + 2) << 16)

const chunk = (type: string, body: Bytes): Bytes[] => {
  const head = new Uint8Array(8)
  head.set(bytesOf(type))
  numbers(head).setUint32(4, body.length, true)
  return [head, body, ...(body.length % 2 === 1 ? [new Uint8Array(1)] : [])]
}

/** Width and height of a coded picture, lossy (RFC 6386, 9.1) or lossless (RFC 9649, 3.4). */
const sizeIn = (type: string, body: Bytes): [number, number] => {
  const data = numbers(body)
  if (type === 'VP8 ') return [data.getUint16(6, true) & 0x3fff, data.getUint16(8, true) & 0x3fff]
  const bits = data.getUint32(1, true)
  return [(bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1]
}

/**
 * Keeps the coded picture, its transparency, orientation and a plain colour profile. Dropped: Exif, XMP, unknown chunks,
 * whatever follows the end. An animation is refused.
 * @returns the parts of the cleaned picture
 */
export const cleanWebp = (bytes: Bytes): Bytes[] => {
  const data = numbers(bytes)
  const stop = 8 + data.getUint32(4, true)
  if (stop > bytes.length) refuse('broken')
  const picture: Bytes[] = []
  let orientation = 1
  let extended: Bytes | undefined
  let profile: Bytes | undefined
  let drawn = false
  for (let at = 12; at + 8 <= stop; ) {
    const type = latin(bytes, at, 4)
    const length = data.getUint32(at + 4, true)
    const body = bytes.subarray(at + 8, at + 8 + length)
    if (at + 8 + length > stop) refuse('broken')
    if (type === 'VP8X') {
      if (at !== 12 || length !== 10) refuse('broken')
      checkSize(number24(body, 4) + 1, number24(body, 7) + 1)
      extended = body.slice()
    } else if (type === 'VP8 ' || type === 'VP8L') {
      const [width, height] = sizeIn(type, body)
      checkSize(width, height)
      const sameSize =
        !extended || (number24(extended, 4) + 1 === width && number24(extended, 7) + 1 === height)
      if (drawn || !sameSize) refuse('broken')
      drawn = true
      picture.push(...chunk(type, body))
    } else if (type === 'ALPH') {
      if (drawn || picture.length > 0) refuse('broken')
      picture.push(...chunk(type, body))
    } else if (type === 'EXIF')
      orientation = orientationIn(latin(body, 0, 6) === 'Exif\0\0' ? body.subarray(6) : body)
    else if (type === 'ICCP') profile = body
    else if (type === 'ANIM' || type === 'ANMF') refuse('moving')
    at += 8 + length + (length % 2)
  }
  if (!drawn) refuse('broken')
  const parts = extended ? extendedParts(extended, picture, profile, orientation) : picture
  const head = new Uint8Array(12)
  head.set(bytesOf('RIFF'))
  head.set(bytesOf('WEBP'), 8)
  numbers(head).setUint32(4, 4 + lengthOf(parts), true)
  return [head, ...parts]
}

/** The parts of a picture with an extended header, whose flags name what it has. */
const extendedParts = (
  header: Bytes,
  picture: Bytes[],
  profile: Bytes | undefined,
  orientation: number,
): Bytes[] => {
  const plain = profile && plainProfile(profile)
  const coloured = plain ? chunk('ICCP', plain) : []
  const turned = orientation > 1 ? chunk('EXIF', orientationOnly(orientation)) : []
  header[0] =
    (byteAt(header, 0) & flag.alpha) |
    (coloured.length > 0 ? flag.profile : 0) |
    (turned.length > 0 ? flag.exif : 0)
  return [...chunk('VP8X', header), ...coloured, ...picture, ...turned]
}
