import { type Bytes, byteAt, bytesOf, latin, numbers, refuse } from './bytes.ts'
import { checkSize, orientationIn, orientationOnly } from './pictures.ts'

/** PNG (W3C, third edition): a signature, then chunks of length, type, data and checksum. */

export const pngSignature = '\x89PNG\r\n\x1a\n'

/** Chunks that draw the picture and its colours; colour profiles go, because screenshots mean sRGB. */
const kept = new Set('IHDR PLTE IDAT IEND tRNS sRGB gAMA cHRM cICP sBIT pHYs bKGD'.split(' '))

/** The bits of a CRC-32 (ISO 3309), a byte at a time. */
const crcOf = (bytes: Bytes): number => {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}

const chunk = (type: string, data: Bytes): Bytes => {
  const made = new Uint8Array(12 + data.length)
  made.set(bytesOf(type), 4)
  made.set(data, 8)
  numbers(made).setUint32(0, data.length)
  numbers(made).setUint32(8 + data.length, crcOf(made.subarray(4, 8 + data.length)))
  return made
}

/** A chunk with a capital first letter is one that a decoder must understand. */
const isCritical = (letter: number): boolean => letter < 0x60

const mostChunks = 20_000

/**
 * Keeps the chunks that draw the picture, and the orientation. Dropped: texts, time, Exif, profiles, the other pictures of
 * an animation, whatever follows the end.
 * @returns the parts of the cleaned picture
 */
export const cleanPng = (bytes: Bytes): Bytes[] => {
  const data = numbers(bytes)
  const parts = [bytes.subarray(0, 8)]
  let orientation = 1
  let drawn = false
  for (let at = 8, type = ''; type !== 'IEND'; ) {
    const length = data.getUint32(at)
    type = latin(bytes, at + 4, 4)
    const end = at + 12 + length
    if (end > bytes.length || (parts.length === 1) !== (type === 'IHDR')) refuse('broken')
    if (type === 'IHDR') {
      if (length !== 13) refuse('broken')
      checkSize(data.getUint32(at + 8), data.getUint32(at + 12))
    }
    if (type === 'eXIf') orientation = orientationIn(bytes.subarray(at + 8, end - 4))
    drawn ||= type === 'IDAT'
    if (type === 'IEND' && (!drawn || length > 0)) refuse('broken')
    if (parts.length > mostChunks) refuse('swollen')
    if (kept.has(type)) parts.push(bytes.subarray(at, end))
    else if (isCritical(byteAt(bytes, at + 4))) refuse('odd')
    at = end
  }
  if (orientation > 1) parts.splice(2, 0, chunk('eXIf', orientationOnly(orientation)))
  return parts
}
