import { minute } from '#domain/basics/bounds.ts'
import { addDays, type Day, dayOf, type Instant } from '#domain/basics/time.ts'

/** Which day's root is published next. */

/** After midnight this long is waited for what was being stored. */
const grace = 10 * minute

/** Days that are caught up on; a longer gap stays open. */
const caughtUp = 31

/**
 * The day to close next, or null if every day that has ended is closed.
 * @param last the day that was closed last; null: none, so it begins with yesterday
 */
export const dayToClose = (last: Day | null, now: Instant): Day | null => {
  const newest = addDays(dayOf(now - grace), -1)
  if (last === null) return newest
  const oldest = addDays(newest, 1 - caughtUp)
  const next = addDays(last, 1)
  const due = next < oldest ? oldest : next
  return due <= newest ? due : null
}
