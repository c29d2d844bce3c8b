import { mayHold } from '#domain/desk/access.ts'
import { recusedIn } from '#domain/history/case-history.ts'
import type { CaseEvent } from '#domain/history/events.ts'
import { isMoveKind } from '#domain/moves/table.ts'
import type { StaffMember } from '#domain/staff/staff.ts'
import type { About } from '#domain/words/about.ts'

/**
 * The move a person made with event `seq`; undefined if it is not theirs, if their unit must not know of the case any
 * more, or if they have an interest in it.
 */
export const ownMove = (
  member: StaffMember,
  events: readonly CaseEvent[],
  about: About,
  seq: number,
): CaseEvent | undefined => {
  const event = events.find((one) => one.seq === seq)
  const own = event?.actor === `staff:${member.id}` && isMoveKind(event.kind)
  // Of a case they took themselves off, only the page that says so.
  const closed = recusedIn(events).includes(member.id) && event?.kind !== 'recused'
  return own && !closed && mayHold(member.unit, about) ? event : undefined
}

/**
 * The danger mark by which this person sent the case out of their reach: they know of it. Undefined for everybody else,
 * their colleagues included.
 */
export const markedAway = (
  member: StaffMember,
  events: readonly CaseEvent[],
  about: About,
): CaseEvent | undefined => {
  const last = events.findLast(({ kind }) => kind === 'danger-marked')
  return last?.data.from ? ownMove(member, events, about, last.seq) : undefined
}
