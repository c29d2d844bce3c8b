import { findableNames } from '#domain/basics/folded-name.ts'
import { findableNumbers } from '#domain/basics/phone-numbers.ts'
import { type CaseEvent, complainant } from '#domain/history/events.ts'
import { givenBy } from '#domain/history/people.ts'
import type { WithWords } from '#domain/history/words.ts'
import type { StaffMember } from '#domain/staff/staff.ts'

/** Giving a new code to a complainant who lost theirs (rules.md R66). Access to the case is judged before. */

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

/**
 * True if the complainant gave this name and this telephone, as written at any time. Who filed without a name, or was
 * erased, cannot be known again.
 * @param typed bounded by the caller
 */
export const isComplainant = (view: WithWords, typed: { name: string; phone: string }): boolean => {
  const said = givenBy(view, complainant)
  const names = said.flatMap(({ name }) => findableNames(name ?? ''))
  const phones = said.flatMap(({ phone }) => findableNumbers(phone ?? ''))
  return shares(findableNames(typed.name), names) && shares(findableNumbers(typed.phone), phones)
}
