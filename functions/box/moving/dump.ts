import type { DatabaseSync } from 'node:sqlite'
import { tableNames } from '../backup/contents.ts'

/**
 * A database as SQL that `wrangler d1 execute --file` takes: tables, rows, then indexes, views and triggers, so that no
 * trigger counts what it has counted before. One statement a row, no transaction (D1 refuses BEGIN).
 */

/** The longest statement that D1 takes, in bytes (developers.cloudflare.com/d1/platform/limits). */
const statementBound = 100_000

/** What a member of staff began to import and can begin again; its rows are long. */
const leftOut = 'ledger_draft'

/** A row that D1 would refuse. */
export class LongStatement extends Error {}

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`

function* rowsOf(database: DatabaseSync, table: string): Generator<string> {
  const columns = database
    .prepare(`SELECT name FROM pragma_table_info(?) ORDER BY cid`)
    .all(table)
    .map(({ name }) => quoted(String(name)))
  // SQLite writes each value as a literal of the same type.
  const values = columns.map((column) => `quote(${column})`).join(` || ',' || `)
  const start = `INSERT INTO ${quoted(table)} (${columns.join(',')}) VALUES(`
  for (const { line } of database.prepare(`SELECT ${values} AS line FROM ${quoted(table)}`).iterate()) {
    const statement = `${start}${line});`
    if (Buffer.byteLength(statement) > statementBound)
      throw new LongStatement(`${table}: a row needs a statement of more than ${statementBound} bytes`)
    yield statement
  }
}

/** The statements, each with its semicolon. @throws LongStatement */
export function* dump(database: DatabaseSync): Generator<string> {
  const schema = (types: string) =>
    database
      .prepare(
        `SELECT sql FROM sqlite_master WHERE type IN (${types}) AND sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE '\\_cf\\_%' ESCAPE '\\' ORDER BY rowid`,
      )
      .all()
      .map(({ sql }) => `${sql};`)
  yield 'PRAGMA defer_foreign_keys = TRUE;'
  yield* schema("'table'")
  for (const table of tableNames(database)) if (table !== leftOut) yield* rowsOf(database, table)
  yield* schema("'index'")
  yield* schema("'view'")
  yield* schema("'trigger'")
}
