import { dayToCount } from '#domain/figures/days.ts'
import type { Ports } from '#ports'
import type { FigureClosingStore } from '#store/ports/figures.ts'

/** After so many histories a run stops: a second or two of computing. */
const mostCases = 3000
/** Days of a run, however quiet they were. */
const mostDays = 10

/**
 * Counts the days that have ended and are not closed yet, oldest first. A day is stored whole or not at all, so a run that
 * breaks off is repeated with the same result; a failure stops nothing else.
 * @returns the number of days that were closed
 */
export const closeFigures = async (
  { store, clock, log }: Pick<Ports<FigureClosingStore>, 'store' | 'clock' | 'log'>,
  most = { cases: mostCases, days: mostDays },
): Promise<number> => {
  let days = 0
  try {
    const closed = await store.closedDays()
    const oldest = closed ? null : await store.oldestDay()
    let { first, last } = closed ?? { first: null, last: null }
    for (let cases = 0; cases < most.cases && days < most.days; days += 1) {
      const day = dayToCount(last, oldest, clock())
      if (!day) break
      first ??= day
      cases += (await store.closeFigures(day, first)).cases
      last = day
    }
  } catch (error) {
    log({ event: 'figures', kind: error instanceof Error ? error.name : 'unknown' })
  }
  return days
}
