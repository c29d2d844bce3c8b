import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { D1Database } from '@cloudflare/workers-types'

/**
 * A D1 database over node:sqlite, limited to what drizzle and the store use (rules.md R54): statements, raw rows and
 * atomic batches. node:sqlite is synchronous, so nothing runs between the statements of a batch.
 */

type Value = string | number | null | Uint8Array

// D1 accepts booleans and buffers; node:sqlite accepts neither.
const toSqlite = (value: unknown): Value => {
  if (typeof value === 'boolean') return value ? 1 : 0
  if (value instanceof ArrayBuffer) return new Uint8Array(value)
  return (value ?? null) as Value
}

class Statement {
  readonly #prepare: () => StatementSync
  readonly #values: Value[]

  constructor(prepare: () => StatementSync, values: Value[] = []) {
    this.#prepare = prepare
    this.#values = values
  }

  bind(...values: unknown[]): Statement {
    return new Statement(this.#prepare, values.map(toSqlite))
  }

  rows(): Record<string, unknown>[] {
    return this.#prepare()
      .all(...this.#values)
      .map((row) => ({ ...row }))
  }

  async all() {
    return { success: true, results: this.rows(), meta: {} }
  }

  async run() {
    const { changes } = this.#prepare().run(...this.#values)
    return { success: true, results: [], meta: { changes: Number(changes) } }
  }

  async raw(): Promise<unknown[][]> {
    const statement = this.#prepare()
    statement.setReturnArrays(true)
    return statement.all(...this.#values) as unknown as unknown[][]
  }

  async first(): Promise<Record<string, unknown> | null> {
    return this.rows()[0] ?? null
  }
}

/** Wraps an open node:sqlite database as a D1 database. */
export const d1FromSqlite = (database: DatabaseSync): D1Database => {
  const wrapped = {
    prepare: (sql: string) => new Statement(() => database.prepare(sql)),
    async batch(statements: Statement[]) {
      database.exec('BEGIN IMMEDIATE')
      try {
        const results = statements.map((statement) => ({
          success: true,
          results: statement.rows(),
          meta: {},
        }))
        database.exec('COMMIT')
        return results
      } catch (error) {
        database.exec('ROLLBACK')
        throw error
      }
    },
  }
  return wrapped as unknown as D1Database
}
