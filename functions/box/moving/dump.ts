import type { DatabaseSync } from 'node:sqlite'
import { identifier, isOwnName } from '#store/sqlite/names.ts'
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

function* rowsOf(database: DatabaseSync, table: string): Generator<string> {
  const columns = database
    .prepare(`SELECT name FROM pragma_table_info(?) ORDER BY cid`)
    .all(table)
    .map(({ name }) => identifier(String(name)))
  // SQLite writes each value as a literal of the same type.
  const values = columns.map((column) => `quote(${column})`).join(` || ',' || `)
  const start = `INSERT INTO ${identifier(table)} (${columns.join(',')}) VALUES(`
  for (const { line } of database.prepare(`SELECT ${values} AS line FROM ${identifier(table)}`).iterate()) {
    const statement = `${start}${line});`
    if (Buffer.byteLength(statement) > statementBound)
      throw new LongStatement(`${table} 有一行太长，Cloudflare 不收（一条语句最多 ${statementBound} 字节）`)
    yield statement
  }
}

/** The statements, each with its semicolon. @throws LongStatement */
export function* dump(database: DatabaseSync): Generator<string> {
  const schema = (types: string) =>
    database
      .prepare(
        `SELECT sql FROM sqlite_master WHERE type IN (${types}) AND sql IS NOT NULL AND ${isOwnName} ORDER BY rowid`,
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
