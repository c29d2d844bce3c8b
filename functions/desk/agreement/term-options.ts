import { agreementIn, openItems } from '#domain/agreement/current.ts'
import { type Day, spokenDay } from '#domain/basics/time.ts'
import type { CaseEvent } from '#domain/history/events.ts'
import { personLabel } from '#domain/history/person-label.ts'
import type { Option } from '#domain/moves/readers.ts'
import type { MoveKind } from '#domain/moves/table.ts'

/**
 * The items of which a move can say something, by number, who owes them and their last day. Nobody has missed a day that
 * has not passed.
 */
export const termOptions = (kind: MoveKind, events: readonly CaseEvent[], today: Day): Option[] =>
  openItems(agreementIn(events)).flatMap(({ id, by, dueOn }) => {
    if (kind === 'item-missed' && dueOn && today <= dueOn) return []
    const who = by.map((party) => personLabel(events, party)).join('、')
    return {
      id: String(id),
      name: `第 ${id} 条，${who}${dueOn ? `，${spokenDay(dueOn, today.slice(0, 4))}前` : ''}`,
    }
  })
