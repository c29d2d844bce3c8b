import { type CaseEvent, complainant, partyOf } from '#domain/history/events.ts'
import { type Person, peopleIn, signingFault, standsForOther } from '#domain/history/roles.ts'

/** Who makes an agreement, and who can sign it. */

/** Somebody who can make an agreement, on one of the two sides. */
export type Maker = Pick<Person, 'party' | 'side' | 'role'>

/**
 * The people of a case who can make an agreement, in the order in which they joined: each signs for themselves, members of
 * a group too. Who stands for another (`roles.ts`) signs in their place and makes none of their own.
 */
export const canMake = (events: readonly CaseEvent[]): Maker[] =>
  peopleIn(events).flatMap(({ party, side, role }) => (standsForOther(role) ? [] : { party, side, role }))

/** True for the person who filed: no agreement of their case is made without them. */
const isFiler = ({ party }: Maker): boolean => party === partyOf(complainant)

/** Those of whom staff choose who makes it. */
export const chosenFrom = <M extends Maker>(people: readonly M[]): M[] =>
  people.filter((one) => !isFiler(one))

/**
 * True if somebody makes an agreement only where staff chose them: one of a group, because the text names them to both
 * sides and the roll is for staff alone; who was elected to speak for it, because they owe nothing and are owed nothing
 * themselves (docs/adr/0047-several-people.md).
 */
export const isChosenOnly = ({ role }: Maker): boolean => role === 'member' || role === 'representative'

/**
 * Who makes an agreement.
 * @param chosen their numbers; none: all but those who make it only if chosen
 */
export const makersAmong = <M extends Maker>(people: readonly M[], chosen: readonly string[]): M[] =>
  people.filter(
    (one) => isFiler(one) || (chosen.length > 0 ? chosen.includes(String(one.party)) : !isChosenOnly(one)),
  )

/** True if somebody whom a version names has no part in the case any more: it is written anew before anybody signs. */
export const isOutdated = (events: readonly CaseEvent[], parties: readonly number[]): boolean =>
  parties.some((party) => signingFault(events, party) === 'gone')

/** Numbers of those who stand for a maker and cannot sign: their paper does not say so, or the ward was not heard. */
export const cannotSignFor = (events: readonly CaseEvent[], maker: number): number[] =>
  peopleIn(events).flatMap(({ party, for: ward }) =>
    ward === maker && signingFault(events, party) !== null ? party : [],
  )
