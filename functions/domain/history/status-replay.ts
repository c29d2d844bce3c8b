import { eventRow } from '#domain/words/events.ts'
import { isBreak, type Status } from '#domain/words/statuses.ts'
import type { CaseEvent } from './events.ts'

/** Statuses replayed from the history: where a case stands, and what it goes back to when waiting or a referral ends. */

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

/** Where the case stands after its last event. */
export const statusIn = (events: CaseEvent[]): Status => replay(events).status

/** Where the case stood before it was last asked of the person or referred outside. */
export const statusBeforeBreak = (events: CaseEvent[]): Status => replay(events).before
