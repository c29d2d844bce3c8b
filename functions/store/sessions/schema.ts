import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/**
 * The meetings (调解会) that take a place in the calendar of a unit: a cache of the history. Triggers refuse a second one of
 * the same mediator or in the same room at a time (migrations/0007).
 */
export const caseSession = sqliteTable(
  'case_session',
  {
    caseId: text().notNull(),
    /** Number of the first event of the meeting. */
    session: integer().notNull(),
    unit: text().notNull(),
    staff: text().notNull(),
    /** Of the unit, or the fingerprint of another place; empty if none is known. */
    room: text().notNull(),
    startAt: integer().notNull(),
    endAt: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.caseId, table.session] }),
    index('case_session_unit').on(table.unit, table.startAt),
    index('case_session_staff').on(table.staff, table.startAt),
  ],
)
