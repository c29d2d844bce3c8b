import { afterDay, type Day, type Instant } from '#domain/basics/time.ts'
import { arrival } from '#domain/history/case-history.ts'
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

/** The date of a name, if one was set. */
export const dated = (name: string, by: Day | undefined): SetDate[] =>
  by ? [{ name, by, end: afterDay(by) }] : []

/** The dates in force: of the last case sent down, of a pending referral, of the lead. */
export const setDates = (events: CaseEvent[], status: Status): SetDate[] => {
  const came = arrival(events)
  const last = (kind: CaseEvent['kind']) => events.findLast((event) => event.kind === kind)?.data.answerBy
  return [
    ...(came?.kind === 'sent-down' ? dated('交办，要回话', came.data.answerBy) : []),
    ...(status === 'referred' ? dated('移送，等回话', last('referred')) : []),
    ...dated('包案', last('lead-named')),
  ]
}
