import { minute } from '#domain/basics/bounds.ts'
import { type Quarter, quarterId, quarterOf } from '#domain/basics/quarters.ts'
import type { Instant } from '#domain/basics/time.ts'

/** After the end of a quarter this long is waited for what was being stored. */
const grace = 10 * minute
/** Quarters that are caught up on; a longer gap stays open. */
const caughtUp = 8

/**
 * The quarters that have ended and are not published, oldest first.
 * @param last id of the newest that is published; null: none
 */
export const quartersToPublish = (last: string | null, now: Instant): Quarter[] =>
  Array.from({ length: caughtUp }, (_, index) => quarterOf(now - grace, caughtUp - index)).filter(
    (quarter) => last === null || quarterId(quarter) > last,
  )
