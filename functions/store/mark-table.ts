import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/**
 * A table of counters: how often something happened within one time window. Its keys are keyed fingerprints.
 * @param counted name of the column that holds the count
 */
export const markTable = (name: string, counted: string) =>
  sqliteTable(
    name,
    {
      key: text().primaryKey(),
      count: integer(counted).notNull(),
      expiresAt: integer().notNull(),
    },
    (table) => [index(`${name}_expiry`).on(table.expiresAt)],
  )

export type MarkTable = ReturnType<typeof markTable>
