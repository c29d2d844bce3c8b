import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/**
 * With which secrets the database is written (docs/adr/0072-keys-of-a-database.md). A fingerprint under each secret, which
 * tells nothing about it: they are 32 random bytes. The migration makes the table WITHOUT ROWID.
 */
export const keyMark = sqliteTable(
  'key_mark',
  {
    /** `master-key` or `code-pepper`. */
    secret: text().notNull(),
    /** Which of the secrets of this name: as `case_key.master_id` and `case_code.pepper`. */
    id: integer().notNull(),
    mark: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.secret, table.id] })],
)
