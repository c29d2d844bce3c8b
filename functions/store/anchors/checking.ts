import { and, asc, eq, gte, inArray, sql } from 'drizzle-orm'
import { indexOf, partOf, slotOf } from '#domain/anchors/places.ts'
import { type Proof, pathIn, rootOf } from '#domain/anchors/tree.ts'
import { hex } from '#domain/basics/hex.ts'
import { afterDay } from '#domain/basics/time.ts'
import type { Base } from '#store/base.ts'
import { chainFault } from '#store/chain.ts'
import type { AnchorStore, PublishedRoot } from '#store/ports/anchors.ts'
import { caseEvent } from '#store/schema.ts'
import { type DayTree, dayTree } from './day-tree.ts'
import { leavesIn, nodesIn } from './part-bytes.ts'
import { anchorDay, anchorPart, topPart } from './schema.ts'

type Row = typeof caseEvent.$inferSelect
type PartRow = typeof anchorPart.$inferSelect

const newest = sql`(SELECT day FROM anchor_day ORDER BY day DESC LIMIT 1)`

/**
 * The leaf of a case in a part, by its newest head of the day that is there: a row that was stored late, with an instant of the
 * day, changes nothing before it.
 */
const leafIn = async (tree: DayTree, part: PartRow, rows: readonly Row[]) => {
  const leaves = leavesIn(part.leaves)
  for (const { caseId: id, hash: head } of [...rows].reverse()) {
    const { leaf, ...at } = await tree.leafOf({ id, head })
    const slot = slotOf(leaves.get(at.bucket), leaf)
    if (slot !== undefined) return { at, head, slot, slots: leaves.get(at.bucket) ?? new Map() }
  }
  return null
}

const proofIn = async (
  tree: DayTree,
  { day, root }: PublishedRoot,
  parts: readonly PartRow[],
  rows: readonly Row[],
): Promise<Proof | null> => {
  const top = parts.find(({ part }) => part === topPart)
  const own = parts.find(({ part }) => part !== topPart)
  const found = own && (await leafIn(tree, own, rows))
  if (!top || !own || !found) return null
  const { at, slot, slots, head } = found
  const { position, bucket, salt } = at
  const path = [
    ...(await pathIn(await tree.bucketTree(position, bucket, slots), slot)),
    ...(await pathIn(await tree.partTree(position, nodesIn(own.nodes)), bucket)),
    ...(await pathIn(await tree.topTree(nodesIn(top.nodes)), position)),
  ].map(hex)
  const proof = { day, root, head, salt, index: indexOf(at, slot), path }
  return (await rootOf(proof)) === root ? proof : null
}

/** The published roots, and the check of one case. */
export const anchors = ({ db, keys }: Base): AnchorStore => ({
  anchors: (since, limit) =>
    db.select().from(anchorDay).where(gte(anchorDay.day, since)).orderBy(asc(anchorDay.day)).limit(limit),

  async checkCase({ record: { id } }) {
    const [[last], parts, rows] = await db.batch([
      db.select().from(anchorDay).where(eq(anchorDay.day, newest)),
      db
        .select()
        .from(anchorPart)
        .where(and(eq(anchorPart.day, newest), inArray(anchorPart.part, [partOf(id), topPart]))),
      db.select().from(caseEvent).where(eq(caseEvent.caseId, id)).orderBy(asc(caseEvent.seq)),
    ])
    if ((await chainFault(rows)) !== null) return { state: 'broken', proof: null }
    const ofDay = last ? rows.filter(({ at }) => at < afterDay(last.day)) : []
    if (!last || ofDay.length === 0) return { state: 'waiting', proof: null }
    const proof = await proofIn(await dayTree(keys, last.day), last, parts, ofDay)
    return { state: proof ? 'locked' : 'broken', proof }
  },
})
