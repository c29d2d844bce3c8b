import { minute } from '#domain/basics/bounds.ts'
import { addDays, type Day, dayOf, type Instant } from '#domain/basics/time.ts'

/** After midnight this long is waited for what was being stored. */
const grace = 10 * minute

/**
 * The day that is counted next; null if every day that has ended is closed, or there is no case. Without gaps: a scheduler
 * that slept goes on where it stopped.
 * @param last the day that was closed last, or null
 * @param oldest the day of the oldest case, asked only while no day is closed
 */
export const dayToCount = (last: Day | null, oldest: Day | null, now: Instant): Day | null => {
  const newest = addDays(dayOf(now - grace), -1)
  const next = last ? addDays(last, 1) : oldest
  return next !== null && next <= newest ? next : null
}
