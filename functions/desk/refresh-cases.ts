import { deskEntry } from '../domain/desk-entry.ts'
import type { Ports } from '../ports.ts'

/**
 * What the clock does by itself (DESIGN 9): cases whose clock reaches another stage get their lists made anew. It
 * takes the longest due first through an index, a page at a time; a run that is cut off goes on with the next one,
 * and a case made anew twice looks as if it were once, however often it runs or however long it slept.
 */

const pageSize = 50
// Three statements a case: a run stays below the thousand that D1 allows an invocation.
const mostPages = 6
const day = 86_400_000

export interface Refreshed {
  cases: number
  pages: number
  /** Is there more than one run could take? The next one goes on. */
  more: boolean
}

/** Refreshes every case that is due, up to `mostPages` pages. */
export const refreshCases = async ({
  store,
  clock,
  log,
}: Pick<Ports, 'store' | 'clock' | 'log'>): Promise<Refreshed> => {
  const now = clock()
  let cases = 0
  for (let pages = 1; pages <= mostPages; pages += 1) {
    const due = await store.dueCases(now, pageSize)
    for (const record of due) {
      try {
        const events = await store.history(record.id)
        await store.refresh(record, deskEntry(events, record, now), now)
      } catch (error) {
        // One case that cannot be read must not hold up the others.
        log({ event: 'refresh', kind: error instanceof Error ? error.name : 'unknown', case: record.id })
        await store.postpone(record.id, now + day)
      }
    }
    cases += due.length
    if (due.length < pageSize) return { cases, pages, more: false }
  }
  return { cases, pages: mostPages, more: true }
}
