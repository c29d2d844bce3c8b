import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/**
 * The answers to suggestions that everybody may read: a cache of the histories, whose words stand here unsealed. Id and order
 * say nothing of the case; its id is for removal alone and never leaves the store.
 */
export const publishedAnswer = sqliteTable(
  'published_answer',
  {
    /** Random. */
    id: text().primaryKey(),
    caseId: text().notNull().unique(),
    /** In which it was agreed to, such as `2026-11`. */
    month: text().notNull(),
    /** The unit that answered. */
    unit: text().notNull(),
    question: text().notNull(),
    answer: text().notNull(),
  },
  (table) => [index('published_answer_month').on(table.month, table.id)],
)
