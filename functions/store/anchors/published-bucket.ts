import type { PartLeaves } from '#domain/anchors/places.ts'
import { hex } from '#domain/basics/hex.ts'
import type { DayTree } from './day-tree.ts'
import { nodesIn } from './part-bytes.ts'

/** What is stored of one part of a closed day, with the published root. */
export interface ClosedPart {
  /** The number of the part. */
  part: number
  leaves: PartLeaves
  /** The nodes of the part, and of the top, as bytes. */
  nodes: Uint8Array<ArrayBuffer>
  top: Uint8Array<ArrayBuffer>
  /** In hexadecimal. */
  root: string
}

/** True if the leaves of a bucket lead to the published root: none was taken away, added or changed. */
export const isPublished = async (
  tree: DayTree,
  { part, leaves, nodes, top, root }: ClosedPart,
  bucket: number,
): Promise<boolean> => {
  const position = tree.positionOf(part)
  const [buckets, parts] = [nodesIn(nodes), nodesIn(top)]
  const slots = leaves.get(bucket)
  buckets.delete(bucket)
  if (slots) buckets.set(bucket, (await tree.bucketTree(position, bucket, slots)).root)
  parts.set(position, (await tree.partTree(position, buckets)).root)
  return hex((await tree.topTree(parts)).root) === root
}
