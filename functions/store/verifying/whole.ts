import type { D1Database } from '@cloudflare/workers-types'
import { createRatingVerify } from '#store/ratings/verifying.ts'
import { verifyCounts } from './counts.ts'
import type { Mismatch } from './mismatch.ts'

/** What belongs to no single case: counts, and rows of a case that there is not. */

/** Tables with a row or several for each case, which `Verify` does not walk by itself. */
export const ofCases = [
  ...(['case_code', 'case_key', 'blind_index', 'post_receipt', 'case_listing', 'read_log'] as const),
  ...(['case_file', 'letter_number', 'outbox', 'rating_task', 'case_session', 'published_answer'] as const),
]

/** A file that is coming in, and a notice to staff, belong to no case yet. */
const orphanSql = (table: string) =>
  `SELECT DISTINCT case_id AS id FROM ${table} WHERE case_id <> '' AND case_id NOT IN (SELECT id FROM cases)`

const yearSql =
  'SELECT y.year AS id FROM case_year y WHERE y.filed <> (SELECT count(*) FROM cases WHERE substr(number, 1, 4) = y.year) UNION SELECT DISTINCT substr(number, 1, 4) FROM cases WHERE substr(number, 1, 4) NOT IN (SELECT year FROM case_year)'

/** The key of a row of the log begins with its instant. */
const readSql = 'SELECT DISTINCT case_id AS id FROM read_log WHERE CAST(substr(id, 1, 15) AS INTEGER) <> at'
const readKindSql = "SELECT DISTINCT case_id AS id FROM read_log WHERE kind NOT IN ('open', 'print', 'stale')"

const noticeSql = "SELECT id FROM outbox WHERE case_id = '' AND kind NOT IN ('wecom', 'email')"

/** Creates the comparison of what belongs to no single case; the names of places as in `Mismatch`. */
export const createWholeVerify = (d1: D1Database) => async (): Promise<Mismatch[]> => {
  const faults = async (sql: string, place: string, isCase = true): Promise<Mismatch[]> => {
    const { results } = await d1.prepare(sql).all<{ id: string }>()
    return results.map(({ id }) => ({ caseId: isCase ? id : '', what: isCase ? place : `${place} ${id}` }))
  }
  const found: Mismatch[] = []
  for (const table of ofCases) found.push(...(await faults(orphanSql(table), table)))
  found.push(...(await faults(yearSql, 'case_year', false)))
  found.push(...(await faults(readSql, 'read_log.at')))
  found.push(...(await faults(readKindSql, 'read_log.kind')))
  found.push(...(await faults(noticeSql, 'outbox', false)))
  found.push(...(await createRatingVerify(d1)()))
  for (const { scope, measure, place } of await verifyCounts(d1))
    found.push({ caseId: '', what: `listing_count ${scope} ${measure} ${place}` })
  return found
}
