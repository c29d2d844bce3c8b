import { type Day, dayOf, type Instant, startOfDay } from '#domain/basics/time.ts'
import type { CaseState } from '#domain/history/case-state.ts'

/** Which units read a case on which day, for the holder of its code. */

/** A unit that read the case, and the day in Asia/Shanghai. */
export interface ReadDay {
  unit: string
  day: Day
}

/** Reads are told from the next day on: nobody learns from the page that somebody reads their case at this moment. */
export const readsBefore = (now: Instant): Instant => startOfDay(dayOf(now))

/**
 * Whether a holder is told who read their case. Of no case that a unit of the county has: who read it would tell
 * danger from other matters, and what danger cases lack, every case at the county lacks (rules.md R49).
 */
export const tellsReaders = ({ level }: Pick<CaseState, 'level'>): boolean => level !== 'county'
