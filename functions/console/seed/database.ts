import type { DatabaseSync } from 'node:sqlite'
import type { D1Database } from '@cloudflare/workers-types'
import { d1FromSqlite } from '#store/sqlite/d1.ts'

/**
 * The local database for many writes: what one `whole` does is stored together or not at all.
 */
export interface SeedDatabase {
  d1: D1Database
  sqlite: DatabaseSync
  /** Stores everything that `work` writes, or nothing if it throws. Never within itself. */
  whole<T>(work: () => Promise<T>): Promise<T>
}

export const seedDatabase = (sqlite: DatabaseSync): SeedDatabase => ({
  sqlite,
  d1: d1FromSqlite(sqlite),
  async whole(work) {
    // What the store writes meanwhile becomes savepoints of this transaction (store/sqlite/commits.ts).
    sqlite.exec('BEGIN IMMEDIATE')
    try {
      const done = await work()
      sqlite.exec('COMMIT')
      return done
    } catch (error) {
      sqlite.exec('ROLLBACK')
      throw error
    }
  },
})
