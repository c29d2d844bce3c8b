import { returnsIn } from '#domain/history/case-history.ts'
import type { EventData } from '#domain/history/events.ts'
import type { MoveInput } from '#domain/moves/fields.ts'
import { type Move, type MoveKind, moves } from '#domain/moves/table.ts'
import { commonSuperior } from '#domain/moves/targets.ts'
import { pathOf, unitOf } from '#domain/places/areas.ts'
import type { DeskCase } from '../case/open-case.ts'

/** Where a case is after a move. */

/** The unit a returned case goes to. After a second return the common superior decides (信访工作条例 24). */
const returnedTo = ({ record, events, standing }: DeskCase): { unit: string; bySecondReturn?: true } => {
  const sender = standing.sender ?? record.unit
  if (returnsIn(events) === 0) return { unit: sender }
  const superior = commonSuperior(record.unit, sender, record.about)
  return superior ? { unit: superior.id, bySecondReturn: true } : { unit: sender }
}

/** The unit for a case with danger: the county's centre; a case about county staff stays where it is hidden. */
const forDanger = ({ record }: DeskCase): string => {
  const top = pathOf(record.region).at(-1)?.id ?? ''
  return record.about === 'county-staff' ? record.unit : (unitOf(top, 'centre')?.id ?? record.unit)
}

/** The desk of the case after a move, and the facts about it for the event. */
export const destination = (
  kind: MoveKind,
  deskCase: DeskCase,
  input: MoveInput,
): { unit: string; data: EventData } => {
  const { transfersTo, target, ifAlone }: Move = moves[kind]
  const from = deskCase.record.unit
  if (ifAlone && input.unit) return { unit: input.unit, data: { from } }
  switch (transfersTo) {
    case 'target':
      return { unit: (target === 'sender' ? deskCase.standing.sender : input.unit) ?? from, data: { from } }
    case 'county': {
      const to = forDanger(deskCase)
      return { unit: to, data: to === from ? {} : { from } }
    }
    case 'objection': {
      const { unit: to, bySecondReturn } = returnedTo(deskCase)
      const proper = input.proper ?? ''
      return { unit: to, data: { from, proper, ...(bySecondReturn && { bySecondReturn }) } }
    }
    default:
      return { unit: from, data: {} }
  }
}
