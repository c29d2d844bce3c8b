import type { D1Database } from '@cloudflare/workers-types'
import { asc, gt } from 'drizzle-orm'
import type { Instant } from '#domain/basics/time.ts'
import type { Keys } from '#keys'
import { connect } from './client.ts'
import { caseRating } from './ratings/schema.ts'
import { caseEvent, cases } from './schema.ts'
import { createFaultsOf } from './verifying/case-faults.ts'
import type { Mismatch } from './verifying/mismatch.ts'

export type { Mismatch } from './verifying/mismatch.ts'

/**
 * Compares the stored rows with the histories (docs/adr/0016-schema.md): the hash of each row and its link to the
 * previous row, the columns of `cases` that cache the history, the subject line, the list rows, the meetings, the ratings. The tables
 * are walked by the same key, so it also finds a history or a rating without a case.
 */

interface VerifiedPage {
  cases: number
  mismatches: Mismatch[]
  /** Id after which the next page begins; null on the last page. */
  next: string | null
}

/**
 * Verifies one page of cases, ordered by id.
 * @param after id of the last case of the previous page; an empty string for the first page
 */
export type Verify = (after: string, limit: number) => Promise<VerifiedPage>

/**
 * Creates the verification, for maintainers and tests; it is not part of the Workers' bundles.
 * @param clock lists change with the days: they are compared with each state until now
 */
export const createVerify = (d1: D1Database, keys: Keys, clock: () => Instant): Verify => {
  const db = connect(d1)
  const faultsOf = createFaultsOf(db, keys, clock)

  return async (after, limit) => {
    // Reads ids from all tables: what there is of a case in one only is a fault.
    const [withCase, withHistory, rated] = await db.batch([
      db.select({ id: cases.id }).from(cases).where(gt(cases.id, after)).orderBy(asc(cases.id)).limit(limit),
      db
        .selectDistinct({ id: caseEvent.caseId })
        .from(caseEvent)
        .where(gt(caseEvent.caseId, after))
        .orderBy(asc(caseEvent.caseId))
        .limit(limit),
      db
        .selectDistinct({ id: caseRating.caseId })
        .from(caseRating)
        .where(gt(caseRating.caseId, after))
        .orderBy(asc(caseRating.caseId))
        .limit(limit),
    ])
    const ids = [...new Set([...withCase, ...withHistory, ...rated].map(({ id }) => id))]
      .sort()
      .slice(0, limit)
    const mismatches = []
    for (const caseId of ids)
      for (const { what, place } of await faultsOf(caseId).catch(() => [
        { what: 'case_event', place: undefined },
      ]))
        mismatches.push({ caseId, what, ...(place && { place }) })
    return { cases: ids.length, mismatches, next: ids.length < limit ? null : (ids.at(-1) ?? null) }
  }
}
