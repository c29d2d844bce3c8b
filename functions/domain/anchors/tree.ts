import { digest } from '#crypto'
import { bytesOfHex, hex } from '#domain/basics/hex.ts'

/**
 * The tree of a day (docs/adr/0050-published-roots.md): a Merkle tree of fixed depth over the heads of all cases, hashed as
 * in RFC 6962, 2.1, with a prefix that keeps leaves and nodes apart. A place without a case holds a value that only the
 * county's key tells from a node, so a path says nothing of other cases: not how many there are, nor which changed.
 */

export type Node = Uint8Array<ArrayBuffer>

/** Levels inside a bucket, a part and the top; their sum is the length of every path. */
export const bucketLevels = 10
export const partLevels = 4
export const topLevels = 8
export const depth = bucketLevels + partLevels + topLevels

/** Length of a salt in bytes. */
export const saltLength = 16

const leafPrefix = 0
const nodePrefix = 1

const hash = async (prefix: number, ...parts: Uint8Array[]): Promise<Node> => {
  const bytes = new Uint8Array(1 + parts.reduce((sum, part) => sum + part.length, 0))
  bytes[0] = prefix
  let offset = 1
  for (const part of parts) {
    bytes.set(part, offset)
    offset += part.length
  }
  return digest(bytes)
}

/** The leaf of a case: SHA-256 of 00, the salt of the case on this day (16 bytes) and the head of its history (32 bytes). */
export const leafHash = (salt: string, head: string): Promise<Node> =>
  hash(leafPrefix, bytesOfHex(salt), bytesOfHex(head))

/** A node: SHA-256 of 01, the left and the right node below it. */
const nodeHash = (left: Node, right: Node): Promise<Node> => hash(nodePrefix, left, right)

/** The value of an empty place, by its level from below and its index from the left. */
export type Blank = (level: number, index: number) => Promise<Node>

/** A subtree: `levels[0]` are the nodes it was built from, by their index in it; missing ones are empty. */
export interface Subtree {
  levels: Map<number, Node>[]
  root: Node
  /** The node at a level of the subtree, or the blank in its place. */
  node: (level: number, index: number) => Promise<Node>
}

/**
 * Builds a subtree. What is empty is one blank, however large.
 * @param nodes the lowest nodes by their index in the subtree, below 2 to the power of `height`
 * @param at where it stands in the tree: the level of its lowest nodes, and the index of its root at the root's level
 */
export const subtree = async (
  nodes: ReadonlyMap<number, Node>,
  height: number,
  at: { level: number; index: number },
  blank: Blank,
): Promise<Subtree> => {
  const levels = [new Map(nodes)]
  const node: Subtree['node'] = async (level, index) =>
    levels[level]?.get(index) ?? blank(at.level + level, at.index * 2 ** (height - level) + index)
  for (let level = 0; level < height; level += 1) {
    const parents = [...new Set([...(levels[level]?.keys() ?? [])].map((index) => index >> 1))]
    const made = parents.map(async (index): Promise<[number, Node]> => {
      const [left, right] = await Promise.all([node(level, 2 * index), node(level, 2 * index + 1)])
      return [index, await nodeHash(left, right)]
    })
    levels.push(new Map(await Promise.all(made)))
  }
  return { levels, root: await node(height, 0), node }
}

/** What is beside the way from a lowest node of a subtree up to its root, lowest first. */
export const pathIn = (tree: Subtree, index: number): Promise<Node[]> =>
  Promise.all(tree.levels.slice(0, -1).map((_, level) => tree.node(level, (index >> level) ^ 1)))

/** The proof that a head stands in the tree of a day; all but `day` and `index` in hexadecimal. */
export interface Proof {
  day: string
  root: string
  /** The head of the history at the end of that day. */
  head: string
  salt: string
  /** The place of the leaf: its lowest bit is 1 if the leaf is a right one, the next bit if the node above it is. */
  index: number
  /** The nodes beside the way up, lowest first. */
  path: string[]
}

/** The root to which a proof leads; it proves its head if that is the published one. Empty if the path has another length. */
export const rootOf = async ({ salt, head, index, path }: Omit<Proof, 'day' | 'root'>): Promise<string> => {
  if (path.length !== depth) return ''
  let node = await leafHash(salt, head)
  for (const [level, text] of path.entries()) {
    const beside = bytesOfHex(text)
    node = await ((index >> level) & 1 ? nodeHash(beside, node) : nodeHash(node, beside))
  }
  return hex(node)
}
