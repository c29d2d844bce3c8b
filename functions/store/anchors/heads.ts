import type { D1Database } from '@cloudflare/workers-types'
import { afterDay, type Day } from '#domain/basics/time.ts'
import type { Head } from './day-tree.ts'

/** The newest row before an instant is found from the end of the key, so that a case costs a few rows, however long it is. */
const headsSql =
  'SELECT c.id AS id, (SELECT e.hash FROM case_event e WHERE e.case_id = c.id AND e.at < ?3 ORDER BY e.seq DESC LIMIT 1) AS head FROM cases c WHERE c.id >= ?1 AND c.id < ?2 ORDER BY c.id'

/** The heads, at the end of a day, of the cases whose ids begin with a digit; without cases that were filed later. */
export const headsOf = async (d1: D1Database, digit: number, day: Day): Promise<Head[]> => {
  const from = digit.toString(16)
  const before = digit === 15 ? 'g' : (digit + 1).toString(16)
  const { results } = await d1
    .prepare(headsSql)
    .bind(from, before, afterDay(day))
    .all<{ id: string; head: string | null }>()
  return results.flatMap(({ id, head }) => (head ? { id, head } : []))
}
