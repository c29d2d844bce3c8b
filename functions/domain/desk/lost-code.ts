import { findableNames } from '#domain/basics/folded-name.ts'
import { findableNumbers } from '#domain/basics/phone-numbers.ts'
import { type CaseEvent, complainant, partyOf, partyScope } from '#domain/history/events.ts'
import { invitedIn } from '#domain/history/other-side.ts'
import { givenBy } from '#domain/history/people.ts'
import { peopleIn } from '#domain/history/roles.ts'
import type { WithWords } from '#domain/history/words.ts'
import type { StaffMember } from '#domain/staff/staff.ts'

/** Giving a new code to somebody who lost theirs (rules.md R66). Access to the case is judged before. */

/**
 * True if a member of staff has a hand in the case: with the code they could speak for its holder. An event names them (they
 * handle it or did, answer for it, or were taken off it), or they did anything in it but register it or replace its code.
 */
export const hasHandIn = (events: readonly CaseEvent[], { id }: Pick<StaffMember, 'id'>): boolean =>
  events.some(
    ({ kind, actor, data }) =>
      (actor === `staff:${id}` &&
        kind !== 'filed' &&
        !(kind === 'party' && data.party === 1) &&
        kind !== 'code-reissued') ||
      data.staff === id,
  )

const shares = (ours: string[], theirs: string[]): boolean => ours.some((form) => theirs.includes(form))

/** Numbers of those who have, or had, a code: who filed, and whom staff gave one, on whichever side. */
const holdersIn = (events: readonly CaseEvent[]): number[] =>
  peopleIn(events).flatMap(({ party }) =>
    party === partyOf(complainant) || invitedIn(events, party) ? party : [],
  )

/**
 * The number of the holder of a code of whom this name and this telephone are known, as written at any time; null if there
 * is none. Who filed without a name, left no telephone, or was erased, cannot be known again. Danger decides nothing: a
 * refusal would tell the other side of it (rules.md R49).
 * @param typed bounded by the caller
 */
export const holderCalled = (view: WithWords, typed: { name: string; phone: string }): number | null => {
  const [names, phones] = [findableNames(typed.name), findableNumbers(typed.phone)]
  const isCalled = (party: number): boolean => {
    const said = givenBy(view, partyScope(party))
    return (
      shares(
        names,
        said.flatMap(({ name }) => findableNames(name ?? '')),
      ) &&
      shares(
        phones,
        said.flatMap(({ phone }) => findableNumbers(phone ?? '')),
      )
    )
  }
  return holdersIn(view.events).find(isCalled) ?? null
}
