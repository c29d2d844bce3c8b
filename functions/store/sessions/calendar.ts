import { and, asc, eq, gte, lt } from 'drizzle-orm'
import type { Base } from '#store/base.ts'
import type { MeetingStore } from '#store/ports/sessions.ts'
import { caseSession } from './schema.ts'

const { caseId, session, unit: unitOf, staff: staffOf, room, startAt, endAt } = caseSession

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
          staff === undefined ? undefined : eq(staffOf, staff),
        ),
      )
      .orderBy(asc(startAt), asc(caseId))
      .limit(limit),
})
