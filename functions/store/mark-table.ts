import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/**
 * A table of marks: how often something was counted in one window. Keys are keyed fingerprints.
 * @param counted name of the column that counts
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
