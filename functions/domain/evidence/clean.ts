import { fail, ok, type Result } from '#domain/basics/result.ts'
import { type Bytes, latin, lengthOf, Refused, refuse, standsAt } from './bytes.ts'
import type { FileFault } from './faults.ts'
import { cleanJpeg } from './jpeg.ts'
import type { FileKind } from './kinds.ts'
import { cleanMp3 } from './mp3.ts'
import { cleanMp4, isHeic } from './mp4.ts'
import { cleanPdf } from './pdf.ts'
import { cleanPng, pngSignature } from './png.ts'
import { cleanWebm } from './webm.ts'
import { cleanWebp } from './webp.ts'

/** A file that is taken: what is kept of it, as views of what came in and the few bytes that are put in. */
export interface Cleaned {
  kind: FileKind
  parts: Bytes[]
  /** Bytes of the parts together. */
  size: number
}

const cleaners: Record<FileKind, (bytes: Bytes) => Bytes[]> = {
  jpeg: cleanJpeg,
  png: cleanPng,
  webp: cleanWebp,
  pdf: cleanPdf,
  m4a: cleanMp4,
  mp3: cleanMp3,
  webm: cleanWebm,
}

/** Beginnings of files that people take for pictures or documents, each refused with its own sentence. */
const known: [FileFault, string[]][] = [
  ['office', ['PK\x03\x04', '\xd0\xcf\x11\xe0', '{\\rtf']],
  ['moving', ['GIF8', 'FLV', '\x00\x00\x01\xba', '\x30\x26\xb2\x75']],
]

/** The kind of a file by its first bytes; refuses all others. */
const kindOf = (bytes: Bytes): FileKind => {
  if (standsAt(bytes, 0, '\xff\xd8\xff')) return 'jpeg'
  if (standsAt(bytes, 0, pngSignature)) return 'png'
  if (standsAt(bytes, 0, 'RIFF') && standsAt(bytes, 8, 'WEBP')) return 'webp'
  if (standsAt(bytes, 0, 'RIFF') && standsAt(bytes, 8, 'AVI ')) return refuse('moving')
  if (standsAt(bytes, 0, '%PDF-')) return 'pdf'
  if (standsAt(bytes, 4, 'ftyp')) return isHeic(bytes) ? refuse('heic') : 'm4a'
  if (standsAt(bytes, 0, '\x1a\x45\xdf\xa3')) return 'webm'
  if (latin(bytes, 0, 3) === 'ID3') return 'mp3'
  if (bytes[0] === 0xff && ((bytes[1] ?? 0) & 0xe6) === 0xe2) return 'mp3'
  const [fault] = known.find(([, heads]) => heads.some((head) => standsAt(bytes, 0, head))) ?? ['unknown']
  return refuse(fault as FileFault)
}

/**
 * Tells the kind of a file by its content and removes what it says besides: place, device, names, thumbnails, whatever
 * stands behind it. Nothing is decoded, so picture and sound stay exactly as they were (docs/adr/0040-evidence.md).
 * @param bytes the file; sound and PDF are changed in place
 */
export const cleanFile = (bytes: Bytes): Result<Cleaned, FileFault> => {
  if (bytes.length === 0) return fail('empty')
  try {
    const kind = kindOf(bytes)
    const parts = cleaners[kind](bytes)
    return ok({ kind, parts, size: lengthOf(parts) })
  } catch (error) {
    if (error instanceof Refused) return fail(error.fault)
    // A number read beyond the end of the file.
    if (error instanceof RangeError) return fail('broken')
    throw error
  }
}
