import { heldFor } from '#domain/basics/bounds.ts'
import type { Instant } from '#domain/basics/time.ts'
import { codeGivers } from '#domain/history/code-givers.ts'
import type { CaseEvent, Side } from '#domain/history/events.ts'
import type { NewEvent } from '#domain/history/new-event.ts'
import { statusIn } from '#domain/history/status-replay.ts'
import { area, unit } from '#domain/places/areas.ts'
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

/** In which standing of the case something can be asked for, and which kinds of event make it void. */
const conditions: Record<Held, { when: (status: Status) => boolean; voids: (kind: EventKind) => boolean }> = {
  withdraw: { when: (status) => !isEnded(status), voids: endsCase },
  erase: { when: isEnded, voids: (kind) => kind === 'reopened' || kind === 'erased' },
}

/** What the desk records after it has spoken with the holder alone. */
const talks: readonly EventKind[] = ['request-confirmed', 'request-set-aside']

/** True if the case was at a desk of the county after any of these events. */
const wasAtCounty = (events: readonly CaseEvent[]): boolean =>
  events.some(({ unit: desk }) => area(unit(desk).area).level === 'county')

/** True if a request from now on needs a talk. */
export const needsTalk = (events: readonly CaseEvent[]): boolean =>
  wasAtCounty(events.slice(-1)) || codeGivers(events).length > 0

/** When periods end that still run; what happens after the request, such as closing the case, ends none of them earlier. */
const neededUntil = (events: readonly CaseEvent[], place: number): Instant[] =>
  [events.slice(0, place), events].flatMap((some) => keptAfter(some).map(({ until }) => until))

/** What the holder has asked for and can still take back; null if nothing. */
export const heldIn = (events: readonly CaseEvent[]): HeldRequest | null => {
  const place = events.findLastIndex(({ kind }) => eventRow(kind).asksFor)
  const asked = events[place]
  const what = asked && eventRow(asked.kind).asksFor
  if (!asked || !what) return null
  const later = events.slice(place).map(({ kind }) => kind)
  if (later.includes('request-cancelled') || later.some(conditions[what].voids)) return null
  // A case that goes down again takes the talk along: whoever did not confirm it may have had a reason.
  const afterTalk = wasAtCounty(events.slice(place)) || codeGivers(events).length > 0
  return {
    what,
    party: asked.data.party ?? 1,
    askedAt: asked.at,
    effectiveAt: Math.max(asked.at + heldFor, ...(what === 'erase' ? neededUntil(events, place) : [])),
    afterTalk,
    unconfirmed: afterTalk && !later.includes('request-confirmed'),
    setAside: later.includes('request-set-aside'),
    talk: events.slice(place).findLast(({ kind }) => talks.includes(kind)) ?? null,
  }
}

/** True if the desk has to speak with the holder, and has not set that aside. */
export const waitsForTalk = (events: readonly CaseEvent[]): boolean => {
  const held = heldIn(events)
  return held?.unconfirmed === true && !held.setAside
}

/** The request that takes effect at `now`; null if there is none. */
export const dueIn = (events: readonly CaseEvent[], now: Instant): HeldRequest | null => {
  const held = heldIn(events)
  return held && !held.unconfirmed && now >= held.effectiveAt ? held : null
}

/** The event by which a case is withdrawn at the desk of a unit. */
export const withdrawnAt = (unitId: string, at: Instant): NewEvent<'withdrawn'> => ({
  ...{ kind: 'withdrawn', actor: 'system', at, unit: unitId, acting: '', data: {} },
})

/** Why something cannot be asked for: only the complainant can; staff have seen the code, the case is in another standing, or something was asked for. */
export type HeldFault = 'side' | 'codeSeen' | 'standing' | 'pending'

/** Why the holder cannot ask for this now; null if they can. */
export const askFault = (
  events: CaseEvent[],
  what: Held,
  { staffSaw, side }: { staffSaw: boolean; side: Side },
): HeldFault | null => {
  if (side === 'other') return 'side'
  if (staffSaw) return 'codeSeen'
  if (!conditions[what].when(statusIn(events))) return 'standing'
  return heldIn(events) ? 'pending' : null
}
