import { type EventKind, eventRow } from '#domain/words/events.ts'
import {
  type CaseEvent,
  complainant,
  type EventData,
  isPerson,
  partyOf,
  type Scope,
  type Side,
} from './events.ts'
import { bindsIn, peopleIn } from './roles.ts'
import type { SessionFacts } from './session-facts.ts'
import { spotIn, wasThere } from './spot.ts'

/** The number of the person who filed. */
const filer = partyOf(complainant)

/** The people of the other side (对方当事人), and what they know of a case (docs/adr/0042-the-other-party.md). */

/** On which side a person of a case is; who filed it, and anybody unknown, is with the complainant. */
export const sideOf = (events: readonly CaseEvent[], party: number): Side =>
  events.find(({ kind, data }) => kind === 'party' && data.party === party)?.data.side ?? 'complainant'

/** Numbers of the people of the other side, in the order in which they were registered; who was erased or stood down is not one. */
export const othersIn = (events: readonly CaseEvent[]): number[] =>
  peopleIn(events).flatMap(({ party, side }) => (side === 'other' ? party : []))

/** Numbers of all but the person who filed, of both sides: they know only what is for them. */
export const guestsIn = (events: readonly CaseEvent[]): number[] =>
  peopleIn(events).flatMap(({ party }) => (party === filer ? [] : party))

/**
 * The event that invited a person or gave them a code; undefined if nobody has. They know of the case from it on. Who was
 * there on the spot knows of its record.
 */
export const invitedIn = (events: readonly CaseEvent[], party: number): CaseEvent | undefined => {
  const spot = spotIn(events)
  if (spot && wasThere(events, party, spot)) return spot
  return events.find(
    ({ kind, data }) => (kind === 'invited' || kind === 'code-given') && data.party === party,
  )
}

/**
 * Numbers of those to whom staff give a code without words that the complainant approves: the complainant's own side, and
 * once somebody of the other side was invited, those who stand for them.
 */
export const withoutInvitation = (events: readonly CaseEvent[]): number[] => {
  const isAsked = othersIn(events).some((party) => invitedIn(events, party))
  return peopleIn(events).flatMap(({ party, side, role }) => {
    if (party === filer) return []
    const joins = side === 'complainant' || (isAsked && (role === 'representative' || role === 'proxy'))
    return joins ? party : []
  })
}

/** The facts of an event that the other side knows: nothing of clocks, units, staff or ways. */
const known = [
  ...(['to', 'party', 'delivery', 'call', 'reached', 'file', 'codeSeen', 'consultation'] as const),
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

/**
 * True if a person knows of an event that is not theirs and not for them.
 * @param signsFor those in whose place the person may sign: what these make they read too, but not who has read it
 */
const concerns = (kind: EventKind, data: EventData, party: number, signsFor: readonly number[]): boolean => {
  const { otherSide } = eventRow(kind)
  if (otherSide === 'parties') {
    const readers = kind === 'agreement-read' ? [party] : [party, ...signsFor]
    return data.parties?.some((one) => readers.includes(one)) === true
  }
  return otherSide === 'all' || (otherSide === 'own' && data.party === party)
}

/**
 * True if staff turned to them: not what people of the case do, what happens by itself, and a counter that gave them
 * another code because they came.
 */
const isTurning = ({ kind, actor }: CaseEvent): boolean =>
  !isPerson(actor) && actor !== 'system' && kind !== 'code-reissued'

/**
 * The history as a person of the other side knows it, from their invitation on: what they did, words for them, and the
 * few steps that everybody learns of. The unit of each event is the last that turned to them, so a case that goes to
 * another unit shows there only once that unit does: in danger or not (rules.md R49).
 */
export const knownToOther = (events: readonly CaseEvent[], party: number): CaseEvent[] => {
  const scope: Scope = `party:${party}`
  const invited = invitedIn(events, party)
  if (!invited) return []
  const signsFor = bindsIn(events, party)
  let { unit } = invited
  return events
    .filter(
      ({ seq, kind, actor, data }) =>
        seq >= invited.seq &&
        (actor === scope || data.to?.includes(scope) || concerns(kind, data, party, signsFor)),
    )
    .map((event) => {
      if (isTurning(event)) unit = event.unit
      return { ...event, unit, data: knownData(event.data) }
    })
}
