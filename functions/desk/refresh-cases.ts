import { remindersAt } from '#domain/agreement/reminding.ts'
import { day } from '#domain/basics/bounds.ts'
import { dueIn, withdrawnAt } from '#domain/clocks/held.ts'
import { type DeskEntry, deskEntry } from '#domain/desk/listing.ts'
import type { Ports } from '#ports'
import type { StoredCase } from '#store/ports/case.ts'
import type { SchedulerStore } from '#store/ports/scheduler.ts'
import { type ErasureList, eraseAsAsked } from './erase-person.ts'

/**
 * Refreshes cases whose clocks have reached another stage without an event (rules.md R48): their list rows are rebuilt.
 * Reads the longest due first through an index, page by page. The next run continues an interrupted one; refreshing is
 * idempotent, so the number of runs and the time between them do not matter.
 */

const pageSize = 50
// At most three statements per case and two per page: a run stays below the thousand that D1 allows per invocation.
const mostPages = 6
// A page of the desk waits for it and shows at most twenty cases of a group, those due first; the scheduler, every ten
// minutes, refreshes the rest.
const pagesForScreen = 1
/** Cases that a page of the desk refreshes at most. */
export const casesForScreen = pageSize * pagesForScreen

export interface Refreshed {
  cases: number
  pages: number
  /** True if more cases are due than one run refreshes; the next run continues. */
  more: boolean
}

type UseCasePorts = Pick<Ports<Omit<SchedulerStore, 'sweep'>>, 'store' | 'clock' | 'log'> & {
  /** Where an erasure is noted first; null: nobody is erased, and the request waits for the scheduler. */
  erasures: ErasureList | null
}

/** The derived rows of a case, or null if its history cannot be read. */
const entryOf = ({ events, record }: StoredCase, now: number): DeskEntry | null => {
  try {
    return deskEntry(events, record, now)
  } catch {
    return null
  }
}

/**
 * Lets a request of the holder take effect that is due, after the reminders of what was agreed.
 * @returns true if the case has one: then its rows are written with its event, now or by the next run
 */
export const takesEffect = async (
  { store, erasures }: Pick<UseCasePorts, 'store' | 'erasures'>,
  stored: StoredCase,
  now: number,
): Promise<boolean> => {
  const reminders = remindersAt(stored.events, stored.record.unit, now)
  if (reminders.length > 0) {
    await store.append(stored, reminders)
    return true
  }
  const held = dueIn(stored.events, now)
  if (!held) return false
  if (held.what === 'withdraw') await store.append(stored, [withdrawnAt(stored.record.unit, now)])
  else if (erasures) await eraseAsAsked({ store, erasures }, stored, { party: held.party, at: now })
  else return false
  return true
}

const refreshPage = async ({ store, log, erasures }: UseCasePorts, now: number): Promise<number> => {
  const due = await store.dueCases(now, pageSize)
  const fresh: { stored: StoredCase; entry: DeskEntry }[] = []
  for (const { id, stored } of due) {
    const effect =
      stored && (await takesEffect({ store, erasures }, stored, now).catch(() => 'failed' as const))
    if (effect === true) continue
    const entry = stored && effect !== 'failed' ? entryOf(stored, now) : null
    if (stored && entry) fresh.push({ stored, entry })
    else {
      // An unreadable case, or one whose request cannot take effect, must not block the others.
      log({ event: 'refresh', kind: effect === 'failed' ? 'effect' : 'unreadable', case: id })
      await store.postpone(id, now + day)
    }
  }
  await store.refresh(fresh, now)
  return due.length
}

/** Refreshes all cases that are due, up to a number of pages. */
export const refreshCases = async (ports: UseCasePorts, most = mostPages): Promise<Refreshed> => {
  const now = ports.clock()
  let cases = 0
  for (let pages = 1; pages <= most; pages += 1) {
    const read = await refreshPage(ports, now)
    cases += read
    if (read < pageSize) return { cases, pages, more: false }
  }
  return { cases, pages: most, more: true }
}

/** Refreshes the cases that have been due longest, before a page of the desk reads its lists; erases nobody. */
export const refreshForScreen = (ports: Omit<UseCasePorts, 'erasures'>): Promise<Refreshed> =>
  refreshCases({ ...ports, erasures: null }, pagesForScreen)
