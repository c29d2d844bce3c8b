import { agreementIn } from '#domain/agreement/current.ts'
import { dayOf } from '#domain/basics/time.ts'
import { findRule } from '#domain/clocks/rules.ts'
import type { Actor, CaseEvent } from '#domain/history/events.ts'
import { publicationIn } from '#domain/history/publication.ts'
import type { MoveInput } from '#domain/moves/fields.ts'
import { joiningFault } from '#domain/moves/joining.ts'
import { type Move, type MoveKind, moves } from '#domain/moves/table.ts'
import { eventRow } from '#domain/words/events.ts'
import { isResult } from '#domain/words/statuses.ts'
import type { DeskCase } from '../case/open-case.ts'

/** What stands against a move beside the rules of the table: what was asked for, or happened, before. */

/** True if the event brings a case to a result that can be delivered. */
const leadsToResult = ({ kind }: CaseEvent): boolean => {
  const { leadsTo } = eventRow(kind)
  return leadsTo !== undefined && leadsTo !== 'back' && isResult(leadsTo)
}

/** Moves that are about the result of a case. */
const afterResult: readonly MoveKind[] = ['delivered', 'spot-checked']

/** The failure if the history forbids the move, beyond the rules of the table. */
export const historyFault = ({ events }: DeskCase, kind: MoveKind, input: MoveInput, actor: Actor) => {
  const { extension, needs }: Move = moves[kind]
  const draft = kind === 'settled' ? agreementIn(events) : null
  if (draft && !draft.concluded) return 'drafted'
  if (kind === 'party') return joiningFault(events, input)
  if (kind === 'publication-approved' && publicationIn(events)?.by === actor) return 'ownDraft'
  if (needs.includes('term') && !agreementIn(events)?.items.some(({ id }) => id === Number(input.term)))
    return 'noItem'
  if (extension === 'grants' && actor !== 'console') {
    const request = events.findLast(({ data }) => data.asks !== undefined)
    if (request?.actor === actor) return 'ownRequest'
  }
  if (extension === 'asks')
    return (input.days ?? 0) > (findRule(input.rule ?? '')?.extendable ?? 0) ? 'tooManyDays' : null
  // Other days that are asked for, such as when somebody agreed to talk, have nothing to do with a result.
  if (afterResult.includes(kind) && input.deliveryOn) {
    const result = events.findLast(leadsToResult)
    return result && input.deliveryOn < dayOf(result.at) ? 'tooEarly' : null
  }
  return null
}
