import { type CaseEvent, partyScope } from '#domain/history/events.ts'
import { personLabel } from '#domain/history/person-label.ts'
import type { Option } from '#domain/moves/readers.ts'
import type { Move, MoveField, MoveKind } from '#domain/moves/table.ts'
import { moves } from '#domain/moves/table.ts'
import { spokenStart } from '#domain/sessions/sentences.ts'
import { type Session, sessionsThat } from '#domain/sessions/sessions.ts'
import { comersIn, fixOf } from './answers.ts'

/** The options of the forms about meetings. */

const people = (events: readonly CaseEvent[], parties: readonly number[]): Option[] =>
  [...new Set(parties)].map((party) => ({ id: String(party), name: personLabel(events, party) }))

/** What a meeting is called in a form: when it is and with whom. */
const sessionName = (events: readonly CaseEvent[], { start, open, people: parties }: Session): string => {
  const [first] = open[0]?.proposal.slots ?? []
  const when =
    start > 0 ? spokenStart(start) : first ? `${spokenStart(first.start)}（还没有定）` : '还没有定时间'
  return `${when}，${parties.map((party) => personLabel(events, party)).join('、')}`
}

/** Who said that a time suits them. */
const suits = (events: readonly CaseEvent[], { open }: Session, id: string): string => {
  const yes = open.filter(({ proposal }) => proposal.chosen?.includes(id)).map(({ party }) => party)
  const silent = open.filter(({ proposal }) => proposal.chosen === null).map(({ party }) => party)
  const names = (parties: number[]) => parties.map((party) => personLabel(events, party)).join('、')
  return [
    yes.length > 0 ? `${names(yes)}行。` : '还没有人说行。',
    silent.length > 0 ? `${names(silent)}还没有答。` : '',
  ].join('')
}

const proposedSlots = (sessions: readonly Session[]) =>
  sessions.flatMap((session) => (session.open[0]?.proposal.slots ?? []).map((slot) => ({ session, slot })))

/** Options of a field that depend on the meetings of the case; undefined for other fields. */
export const sessionOptions = (
  field: MoveField,
  kind: MoveKind,
  events: readonly CaseEvent[],
  now: number,
): Option[] | undefined => {
  const { ifSession = 'live' }: Move = moves[kind]
  const sessions = sessionsThat(events, ifSession, now)
  switch (field) {
    case 'comers':
      return people(events, comersIn(events))
    case 'chooser':
      return people(
        events,
        sessions.flatMap(({ open }) => open.map(({ party }) => party)),
      )
    case 'choice':
      return [...new Map(proposedSlots(sessions).map(({ slot }) => [slot.id, slot])).values()].map(
        ({ id, start }) => ({
          id,
          name: spokenStart(start),
        }),
      )
    case 'fix':
      return proposedSlots(sessions).map(({ session, slot }) => ({
        id: fixOf(session, slot),
        name: spokenStart(slot.start),
        note: suits(events, session, slot.id),
      }))
    case 'meeting':
      return sessions.map((session) => ({ id: String(session.id), name: sessionName(events, session) }))
    case 'absentees':
    case 'signers':
      return people(
        events,
        sessions.flatMap((session) => session.people),
      )
    default:
      return undefined
  }
}

/** The key scopes under which the place of a proposal stands. */
export const scopesOf = ({ people: parties }: Session) => parties.map(partyScope)
