import { ratingChange, ratingWindow } from '#domain/basics/bounds.ts'
import { type Quarter, quarterOf } from '#domain/basics/quarters.ts'
import type { Instant } from '#domain/basics/time.ts'

/** Quarters in which ratings are summed (docs/adr/0038-ratings.md). */

/**
 * From when the sums of a quarter are shown: nobody who was asked in it can answer or change an answer any more. Both
 * periods end with a day in Asia/Shanghai, and so does the quarter.
 */
export const finalFrom = ({ before }: Pick<Quarter, 'before'>): Instant =>
  before + ratingWindow + ratingChange

/** The latest quarters whose sums are final at `now`, newest first. A sum that still grows would show single answers. */
export const finalQuarters = (now: Instant, count: number): Quarter[] =>
  // The quarter that was running then is the first that is not final.
  Array.from({ length: count }, (_, back) => quarterOf(now - (ratingWindow + ratingChange), back + 1))
