import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { bytes } from '#store/bytes-column.ts'

/** An old ledger that was read and is looked at before it is stored as cases. All of it is sealed, and goes after a day. */
export const ledgerDraft = sqliteTable(
  'ledger_draft',
  {
    id: text().notNull(),
    /** 0 is what was chosen; from 1 on the rows of the file. */
    part: integer().notNull(),
    /** Only this member of staff opens it. */
    staff: text().notNull(),
    expiresAt: integer().notNull(),
    sealed: bytes().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.id, table.part] }),
    index('ledger_draft_expiry').on(table.expiresAt),
    index('ledger_draft_staff').on(table.staff, table.part),
  ],
)

/** A row of an old ledger that is a case now, by its fingerprint: it is never stored twice, not after an erasure either. */
export const ledgerRow = sqliteTable(
  'ledger_row',
  {
    rowKey: text().primaryKey(),
    caseId: text().notNull(),
  },
  (table) => [index('ledger_row_case').on(table.caseId)],
)

/** What a corrected row has in common with the one that was stored. Erased with the person. */
export const ledgerLike = sqliteTable(
  'ledger_like',
  {
    likeKey: text().notNull(),
    rowKey: text().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.likeKey, table.rowKey] }),
    index('ledger_like_row').on(table.rowKey),
  ],
)
