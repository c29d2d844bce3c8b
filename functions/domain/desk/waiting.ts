import type { Instant } from '#domain/basics/time.ts'
import { type Clock, isOpen } from '#domain/clocks/clocks.ts'
import { heldIn, heldsIn, waitsForTalk } from '#domain/clocks/held.ts'
import { handlerIn, pendingExtension } from '#domain/history/case-history.ts'
import { unansweredIn } from '#domain/history/conversation.ts'
import { type CaseEvent, isPerson, partyOf } from '#domain/history/events.ts'
import { sideOf } from '#domain/history/other-side.ts'
import { numberMissing } from '#domain/history/petition.ts'
import { publicationIn } from '#domain/history/publication.ts'
import { type SessionState, sessionsIn } from '#domain/sessions/sessions.ts'
import type { EventRow } from '#domain/words/event-row.ts'
import { eventRow } from '#domain/words/events.ts'
import type { Status } from '#domain/words/statuses.ts'
import type { Waits } from '#domain/words/waits.ts'

/** What a case waits for at its desk, and since when. */

export interface Waiting {
  waits: Waits | ''
  /** When that began to wait; null if nothing waits. */
  waitsSince: Instant | null
}

export const nothing: Waiting = { waits: '', waitsSince: null }

const since = (waits: Waits, event: Pick<CaseEvent, 'at'> | undefined): Waiting => ({
  waits,
  waitsSince: event?.at ?? null,
})

/** What an event asks for. Whoever is taken off a case may have brought it to another desk with it. */
const waitsAfter = ({ kind, data }: CaseEvent): EventRow['waits'] => {
  const { waits, takesOff } = eventRow(kind)
  return takesOff && data.from ? 'came' : waits
}

/** What the people of the case asked for or wrote: first what waits for a talk, then an urge, which asks for what is owed. */
export const saidIn = (events: readonly CaseEvent[]): Waiting => {
  if (waitsForTalk(events)) return { waits: 'held', waitsSince: heldIn(events)?.askedAt ?? null }
  const left = unansweredIn(events)
  const [first] = left
  if (!first) return nothing
  if (left.some(({ kind }) => kind === 'item-missed')) return since('missed', first)
  // The first of all: whoever urges after a message waits for an answer since that message.
  if (left.some(({ kind }) => kind === 'urged')) return since('urged', first)
  if (left.some(({ kind }) => kind === 'spot-disputed')) return since('denied', first)
  const isTheirs = left.every(({ actor }) => isPerson(actor) && sideOf(events, partyOf(actor)) === 'other')
  return since(isTheirs ? 'otherWrote' : 'wrote', first)
}

/** Nobody has to do anything for a withdrawal that takes effect by itself; who prepares a meeting must know of it. */
const withdrawingIn = (events: readonly CaseEvent[]): Waiting => {
  const held = heldsIn(events).find(({ what, unconfirmed }) => what === 'withdraw' && !unconfirmed)
  return held ? { waits: 'withdrawing', waitsSince: held.askedAt } : nothing
}

/** The number of a petition in the state's system, until it is recorded, also after the end. */
export const missingNumber = (events: readonly CaseEvent[]): Waiting => {
  const missing = numberMissing(events)
  return missing === null ? nothing : { waits: 'petitionNumber', waitsSince: missing }
}

/** The answer to a suggestion that its complainant wants published: to be written, then to be approved. */
export const publishing = (events: readonly CaseEvent[]): Waiting => {
  const publication = publicationIn(events)
  if (publication?.state === 'asked') return since('publishing', publication)
  return publication?.state === 'drafted' ? since('publishCheck', publication) : nothing
}

/**
 * What the case waits for: first contact with a person in danger before all else, then an approval, then somebody who
 * takes it over, then to be taken on, then an answer to what its people wrote, then what its last event asks for, then
 * that its holder withdraws it, then the number of a petition in the state's system.
 */
export const waitingIn = (events: CaseEvent[], clocks: readonly Clock[], status: Status): Waiting => {
  const contact = clocks.find((clock) => isOpen(clock) && clock.rule.owes === 'contact')
  if (contact) return { waits: 'contact', waitsSince: contact.startedAt }
  if (pendingExtension(events))
    return since(
      'approve',
      events.findLast(({ data }) => data.asks),
    )
  if (status !== 'filed' && handlerIn(events).vacant)
    return since(
      'vacant',
      events.findLast(({ kind, data }) => eventRow(kind).takesOff || (kind === 'assigned' && !data.staff)),
    )
  const last = events.findLast((event) => waitsAfter(event) !== 'same')
  const after = last ? waitsAfter(last) : 'nothing'
  if (after === 'nothing' && status === 'filed') return since('new', events[0])
  const said = saidIn(events)
  if (said.waits) return said
  const has = (...wanted: SessionState[]) => sessionsIn(events).some(({ state }) => wanted.includes(state))
  // An answer about times asks for a step only while one of these can be set; who wants to talk, until a time is asked for.
  const isDone =
    (after === 'chosen' && !has('proposed')) || (after === 'willing' && has('proposed', 'planned', 'held'))
  if (!isDone && after !== 'nothing' && after !== 'same') return since(after, last)
  const withdrawing = withdrawingIn(events)
  return withdrawing.waits ? withdrawing : missingNumber(events)
}
