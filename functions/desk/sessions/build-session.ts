import { type CaseEvent, partyScope } from '#domain/history/events.ts'
import type { NewEvent } from '#domain/history/new-event.ts'
import { othersIn } from '#domain/history/other-side.ts'
import type { SessionFacts } from '#domain/history/session-facts.ts'
import type { MoveInput } from '#domain/moves/fields.ts'
import { elsewhere } from '#domain/moves/session-fields.ts'
import type { MoveKind } from '#domain/moves/table.ts'
import { unit } from '#domain/places/areas.ts'
import type { Session } from '#domain/sessions/sessions.ts'
import { type Room, rooms } from '#domain/words/meetings.ts'
import type { DeskCase } from '../case/open-case.ts'
import { fixedIn, meetingOf, numbers, slotsOf } from './answers.ts'

/** Turns the answers of the forms about meetings into events: one for each person to be told, and one for the record. */

type By = Pick<NewEvent, 'actor' | 'acting' | 'at'>

const placeOf = (desk: string, { room, place }: MoveInput): string =>
  [room && room !== elsewhere ? `${unit(desk).name}${rooms[room].name}` : '', place ?? '']
    .filter(Boolean)
    .join('，')

/** True if all who are to come are of one side. */
const isApart = (events: readonly CaseEvent[], people: readonly number[]): boolean => {
  const others = othersIn(events)
  return new Set(people.map((party) => others.includes(party))).size === 1
}

/** The facts of a meeting that a form describes, and who comes. */
const described = (
  kind: MoveKind,
  { events, record }: DeskCase,
  input: MoveInput,
): { people: number[]; facts: SessionFacts } => {
  const people = numbers(input.comers)
  const { room, mediator, length } = input
  const form = kind === 'council-set' ? 'council' : kind === 'hearing-set' ? 'hearing' : undefined
  return {
    people,
    facts: {
      id: record.headSeq + 1,
      ...(length !== undefined && { length }),
      ...(room && room !== elsewhere && { room: room as Room }),
      ...(mediator && { staff: mediator }),
      ...(form ? { form } : isApart(events, people) && { apart: true }),
    },
  }
}

/** The facts of a meeting that was proposed; only a talk is. */
const factsOf = ({ id, length, room, staff }: Session): SessionFacts => ({
  id,
  length,
  ...(room && { room: room as Room }),
  staff,
})

/** One event for each person, with the place under their own key. */
const forEach = (
  kind: 'times-proposed' | 'session-set' | 'session-arranged' | 'council-set' | 'hearing-set',
  base: By & Pick<NewEvent, 'unit'>,
  {
    people,
    facts,
    words,
  }: { people: number[]; facts: SessionFacts; words: { place: string; language?: string; guests?: string } },
): NewEvent[] =>
  people.map((party) => ({
    ...base,
    kind,
    data: { party, session: facts },
    scope: partyScope(party),
    words,
  }))

/** The events of a move about a meeting; null for other moves. */
export const buildSession = (
  kind: MoveKind,
  deskCase: DeskCase,
  input: MoveInput,
  by: By,
): NewEvent[] | null => {
  const { events, record } = deskCase
  const base = { ...by, unit: record.unit }
  const { language, guests, reason } = input
  const said = { ...(language && { language }), ...(guests && { guests }) }
  const told = (session: Session | undefined): NewEvent[] => [
    { ...base, kind, data: { session: { id: session?.id ?? 0 } }, scope: 'record', words: { reason } },
    ...(session?.people ?? []).map((party) => ({
      ...base,
      kind,
      data: { party, session: { id: session?.id ?? 0 } },
    })),
  ]
  const session = meetingOf(events, input)
  const id = session?.id ?? 0
  switch (kind) {
    case 'times-proposed':
    case 'session-arranged':
    case 'council-set':
    case 'hearing-set': {
      const { people, facts } = described(kind, deskCase, input)
      const slots = slotsOf(input)
      const when = kind === 'times-proposed' ? { slots } : { start: slots[0]?.start ?? 0 }
      return forEach(kind, base, {
        people,
        facts: { ...facts, ...when },
        words: { place: placeOf(record.unit, input), ...said },
      })
    }
    case 'session-set': {
      const fixed = fixedIn(events, input, by.at)
      if (!fixed) return []
      const facts: SessionFacts = {
        ...factsOf(fixed.session),
        start: fixed.slot.start,
        ...(isApart(events, fixed.people) ? { apart: true } : {}),
      }
      return forEach(kind, base, {
        people: fixed.people,
        facts,
        words: { place: input.place ?? '', ...said },
      })
    }
    case 'times-chosen': {
      const { chooser, choice = [], deliveryBy, deliveryOn } = input
      const delivery = deliveryBy && deliveryOn ? { by: deliveryBy, on: deliveryOn } : undefined
      const data = { party: Number(chooser), session: { id, choose: choice }, ...(delivery && { delivery }) }
      return [{ ...base, kind, data }]
    }
    case 'session-postponed':
    case 'session-cancelled':
      return told(session)
    case 'session-absent': {
      const data = { session: { id, absent: numbers(input.absentees) } }
      return [{ ...base, kind, data, scope: 'record', words: { reason } }]
    }
    case 'session-held':
    case 'minutes-corrected': {
      const { present = '', said = '', proposals, outcome: result = '' } = input
      const words = { present, said, ...(proposals && { proposals }), result }
      return [{ ...base, kind, data: { session: { id } }, scope: 'record', words }]
    }
    case 'minutes-signed': {
      const { signers, readBack, signedOn } = input
      const signed = {
        id,
        signed: numbers(signers),
        ...(readBack && { readBack }),
        ...(signedOn && { signedOn }),
      }
      return [{ ...base, kind, data: { session: signed } }]
    }
    default:
      return null
  }
}
