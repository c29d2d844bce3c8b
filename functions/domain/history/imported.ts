import { type Instant, startOfDay } from '#domain/basics/time.ts'
import type { CaseEvent } from './events.ts'

/** Cases that came from an old ledger (旧台账, docs/adr/0055-import.md). */

/**
 * True if the case was imported. Such a case is in no rate, no figure and on no sheet, and has no clock from before:
 * nobody here saw when it began, nor how it ended. Lists and figures that only see columns read `cases.imported`.
 */
export const isImported = (events: readonly Pick<CaseEvent, 'data'>[]): boolean =>
  events[0]?.data.imported === true

/** The event with the facts of the old ledger; undefined in any other case. */
export const importedIn = (events: readonly CaseEvent[]): CaseEvent | undefined =>
  events.find(({ kind }) => kind === 'imported')

/**
 * When a case was filed, as lists and ledgers have it: one from an old ledger at the start of the day that the ledger says,
 * and null if it says none.
 */
export const filedIn = (events: readonly CaseEvent[]): Instant | null => {
  if (!isImported(events)) return events[0]?.at ?? null
  const day = importedIn(events)?.data.registeredOn
  return day ? startOfDay(day) : null
}
