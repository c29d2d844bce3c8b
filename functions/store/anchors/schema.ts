import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { bytes } from '#store/bytes-column.ts'

/**
 * The published roots, one a day. The migration makes the table WITHOUT ROWID; its triggers refuse a change, a removal, a
 * replacement and a day that is not later than the last.
 */
export const anchorDay = sqliteTable('anchor_day', {
  day: text().primaryKey(),
  root: text().notNull(),
})

/** The part that stands for the top. */
export const topPart = -1

/** What paths of the last published day, and of the day that is being closed, are made of. */
export const anchorPart = sqliteTable(
  'anchor_part',
  {
    day: text().notNull(),
    /** The first two digits of the ids of its cases, as a number; `topPart` has no leaves. */
    part: integer().notNull(),
    root: text().notNull(),
    /** The nodes on which it stands, from the left, 32 bytes each: buckets, zeros for empty ones; of the top the parts. */
    nodes: bytes().notNull(),
    /** Its leaves: bucket and slot in two bytes each, then 32 bytes. */
    leaves: bytes().notNull(),
  },
  (table) => [primaryKey({ columns: [table.day, table.part] })],
)
