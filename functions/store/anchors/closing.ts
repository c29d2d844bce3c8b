import { partOf } from '#domain/anchors/places.ts'
import { partLevels, topLevels } from '#domain/anchors/tree.ts'
import { bytesOfHex, hex } from '#domain/basics/hex.ts'
import type { Day } from '#domain/basics/time.ts'
import type { Base } from '#store/base.ts'
import { type Blob, toBytes } from '#store/bytes.ts'
import { inserter } from '#store/inserter.ts'
import type { ClosingStore } from '#store/ports/anchors.ts'
import { dayTree, digits, type Head } from './day-tree.ts'
import { headsOf } from './heads.ts'
import { type Missing, missingIn } from './kept.ts'
import { joined, leafBytes, leavesIn } from './part-bytes.ts'
import { anchorPart, topPart } from './schema.ts'

const doneSql = 'SELECT part, root FROM anchor_part WHERE day = ?1 AND part >= 0'
const closedSql = `SELECT part, leaves, nodes,
  (SELECT nodes FROM anchor_part WHERE day = ?1 AND part = ${topPart}) AS top,
  (SELECT root FROM anchor_day WHERE day = ?1) AS root
  FROM anchor_part WHERE day = ?1 AND part BETWEEN ?2 * 16 AND ?2 * 16 + 15`
interface ClosedRow {
  part: number
  leaves: Blob
  nodes: Blob
  top: Blob | null
  root: string
}
const finish = [
  'INSERT INTO anchor_day (day, root) SELECT ?1, ?2 WHERE NOT EXISTS (SELECT 1 FROM anchor_day WHERE day >= ?1)',
  'DELETE FROM anchor_part WHERE day < ?1',
]

/** Closes days, sixteen parts at a time: a digit of the ids. What a run has stored the next one need not compute again. */
export const closing = ({ d1, keys }: Base): ClosingStore => {
  const newParts = inserter(d1, anchorPart)
  const partsDone = async (day: string) =>
    (await d1.prepare(doneSql).bind(day).all<{ part: number; root: string }>()).results

  /** Adds the cases that stand in the tree of an earlier day with none of their heads. */
  const addMissing = async (
    last: Day,
    digit: number,
    heads: readonly Head[],
    missing: Missing,
  ): Promise<void> => {
    const tree = await dayTree(keys, last)
    const { results } = await d1.prepare(closedSql).bind(last, digit).all<ClosedRow>()
    const byPart = Map.groupBy(heads, ({ id }) => partOf(id))
    for (const { part, root, ...stored } of results) {
      const [nodes, top] = [toBytes(stored.nodes), toBytes(stored.top ?? [])]
      const closed = { part, root, nodes, top, leaves: leavesIn(toBytes(stored.leaves)) }
      const { broken, late } = await missingIn(d1, tree, closed, byPart.get(part) ?? [])
      missing.broken.push(...broken)
      missing.late.push(...late)
    }
  }

  return {
    async lastAnchor() {
      const { results } = await d1
        .prepare('SELECT max(day) AS day FROM anchor_day')
        .all<{ day: string | null }>()
      return results[0]?.day ?? null
    },

    async closeDay({ day, last, mostCases }) {
      const tree = await dayTree(keys, day)
      const stored = await partsDone(day)
      const roots = new Map(stored.map(({ part, root }) => [tree.positionOf(part), bytesOfHex(root)]))
      const done = new Set(stored.map(({ part }) => part >> 4))
      const missing: Missing = { broken: [], late: [] }
      let read = 0
      for (const digit of digits) {
        if (done.has(digit)) continue
        if (read >= mostCases) return { result: 'more', ...missing }
        const heads = await headsOf(d1, digit.toString(16), day, last ?? day)
        const before = heads.flatMap(({ id, earlier }) => (earlier ? { id, head: earlier } : []))
        if (last) await addMissing(last, digit, before, missing)
        const parts = await tree.partsOf(digit, heads)
        if (!parts) return { result: 'full', ...missing }
        await newParts(
          parts.map(({ part, root, nodes, leaves }) => ({
            ...{ day, part, root, nodes: joined(nodes, 2 ** partLevels), leaves: leafBytes(leaves) },
          })),
        ).run()
        for (const { position, root } of parts) roots.set(position, bytesOfHex(root))
        read += heads.length
      }
      const top = await tree.topTree(roots)
      const nodes = joined(roots, 2 ** topLevels)
      const root = hex(top.root)
      await d1.batch([
        newParts([{ day, part: topPart, root, nodes, leaves: new Uint8Array() }]),
        ...finish.map((sql, index) => d1.prepare(sql).bind(...(index === 0 ? [day, root] : [day]))),
      ])
      return { result: 'closed', ...missing }
    },
  }
}
