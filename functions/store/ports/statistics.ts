import type { Quarter } from '#domain/basics/quarters.ts'
import type { Counted, PublishedTables } from '#domain/statistics/figures.ts'

/** The published figures of a quarter. */
export interface PublishedQuarter {
  /** `2026-3`. */
  quarter: string
  disputes: PublishedTables
  petitions: PublishedTables
}

/** The published figures, for everybody. */
export interface StatisticsStore {
  /** The newest quarters, newest first. One round trip; no case is read. */
  publishedQuarters(limit: number): Promise<PublishedQuarter[]>
  /**
   * One quarter, or the newest if there is none of that name, and the names of the newest, newest first. One round trip; only
   * the tables of the one are read from their text.
   */
  publishedQuarter(
    wanted: string,
    most: number,
  ): Promise<{ quarter: PublishedQuarter | undefined; names: string[] }>
}

/** Publishes quarters; for the scheduler. */
export interface PublishingStore extends StatisticsStore {
  /** Counts the cases of a quarter that everybody may know of, at all desks. */
  countQuarter(quarter: Pick<Quarter, 'from' | 'before'> & { units: string[] }): Promise<Counted[]>
  /** Stores the figures of a quarter, once. */
  publishQuarter(published: PublishedQuarter): Promise<void>
}
