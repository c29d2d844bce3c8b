import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { alarming } from '#domain/clocks/warnings.ts'
import type { DeskEntry } from '#domain/desk/listing.ts'
import type { CaseState } from '#domain/history/case-state.ts'
import type { CaseEvent } from '#domain/history/events.ts'
import { isImported } from '#domain/history/imported.ts'
import type { StoredCase } from '#store/ports/case.ts'
import type { SchedulerStore } from '#store/ports/scheduler.ts'
import type { Base } from './base.ts'
import { type Db, inOneTrip } from './client.ts'
import { caseListing, cases } from './schema.ts'

/** Cuts a list into pieces: D1 binds at most 100 values per statement. */
export const chunks = <T>(rows: T[], size: number): T[][] =>
  rows.length === 0 ? [] : [rows.slice(0, size), ...chunks(rows.slice(size), size)]

/**
 * The warning colour of a case, and the moment its rank last changed; that is null while the case needs no attention.
 * @param at epoch ms of this change
 */
export const colourColumns = (colour: number, at: number) => ({
  colour,
  turnedAt: sql`CASE WHEN ${colour} < ${alarming} THEN NULL WHEN ${cases.colour} IS ${colour} THEN ${cases.turnedAt} ELSE ${at} END`,
})

/** The columns of `cases` that cache the history, so that lists can filter by them. */
export const cachedColumns = (
  history: CaseEvent[],
  state: CaseState,
  { nextChangeAt }: Pick<DeskEntry, 'nextChangeAt'>,
) => {
  const { track, category, region, about, danger, status, unit, level, people } = state
  const head = history.at(-1)
  return {
    track,
    category,
    region,
    about,
    danger,
    status,
    unit,
    level,
    people,
    imported: isImported(history),
    nextChangeAt,
    headSeq: head?.seq ?? 0,
    headHash: head?.hash ?? '',
  }
}

/** The rows of a case in the lists, without what is kept of it elsewhere. */
export const listingRows = ({ scopes, waiting, waitingIn, callAsked, places, ...entry }: DeskEntry) => {
  const { open, dueAt, colour, filedAt, changedAt, marks } = entry
  return scopes.map((scope) => {
    const here = waitingIn[scope]
    // In other lists than the desk's nothing says what its people wrote.
    const shown = { ...(here ?? waiting), callAsked: !here && callAsked }
    return { scope, open, dueAt, colour, filedAt, changedAt, ...shown, marks, place: places[scope] ?? '' }
  })
}

const newListing = (db: Db, caseId: string, entry: DeskEntry) => {
  const turnedAt = sql`(SELECT ${cases.turnedAt} FROM ${cases} WHERE ${cases.id} = ${caseId})`
  const rows = listingRows(entry).map((row) => ({ ...row, caseId, turnedAt }))
  // D1 binds at most 100 values per statement; a row has thirteen.
  return chunks(rows, 7).map((some) => db.insert(caseListing).values(some))
}

/** Statements that delete and rebuild the list rows of a case; part of the batch that changes the case. */
export const listingStatements = (db: Db, caseId: string, entry: DeskEntry) =>
  [db.delete(caseListing).where(eq(caseListing.caseId, caseId)), ...newListing(db, caseId, entry)] as const

/** Rows that an earlier release wrote have no place yet. */
const placeOf = (places: DeskEntry['places']): SQL => {
  const cases = Object.entries(places).map(([scope, place]) => sql`WHEN ${scope} THEN ${place}`)
  return cases.length > 0 ? sql`CASE ${caseListing.scope} ${sql.join(cases, sql` `)} ELSE '' END` : sql`''`
}

/** The scheduler's writes: rebuilding derived rows and postponing a case. */
export const refreshing = ({ db }: Base): Pick<SchedulerStore, 'refresh' | 'postpone'> => {
  /** What begins to wait with a day, not with an event: a revisit. It waits where the desk itself waits. */
  const beginsToWait = ({ scopes, waiting, waitingIn }: DeskEntry, ofCase: SQL) => {
    if (waiting.waits !== 'revisit') return []
    const here = scopes.filter((scope) => !waitingIn[scope])
    return [
      db
        .update(caseListing)
        .set(waiting)
        .where(and(ofCase, inArray(caseListing.scope, here))),
    ]
  }
  const anew = ({ record }: StoredCase, entry: DeskEntry, now: number) => {
    const { dueAt, colour, nextChangeAt, marks, places } = entry
    // If another request has changed the case since, its rows are newer than this data and must not be overwritten.
    const unmoved = and(eq(cases.id, record.id), eq(cases.headSeq, record.headSeq))
    const ofCase = inArray(caseListing.caseId, db.select({ id: cases.id }).from(cases).where(unmoved))
    const turnedAt = sql`(SELECT ${cases.turnedAt} FROM ${cases} WHERE ${cases.id} = ${record.id})`
    return [
      db
        .update(cases)
        .set({ nextChangeAt, ...colourColumns(colour, now) })
        .where(unmoved),
      db
        .update(caseListing)
        .set({ dueAt, colour, turnedAt, marks, place: placeOf(places) })
        .where(ofCase),
      ...beginsToWait(entry, ofCase),
    ]
  }
  return {
    async postpone(caseId, until) {
      await db.update(cases).set({ nextChangeAt: until }).where(eq(cases.id, caseId))
    },

    async refresh(due, now) {
      await inOneTrip(
        db,
        due.flatMap(({ stored, entry }) => anew(stored, entry, now)),
      )
    },
  }
}
