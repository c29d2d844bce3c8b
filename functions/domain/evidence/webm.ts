import { type Bytes, byteAt, numbers, refuse } from './bytes.ts'

/** Sound in WebM (RFC 8794, RFC 9559), as browsers record it: elements of an id, a length and data. */

const id = {
  head: 0x1a45dfa3,
  segment: 0x18538067,
  seek: 0x114d9b74,
  info: 0x1549a966,
  tracks: 0x1654ae6b,
  entry: 0xae,
  trackKind: 0x83,
  cues: 0x1c53bb6b,
  cluster: 0x1f43b675,
} as const

const sound = 2
const picture = 1
const voidId = 0xec

/** What is kept inside an element that is looked into: by the id of what contains it. */
const kept: Record<number, ReadonlySet<number>> = {
  [id.segment]: new Set([id.seek, id.info, id.tracks, id.cues, id.cluster]),
  // The scale of times and the duration; not the date, the title or the program.
  [id.info]: new Set([0x2ad7b1, 0x4489]),
  [id.tracks]: new Set([id.entry]),
  // Number, id, kind, flags, default duration, codec with its data and delays, and the settings of sound.
  [id.entry]: new Set([
    ...[0xd7, 0x73c5, id.trackKind, 0xb9, 0x88, 0x55aa, 0x9c, 0x23e383, 0x86, 0x63a2, 0x56aa, 0x56bb, 0xe1],
  ]),
  // Time, blocks, and where the cluster before it is.
  [id.cluster]: new Set([0xe7, 0xa3, 0xa0, 0xa7, 0xab]),
}

/** Replaces an element by an empty one of the same length, because places in the file are counted. */
const blank = (bytes: Bytes, from: number, to: number): void => {
  const length = to - from
  if (length < 2) refuse('broken')
  bytes.fill(0, from, to)
  bytes[from] = voidId
  if (length <= 128) bytes[from + 1] = 0x80 | (length - 2)
  else {
    bytes[from + 1] = 0x01
    numbers(bytes).setUint32(from + 5, length - 9)
  }
}

/**
 * A number of variable length.
 * @param whole an id keeps the bits that say how long it is
 * @returns the number, null for an unknown length, and where it ends
 */
const readNumber = (bytes: Bytes, at: number, whole: boolean): { value: number | null; end: number } => {
  const first = byteAt(bytes, at)
  const length = Math.clz32(first) - 23
  if (first === 0 || at + length > bytes.length || (whole && length > 4)) refuse('broken')
  const mask = 0xff >> length
  let value = whole ? first : first & mask
  let open = (first & mask) === mask
  for (let place = at + 1; place < at + length; place += 1) {
    value = value * 256 + byteAt(bytes, place)
    open &&= bytes[place] === 0xff
  }
  return { value: !whole && open ? null : value, end: at + length }
}

/**
 * Blanks whatever is not needed to play, in place: tags, attachments, chapters, names, dates. Exactly one track, of sound,
 * is taken.
 * @returns the changed bytes as one part
 */
export const cleanWebm = (bytes: Bytes): Bytes[] => {
  const kinds: number[] = []
  let clusters = 0
  /** Reads the elements up to `to`; those of a cluster of unknown length end where another one begins. */
  const walk = (from: number, to: number, parent: number): number => {
    for (let at = from; at < to; ) {
      const name = readNumber(bytes, at, true)
      const length = readNumber(bytes, name.end, false)
      const element = name.value ?? refuse('broken')
      const unknown = length.value === null
      const end = unknown ? to : length.end + (length.value ?? 0)
      if (end > to || (unknown && element !== id.segment && element !== id.cluster)) refuse('broken')
      if (parent === id.cluster && kept[id.segment]?.has(element)) return at
      if (element === id.trackKind && parent === id.entry) kinds.push(byteAt(bytes, length.end))
      if (element === id.cluster) clusters += 1
      const inside = element === id.segment || (kept[parent]?.has(element) && kept[element])
      if (inside) at = walk(length.end, end, element)
      else {
        const stays = parent === 0 ? element === id.head : kept[parent]?.has(element)
        if (parent === 0 && !stays) refuse('tail')
        if (!stays) blank(bytes, at, end)
        at = end
      }
    }
    return to
  }
  walk(0, bytes.length, 0)
  if (kinds.includes(picture)) refuse('moving')
  if (kinds.length !== 1 || kinds[0] !== sound) refuse('odd')
  if (clusters === 0) refuse('broken')
  return [bytes]
}
