import { type EventKind, eventRow } from '#domain/words/events.ts'
import type { CaseEvent, EventData, Scope, Side } from './events.ts'
import { spotIn, wasThere } from './spot.ts'
import type { SessionFacts } from './session-facts.ts'

/** The people of the other side (对方当事人), and what they know of a case (docs/adr/0042-the-other-party.md). */

/** On which side a person of a case is; who filed it, and anybody unknown, is with the complainant. */
export const sideOf = (events: readonly CaseEvent[], party: number): Side =>
  events.find(({ kind, data }) => kind === 'party' && data.party === party)?.data.side ?? 'complainant'

/** Numbers of the people of the other side, in the order in which they were registered; who was erased is not one. */
export const othersIn = (events: readonly CaseEvent[]): number[] =>
  events.flatMap(({ kind, data: { party, side } }) =>
    kind === 'party' &&
    side === 'other' &&
    party !== undefined &&
    !events.some((later) => later.kind === 'erased' && later.data.party === party)
      ? party
      : [],
  )

/** The event that invited a person; undefined if nobody has. Who was there on the spot knows of its record. */
export const invitedIn = (events: readonly CaseEvent[], party: number): CaseEvent | undefined => {
  const spot = spotIn(events)
  if (spot && wasThere(events, party, spot)) return spot
  return events.find(({ kind, data }) => kind === 'invited' && data.party === party)
}

/** The facts of an event that the other side knows: nothing of clocks, units, staff or ways. */
const known = [
  ...(['to', 'party', 'delivery', 'call', 'file', 'codeSeen'] as const),
  // What an agreement says in the open, the same for everybody who makes it.
  ...(['parties', 'agreement', 'version', 'form', 'effectiveOn', 'signed', 'item', 'confirmedOn'] as const),
  ...(['spot', 'signedBoth', 'agreedOn'] as const),
] satisfies (keyof EventData)[]

/** Of a meeting: when it is, and with whom of the two sides; neither room nor mediator. */
const knownSession = ({ id, slots, choose, start, length, form, apart }: SessionFacts): SessionFacts => ({
  id,
  ...(slots && { slots }),
  ...(choose && { choose }),
  ...(start !== undefined && { start }),
  ...(length !== undefined && { length }),
  ...(form && { form }),
  ...(apart && { apart }),
})

const knownData = ({ session, ...data }: EventData): EventData => ({
  ...Object.fromEntries(known.flatMap((key) => (data[key] === undefined ? [] : [[key, data[key]]]))),
  ...(session && { session: knownSession(session) }),
})
const concerns = (kind: EventKind, data: EventData, party: number): boolean => {
  const { otherSide } = eventRow(kind)
  if (otherSide === 'parties') return data.parties?.includes(party) === true
  return otherSide === 'all' || (otherSide === 'own' && data.party === party)
}

/**
 * The history as a person of the other side knows it, from their invitation on: what they did, words for them, and the
 * few steps that everybody learns of. The unit of each event is its desk, so a case that goes to another unit shows there
 * only once that unit turns to them: in danger or not (rules.md R49).
 */
export const knownToOther = (events: readonly CaseEvent[], party: number): CaseEvent[] => {
  const scope: Scope = `party:${party}`
  const invited = invitedIn(events, party)
  if (!invited) return []
  return events
    .filter(
      ({ seq, kind, actor, data }) =>
        seq >= invited.seq && (actor === scope || data.to?.includes(scope) || concerns(kind, data, party)),
    )
    .map((event) => ({ ...event, data: knownData(event.data) }))
}
