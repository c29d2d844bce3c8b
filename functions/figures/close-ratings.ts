import { quarterId } from '#domain/basics/quarters.ts'
import { finalQuarters } from '#domain/desk/rating-figures.ts'
import { unitIds } from '#domain/places/areas.ts'
import type { Ports } from '#ports'
import type { RatingClosingStore } from '#store/ports/ratings.ts'

/** Quarters that are caught up on. */
const caughtUp = 8

/**
 * Counts the answers of the quarter that has become final, or of the first that was missed: one a run. A failure stops nothing
 * else.
 * @returns true if a quarter was counted
 */
export const closeRatings = async ({
  store,
  clock,
  log,
}: Pick<
  Ports<Pick<RatingClosingStore, 'countedRatings' | 'closeRatings'>>,
  'store' | 'clock' | 'log'
>): Promise<boolean> => {
  try {
    const quarters = finalQuarters(clock(), caughtUp).reverse()
    const counted = await store.countedRatings(quarters.map(quarterId))
    const next = quarters.find((quarter) => !counted.includes(quarterId(quarter)))
    if (!next) return false
    await store.closeRatings(next, unitIds())
    return true
  } catch (error) {
    log({ event: 'ratings', kind: error instanceof Error ? error.name : 'unknown' })
    return false
  }
}
