import { type PartLeaves, placed, placeOf, positionOf } from '#domain/anchors/places.ts'
import {
  type Blank,
  bucketLevels,
  leafHash,
  type Node,
  partLevels,
  saltLength,
  subtree,
  topLevels,
} from '#domain/anchors/tree.ts'
import { bytesOfHex, hex } from '#domain/basics/hex.ts'
import type { Day } from '#domain/basics/time.ts'
import type { Keys } from '#keys'

/** What the tree of a day is made of, from the heads of cases and the keys of the deployment. */

const levelOf = { part: bucketLevels, top: bucketLevels + partLevels }

/** Digits of ids. */
export const digits = Array.from({ length: 16 }, (_, digit) => digit)

/** A case with its head at the end of a day. */
export interface Head {
  id: string
  head: string
}

export interface PartTree {
  part: number
  position: number
  root: string
  /** The roots of its buckets; without those that are empty. */
  nodes: Map<number, Node>
  leaves: PartLeaves
}

/** The tree of a day; deterministic, so that a run that broke off is repeated with the same result. */
export const dayTree = async (keys: Keys, day: Day) => {
  const blank: Blank = async (level, index) =>
    bytesOfHex(await keys.mac('anchor-blank', `${day} ${level} ${index}`))
  const mask = Number.parseInt((await keys.mac('anchor-place', day)).slice(0, 3), 16)

  /** The salt of a case, which its proof shows, the slot it wishes, which it does not, and its leaf. */
  const leafOf = async ({ id, head }: Head) => {
    const mac = await keys.mac('anchor-salt', `${day} ${id}`)
    const salt = mac.slice(0, 2 * saltLength)
    const wish = Number.parseInt(mac.slice(2 * saltLength, 2 * saltLength + 8), 16)
    return { ...placeOf(id, mask), salt, wish, leaf: await leafHash(salt, head) }
  }

  const bucketTree = (position: number, bucket: number, slots: ReadonlyMap<number, Node>) =>
    subtree(slots, bucketLevels, { level: 0, index: (position << partLevels) | bucket }, blank)
  const partTree = (position: number, buckets: ReadonlyMap<number, Node>) =>
    subtree(buckets, partLevels, { level: levelOf.part, index: position }, blank)
  /** @param parts roots of parts by where they stand */
  const topTree = (parts: ReadonlyMap<number, Node>) =>
    subtree(parts, topLevels, { level: levelOf.top, index: 0 }, blank)

  /** A part from its leaves, with the roots of its buckets: with them a path is made without the other leaves. */
  const partFrom = async (part: number, leaves: PartLeaves): Promise<PartTree> => {
    const position = positionOf(part, mask)
    const roots = new Map<number, Node>()
    for (const [bucket, slots] of leaves) roots.set(bucket, (await bucketTree(position, bucket, slots)).root)
    const tree = await partTree(position, roots)
    return { part, position, root: hex(tree.root), nodes: roots, leaves }
  }

  /**
   * The sixteen parts of the cases whose ids begin with a digit.
   * @returns null if a bucket is full: the tree is too small for so many cases
   */
  const partsOf = async (digit: number, heads: readonly Head[]): Promise<PartTree[] | null> => {
    const leaves = await Promise.all(heads.map(leafOf))
    const parts: PartTree[] = []
    for (const part of digits.map((second) => 16 * digit + second)) {
      const inside = placed(leaves.filter((one) => one.part === part))
      if (!inside) return null
      parts.push(await partFrom(part, inside))
    }
    return parts
  }

  return {
    placeOf: (id: string) => placeOf(id, mask),
    leafOf,
    bucketTree,
    partTree,
    topTree,
    partFrom,
    partsOf,
    positionOf: (part: number) => positionOf(part, mask),
  }
}

export type DayTree = Awaited<ReturnType<typeof dayTree>>
