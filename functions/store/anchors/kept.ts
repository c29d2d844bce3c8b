import type { D1Database } from '@cloudflare/workers-types'
import { type PartLeaves, slotOf } from '#domain/anchors/places.ts'
import type { DayTree, Head } from './day-tree.ts'

const hashesSql = 'SELECT hash FROM case_event WHERE case_id = ?1 ORDER BY seq DESC'

/**
 * True if a case stands among the leaves of its part with the head it has, or, for one with a row that was stored after the day
 * was closed, with any head of its history.
 */
export const isKept = async (
  d1: D1Database,
  tree: DayTree,
  leaves: PartLeaves,
  { id, head }: Head,
): Promise<boolean> => {
  const isIn = async (hash: string): Promise<boolean> => {
    const { bucket, leaf } = await tree.leafOf({ id, head: hash })
    return slotOf(leaves.get(bucket), leaf) !== undefined
  }
  if (await isIn(head)) return true
  const { results } = await d1.prepare(hashesSql).bind(id).all<{ hash: string }>()
  for (const { hash } of results) if (await isIn(hash)) return true
  return false
}
