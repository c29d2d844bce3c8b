import { type Bytes, byteAt, bytesOf, latin, numbers, refuse } from './bytes.ts'
import { checkSize, orientationIn, orientationOnly, plainProfile } from './pictures.ts'

/** JPEG (ITU-T T.81): segments, each a marker, a length and data; after SOS the coded picture up to the next marker. */

const marker = {
  first: 0xc0,
  frames: [0xc0, 0xc1, 0xc2],
  tables: [0xc4, 0xdb, 0xdd],
  start: 0xd8,
  end: 0xd9,
  scan: 0xda,
  restarts: [0xd0, 0xd7],
  app: [0xe0, 0xef],
  exif: 0xe1,
  profile: 0xe2,
  adobe: 0xee,
  comment: 0xfe,
} as const

/** A progressive picture of the common encoders has about ten scans; a decoder draws the whole picture for each. */
const mostSegments = 10_000
const mostScans = 100

/** Marker, length, name and number of the only segment of a profile. */
const profileHead = 18

const within = (value: number, [from, to]: readonly [number, number]): boolean => value >= from && value <= to

/** The place of the next marker that is neither a stuffed byte nor a restart. */
const endOfScan = (bytes: Bytes, from: number): number => {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at)) {
    const next = byteAt(bytes, at + 1)
    if (next === 0 || within(next, marker.restarts)) at += 2
    else if (next === 0xff) at += 1
    else return at
  }
  return refuse('broken')
}

/**
 * Keeps what draws the picture. Dropped: all application data (place, device, thumbnail, second picture) but orientation,
 * a plain colour profile and Adobe's colour transform; comments; whatever follows the end of the picture.
 * @returns the parts of the cleaned picture
 */
export const cleanJpeg = (bytes: Bytes): Bytes[] => {
  const data = numbers(bytes)
  const kept: Bytes[] = []
  const profiles: Bytes[] = []
  let orientation = 1
  let sized = false
  let scans = 0
  for (let at = 2; ; ) {
    if (byteAt(bytes, at) !== 0xff) refuse('broken')
    while (byteAt(bytes, at + 1) === 0xff) at += 1
    const code = byteAt(bytes, at + 1)
    if (code === marker.end) break
    if (code < marker.first || within(code, marker.restarts) || code === marker.start) refuse('broken')
    const length = data.getUint16(at + 2)
    const end = at + 2 + length
    if (length < 2 || end > bytes.length) refuse('broken')
    const whole = bytes.subarray(at, end)
    const body = bytes.subarray(at + 4, end)
    if (marker.frames.some((one) => one === code)) {
      if (sized || body.length < 6) refuse('broken')
      checkSize(data.getUint16(at + 7), data.getUint16(at + 5))
      sized = true
      kept.push(whole)
    } else if (code === marker.scan || marker.tables.some((one) => one === code)) kept.push(whole)
    else if (code === marker.exif && latin(body, 0, 6) === 'Exif\0\0') {
      if (orientation === 1) orientation = orientationIn(body.subarray(6))
    } else if (code === marker.profile && latin(body, 0, 12) === 'ICC_PROFILE\0') profiles.push(whole)
    else if (code === marker.adobe && latin(body, 0, 5) === 'Adobe' && length === 14) kept.push(whole)
    // Lossless, arithmetic and hierarchical pictures: no browser draws them.
    else if (!within(code, marker.app) && code !== marker.comment) refuse('odd')
    if (kept.length > mostSegments) refuse('swollen')
    at = end
    if (code !== marker.scan) continue
    scans += 1
    if (!sized || scans > mostScans) refuse('broken')
    at = endOfScan(bytes, end)
    kept.push(bytes.subarray(end, at))
  }
  if (scans === 0) refuse('broken')
  // A profile in several segments is longer than one that is kept.
  const [profile] = profiles.length === 1 ? profiles : []
  const plain = profile && plainProfile(profile.subarray(profileHead))
  return [
    Uint8Array.of(0xff, marker.start),
    ...(orientation > 1
      ? [Uint8Array.of(0xff, marker.exif, 0, 34), bytesOf('Exif\0\0'), orientationOnly(orientation)]
      : []),
    ...(profile && plain ? [profile.subarray(0, profileHead), plain] : []),
    ...kept,
    Uint8Array.of(0xff, marker.end),
  ]
}
