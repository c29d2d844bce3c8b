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

/** The meeting and the time that were chosen to be set; null if they are not proposed any more. */
export const fixedIn = (
  events: readonly CaseEvent[],
  { fix = '' }: MoveInput,
  now: Instant,
): { session: Session; slot: Slot } | null => {
  for (const session of sessionsThat(events, 'proposed', now))
    for (const { proposal } of session.open)
      for (const slot of proposal.slots) if (fixOf(session, slot) === fix) return { session, slot }
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
