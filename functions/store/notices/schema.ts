import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core'
import type { NoticeKind, NoticeState } from '#domain/notices/attempts.ts'

/**
 * Notices that wait to be sent, or were (docs/adr/0039-notices.md). A row holds no text, no number and no kind of event.
 * Instants are epoch milliseconds.
 */
export const outbox = sqliteTable(
  'outbox',
  {
    /** Random; the idempotency key for receivers that take one. */
    id: text().primaryKey(),
    kind: text().$type<NoticeKind>().notNull(),
    /** Empty for a notice to staff. */
    caseId: text().notNull(),
    /** `party:<n>` of the case, or the id of a unit. */
    recipient: text().notNull(),
    state: text().$type<NoticeState>().notNull(),
    /** The last event that is told. */
    madeAt: integer().notNull(),
    /** When it may be tried next; of a row that is being sent, when its claim ends; afterwards, when it was settled. */
    nextAt: integer().notNull(),
    attempts: integer().notNull(),
    /** Attempts of which nobody knows whether they arrived. */
    unsure: integer().notNull(),
  },
  (table) => [
    // At most one row of a person waits: events until it is sent are one notice.
    uniqueIndex('outbox_waiting')
      .on(table.caseId, table.recipient, table.kind)
      .where(sql`${table.state} IN ('due', 'failed')`),
    index('outbox_due').on(table.state, table.nextAt),
    index('outbox_recipient').on(table.caseId, table.recipient, table.kind, table.madeAt),
    index('outbox_made').on(table.kind, table.madeAt),
  ],
)
