import { bucketLevels, type Node, partLevels } from './tree.ts'

/**
 * Where cases stand in the tree of a day. The first three digits of ids are even, so they spread cases over 4096 buckets;
 * the key of the day moves the buckets, and the places inside, so that a place says nothing of an id or of another day.
 */

const buckets = 2 ** partLevels
const places = 2 ** bucketLevels

/** A place: the part by its number and by where it stands from the left, and the bucket in it from the left. */
export interface Place {
  part: number
  position: number
  bucket: number
}

/** Where a part stands; its number is the first two digits of the ids of its cases. `mask` is of the day, twelve bits. */
export const positionOf = (part: number, mask: number): number => part ^ (mask >> partLevels)

/** How many digits of its id say in which bucket a case is. */
export const bucketDigits = 3

/** The number of the part of a case. */
export const partOf = (caseId: string): number => Number.parseInt(caseId.slice(0, 2), 16)

/** The place of a case: its part, where that stands on this day, and the bucket. */
export const placeOf = (caseId: string, mask: number): Place => {
  const part = partOf(caseId)
  const bucket = (Number.parseInt(caseId.slice(2, bucketDigits), 16) ^ mask) & (buckets - 1)
  return { part, position: positionOf(part, mask), bucket }
}

/** A leaf with its bucket, and the slot it takes if that is free. */
export interface Wished {
  bucket: number
  wish: number
  leaf: Node
}

/** The leaves of a part by bucket and slot. */
export type PartLeaves = Map<number, Map<number, Node>>

/**
 * Gives each leaf of a part its slot: the one it wishes, or the next free one. Who holds a proof does not know the wish, so a
 * slot does not tell that another was taken.
 * @returns null if a bucket is full
 */
export const placed = (leaves: readonly Wished[]): PartLeaves | null => {
  const part: PartLeaves = new Map()
  for (const { bucket, wish, leaf } of leaves) {
    const slots = part.get(bucket) ?? new Map<number, Node>()
    if (slots.size === places) return null
    let slot = wish % places
    while (slots.has(slot)) slot = (slot + 1) % places
    part.set(bucket, slots.set(slot, leaf))
  }
  return part
}

/** The slot of a leaf in a bucket; undefined if it is not there. */
export const slotOf = (slots: ReadonlyMap<number, Node> | undefined, leaf: Node): number | undefined =>
  [...(slots ?? [])].find(([, other]) => other.every((byte, index) => byte === leaf[index]))?.[0]

/** The place of a leaf in the whole tree. */
export const indexOf = ({ position, bucket }: Place, slot: number): number =>
  (((position << partLevels) | bucket) << bucketLevels) | slot
