import { findableNames } from '#domain/basics/folded-name.ts'
import { findableNumbers } from '#domain/basics/phone-numbers.ts'
import { type CaseEvent, partyScope } from '#domain/history/events.ts'
import { personIn } from '#domain/history/people.ts'
import {
  mostRepresentatives,
  peopleIn,
  representativesOf,
  roleIn,
  standsForOther,
} from '#domain/history/roles.ts'
import type { WithWords } from '#domain/history/words.ts'
import type { MoveInput } from './fields.ts'

/** Who may join a case as what (docs/adr/0047-several-people.md). */

export type JoiningFault = 'tooManyRepresentatives' | 'otherSidesPerson' | PersonFault

/** This very person is on the other side, or on this one as the same. */
type PersonFault = 'bothSides' | 'registered'

/**
 * Why somebody cannot join, from the history: there are five representatives (信访工作条例 20), or they would stand for
 * somebody of the other side.
 */
export const joiningFault = (events: readonly CaseEvent[], input: MoveInput): JoiningFault | null => {
  const { onSide = 'other', role = 'principal', actsFor } = input
  if (role === 'representative' && representativesOf(events, onSide).length >= mostRepresentatives)
    return 'tooManyRepresentatives'
  if (!standsForOther(role)) return null
  const whom = roleIn(events, Number(actsFor))
  return whom?.side === onSide ? null : 'otherSidesPerson'
}

const shares = (one: string[], other: string[]): boolean => one.some((form) => other.includes(form))

/**
 * Why this very person cannot join: they are on the other side, and nobody signs for a person they have a claim against; or
 * they are on this side already as what they would be once more, with the same telephone or with none either time. Of two
 * with the same name, those with two telephones are two people.
 */
export const personFault = (view: WithWords, input: MoveInput): PersonFault | null => {
  const { onSide = 'other', role = 'principal', actsFor, otherName = '', otherPhone = '' } = input
  const [names, phones] = [findableNames(otherName), findableNumbers(otherPhone)]
  const whom = standsForOther(role) ? Number(actsFor) : undefined
  const faults = peopleIn(view.events).map((person): PersonFault | null => {
    const { name = '', phone = '' } = personIn(view, partyScope(person.party))
    if (!shares(names, findableNames(name))) return null
    const theirs = findableNumbers(phone)
    const isSame = shares(phones, theirs)
    if (person.side !== onSide)
      return isSame || phones.length === 0 || theirs.length === 0 ? 'bothSides' : null
    const isAgain = person.role === role && person.for === whom
    return isAgain && (isSame || phones.length + theirs.length === 0) ? 'registered' : null
  })
  return faults.find((fault) => fault === 'bothSides') ?? faults.find((fault) => fault !== null) ?? null
}
