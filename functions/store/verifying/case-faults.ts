import { asc, eq } from 'drizzle-orm'
import { dayOf, type Instant } from '#domain/basics/time.ts'
import { isCaseNumber } from '#domain/filing/case-number.ts'
import { ratingFaults } from '#domain/following/rating-faults.ts'
import { type CaseState, stateOf } from '#domain/history/case-state.ts'
import type { CaseEvent } from '#domain/history/events.ts'
import { parseWords } from '#domain/history/words.ts'
import type { EventKind } from '#domain/words/events.ts'
import type { Keys } from '#keys'
import { toEvent } from '#store/case-rows.ts'
import { chainFault } from '#store/chain.ts'
import type { Db } from '#store/client.ts'
import { caseFile } from '#store/files/schema.ts'
import { letterNumber } from '#store/letters/schema.ts'
import { cachedColumns } from '#store/listing-rows.ts'
import { outbox } from '#store/notices/schema.ts'
import { publishedAnswer } from '#store/publication/schema.ts'
import { caseRating, ratingTask } from '#store/ratings/schema.ts'
import { blindIndex, caseCode, caseEvent, caseKey, caseListing, cases } from '#store/schema.ts'
import { isBooked } from '#store/sessions/bookings.ts'
import { caseSession } from '#store/sessions/schema.ts'
import { expertFaults, fileFaults, letterFaults, lineFaults, noticeFaults, taskFaults } from './beside.ts'
import { listedFaults } from './listed.ts'
import type { Mismatch, Place } from './mismatch.ts'
import { blindFaults, codeFaults, keysIn, type OpenKeys, wordsAt } from './people.ts'
import { publishedFaults } from './published.ts'

/** Everything that is stored of one case, compared with its history. */

interface Fault {
  what: Mismatch['what']
  place: Place | undefined
}

type Row = typeof caseEvent.$inferSelect
type CaseRow = typeof cases.$inferSelect

/** Where in time a fault stands: the row of the history that was touched, or the last one of its case. */
const placeOf = (
  number: string,
  rows: Row[],
  fault: Row | undefined,
  isChain: boolean,
): Place | undefined => {
  const row = fault ?? rows.at(-1)
  if (!row) return undefined
  // A touched row may say any time; the row before it was intact.
  const before = isChain ? rows[rows.indexOf(row) - 1]?.at : undefined
  return { number, seq: row.seq, kind: row.kind, at: before ?? row.at }
}

/** The newest subject line in the sealed record; undefined if there is none or its key is gone. */
const subjectIn = async (rows: Row[], open: OpenKeys) => {
  for (const row of rows.toReversed()) {
    const json = row.scope === 'record' ? await wordsAt(open, row) : null
    const words = json === null ? null : parseWords(row.kind as EventKind, json)?.words
    if (words && 'subject' in words && words.subject) return words.subject
  }
  return undefined
}

const columnFaults = (row: CaseRow, events: CaseEvent[], state: CaseState): string[] => {
  // When a clock changes next is compared with the lists, which a refresh writes with it.
  const { nextChangeAt: _, ...cached } = cachedColumns(events, state, { nextChangeAt: null })
  const year = dayOf(events[0]?.at ?? 0).slice(0, 4)
  return [
    ...Object.entries({ ...cached, filedAt: events[0]?.at })
      .filter(([column, value]) => row[column as keyof CaseRow] !== value)
      .map(([column]) => `cases.${column}`),
    ...(row.number.startsWith(`${year}-`) && isCaseNumber(row.number) ? [] : ['cases.number']),
  ]
}

/** Makes the function that names what differs in one case: its chain alone, if that is broken. */
export const createFaultsOf =
  (db: Db, keys: Keys, clock: () => Instant) =>
  async (caseId: string): Promise<Fault[]> => {
    const [
      [row],
      rows,
      listed,
      keyRows,
      ratings,
      booked,
      codes,
      blind,
      files,
      letters,
      notices,
      tasks,
      answers,
    ] = await db.batch([
      db.select().from(cases).where(eq(cases.id, caseId)),
      db.select().from(caseEvent).where(eq(caseEvent.caseId, caseId)).orderBy(asc(caseEvent.seq)),
      db.select().from(caseListing).where(eq(caseListing.caseId, caseId)),
      db.select().from(caseKey).where(eq(caseKey.caseId, caseId)),
      db.select().from(caseRating).where(eq(caseRating.caseId, caseId)),
      db.select().from(caseSession).where(eq(caseSession.caseId, caseId)),
      db.select().from(caseCode).where(eq(caseCode.caseId, caseId)),
      db.select().from(blindIndex).where(eq(blindIndex.caseId, caseId)),
      db.select().from(caseFile).where(eq(caseFile.caseId, caseId)),
      db.select().from(letterNumber).where(eq(letterNumber.caseId, caseId)),
      db.select().from(outbox).where(eq(outbox.caseId, caseId)),
      db.select().from(ratingTask).where(eq(ratingTask.caseId, caseId)),
      db.select().from(publishedAnswer).where(eq(publishedAnswer.caseId, caseId)),
    ])
    const at = (fault?: Row, isChain = false) => placeOf(row?.number ?? '', rows, fault, isChain)
    if (!row) return [{ what: 'cases', place: at() }]
    if (rows.length === 0) return [{ what: 'case_event', place: undefined }]
    const chain = await chainFault(rows)
    if (chain) {
      const touched = rows.find(({ seq }) => chain.endsWith(` ${seq}`))
      return [{ what: chain, place: at(touched, true) }]
    }
    const events = rows.map(toEvent)
    const state = stateOf(events)
    const now = Math.max(clock(), events.at(-1)?.at ?? 0)
    const { open, faults: keyFaults } = await keysIn(keys, caseId, events, rows, keyRows)
    const verified = { id: caseId, number: row.number, events, rows, state, open, now }
    const subject = await subjectIn(rows, open)
    const faults = [
      ...columnFaults(row, events, state),
      ...listedFaults(events, state, row, listed, now),
      ...(subject !== undefined && subject !== row.subject ? ['cases.subject'] : []),
      ...(isBooked(caseId, events, booked) ? await expertFaults(verified, booked) : ['case_session']),
      ...ratings.flatMap((rating) => ratingFaults(events, rating)).map((column) => `case_rating.${column}`),
      ...(await lineFaults(verified, ratings)),
      ...(await taskFaults(verified, ratings, tasks)),
      ...keyFaults,
      ...codeFaults(events, codes),
      ...(await blindFaults(keys, caseId, rows, open, blind)),
      ...fileFaults(verified, files),
      ...(await letterFaults(verified, keys, letters)),
      ...noticeFaults(verified, notices),
      ...(await publishedFaults(verified, answers)),
    ]
    return faults.map((what) => ({ what, place: at() }))
  }
