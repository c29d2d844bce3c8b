import type { DeskEntry } from '#domain/desk/listing.ts'
import type { AppendStore } from './append.ts'
import type { StoredCase } from './case.ts'

/** The scheduler: changes to cases that happen with time; `append` is for requests of holders that take effect. */
export interface SchedulerStore extends Pick<AppendStore, 'append'> {
  /**
   * Cases whose clocks changed without an event by `now` (epoch ms), longest due first, without sealed parts; `stored`
   * is null if the history cannot be read.
   */
  dueCases(now: number, limit: number): Promise<{ id: string; stored: StoredCase | null }[]>
  /** Postpones a case that could not be refreshed, so that it does not block others. */
  postpone(caseId: string, until: number): Promise<void>
  /** Rebuilds the derived rows of cases in one batch; skips a case that has changed since it was read. */
  refresh(cases: { stored: StoredCase; entry: DeskEntry }[], now: number): Promise<void>
  /** Deletes expired rows, a bounded number at a time; rows of the read log after 200 days. */
  sweep(now: number): Promise<void>
}
