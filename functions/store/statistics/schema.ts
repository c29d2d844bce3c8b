import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { PublishedTables } from '#domain/statistics/figures.ts'

/**
 * The published figures of a quarter, only rounded ones. The migration makes the table WITHOUT ROWID; its triggers refuse a
 * change, a removal, a replacement and a quarter that is not later than the last: nothing is ever corrected, so no two
 * states of a table can be subtracted.
 */
export const statisticsQuarter = sqliteTable('statistics_quarter', {
  /** `2026-3`. */
  quarter: text().primaryKey(),
  disputes: text({ mode: 'json' }).$type<PublishedTables>().notNull(),
  /** Shown once the county has cleared the quarter (content/statistics.yaml). */
  petitions: text({ mode: 'json' }).$type<PublishedTables>().notNull(),
  /** Nothing reads it. */
  publishedAt: integer()
    .notNull()
    .$default(() => 0),
})
