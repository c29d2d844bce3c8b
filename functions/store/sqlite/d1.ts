import type { DatabaseSync } from 'node:sqlite'
import type { D1Database } from '@cloudflare/workers-types'
import type { CommitOptions } from './commits.ts'
import { d1Error } from './errors.ts'
import { guardOf } from './guard.ts'
import { type Outcome, runnerOf } from './run.ts'
import { isEmpty, type Prepared, statementsOf } from './statements.ts'
import { toSqlite, type Value } from './values.ts'
import { type Write, writerOf } from './writer.ts'

/**
 * A D1 database over node:sqlite (rules.md R54): the same types, errors, limits and atomic batches, so that store and
 * query builder run unchanged. Differences are listed with their reasons in tests/support/d1/differences.ts.
 */

/** What statements need of their database. */
interface Engine {
  prepare: (sql: string) => Prepared
  run: (prepared: Prepared, values: Value[]) => Outcome
  write: Write
}

/** `rows_read` and `rows_written` are approximate, because node:sqlite does not tell them; durations are not measured. */
const metaOf = ({ rows, changes, lastRow }: Outcome) => ({
  served_by: 'box',
  duration: 0,
  changes,
  last_row_id: lastRow,
  changed_db: changes > 0,
  size_after: 0,
  rows_read: rows.length,
  rows_written: changes,
})

const asObjects = (outcome: Outcome) => ({
  success: true as const,
  meta: metaOf(outcome),
  results: outcome.rows.map((row) =>
    Object.fromEntries(row.map((cell, index) => [outcome.columns[index], cell])),
  ),
})

class Statement {
  readonly #engine: Engine
  readonly sql: string
  readonly values: Value[]

  constructor(engine: Engine, sql: string, values: Value[] = []) {
    this.#engine = engine
    this.sql = sql
    this.values = values
  }

  bind(...values: unknown[]): Statement {
    return new Statement(this.#engine, this.sql, values.map(toSqlite))
  }

  async #outcome(): Promise<Outcome> {
    const { prepare, run, write } = this.#engine
    const prepared = prepare(this.sql)
    if (!prepared.writes) return run(prepared, this.values)
    const [outcome] = await write([{ sql: this.sql, values: this.values }])
    return outcome as Outcome
  }

  async all() {
    return asObjects(await this.#outcome())
  }

  run() {
    return this.all()
  }

  async raw(options?: { columnNames?: boolean }): Promise<unknown[][]> {
    const { columns, rows } = await this.#outcome()
    return options?.columnNames ? [columns, ...rows] : rows
  }

  async first(column?: string): Promise<unknown> {
    const [row] = (await this.all()).results
    if (row === undefined) return null
    if (column === undefined) return row
    if (row[column] === undefined)
      throw new Error(`D1_COLUMN_NOTFOUND: Column not found (${column})`, {
        cause: new Error('Column not found'),
      })
    return row[column]
  }
}

/** Statements that only read, on one state of the database, whatever another process writes meanwhile. */
const togetherOf = (database: DatabaseSync) => {
  const [begin, commit] = [database.prepare('BEGIN'), database.prepare('COMMIT')]
  return <T>(work: () => T): T => {
    if (database.isTransaction) return work()
    begin.run()
    try {
      return work()
    } finally {
      commit.run()
    }
  }
}

const batchOf =
  ({ prepare, run, write }: Engine, together: ReturnType<typeof togetherOf>) =>
  async (given: Statement[]): Promise<Outcome[]> => {
    const statements = given.filter(({ sql }) => !isEmpty(sql))
    if (statements.length === 0) throw d1Error('No SQL statements detected.')
    // A statement that cannot be prepared yet may need a table that an earlier one creates.
    const reads = statements.every(({ sql }) => {
      try {
        return !prepare(sql).writes
      } catch {
        return false
      }
    })
    return reads
      ? together(() => statements.map(({ sql, values }) => run(prepare(sql), values)))
      : write(statements.map(({ sql, values }) => ({ sql, values })))
  }

/**
 * Wraps an open node:sqlite database as a D1 database. One connection belongs to one wrapper: transactions are its own.
 * @param writer how this connection commits, see CommitOptions; or what writes to the same file instead (writer-thread.ts)
 */
export const d1FromSqlite = (
  database: DatabaseSync,
  writer: Partial<CommitOptions> | { write: Write } = {},
): D1Database => {
  const prepare = statementsOf(database, guardOf(database))
  const run = runnerOf(database)
  const write = 'write' in writer ? writer.write : writerOf(database, { prepare, run }, writer)
  const engine = { prepare, run, write }
  const batch = batchOf(engine, togetherOf(database))
  const wrapped = {
    prepare: (sql: string) => new Statement(engine, sql),
    batch: async (statements: Statement[]) => (await batch(statements)).map(asObjects),
    async exec(sql: string) {
      const lines = sql.trim().split('\n')
      const outcomes = await batch(lines.map((line) => new Statement(engine, line))).catch((error: Error) => {
        const text = `Error in line 1: ${lines[0]}: ${(error.cause as Error | undefined)?.message ?? error.message}`
        throw d1Error(text, 'D1_EXEC_ERROR')
      })
      return { count: outcomes.length, duration: 0 }
    },
    withSession: () => ({ prepare: wrapped.prepare, batch: wrapped.batch, getBookmark: () => null }),
  }
  return wrapped as unknown as D1Database
}
