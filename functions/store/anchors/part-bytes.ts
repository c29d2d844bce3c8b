import type { PartLeaves } from '#domain/anchors/places.ts'
import type { Node } from '#domain/anchors/tree.ts'

/** How a part of the tree is kept as bytes (schema.ts). */

const hashLength = 32
const entryLength = 4 + hashLength

/** Nodes one after the other; zeros stand where one is missing. */
export const joined = (nodes: ReadonlyMap<number, Node>, count: number): Node => {
  const bytes = new Uint8Array(count * hashLength)
  for (const [index, node] of nodes) bytes.set(node, index * hashLength)
  return bytes
}

/** The nodes of joined bytes, by their index. */
export const nodesIn = (bytes: Node): Map<number, Node> => {
  const nodes = Array.from({ length: bytes.length / hashLength }, (_, index): [number, Node] => [
    index,
    bytes.slice(index * hashLength, (index + 1) * hashLength),
  ])
  return new Map(nodes.filter(([, node]) => node.some((byte) => byte !== 0)))
}

export const leafBytes = (part: PartLeaves): Node => {
  const entries = [...part].flatMap(([bucket, slots]) =>
    [...slots].map(([slot, leaf]) => ({ bucket, slot, leaf })),
  )
  const bytes = new Uint8Array(entries.length * entryLength)
  const view = new DataView(bytes.buffer)
  for (const [index, { bucket, slot, leaf }] of entries.entries()) {
    view.setUint16(index * entryLength, bucket)
    view.setUint16(index * entryLength + 2, slot)
    bytes.set(leaf, index * entryLength + 4)
  }
  return bytes
}

export const leavesIn = (bytes: Node): PartLeaves => {
  const part: PartLeaves = new Map()
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  for (let at = 0; at + entryLength <= bytes.length; at += entryLength) {
    const slots = part.get(view.getUint16(at)) ?? new Map<number, Node>()
    part.set(view.getUint16(at), slots.set(view.getUint16(at + 2), bytes.slice(at + 4, at + entryLength)))
  }
  return part
}
