import { type Actor, type CaseEvent, partyScope, personOf, type Scope } from './events.ts'
import { peopleIn } from './roles.ts'
import { type StoredWords, type WithWords, wordsIn } from './words.ts'

/** What the people of a case gave of themselves. */

/** The key scopes of the people of a case, in the order in which they joined. */
export const scopesOfPeople = (events: readonly CaseEvent[]): Scope[] => [
  ...new Set(events.flatMap((event) => personOf(event) ?? [])),
]

type Given = StoredWords['party']

/** Answers of one person, oldest first, as they stand now: a correction changes only what it names. */
export const asCorrected = (given: readonly Given[]): Given => Object.assign({}, ...given)

/** True if somebody gave of themselves with the event, or was corrected. */
export const isGiven = (event: CaseEvent): event is CaseEvent & { kind: 'party' | 'party-corrected' } =>
  event.kind === 'party' || event.kind === 'party-corrected'

/** All answers of a person of a case, oldest first, those that were corrected since included. */
export const givenBy = (view: WithWords, person: Scope | Actor): Given[] =>
  view.events
    .filter(isGiven)
    .flatMap((event) => (personOf(event) === person ? (wordsIn(view, event) ?? []) : []))

/** What is known of a person of a case; empty if they are unknown or erased. */
export const personIn = (view: WithWords, person: Scope | Actor): Given => asCorrected(givenBy(view, person))

/** The people on the other side, as staff recorded them; without the roll of a group, and who stands for others. */
export const namedOthers = (view: WithWords): Given[] =>
  peopleIn(view.events).flatMap(({ party, side, role }) =>
    side === 'other' && (role === 'principal' || role === 'representative')
      ? personIn(view, partyScope(party))
      : [],
  )

/** Their full names. */
export const otherNames = (view: WithWords): string[] => namedOthers(view).flatMap(({ name }) => name ?? [])
