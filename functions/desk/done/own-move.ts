import { mayHold } from '#domain/desk/access.ts'
import type { CaseEvent } from '#domain/history/events.ts'
import { isMoveKind } from '#domain/moves/table.ts'
import type { StaffMember } from '#domain/staff/staff.ts'
import type { About } from '#domain/words/about.ts'

/**
 * The move a person made with event `seq`; undefined if it is not theirs, or if their unit must not know of the case
 * any more.
 */
export const ownMove = (
  member: StaffMember,
  events: readonly CaseEvent[],
  about: About,
  seq: number,
): CaseEvent | undefined => {
  const event = events.find((one) => one.seq === seq)
  const own = event?.actor === `staff:${member.id}` && isMoveKind(event.kind)
  return own && mayHold(member.unit, about) ? event : undefined
}
