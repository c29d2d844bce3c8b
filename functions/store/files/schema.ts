import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import type { FileKind } from '#domain/evidence/kinds.ts'

/**
 * The objects that are kept beside the database (docs/adr/0040-evidence.md), so that each is deleted one day. What a file is
 * stands in the history; nothing here was typed by anybody.
 */
export const caseFile = sqliteTable(
  'case_file',
  {
    id: text().primaryKey(),
    /** Empty while it is coming in. */
    caseId: text().notNull(),
    /** Key scope of the bytes. */
    scope: text().notNull(),
    kind: text().$type<FileKind | ''>().notNull(),
    /** When the scheduler looks at it next. */
    dueAt: integer().notNull(),
  },
  (table) => [
    index('case_file_due').on(table.dueAt),
    index('case_file_person').on(table.caseId, table.scope),
  ],
)
