import { partyRoles } from '#domain/words/party-roles.ts'
import type { CaseEvent } from './events.ts'
import { peopleIn } from './roles.ts'

/** Names of the two sides, as staff read them. */
const sides = { complainant: '申请人一方', other: '对方' } as const

/**
 * A person without their name, as the forms of the desk offer them: their side, their place on it if there are several, and
 * what they are if they are no principal.
 */
export const personLabel = (events: readonly CaseEvent[], party: number): string => {
  const people = peopleIn(events)
  const one = people.find((person) => person.party === party)
  if (!one) return '已经不在这件案子里的人'
  if (party === 1) return '申请人'
  const beside = people.filter(({ side, party: number }) => side === one.side && number !== 1)
  const place = beside.length > 1 ? `第 ${beside.indexOf(one) + 1} 位` : ''
  const role = one.role === 'principal' ? '' : `（${partyRoles[one.role].name}）`
  return `${sides[one.side]}${place}${role}`
}
