import { type Day, dayOf } from '#domain/basics/time.ts'
import { sinceReopened } from './case-history.ts'
import { type CaseEvent, complainant } from './events.ts'

/**
 * When a written answer reached its person, from which the thirty days for a review run (信访工作条例 35): the day on a
 * return slip that they signed, or the day on which they first opened the answer with a code of their own, whichever came
 * first. What staff say of a call, or of somebody having read it, begins nothing.
 */

const signed: readonly string[] = ['hand', 'post']

const answeredAt = (latest: readonly CaseEvent[]): number =>
  latest.findLastIndex(({ kind }) => kind === 'answered')

/** The day an answer was received; null if it was not, or if there is none. */
export const receivedOn = (events: readonly CaseEvent[]): Day | null => {
  const latest = sinceReopened(events)
  const place = answeredAt(latest)
  if (place < 0) return null
  const since = latest.slice(place)
  // A slip that was recorded wrongly is recorded anew.
  const slip = since.findLast(
    ({ kind, data }) => kind === 'delivered' && signed.includes(data.delivery?.by ?? ''),
  )
  const opened = since.find(({ kind }) => kind === 'answer-opened')
  const days = [slip?.data.delivery?.on, opened && dayOf(opened.at)].filter((day) => day !== undefined)
  return days.sort()[0] ?? null
}

/** True if there is an answer that its person has not opened yet with a code. */
export const isUnopened = (events: readonly CaseEvent[]): boolean => {
  const latest = sinceReopened(events)
  const place = answeredAt(latest)
  return (
    place >= 0 &&
    !latest.slice(place).some(({ kind, actor }) => kind === 'answer-opened' && actor === complainant)
  )
}
