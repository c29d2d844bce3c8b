import { scopesOfUnit } from '#domain/desk/access.ts'
import type { ListedCase } from '#domain/desk/listing.ts'
import { roles, type StaffMember } from '#domain/staff/staff.ts'
import type { Ports } from '#ports'
import type { DeskStore } from '#store/ports/desk.ts'
import type { BookedMeeting } from '#store/ports/sessions.ts'
import type { StaffDirectory } from '../directory.ts'

/** A meeting with the line of its case and the name of its mediator. */
export interface ListedMeeting extends BookedMeeting {
  line: ListedCase
  mediator: string
}

/** Most meetings of a page: twenty a day for a week. */
const mostMeetings = 140

/**
 * The meetings of the reader's unit that begin in a span. Those of cases the reader must not know of are left out.
 * @param own only those that the reader holds
 */
export const readCalendar = async (
  {
    store,
    directory,
  }: Pick<Ports<Pick<DeskStore, 'meetings' | 'linesOf'>>, 'store'> & { directory: StaffDirectory },
  member: StaffMember,
  { from, before, own = false }: { from: number; before: number; own?: boolean },
): Promise<ListedMeeting[]> => {
  const { id, unit, role } = member
  if (!roles[role].handles) return []
  const staff = own ? id : undefined
  const booked = await store.meetings({ unit, from, before, staff, limit: mostMeetings })
  if (booked.length === 0) return []
  const cases = [...new Set(booked.map(({ caseId }) => caseId))]
  const [lines, names] = await Promise.all([
    store.linesOf(cases, scopesOfUnit(unit), id),
    directory.names(booked.map((meeting) => meeting.staff)),
  ])
  return booked.flatMap((meeting) => {
    const line = lines.find(({ caseId }) => caseId === meeting.caseId)
    return line ? [{ ...meeting, line, mediator: names.get(meeting.staff) ?? '' }] : []
  })
}
