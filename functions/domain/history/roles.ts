import type { Authority, Heard, PartyRole } from '#domain/words/party-roles.ts'
import type { CaseEvent, Side } from './events.ts'

/** Who the people of a case are, for whom they stand, and what they may sign (docs/adr/0047-several-people.md). */

/** A person of a case who has a part in it now. */
export interface Person {
  party: number
  side: Side
  role: PartyRole
  /** Number of the person whom a proxy or a guardian stands for. */
  for: number | undefined
  authority: Authority | undefined
  heard: Heard | undefined
}

/** True if somebody has no part any more: they were erased, or another stands in their place. */
const isGone = (events: readonly CaseEvent[], party: number): boolean =>
  events.some(({ kind, data }) => (kind === 'erased' || kind === 'stood-down') && data.party === party)

/** Everybody who has a part now, in the order in which they joined; who filed without a name is one of them. */
export const peopleIn = (events: readonly CaseEvent[]): Person[] =>
  events.flatMap(({ kind, data }) =>
    kind !== 'party' || data.party === undefined || isGone(events, data.party)
      ? []
      : {
          party: data.party,
          side: data.side ?? 'complainant',
          role: data.role ?? 'principal',
          for: data.for,
          authority: data.authority,
          heard: data.heard,
        },
  )

/** One of them; undefined if they have no part. */
export const roleIn = (events: readonly CaseEvent[], party: number): Person | undefined =>
  peopleIn(events).find((person) => person.party === party)

/** True if a refusal of this person ends the mediation: it is about them, or about the one they are the guardian of. */
export const decidesToTalk = (role: PartyRole): boolean => role === 'principal' || role === 'guardian'

/** True if somebody stands for another, who is one of the same side. */
export const standsForOther = (role: PartyRole): boolean => role === 'proxy' || role === 'guardian'

/** Numbers of those whose part can end while the case goes on: all but the principals. */
export const standInsIn = (events: readonly CaseEvent[]): number[] =>
  peopleIn(events).flatMap(({ party, role }) => (role === 'principal' ? [] : party))

/** How many representatives a group has at most (信访工作条例 20). */
export const mostRepresentatives = 5

/** Numbers of the representatives of a side. */
export const representativesOf = (events: readonly CaseEvent[], side: Side): number[] =>
  peopleIn(events).flatMap((one) => (one.side === side && one.role === 'representative' ? one.party : []))

/**
 * Why a person cannot agree to a settlement: they have no part any more; their paper does not name conceding and settling
 * (民事诉讼法 62); or nobody has recorded that the ward was heard. Null if they can: principals, members and representatives
 * for themselves, the others for the one they stand for.
 */
export const signingFault = (
  events: readonly CaseEvent[],
  party: number,
): 'gone' | 'authority' | 'unheard' | null => {
  const person = roleIn(events, party)
  if (!person) return 'gone'
  if (person.role === 'proxy' && person.authority !== 'special') return 'authority'
  return person.role === 'guardian' && !person.heard ? 'unheard' : null
}

/** Numbers of those whom a signature of this person binds: never anybody of the other side, nor the whole of a group. */
export const bindsIn = (events: readonly CaseEvent[], party: number): number[] => {
  const person = roleIn(events, party)
  if (!person || signingFault(events, party)) return []
  return [person.for ?? party]
}
