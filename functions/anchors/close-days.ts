import { dayToClose } from '#domain/anchors/days.ts'
import type { Ports } from '#ports'
import type { ClosingStore } from '#store/ports/anchors.ts'

/** After so many cases a run stops: a second or two of computing, far from the thirty that a Worker has. */
const mostCases = 10_000
/** Lines of the log that a run writes of cases that were changed. */
const mostLogged = 20

/**
 * Closes the day that has ended, or the first of those that were missed: one day a run, and of a large county a part of it. A
 * failure stops nothing else; the next run goes on. What was rewritten since the last day, or stored with an
 * instant of it after it was closed, is logged by the id of its case.
 * @param most cases of this run
 */
export const closeDays = async (
  { store, clock, log }: Pick<Ports<ClosingStore>, 'store' | 'clock' | 'log'>,
  most = mostCases,
): Promise<void> => {
  try {
    const last = await store.lastAnchor()
    const day = dayToClose(last, clock())
    if (!day) return
    const { result, broken, late } = await store.closeDay({ day, last, mostCases: most })
    if (result === 'full') log({ event: 'anchor', kind: 'full', day })
    for (const [kind, ids] of Object.entries({ broken, late }))
      for (const id of ids.slice(0, mostLogged)) log({ event: 'anchor', kind, day, case: id })
  } catch (error) {
    log({ event: 'anchor', kind: error instanceof Error ? error.name : 'unknown' })
  }
}
