import { isNull } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { RatingGroup } from '#domain/desk/rating-groups.ts'
import type { TaskUnit } from '#domain/desk/units-above.ts'
import type { RatingPeriod, RatingResult, RatingTaskKind } from '#domain/words/ratings.ts'
import { bytes } from '#store/bytes-column.ts'
import type { RatingFigure } from '#store/ports/ratings.ts'

/**
 * Ratings, kept apart from the history so that no page of a case can show them (docs/adr/0038-ratings.md). The migration
 * makes the tables WITHOUT ROWID; its triggers refuse a removal, a replacement, and a time of change after the seventh
 * day.
 */
export const caseRating = sqliteTable(
  'case_rating',
  {
    caseId: text().notNull(),
    /** Number of the event that ended the case: a case that was reopened can be rated again. */
    endedSeq: integer().notNull(),
    period: text().$type<RatingPeriod>().notNull(),
    /** The unit whose result is rated, and whether staff gave its holder a code: what figures sum by. */
    unit: text().notNull(),
    registered: integer({ mode: 'boolean' }).notNull(),
    askedAt: integer().notNull(),
    result: text().$type<RatingResult>().notNull(),
    treated: integer().notNull(),
    /** The line in the holder's words, sealed under their key. */
    sealed: bytes(),
    answeredAt: integer().notNull(),
    changedAt: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.caseId, table.endedSeq, table.period] })],
)

/** Since when holders are asked: one row, the instant of the migration. Figures count nobody who could not answer. */
export const ratingStart = sqliteTable('rating_start', { at: integer().primaryKey() })

/** A look or a call that a rating asks for. It holds no answer; its row opens when the answer cannot change any more. */
export const ratingTask = sqliteTable(
  'rating_task',
  {
    caseId: text().notNull(),
    endedSeq: integer().notNull(),
    period: text().$type<RatingPeriod>().notNull(),
    kind: text().$type<RatingTaskKind>().notNull(),
    /** The units it can go to, lowest first (`TaskUnit`), and the desk it is about. */
    units: text({ mode: 'json' }).$type<TaskUnit[]>().notNull(),
    desk: text().notNull(),
    opensAt: integer().notNull(),
    /** When, by which member of staff of which unit it was set aside, and why, sealed with the record of the case. */
    doneAt: integer(),
    doneBy: text(),
    doneUnit: text(),
    reason: bytes(),
  },
  (table) => [
    primaryKey({ columns: [table.caseId, table.endedSeq, table.period, table.kind] }),
    // A partial index: few tasks wait.
    index('rating_task_open').on(table.opensAt).where(isNull(table.doneAt)),
  ],
)

/**
 * The units at which an open task can be (docs/how/rating.md), which triggers keep. `place` is the unit's place in the units
 * of the task.
 */
export const ratingTaskUnit = sqliteTable(
  'rating_task_unit',
  {
    unit: text().notNull(),
    opensAt: integer().notNull(),
    caseId: text().notNull(),
    endedSeq: integer().notNull(),
    period: text().$type<RatingPeriod>().notNull(),
    kind: text().$type<RatingTaskKind>().notNull(),
    place: integer().notNull(),
  },
  (table) => [
    primaryKey({
      columns: [table.unit, table.opensAt, table.caseId, table.endedSeq, table.period, table.kind],
    }),
    index('rating_task_unit_case').on(table.caseId),
  ],
)

/** Cases of which some units could be taken out of that table. */
export const ratingTaskWide = sqliteTable('rating_task_wide', { caseId: text().primaryKey() })

/** Sums of the answers of a final quarter at a unit; triggers refuse a change. */
export const ratingQuarter = sqliteTable(
  'rating_quarter',
  {
    /** As `quarterId` names it. */
    quarter: text().notNull(),
    unit: text().notNull(),
    figures: text({ mode: 'json' }).$type<RatingFigure[]>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.quarter, table.unit] })],
)

/**
 * Groups of the answers of a final quarter, under the town of their units or the county (docs/adr/0063-figures-by-row.md);
 * triggers refuse a change.
 */
export const ratingGroup = sqliteTable(
  'rating_group',
  {
    /** As `quarterId` names it. */
    quarter: text().notNull(),
    area: text().notNull(),
    groups: text({ mode: 'json' }).$type<RatingGroup[]>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.quarter, table.area] })],
)
