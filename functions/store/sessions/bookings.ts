import { and, eq, notInArray } from 'drizzle-orm'
import type { CaseEvent } from '#domain/history/events.ts'
import { isSet } from '#domain/sessions/own-times.ts'
import { bookedIn, endsAt, type Session, sessionsIn } from '#domain/sessions/sessions.ts'
import type { Db } from '#store/client.ts'
import { caseSession } from './schema.ts'

const rowOf = (caseId: string, session: Session): typeof caseSession.$inferSelect => ({
  ...{ caseId, session: session.id, unit: session.unit, staff: session.staff, room: session.room },
  ...{ startAt: session.start, endAt: endsAt(session) },
})

/** True if these rows of a case are what its history says. */
export const isBooked = (
  caseId: string,
  history: readonly CaseEvent[],
  rows: readonly (typeof caseSession.$inferSelect)[],
): boolean => {
  const text = (row: typeof caseSession.$inferSelect) =>
    [row.session, row.unit, row.staff, row.room, row.startAt, row.endAt].join(' ')
  const expected = bookedIn(history).map((session) => text(rowOf(caseId, session)))
  return expected.toSorted().join('\n') === rows.map(text).toSorted().join('\n')
}

/**
 * Statements that keep the calendar as the history of a case has it: a meeting that is off gives up its place, one whose
 * time was just set takes one. None for a case without meetings.
 * @param headSeq number of the last event before those that are added
 */
export const bookingStatements = (db: Db, caseId: string, history: readonly CaseEvent[], headSeq: number) => {
  const all = sessionsIn(history)
  if (all.length === 0) return []
  const booked = bookedIn(history)
  const fresh = new Set(
    history.flatMap(({ seq, kind, data }) => (seq > headSeq && isSet(kind) ? (data.session?.id ?? []) : [])),
  )
  const kept = booked.map(({ id }) => id)
  const rows = booked.filter(({ id }) => fresh.has(id)).map((session) => rowOf(caseId, session))
  const own = eq(caseSession.caseId, caseId)
  return [
    db.delete(caseSession).where(kept.length > 0 ? and(own, notInArray(caseSession.session, kept)) : own),
    ...(rows.length > 0 ? [db.insert(caseSession).values(rows)] : []),
  ]
}
