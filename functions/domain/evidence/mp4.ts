import { type Bytes, byteAt, bytesOf, latin, numbers, refuse } from './bytes.ts'

/** Sound in MP4 (ISO/IEC 14496-12), as phones record it: boxes of a length, a type and data, some with boxes inside. */

const withBoxes = new Set('moov trak mdia minf stbl moof traf mvex edts dinf mfra'.split(' '))
/** Boxes that are needed to play; all others are blanked: places, names, covers, encoders. */
const played = new Set(
  (
    'ftyp styp mdat mvhd tkhd mdhd hdlr smhd stsd stts stsc stsz stz2 stco co64 ctts stss sgpd sbgp elst dref ' +
    'mehd trex trep mfhd tfhd tfdt trun sidx tfra mfro saio saiz subs'
  ).split(' '),
)
/** Boxes with the time of recording right behind their version. */
const timed = new Set(['mvhd', 'tkhd', 'mdhd'])

const brands = new Set(
  'M4A |M4B |mp41|mp42|isom|iso2|iso4|iso5|iso6|iso8|iso9|3gp4|3gp5|3gp6|3g2a|dash|MSNV|qt  |mp71'.split('|'),
)
const pictureBrands = new Set('heic heix heim heis hevc hevx mif1 msf1 avif avis'.split(' '))

/** Deeper than any real file. */
const deepest = 8

/** True if the file holds a picture of the HEIC family in the same container. */
export const isHeic = (bytes: Bytes): boolean => pictureBrands.has(latin(bytes, 8, 4))

/**
 * Blanks whatever is not needed to play, in place: a blanked box keeps its length, because the file names places in itself
 * by number. Exactly one track, of sound, is taken.
 * @returns the changed bytes as one part
 */
export const cleanMp4 = (bytes: Bytes): Bytes[] => {
  if (!brands.has(latin(bytes, 8, 4))) refuse('odd')
  const data = numbers(bytes)
  const tracks: string[] = []
  let indexed = false
  const blank = (at: number, body: number, end: number) => {
    bytes.set(bytesOf('free'), at + 4)
    bytes.fill(0, body, end)
  }
  const walk = (from: number, to: number, depth: number): void => {
    if (depth > deepest) refuse('broken')
    for (let at = from; at < to; ) {
      if (at + 8 > to) refuse('broken')
      const type = latin(bytes, at + 4, 4)
      let length = data.getUint32(at)
      let body = at + 8
      if (length === 1) {
        if (at + 16 > to || data.getUint32(at + 8) !== 0) refuse('broken')
        length = data.getUint32(at + 12)
        body = at + 16
      }
      // A length of nought reaches to the end of the file.
      if (length === 0 && depth === 0 && type === 'mdat') length = to - at
      const end = at + length
      if (end < body || end > to) refuse('broken')
      indexed ||= type === 'moov'
      if (withBoxes.has(type)) walk(body, end, depth + 1)
      else if (!played.has(type)) blank(at, body, end)
      else if (type === 'hdlr') {
        if (end < body + 24) refuse('broken')
        tracks.push(latin(bytes, body + 8, 4))
        bytes.fill(0, body + 24, end)
      } else if (timed.has(type)) bytes.fill(0, body + 4, body + (byteAt(bytes, body) === 1 ? 20 : 12))
      at = end
    }
  }
  walk(0, bytes.length, 0)
  if (!indexed) refuse('broken')
  if (tracks.some((track) => track === 'vide')) refuse('moving')
  if (tracks.length !== 1 || tracks[0] !== 'soun') refuse('odd')
  return [bytes]
}
