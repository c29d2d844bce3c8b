import { dayToClose } from '#domain/anchors/days.ts'
import type { Ports } from '#ports'
import type { ClosingStore } from '#store/ports/anchors.ts'

/** After so many cases a run stops: a second or two of computing, far from the thirty that a Worker has. */
const mostCases = 10_000

/**
 * Closes the day that has ended, or the first of those that were missed: one day a run, and of a large county a part of it. A
 * failure stops nothing else; the next run goes on.
 * @param most cases of this run
 */
export const closeDays = async (
  { store, clock, log }: Pick<Ports<ClosingStore>, 'store' | 'clock' | 'log'>,
  most = mostCases,
): Promise<void> => {
  try {
    const day = dayToClose(await store.lastAnchor(), clock())
    const result = day && (await store.closeDay(day, most))
    if (day && result === 'full') log({ event: 'anchor', kind: 'full', day })
  } catch (error) {
    log({ event: 'anchor', kind: error instanceof Error ? error.name : 'unknown' })
  }
}
