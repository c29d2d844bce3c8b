import { and, asc, eq, gte, inArray, lt, notLike } from 'drizzle-orm'
import type { Base } from '#store/base.ts'
import type { ConsultationStore, MeetingStore } from '#store/ports/sessions.ts'
import { expertIn, expertStaff } from './bookings.ts'
import { caseSession } from './schema.ts'

const { caseId, session, unit: unitOf, staff: staffOf, room, startAt, endAt } = caseSession

/** True of all rows but those of consultations. */
const noConsultation = notLike(staffOf, `${expertStaff('')}%`)

/** Reads the calendar of a unit through its index. */
export const calendars = ({ db }: Base): MeetingStore => ({
  meetings: ({ unit, from, before, staff, limit }) =>
    db
      .select({ caseId, session, staff: staffOf, room, startAt, endAt })
      .from(caseSession)
      .where(
        and(
          eq(unitOf, unit),
          gte(startAt, from),
          lt(startAt, before),
          staff === undefined ? noConsultation : eq(staffOf, staff),
        ),
      )
      .orderBy(asc(startAt), asc(caseId))
      .limit(limit),
})

/** Reads the consultations of experts through the index of who holds a meeting. */
export const consultations = ({ db }: Base): ConsultationStore => ({
  async consultations({ experts, from, before }) {
    if (experts.length === 0) return []
    const rows = await db
      .select({ caseId, session, staff: staffOf, startAt, endAt })
      .from(caseSession)
      .where(and(inArray(staffOf, experts.map(expertStaff)), gte(startAt, from), lt(startAt, before)))
      .orderBy(asc(startAt), asc(caseId))
    return rows.map(({ staff, ...row }) => ({ ...row, expert: expertIn(staff) ?? '' }))
  },
})
