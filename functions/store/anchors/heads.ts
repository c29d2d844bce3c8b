import type { D1Database } from '@cloudflare/workers-types'
import { afterDay, type Day } from '#domain/basics/time.ts'
import type { Head } from './day-tree.ts'

/** The newest row before an instant is found from the end of the key, so that a case costs a few rows, however long it is. */
const headBefore = (instant: string): string =>
  `(SELECT e.hash FROM case_event e WHERE e.case_id = c.id AND e.at < ${instant} ORDER BY e.seq DESC LIMIT 1)`
const headsSql = `SELECT c.id AS id, ${headBefore('?3')} AS head, ${headBefore('?4')} AS earlier FROM cases c WHERE c.id >= ?1 AND c.id < ?2 ORDER BY c.id`

/**
 * The heads, at the end of a day, of the cases whose ids begin with some digits; without cases that were filed later.
 * @param before an earlier day: with its heads, null for cases that were filed since
 */
export const headsOf = async (
  d1: D1Database,
  digits: string,
  day: Day,
  before = day,
): Promise<(Head & { earlier: string | null })[]> => {
  const { results } = await d1
    .prepare(headsSql)
    .bind(digits, `${digits}g`, afterDay(day), afterDay(before))
    .all<{ id: string; head: string | null; earlier: string | null }>()
  return results.flatMap(({ id, head, earlier }) => (head ? { id, head, earlier } : []))
}
