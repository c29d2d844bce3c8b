import { and, asc, eq, gte, inArray, sql } from 'drizzle-orm'
import { bucketDigits, indexOf, partOf, slotOf } from '#domain/anchors/places.ts'
import { type Proof, pathIn, rootOf } from '#domain/anchors/tree.ts'
import { hex } from '#domain/basics/hex.ts'
import { afterDay } from '#domain/basics/time.ts'
import type { Base } from '#store/base.ts'
import { chainFault } from '#store/chain.ts'
import type { AnchorStore, PublishedRoot } from '#store/ports/anchors.ts'
import { caseEvent } from '#store/schema.ts'
import { type DayTree, dayTree } from './day-tree.ts'
import { headsOf } from './heads.ts'
import { missingIn } from './kept.ts'
import { leavesIn, nodesIn } from './part-bytes.ts'
import { isPublished } from './published-bucket.ts'
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
export const anchors = ({ db, d1, keys }: Base): AnchorStore => {
  /** True if a case without a leaf never had one. The other cases of its bucket tell whether a leaf there was its own. */
  const isLate = async (
    tree: DayTree,
    { day, root }: PublishedRoot,
    parts: readonly PartRow[],
    id: string,
  ): Promise<boolean> => {
    const top = parts.find(({ part }) => part === topPart)
    const own = parts.find(({ part }) => part !== topPart)
    if (!top || !own) return false
    const closed = { part: own.part, nodes: own.nodes, top: top.nodes, leaves: leavesIn(own.leaves), root }
    if (!(await isPublished(tree, closed, tree.placeOf(id).bucket))) return false
    const heads = await headsOf(d1, id.slice(0, bucketDigits), day)
    return (await missingIn(d1, tree, closed, heads)).late.includes(id)
  }

  return {
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
      const tree = await dayTree(keys, last.day)
      const proof = await proofIn(tree, last, parts, ofDay)
      if (proof) return { state: 'locked', proof }
      return { state: (await isLate(tree, last, parts, id)) ? 'waiting' : 'broken', proof }
    },
  }
}
