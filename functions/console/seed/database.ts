import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { D1Database } from '@cloudflare/workers-types'
import { d1FromSqlite } from '#store/sqlite.ts'

/**
 * The local database for many writes: each statement is prepared once, and what one `whole` does is stored together or not
 * at all.
 */
export interface SeedDatabase {
  d1: D1Database
  sqlite: DatabaseSync
  /** Stores everything that `work` writes, or nothing if it throws. Never within itself. */
  whole<T>(work: () => Promise<T>): Promise<T>
}

/** Statements that the store asks for again and again; more texts than that are prepared anew. */
const mostStatements = 400

/** The store wraps each batch in a transaction of its own: within `whole` it is a savepoint. */
const nested: Record<string, string> = {
  'BEGIN IMMEDIATE': 'SAVEPOINT part',
  COMMIT: 'RELEASE part',
  ROLLBACK: 'ROLLBACK TO part; RELEASE part',
}

export const seedDatabase = (sqlite: DatabaseSync): SeedDatabase => {
  const prepared = new Map<string, StatementSync>()
  let isWhole = false
  const prepare = (sql: string): StatementSync => {
    const statement = prepared.get(sql) ?? sqlite.prepare(sql)
    if (prepared.size < mostStatements) prepared.set(sql, statement)
    // Rows as objects, whatever they were last time.
    statement.setReturnArrays(false)
    return statement
  }
  const exec = (sql: string) => sqlite.exec((isWhole && nested[sql]) || sql)
  return {
    sqlite,
    d1: d1FromSqlite({ prepare, exec } as unknown as DatabaseSync),
    async whole(work) {
      sqlite.exec('BEGIN IMMEDIATE')
      isWhole = true
      try {
        const done = await work()
        sqlite.exec('COMMIT')
        return done
      } catch (error) {
        sqlite.exec('ROLLBACK')
        throw error
      } finally {
        isWhole = false
      }
    },
  }
}
