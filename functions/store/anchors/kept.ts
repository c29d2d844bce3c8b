import type { D1Database } from '@cloudflare/workers-types'
import { slotOf } from '#domain/anchors/places.ts'
import type { DayTree, Head } from './day-tree.ts'
import { type ClosedPart, isPublished } from './published-bucket.ts'

const hashesSql = 'SELECT hash FROM case_event WHERE case_id = ?1 ORDER BY seq DESC'

/** Ids of cases of a closed day that stand in none of its leaves. */
export interface Missing {
  /** Written again since: a leaf of the bucket belongs to none of its cases, or one was taken away. */
  broken: string[]
  /** Stored after the day was closed, with an instant of it: every leaf of the bucket has its case, and leads to the root. */
  late: string[]
}

/**
 * Looks for cases among the leaves of their part with the head they have, or, for those with a row that was stored after the
 * day was closed, with any head of their history. A whole case is stored late where a day was closed before it was over,
 * because the clock was ahead (docs/adr/0065-turns-and-clocks-of-a-box.md).
 * @param heads of every case of the buckets in question
 */
export const missingIn = async (
  d1: D1Database,
  tree: DayTree,
  closed: ClosedPart,
  heads: readonly Head[],
): Promise<Missing> => {
  const { leaves } = closed
  const found = new Map<number, number>()
  const missing: { id: string; bucket: number }[] = []
  const isIn = async (id: string, hash: string): Promise<boolean> => {
    const { bucket, leaf } = await tree.leafOf({ id, head: hash })
    return slotOf(leaves.get(bucket), leaf) !== undefined
  }
  const isKept = async ({ id, head }: Head): Promise<boolean> => {
    if (await isIn(id, head)) return true
    const { results } = await d1.prepare(hashesSql).bind(id).all<{ hash: string }>()
    for (const { hash } of results) if (await isIn(id, hash)) return true
    return false
  }
  for (const head of heads) {
    const { bucket } = tree.placeOf(head.id)
    if (await isKept(head)) found.set(bucket, (found.get(bucket) ?? 0) + 1)
    else missing.push({ id: head.id, bucket })
  }
  const sorted: Missing = { broken: [], late: [] }
  for (const { id, bucket } of missing) {
    const hasOrphan = (leaves.get(bucket)?.size ?? 0) > (found.get(bucket) ?? 0)
    sorted[hasOrphan || !(await isPublished(tree, closed, bucket)) ? 'broken' : 'late'].push(id)
  }
  return sorted
}
