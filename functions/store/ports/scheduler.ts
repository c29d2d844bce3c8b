import type { DeskEntry } from '#domain/desk/listing.ts'
import type { StoredCase } from './case.ts'

/** The scheduler: what the clock changes by itself. */
export interface SchedulerStore {
  /**
   * Cases of which a clock changes by itself up to `now`, the longest due first, without what was sealed; `stored` null
   * where a history cannot be read.
   */
  dueCases(now: number, limit: number): Promise<{ id: string; stored: StoredCase | null }[]>
  /** Puts a case off that could not be made anew, so that it holds up no other. */
  postpone(caseId: string, until: number): Promise<void>
  /** Writes the derived rows of cases anew, in one batch; nothing for one that moved since it was read. */
  refresh(cases: { stored: StoredCase; entry: DeskEntry }[], now: number): Promise<void>
  /** Removes rows past their life, a bounded number at a time; rows of the read log after 200 days. */
  sweep(now: number): Promise<void>
}
