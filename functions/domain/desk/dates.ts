import { dated, type SetDate, setDates } from '#domain/clocks/set-dates.ts'
import type { CaseEvent } from '#domain/history/events.ts'
import type { Status } from '#domain/words/statuses.ts'
import { askedFromAbove } from './supervisions.ts'

/** The dates in force that people set for each other, the answers that units above wait for included. */
export const datesOf = (events: CaseEvent[], status: Status): SetDate[] => [
  ...setDates(events, status),
  ...askedFromAbove(events).flatMap(({ answerBy }) => dated('督办，要回话', answerBy)),
]
