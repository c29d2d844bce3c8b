import { findExpert } from '#domain/experts/consultations.ts'
import { expertPlace } from '#domain/experts/sentences.ts'
import { partyScope } from '#domain/history/events.ts'
import type { NewEvent } from '#domain/history/new-event.ts'
import type { MoveInput } from '#domain/moves/fields.ts'
import type { MoveKind } from '#domain/moves/table.ts'
import type { DeskCase } from '../case/open-case.ts'
import { consultationOf } from './consultation-options.ts'

/** The event of a move about a consultation, with whom and where sealed under the key of the person; null for other moves. */
export const buildConsultation = (
  kind: MoveKind,
  { events, record }: DeskCase,
  { consulter, expert: id = '', expertTime: start = 0, ...input }: MoveInput,
  by: Pick<NewEvent, 'actor' | 'acting' | 'at'>,
): NewEvent[] | null => {
  const base = { ...by, unit: record.unit }
  if (kind === 'consultation-cancelled') {
    const planned = consultationOf(events, input, by.at)
    if (!planned) return []
    const { party, ...consultation } = planned
    return [{ ...base, kind, data: { party, consultation } }]
  }
  if (kind !== 'consultation-booked') return null
  const expert = findExpert(id)
  if (!expert) return []
  const party = Number(consulter)
  const consultation = { id: record.headSeq + 1, start, length: expert.length }
  return [
    {
      ...{ ...base, kind, data: { party, consultation }, scope: partyScope(party) },
      words: { expert: id, name: expert.name, place: expertPlace(expert) },
    },
  ]
}
