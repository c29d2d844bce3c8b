import type { DatabaseSync } from 'node:sqlite'

const tables = ['anchor_part', 'anchor_day']

/**
 * Forgets the published roots of the local database: no root can cover a case that is added to a day that was closed. The
 * schedule closes yesterday anew. The triggers that refuse it stay as they were.
 */
export const forgetRoots = (sqlite: DatabaseSync): void => {
  const triggers = sqlite
    .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND tbl_name IN (?, ?)")
    .all(...tables) as { name: string; sql: string }[]
  for (const { name } of triggers) sqlite.exec(`DROP TRIGGER "${name}"`)
  for (const table of tables) sqlite.exec(`DELETE FROM ${table}`)
  for (const { sql } of triggers) sqlite.exec(sql)
}
