import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { indexOf, placed, placeOf } from '#domain/anchors/places.ts'
import {
  type Blank,
  bucketLevels,
  depth,
  leafHash,
  type Node,
  partLevels,
  pathIn,
  rootOf,
  subtree,
  topLevels,
} from '#domain/anchors/tree.ts'
import { bytesOfHex, hex } from '#domain/basics/hex.ts'
import { sha256 } from '#domain/basics/sha256.ts'

/** The tree of a day against a tree computed the slow way, and against everything a forger can change. */

const utf8 = new TextEncoder()
const salt = '000102030405060708090a0b0c0d0e0f'
const head = 'ab'.repeat(32)

/** Blanks of a key; in the app an HMAC. */
const blanks =
  (key: string): Blank =>
  async (level, index) =>
    bytesOfHex(await sha256(utf8.encode(`${key} ${level} ${index}`)))

const node = async (index: number): Promise<Node> => bytesOfHex(await sha256(utf8.encode(`leaf ${index}`)))
const built = async (indexes: readonly number[], height: number, blank: Blank) =>
  subtree(
    new Map(
      await Promise.all(indexes.map(async (index): Promise<[number, Node]> => [index, await node(index)])),
    ),
    height,
    { level: 0, index: 0 },
    blank,
  )

describe('the vectors of the record of the decision', () => {
  it('a leaf', async () => {
    expect(hex(await leafHash(salt, head))).toBe(await sha256(bytesOfHex(`00${salt}${head}`)))
    expect(hex(await leafHash(salt, head))).toBe(
      '0d68d0c0280565b3fb2b7dba4316ab306a61fe7af4236b12edd2221df4b4c82d',
    )
  })

  it('a root: the leaf at place 1, with equal nodes beside it', async () => {
    const path = Array.from({ length: depth }, () => '11'.repeat(32))
    expect(await rootOf({ salt, head, index: 1, path })).toBe(
      '514c9ce75117c7ce71ec95ecce44f35984f0c8920adcfac5fda8fd1130c53565',
    )
  })
})

describe('the tree', () => {
  it('is 22 levels deep in three pieces', () => {
    expect([bucketLevels, partLevels, topLevels, depth]).toEqual([10, 4, 8, 22])
  })

  it('has for every set of leaves the root of the same tree hashed in full', async () => {
    const height = 5
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.nat(2 ** height - 1), { maxLength: 32 }), async (indexes) => {
        const blank = blanks('day')
        const { root } = await built(indexes, height, blank)
        const inFull = async (level: number, index: number): Promise<string> => {
          const first = index << level
          if (!indexes.some((leaf) => leaf >= first && leaf < first + (1 << level)))
            return hex(await blank(level, index))
          if (level === 0) return hex(await node(index))
          const below = [await inFull(level - 1, 2 * index), await inFull(level - 1, 2 * index + 1)]
          return sha256(bytesOfHex(`01${below.join('')}`))
        }
        expect(hex(root)).toBe(await inFull(height, 0))
      }),
      { numRuns: 50 },
    )
  })

  it('leads from every leaf to its root, and from no other head, salt, place or path', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.nat(2 ** 12 - 1), { minLength: 1, maxLength: 20 }),
        fc.nat(depth - 1),
        async (indexes, level) => {
          const [index = 0] = indexes
          const nodes = new Map(
            await Promise.all(indexes.map(async (one): Promise<[number, Node]> => [one, await node(one)])),
          )
          const tree = await subtree(
            nodes.set(index, await leafHash(salt, head)),
            depth,
            { level: 0, index: 0 },
            blanks('day'),
          )
          const path = (await pathIn(tree, index)).map(hex)
          const proof = { salt, head, index, path }
          expect(path).toHaveLength(depth)
          expect(await rootOf(proof)).toBe(hex(tree.root))
          const other = 'cd'.repeat(32)
          for (const forged of [
            { ...proof, head: other },
            { ...proof, salt: other.slice(0, 32) },
            { ...proof, index: index ^ (1 << level) },
            { ...proof, path: path.with(level, other) },
            { ...proof, path: path.slice(1) },
            { ...proof, path: [...path, other] },
          ])
            expect(await rootOf(forged)).not.toBe(hex(tree.root))
        },
      ),
      { numRuns: 25 },
    )
  })

  it('keeps leaves and nodes apart: a node shown as a leaf leads nowhere', async () => {
    const tree = await built([0, 1], 1, blanks('day'))
    const [left, right] = [await node(0), await node(1)]
    expect(hex(tree.root)).not.toBe(hex(await leafHash(hex(left), hex(right))))
  })
})

describe('places', () => {
  it('follow from the id, moved by the mask of the day', () => {
    expect(placeOf('abc0', 0)).toEqual({ part: 0xab, position: 0xab, bucket: 0xc })
    expect(placeOf('abc0', 0xfff)).toEqual({ part: 0xab, position: 0x54, bucket: 0x3 })
    expect(indexOf({ part: 0, position: 0xab, bucket: 0xc }, 5)).toBe(0xabc * 1024 + 5)
  })

  it('are one a leaf, also where leaves wish the same, until a bucket is full', async () => {
    const leaf = await node(0)
    const wishes = (count: number) => Array.from({ length: count }, () => ({ bucket: 3, wish: 1023, leaf }))
    expect([...(placed(wishes(3))?.get(3)?.keys() ?? [])]).toEqual([1023, 0, 1])
    expect(placed(wishes(1024))?.get(3)?.size).toBe(1024)
    expect(placed(wishes(1025))).toBeNull()
  })
})
