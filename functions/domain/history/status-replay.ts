import { eventRow } from '#domain/words/events.ts'
import { isBreak, type Status } from '#domain/words/statuses.ts'
import type { CaseEvent } from './events.ts'

/** Statuses replayed from the history: the current one, and the one restored when a question or a referral ends. */

const replay = (events: CaseEvent[]): { status: Status; before: Status } => {
  let status: Status = 'filed'
  let before: Status = 'accepted'
  for (const { kind } of events) {
    const { leadsTo } = eventRow(kind)
    const next: Status = leadsTo === 'back' ? before : (leadsTo ?? status)
    if (isBreak(next) && !isBreak(status)) before = status
    status = next
  }
  return { status, before }
}

/** The status of the case after its last event. */
export const statusIn = (events: CaseEvent[]): Status => replay(events).status

/** The status before the person was last asked a question or the case was last referred outside. */
export const statusBeforeBreak = (events: CaseEvent[]): Status => replay(events).before
