import { mayHold } from '#domain/desk/access.ts'
import { recusedIn } from '#domain/history/case-history.ts'
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

/**
 * The danger mark by which this person sent the case out of their reach: they know of it. Undefined for everybody else,
 * their colleagues included, and for a person with an interest in the case.
 */
export const markedAway = (
  member: StaffMember,
  events: readonly CaseEvent[],
  about: About,
): CaseEvent | undefined => {
  const last = events.findLast(({ kind }) => kind === 'danger-marked')
  return last?.data.from && !recusedIn(events).includes(member.id)
    ? ownMove(member, events, about, last.seq)
    : undefined
}
