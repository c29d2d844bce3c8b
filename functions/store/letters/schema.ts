import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/**
 * Numbers on letters that invite a person of the other side: a keyed fingerprint each, never the number itself
 * (docs/adr/0047-several-people.md). Rows go once they have expired, and with the person when they are erased.
 */
export const letterNumber = sqliteTable(
  'letter_number',
  {
    hash: text().primaryKey(),
    caseId: text().notNull(),
    /** Number of the person the letter is for. */
    party: integer().notNull(),
    /** Number of the event with its words: it counts once these were approved. */
    seq: integer().notNull(),
    expiresAt: integer().notNull(),
  },
  (table) => [
    index('letter_number_person').on(table.caseId, table.party),
    index('letter_number_expiry').on(table.expiresAt),
  ],
)
