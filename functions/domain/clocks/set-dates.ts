import { addDays, type Day, type Instant, startOfDay } from '#domain/basics/time.ts'
import type { CaseEvent } from '#domain/history/events.ts'
import type { Status } from '#domain/words/statuses.ts'

/**
 * Dates that people set for each other, in addition to the clocks: an answer expected from a lower office or
 * an outside body, a lead's own date.
 */

/** A date set by a person, not by a rule. */
export interface SetDate {
  name: string
  by: Day
  /** The first instant after the day. */
  end: Instant
}

const dated = (name: string, by: Day | undefined): SetDate[] =>
  by ? [{ name, by, end: startOfDay(addDays(by, 1)) }] : []

/** The dates in force: of the last case sent down, of a pending referral, of the lead. */
export const setDates = (events: CaseEvent[], status: Status): SetDate[] => {
  const desk = events.at(-1)?.unit
  const away = events.findLastIndex(({ unit }) => unit !== desk)
  const arrival = away < 0 ? undefined : events[away + 1]
  const last = (kind: CaseEvent['kind']) => events.findLast((event) => event.kind === kind)?.data.answerBy
  return [
    ...(arrival?.kind === 'sent-down' ? dated('交办，要回话', arrival.data.answerBy) : []),
    ...(status === 'referred' ? dated('移送，等回话', last('referred')) : []),
    ...dated('包案', last('lead-named')),
  ]
}
