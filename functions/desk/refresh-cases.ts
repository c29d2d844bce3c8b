import { day } from '#domain/basics/bounds.ts'
import { type DeskEntry, deskEntry } from '#domain/desk/listing.ts'
import type { Ports } from '#ports'
import type { StoredCase } from '#store/ports/case.ts'
import type { SchedulerStore } from '#store/ports/scheduler.ts'

/**
 * What the clock does by itself (rules.md R48): cases whose clock reaches another stage get their lists made anew. It
 * takes the longest due first through an index, a page at a time; a run that is cut off goes on with the next one,
 * and a case made anew twice looks as if it were once, however often it runs or however long it slept.
 */

const pageSize = 50
// Two statements a case and two a page: a run stays below the thousand that D1 allows an invocation.
const mostPages = 6

export interface Refreshed {
  cases: number
  pages: number
  /** Is there more than one run could take? The next one goes on. */
  more: boolean
}

type UseCasePorts = Pick<Ports<Omit<SchedulerStore, 'sweep'>>, 'store' | 'clock' | 'log'>

/** The derived rows of a case, or null where they cannot be made of its history. */
const entryOf = ({ events, record }: StoredCase, now: number): DeskEntry | null => {
  try {
    return deskEntry(events, record, now)
  } catch {
    return null
  }
}

const refreshPage = async ({ store, log }: UseCasePorts, now: number): Promise<number> => {
  const due = await store.dueCases(now, pageSize)
  const fresh: { stored: StoredCase; entry: DeskEntry }[] = []
  for (const { id, stored } of due) {
    const entry = stored && entryOf(stored, now)
    if (stored && entry) fresh.push({ stored, entry })
    else {
      // One case that cannot be read must not hold up the others.
      log({ event: 'refresh', kind: 'unreadable', case: id })
      await store.postpone(id, now + day)
    }
  }
  await store.refresh(fresh, now)
  return due.length
}

/** Refreshes every case that is due, up to `mostPages` pages. */
export const refreshCases = async (ports: UseCasePorts): Promise<Refreshed> => {
  const now = ports.clock()
  let cases = 0
  for (let pages = 1; pages <= mostPages; pages += 1) {
    const read = await refreshPage(ports, now)
    cases += read
    if (read < pageSize) return { cases, pages, more: false }
  }
  return { cases, pages: mostPages, more: true }
}
