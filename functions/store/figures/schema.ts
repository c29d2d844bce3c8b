import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { Dim, Measure } from '#domain/figures/measures.ts'
import type { PeriodId, PeriodKind } from '#domain/figures/periods.ts'
import type { About } from '#domain/words/about.ts'

/**
 * Figures of closed periods (docs/adr/0052-figures.md). The migration makes all of them WITHOUT ROWID; triggers refuse a
 * change, a removal, a replacement, and a row for a period that is closed.
 */
export const figure = sqliteTable(
  'figure',
  {
    period: text().$type<PeriodId>().notNull(),
    dim: text().$type<Dim>().notNull(),
    /** The desk, as of the event. */
    unit: text().notNull(),
    /** Whom the cases are about: a reader's figures leave out what they must not know of. */
    about: text().$type<About>().notNull(),
    measure: text().$type<Measure>().notNull(),
    /** The category or the track; of `late` the measure that was entered later, behind them (`lateKey`). */
    key: text().notNull(),
    /** A number of days; of `late`, on a day, the day it is about in digits. */
    value: integer().notNull(),
    n: integer().notNull(),
  },
  (table) => [
    primaryKey({
      columns: [table.period, table.dim, table.unit, table.about, table.measure, table.key, table.value],
    }),
    // What was entered later for a past period, which stands beside its figures.
    index('figure_late').on(table.value, table.unit).where(sql`${table.measure} = 'late'`),
  ],
)

/**
 * The periods that are closed; days in their order. The row `late` has the first day that counts what was entered later by
 * category and track.
 */
export const figureClosed = sqliteTable(
  'figure_closed',
  {
    kind: text().$type<PeriodKind | 'late'>().notNull(),
    period: text().notNull(),
    /** How many rows of `figure` it has. */
    rows: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.period] })],
)

/** On which days a case is looked at without an event: a limit passes, an item was due. Rows go with the day. */
export const figureLook = sqliteTable(
  'figure_look',
  { day: text().notNull(), caseId: text().notNull() },
  (table) => [primaryKey({ columns: [table.day, table.caseId] })],
)

/** What the staff were called who acted on a closed day, so that its sheets print the same after somebody's name changed. */
export const closedName = sqliteTable(
  'closed_name',
  { day: text().notNull(), staff: text().notNull(), name: text().notNull() },
  (table) => [primaryKey({ columns: [table.day, table.staff] })],
)
