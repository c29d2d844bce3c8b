import type { D1Database } from '@cloudflare/workers-types'
import { and, asc, eq, gt } from 'drizzle-orm'
import { deskEntry } from '#domain/desk/listing.ts'
import { ratingFaults } from '#domain/following/rating-faults.ts'
import { stateOf } from '#domain/history/case-state.ts'
import type { CaseEvent } from '#domain/history/events.ts'
import { parseWords } from '#domain/history/words.ts'
import type { EventKind } from '#domain/words/events.ts'
import type { Keys } from '#keys'
import { toEvent } from './case-rows.ts'
import { chainFault } from './chain.ts'
import { connect } from './client.ts'
import { cachedColumns, listingRows } from './listing-rows.ts'
import { caseRating } from './ratings/schema.ts'
import { caseEvent, caseKey, caseListing, cases } from './schema.ts'
import { openCaseKey, openWords } from './sealing.ts'
import { isBooked } from './sessions/bookings.ts'
import { caseSession } from './sessions/schema.ts'

/**
 * Compares the stored rows with the histories (docs/adr/0016-schema.md): the hash of each row and its link to the
 * previous row, the columns of `cases` that cache the history, the subject line, the list rows, the meetings, the ratings. The tables
 * are walked by the same key, so it also finds a history or a rating without a case.
 */

/** One difference that verification found: the case, and the place. */
export interface Mismatch {
  caseId: string
  /** `hash 3`, `prev 2`, `cases.about`, `case_listing`, `case_rating.unit` … */
  what: string
}

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

type Row = typeof caseEvent.$inferSelect
type CaseRow = typeof cases.$inferSelect

/** The newest subject line in the sealed record; undefined if there is none or its key is gone. */
const subjectIn = async (keys: Keys, rows: Row[], wrapped: Uint8Array<ArrayBuffer> | undefined) => {
  const key = wrapped && (await openCaseKey(keys, rows[0]?.caseId ?? '', 'record', wrapped))
  for (const row of key ? [...rows].reverse() : []) {
    if (row.scope !== 'record' || !row.sealed || !key) continue
    const json = await openWords(key, { ...row, sealed: row.sealed })
    const words = json === null ? null : parseWords(row.kind as EventKind, json)?.words
    if (words && 'subject' in words && words.subject) return words.subject
  }
  return undefined
}

type ListedRow = Pick<typeof caseListing.$inferSelect, 'scope' | 'marks' | 'place'>

const columnFaults = (row: CaseRow, events: CaseEvent[], rows: ListedRow[]): string[] => {
  const state = stateOf(events)
  // Due days and colours change without an event, so clocks are evaluated as of the last event.
  const entry = deskEntry(events, state, events.at(-1)?.at ?? 0)
  const { nextChangeAt: _, ...cached } = cachedColumns(events, state, entry)
  const wrong = Object.entries({ ...cached, filedAt: events[0]?.at })
    .filter(([column, value]) => row[column as keyof CaseRow] !== value)
    .map(([column]) => `cases.${column}`)
  const lines = (rows: ListedRow[], ...columns: (keyof ListedRow)[]): string =>
    rows
      .map((one) => columns.map((column) => one[column]).join(' '))
      .sort()
      .join('\n')
  const right = listingRows(entry)
  if (lines(rows, 'scope') !== lines(right, 'scope')) return [...wrong, 'case_listing.scope']
  return lines(rows, 'scope', 'marks', 'place') === lines(right, 'scope', 'marks', 'place')
    ? wrong
    : [...wrong, 'case_listing.marks']
}

/** Creates the verification, for maintainers and tests; it is not part of the Workers' bundles. */
export const createVerify = (d1: D1Database, keys: Keys): Verify => {
  const db = connect(d1)
  const faultsOf = async (caseId: string): Promise<string[]> => {
    const [[row], rows, listed, [record], ratings, booked] = await db.batch([
      db.select().from(cases).where(eq(cases.id, caseId)),
      db.select().from(caseEvent).where(eq(caseEvent.caseId, caseId)).orderBy(asc(caseEvent.seq)),
      db
        .select({ scope: caseListing.scope, marks: caseListing.marks, place: caseListing.place })
        .from(caseListing)
        .where(eq(caseListing.caseId, caseId)),
      db
        .select({ wrapped: caseKey.wrapped })
        .from(caseKey)
        .where(and(eq(caseKey.caseId, caseId), eq(caseKey.scope, 'record'))),
      db.select().from(caseRating).where(eq(caseRating.caseId, caseId)),
      db.select().from(caseSession).where(eq(caseSession.caseId, caseId)),
    ])
    if (!row) return ['cases']
    if (rows.length === 0) return ['case_event']
    const chain = await chainFault(rows)
    if (chain) return [chain]
    const events = rows.map(toEvent)
    const faults = [
      ...columnFaults(row, events, listed),
      ...(isBooked(caseId, events, booked) ? [] : ['case_session']),
      ...ratings.flatMap((rating) => ratingFaults(events, rating)).map((column) => `case_rating.${column}`),
    ]
    const subject = await subjectIn(keys, rows, record?.wrapped)
    return subject !== undefined && subject !== row.subject ? [...faults, 'cases.subject'] : faults
  }

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
      for (const what of await faultsOf(caseId).catch(() => ['case_event'])) mismatches.push({ caseId, what })
    return { cases: ids.length, mismatches, next: ids.length < limit ? null : (ids.at(-1) ?? null) }
  }
}
