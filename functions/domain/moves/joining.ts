import { findableNames } from '#domain/basics/folded-name.ts'
import { findableNumbers } from '#domain/basics/phone-numbers.ts'
import { type CaseEvent, partyScope } from '#domain/history/events.ts'
import { sideOf } from '#domain/history/other-side.ts'
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

export type JoiningFault = 'tooManyRepresentatives' | 'otherSidesPerson' | 'bothSides'

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
 * True if this very person is on the other side already: nobody signs for a person they have a claim against. Of two with
 * the same name, those with two telephones are two people.
 */
export const isOnBothSides = (view: WithWords, input: MoveInput): boolean => {
  const { onSide = 'other', otherName = '', otherPhone = '' } = input
  const [names, phones] = [findableNames(otherName), findableNumbers(otherPhone)]
  return peopleIn(view.events).some(({ party }) => {
    if (sideOf(view.events, party) === onSide) return false
    const { name = '', phone = '' } = personIn(view, partyScope(party))
    const theirs = findableNumbers(phone)
    const isCertain = phones.length > 0 && theirs.length > 0
    return shares(names, findableNames(name)) && (!isCertain || shares(phones, theirs))
  })
}
