import { DatabaseSync } from 'node:sqlite'
import { lockWait } from './commits.ts'
import { d1Limits } from './limits.ts'

/** A write-ahead log that grew larger, in one long transaction, is cut to this size. */
const largestLog = 64 * 1024 * 1024

/**
 * Opens a database file as the app uses it: D1's limits, write-ahead log, an fsync for each commit.
 * @param path the file, created if it is missing, or `:memory:`
 */
export const openDatabase = (path: string): DatabaseSync => {
  const database = new DatabaseSync(path, {
    timeout: lockWait,
    enableDoubleQuotedStringLiterals: true,
    enableForeignKeyConstraints: true,
  })
  database.exec(
    `PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA journal_size_limit = ${largestLog}; PRAGMA trusted_schema = OFF`,
  )
  return database
}

/** Sets D1's limits on a connection. After the migrations, which D1 runs without some of them. */
export const limitDatabase = (database: DatabaseSync): void => {
  Object.assign(database.limits, d1Limits)
}
