import { startDigits } from '#domain/basics/read-time.ts'
import type { Instant } from '#domain/basics/time.ts'
import { consentIn } from '#domain/history/consent.ts'
import { type CaseEvent, complainant, erases, partyOf } from '#domain/history/events.ts'
import { othersIn } from '#domain/history/other-side.ts'
import type { Slot } from '#domain/history/session-facts.ts'
import type { MoveInput } from '#domain/moves/fields.ts'
import { type Session, sessionsIn, sessionsThat } from '#domain/sessions/sessions.ts'

/** What the answers of the forms about meetings mean in a case. */

/** Numbers of the people who can be asked to come: the complainant, and who of the other side agreed to talk. */
export const comersIn = (events: readonly CaseEvent[]): number[] => [
  ...(events.some((event) => erases(event, complainant)) ? [] : [partyOf(complainant)]),
  ...othersIn(events).filter((party) => consentIn(events, party)?.kind === 'agreed'),
]

const slotOf = (start: Instant): Slot => ({ id: startDigits(start), start })

/** The proposed times of a form, in order. */
export const slotsOf = ({ time1, time2, time3 }: MoveInput): Slot[] =>
  [time1, time2, time3].flatMap((start) => (start === undefined ? [] : slotOf(start)))

/** The value of a choice of a time: the meeting, and the time. */
export const fixOf = (session: Pick<Session, 'id'>, slot: Slot): string => `${session.id}-${slot.id}`

/**
 * The meeting and the time that were chosen to be set, and who still wants to come; null if they are not proposed any more,
 * or nobody does.
 */
export const fixedIn = (
  events: readonly CaseEvent[],
  { fix = '' }: MoveInput,
  now: Instant,
): { session: Session; slot: Slot; people: number[] } | null => {
  const comers = comersIn(events)
  for (const session of sessionsThat(events, 'proposed', now)) {
    const people = session.people.filter((party) => comers.includes(party))
    const slots = session.open.flatMap(({ proposal }) => proposal.slots)
    const slot = slots.find((one) => fixOf(session, one) === fix)
    if (slot) return people.length > 0 ? { session, slot, people } : null
  }
  return null
}

/** The meeting that a form names, or the one in which a person answers. */
export const meetingOf = (
  events: readonly CaseEvent[],
  { meeting, chooser }: MoveInput,
): Session | undefined =>
  sessionsIn(events).find(({ id, open }) =>
    chooser ? open.some(({ party }) => String(party) === chooser) : String(id) === meeting,
  )

/** Numbers of people from the values of a form, in order. */
export const numbers = (chosen: readonly string[] = []): number[] =>
  chosen.map(Number).toSorted((a, b) => a - b)
