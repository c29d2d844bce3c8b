import { recusedIn } from '#domain/history/case-history.ts'
import type { CaseEvent } from '#domain/history/events.ts'
import { roles, type StaffMember } from '#domain/staff/staff.ts'
import type { About } from '#domain/words/about.ts'
import { eventRow } from '#domain/words/events.ts'

/**
 * The trace of a case: whoever registered it or handed it on still reads where it is and what became of it (跟踪反馈),
 * never what a person wrote. Danger, and a case about people who handle cases, end every trace: then the case does not
 * exist for them (rules.md R49, R50).
 */

const wasInDanger = (events: readonly CaseEvent[]): boolean =>
  events.some(({ kind, data }) => kind === 'danger-marked' || data.danger === true)

/** True if staff of `acting` gave the case to another unit, or registered it, with this event. */
const handedOn = ({ kind, acting, data }: CaseEvent): boolean =>
  acting !== '' && ((kind === 'filed' && !data.imported) || data.from !== undefined)

/** Ids of the units that keep a trace of the case. */
export const traceUnits = (events: readonly CaseEvent[], about: About): string[] =>
  about !== 'none' || wasInDanger(events)
    ? []
    : [...new Set(events.filter(handedOn).map(({ acting }) => acting))]

/** True if this person may read the trace. */
export const mayTrace = (
  member: Pick<StaffMember, 'id' | 'unit' | 'role'>,
  events: readonly CaseEvent[],
  about: About,
): boolean =>
  roles[member.role].handles &&
  !recusedIn(events).includes(member.id) &&
  traceUnits(events, about).includes(member.unit)

/** The events a trace shows: where the case was registered, where it went, and each change of its status. */
export const traceSteps = (events: readonly CaseEvent[]): CaseEvent[] =>
  events
    .filter(({ kind, data }) => kind !== 'message' && (data.from || eventRow(kind).leadsTo))
    // Other facts stay with those who handle the case, and why somebody was taken off it.
    .map((event) => ({
      ...event,
      kind: eventRow(event.kind).publicAs ?? event.kind,
      data: event.data.from ? { from: event.data.from } : {},
    }))
