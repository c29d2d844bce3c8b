import { and, eq, notInArray } from 'drizzle-orm'
import { type Consultation, consultationEnd, consultationsIn } from '#domain/experts/consultations.ts'
import type { CaseEvent } from '#domain/history/events.ts'
import { isSet } from '#domain/sessions/own-times.ts'
import { bookedIn, endsAt, type Session } from '#domain/sessions/sessions.ts'
import type { Db } from '#store/client.ts'
import type { CaseChange } from '#store/ports/append.ts'
import { caseSession } from './schema.ts'

type Row = typeof caseSession.$inferSelect

/** How the column of the mediator names an expert: no id of a member of staff has a colon. */
const expertPrefix = 'expert:'
/** An expert in the column of the mediator. */
export const expertStaff = (id: string): string => `${expertPrefix}${id}`
/** The id of the expert; null for a mediator. */
export const expertIn = (staff: string): string | null =>
  staff.startsWith(expertPrefix) ? staff.slice(expertPrefix.length) : null

const rowOf = (caseId: string, session: Session): Row => ({
  ...{ caseId, session: session.id, unit: session.unit, staff: session.staff, room: session.room },
  ...{ startAt: session.start, endAt: endsAt(session) },
})

const consultationRow = (
  caseId: string,
  one: Consultation,
  { id, unit }: NonNullable<CaseChange['expert']>,
): Row => ({
  ...{ caseId, session: one.id, unit, staff: expertStaff(id), room: '' },
  ...{ startAt: one.start, endAt: consultationEnd(one) },
})

/** True if these rows of a case are what its history says. Who is consulted is sealed there: verification compares it apart. */
export const isBooked = (caseId: string, history: readonly CaseEvent[], rows: readonly Row[]): boolean => {
  const text = (row: Row) =>
    (expertIn(row.staff) === null
      ? [row.session, row.unit, row.staff, row.room, row.startAt, row.endAt]
      : [row.session, row.startAt, row.endAt, expertPrefix]
    ).join(' ')
  const nobody = { id: '', unit: '' }
  const expected = [
    ...bookedIn(history).map((session) => rowOf(caseId, session)),
    ...consultationsIn(history).map((one) => consultationRow(caseId, one, nobody)),
  ].map(text)
  return expected.toSorted().join('\n') === rows.map(text).toSorted().join('\n')
}

/**
 * Statements that keep the calendar as the history of a case has it: a meeting or a consultation that is off gives up its
 * place, one whose time was just set takes one. None for a case without any.
 * @param headSeq number of the last event before those that are added
 * @param expert of the consultation that is booked
 */
export const bookingStatements = (
  db: Db,
  caseId: string,
  history: readonly CaseEvent[],
  headSeq: number,
  expert?: CaseChange['expert'],
) => {
  if (!history.some(({ data }) => data.session ?? data.consultation)) return []
  const booked = bookedIn(history)
  const consultations = consultationsIn(history)
  const fresh = new Set(
    history.flatMap(({ seq, kind, data }) => (seq > headSeq && isSet(kind) ? (data.session?.id ?? []) : [])),
  )
  const kept = [...booked, ...consultations].map(({ id }) => id)
  const rows = [
    ...booked.filter(({ id }) => fresh.has(id)).map((session) => rowOf(caseId, session)),
    ...(expert
      ? consultations.filter(({ id }) => id > headSeq).map((one) => consultationRow(caseId, one, expert))
      : []),
  ]
  const own = eq(caseSession.caseId, caseId)
  return [
    db.delete(caseSession).where(kept.length > 0 ? and(own, notInArray(caseSession.session, kept)) : own),
    ...(rows.length > 0 ? [db.insert(caseSession).values(rows)] : []),
  ]
}
