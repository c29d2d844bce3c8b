import { heldIn } from '#domain/clocks/held.ts'
import { unansweredIn } from '#domain/history/conversation.ts'
import {
  type CaseEvent,
  complainant,
  type EventData,
  isPerson,
  type PartyScope,
  partyOf,
  partyScope,
} from '#domain/history/events.ts'
import type { NewEvent } from '#domain/history/new-event.ts'
import { roleIn, standsForOther } from '#domain/history/roles.ts'
import type { MoveInput } from '#domain/moves/fields.ts'
import { type Move, type MoveKind, moves } from '#domain/moves/table.ts'
import { eventRow } from '#domain/words/events.ts'

/** What a move says of the people of a case: who joins, who said something, whom words are for. */

type Events = readonly CaseEvent[]

/** Whom a call reached: of those who asked for one, who has waited longest; nobody is named if it is the complainant. */
const rung = (events: Events): EventData => {
  const asked = unansweredIn(events).find(({ data }) => data.call === true)
  return asked && isPerson(asked.actor) && asked.actor !== complainant ? { party: partyOf(asked.actor) } : {}
}

/** With whom the desk has spoken about their request; nobody is named if it is who filed. */
const talked = (kind: MoveKind, events: Events): EventData => {
  if (!(moves[kind] as Move).ifUnconfirmed && !(moves[kind] as Move).ifUntalked) return {}
  const party = heldIn(events)?.party ?? 1
  return party === 1 ? {} : { party }
}

/** Of which side somebody says that they want to talk or do not, and as what, as in an act of their own. */
const sayer = (kind: MoveKind, events: Events, { whom }: MoveInput): EventData => {
  const person = kind === 'agreed' || kind === 'refused' ? roleIn(events, Number(whom)) : undefined
  if (!person) return {}
  return {
    ...(person.side === 'complainant' && { side: person.side }),
    ...(person.role !== 'principal' && { role: person.role }),
  }
}

/** The facts about people that a kind of move adds to its event. */
export const peopleFacts = (kind: MoveKind, events: Events, input: MoveInput): EventData => ({
  ...(eventRow(kind).rings && rung(events)),
  ...sayer(kind, events, input),
  ...talked(kind, events),
})

/** For whom somebody stands, and by what. */
const standing = ({ role = 'principal', actsFor, authority, heard }: MoveInput): EventData =>
  standsForOther(role)
    ? {
        ...(actsFor && { for: Number(actsFor) }),
        ...(role === 'proxy' && authority && { authority }),
        ...(role === 'guardian' && heard && { heard }),
      }
    : {}

/** The number of the next person to join; the complainant is the first. */
const nextParty = (events: Events): number =>
  1 + Math.max(...events.map(({ kind, data }) => (kind === 'party' ? (data.party ?? 0) : 0)))

/** The event by which somebody joins. */
export const joining = (
  events: Events,
  input: MoveInput,
  by: Pick<NewEvent, 'actor' | 'acting' | 'at' | 'unit'>,
): NewEvent<'party'> => {
  const { otherName: name, otherPhone: phone, gotFrom, onSide: side = 'other', role = 'principal' } = input
  const party = nextParty(events)
  return {
    ...by,
    kind: 'party',
    scope: partyScope(party),
    words: { name, ...(phone && { phone }) },
    data: { party, side, role, ...(gotFrom && { gotFrom }), ...standing(input) },
  }
}

/** What a move towards the other side seals and under which key; null if it has no words but those for the record. */
export const towardsOther = (kind: MoveKind, { whom, invitation, otherMessage }: MoveInput) => {
  if (!whom) return null
  const party = Number(whom)
  const to = (scope: PartyScope, text: string) => ({
    words: { scope, words: { text } },
    data: { party, to: [scope] },
  })
  // The draft is for the complainant, the same words after their approval for the person.
  if (invitation) return to(kind === 'invitation' ? complainant : partyScope(party), invitation)
  return otherMessage ? to(partyScope(party), otherMessage) : null
}
