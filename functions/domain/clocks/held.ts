import { heldFor } from '#domain/basics/bounds.ts'
import type { Instant } from '#domain/basics/time.ts'
import { wasAtCounty } from '#domain/history/case-history.ts'
import { codeGivers } from '#domain/history/code-givers.ts'
import { type CaseEvent, isPerson, partyOf, type Side } from '#domain/history/events.ts'
import type { NewEvent } from '#domain/history/new-event.ts'
import { statusIn } from '#domain/history/status-replay.ts'
import { endsCase } from '#domain/words/ends.ts'
import { type EventKind, eventRow } from '#domain/words/events.ts'
import type { Held } from '#domain/words/held.ts'
import { isEnded, type Status } from '#domain/words/statuses.ts'
import { keptAfter } from './kept-until.ts'

/**
 * What the holder of a code asks for that waits seven days and can be taken back until then. At the county, and where staff
 * gave the holder a code, somebody of the desk also speaks with the holder alone first, whatever the case is about
 * (rules.md R49).
 */

/** A request that has neither taken effect nor been taken back. */
export interface HeldRequest {
  what: Held
  /** Number of the person. */
  party: number
  askedAt: Instant
  /** When it takes effect; with a talk not before somebody has confirmed it. */
  effectiveAt: Instant
  /** True if somebody of the desk speaks with the holder first, before and after they have: it tells nobody that they did. */
  afterTalk: boolean
  /** True if somebody of the desk still has to speak with the holder. */
  unconfirmed: boolean
  /** True if the desk was told that and has set it aside. */
  setAside: boolean
  /** The talk that the desk recorded last, whatever came of it; null if there was none. */
  talk: CaseEvent | null
}

/** True if the event is about this person; one that names nobody is about who filed. */
const isAbout = ({ actor, data }: CaseEvent, party: number): boolean =>
  (data.party ?? (isPerson(actor) ? partyOf(actor) : 1)) === party

/** In which standing of the case something can be asked for, and which events make it void. */
const conditions: Record<
  Held,
  { when: (status: Status) => boolean; voids: (event: CaseEvent, party: number) => boolean }
> = {
  withdraw: { when: (status) => !isEnded(status), voids: ({ kind }) => endsCase(kind) },
  erase: {
    when: isEnded,
    voids: (event, party) => event.kind === 'reopened' || (event.kind === 'erased' && isAbout(event, party)),
  },
}

/** What the desk records after it has spoken with the holder alone. */
const talks: readonly EventKind[] = ['request-confirmed', 'request-set-aside']

/** True if a request of this person from now on needs a talk. */
export const needsTalk = (events: readonly CaseEvent[], party = 1): boolean =>
  wasAtCounty(events.slice(-1)) || codeGivers(events, undefined, party).length > 0

/** When periods end that still run; what happens after the request, such as closing the case, ends none of them earlier. */
const neededUntil = (events: readonly CaseEvent[], place: number): Instant[] =>
  [events.slice(0, place), events].flatMap((some) => keptAfter(some).map(({ until }) => until))

/** What a person has asked for and can still take back; null if nothing. */
export const heldOf = (events: readonly CaseEvent[], party: number): HeldRequest | null => {
  const place = events.findLastIndex((event) => eventRow(event.kind).asksFor && isAbout(event, party))
  const asked = events[place]
  const what = asked && eventRow(asked.kind).asksFor
  if (!asked || !what) return null
  const later = events.slice(place)
  const about = later.filter((event) => isAbout(event, party)).map(({ kind }) => kind)
  if (about.includes('request-cancelled') || later.some((event) => conditions[what].voids(event, party)))
    return null
  // A case that goes down again takes the talk along: whoever did not confirm it may have had a reason.
  const afterTalk = wasAtCounty(later) || codeGivers(events, undefined, party).length > 0
  return {
    what,
    party,
    askedAt: asked.at,
    effectiveAt: Math.max(asked.at + heldFor, ...(what === 'erase' ? neededUntil(events, place) : [])),
    afterTalk,
    unconfirmed: afterTalk && !about.includes('request-confirmed'),
    setAside: about.includes('request-set-aside'),
    talk: later.findLast((event) => talks.includes(event.kind) && isAbout(event, party)) ?? null,
  }
}

/** What the people of a case have asked for, each for themselves, who asked first first. */
export const heldsIn = (events: readonly CaseEvent[]): HeldRequest[] =>
  [...new Set(events.flatMap((event) => (eventRow(event.kind).asksFor ? (event.data.party ?? 1) : [])))]
    .flatMap((party) => heldOf(events, party) ?? [])
    .sort((one, other) => one.askedAt - other.askedAt)

const waits = ({ unconfirmed, setAside }: HeldRequest): boolean => unconfirmed && !setAside

/** The request that the desk has to do with next: one that waits for a talk, or the first; null if there is none. */
export const heldIn = (events: readonly CaseEvent[]): HeldRequest | null => {
  const helds = heldsIn(events)
  return helds.find(waits) ?? helds.find(({ unconfirmed }) => unconfirmed) ?? helds[0] ?? null
}

/** True if the desk has to speak with somebody about their request, and has not set that aside. */
export const waitsForTalk = (events: readonly CaseEvent[]): boolean => heldsIn(events).some(waits)

/** A request that takes effect at `now`; null if there is none. */
export const dueIn = (events: readonly CaseEvent[], now: Instant): HeldRequest | null =>
  heldsIn(events).find(({ unconfirmed, effectiveAt }) => !unconfirmed && now >= effectiveAt) ?? null

/** The event by which a case is withdrawn at the desk of a unit. */
export const withdrawnAt = (unitId: string, at: Instant): NewEvent<'withdrawn'> => ({
  ...{ kind: 'withdrawn', actor: 'system', at, unit: unitId, acting: '', data: {} },
})

/**
 * Why something cannot be asked for: only who filed withdraws; staff have seen the code; the case is in another standing; or
 * this person has asked for something.
 */
export type HeldFault = 'side' | 'codeSeen' | 'standing' | 'pending'

/** Why the holder cannot ask for this now; null if they can. */
export const askFault = (
  events: CaseEvent[],
  what: Held,
  { staffSaw, side, party }: { staffSaw: boolean; side: Side; party: number },
): HeldFault | null => {
  if (side === 'other' && what === 'withdraw') return 'side'
  if (staffSaw) return 'codeSeen'
  if (!conditions[what].when(statusIn(events))) return 'standing'
  return heldOf(events, party) ? 'pending' : null
}
