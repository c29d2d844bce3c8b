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
 * Who makes an agreement. Its text names them to both sides, so somebody of a group does only if staff chose them: the
 * roll is for staff alone (docs/adr/0047-several-people.md).
 * @param chosen their numbers; none: all but the members of a group
 */
export const makersAmong = <M extends Maker>(people: readonly M[], chosen: readonly string[]): M[] =>
  people.filter(
    (one) => isFiler(one) || (chosen.length > 0 ? chosen.includes(String(one.party)) : one.role !== 'member'),
  )

/** True if somebody whom a version names has no part in the case any more: it is written anew before anybody signs. */
export const isOutdated = (events: readonly CaseEvent[], parties: readonly number[]): boolean =>
  parties.some((party) => signingFault(events, party) === 'gone')

/** Numbers of those who stand for a maker and cannot sign: their paper does not say so, or the ward was not heard. */
export const cannotSignFor = (events: readonly CaseEvent[], maker: number): number[] =>
  peopleIn(events).flatMap(({ party, for: ward }) =>
    ward === maker && signingFault(events, party) !== null ? party : [],
  )
