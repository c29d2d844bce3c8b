import type { D1Database } from '@cloudflare/workers-types'

/**
 * Compares what triggers have counted of the lists with the lists themselves (docs/adr/0053-the-heads-view.md), and counts
 * anew. Not part of the Workers' bundles.
 */

/** A count that differs from the lists. */
export interface CountMismatch {
  scope: string
  under: string
  measure: string
  value: number
  place: string
  stored: number
  right: number
}

const key = 'scope, under, measure, value, place'
const right = `SELECT ${key}, count(*) AS count FROM listing_measure GROUP BY ${key}`

/** @returns every count that differs, what is missing or left over included; empty if all are right */
export const verifyCounts = async (d1: D1Database): Promise<CountMismatch[]> => {
  const { results } = await d1
    .prepare(
      `SELECT ${key}, sum(stored) AS stored, sum(counted) AS right FROM (SELECT ${key}, count AS stored, 0 AS counted FROM listing_count UNION ALL SELECT ${key}, 0, count FROM (${right})) GROUP BY ${key} HAVING sum(stored) <> sum(counted)`,
    )
    .all<CountMismatch>()
  return results
}

/** Counts all lists anew. */
export const recount = async (d1: D1Database): Promise<void> => {
  await d1.batch([d1.prepare('DELETE FROM listing_count'), d1.prepare(`INSERT INTO listing_count ${right}`)])
}
