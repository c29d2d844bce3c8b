import { DatabaseSync } from 'node:sqlite'
import { lockWait } from './commits.ts'
import { d1Limits } from './limits.ts'

/** A write-ahead log that grew larger, in one long transaction, is cut to this size, in bytes. */
const largestLog = 64 * 1024 * 1024
/** Pages of the log after which they are copied into the file: 16 MB, in which a page that is written often is copied once. */
const logPages = 4_000
/** Pages kept in memory, in kilobytes. */
const pageCache = 16 * 1024

/**
 * What a savepoint would restore is kept in memory. By default more than 64 KB of it go to a temporary file, which was two
 * thirds of what a filing wrote (docs/adr/0068-what-a-filing-writes.md).
 */
const settings = [
  ...['journal_mode = WAL', 'synchronous = FULL', `journal_size_limit = ${largestLog}`],
  ...['temp_store = MEMORY', `cache_size = -${pageCache}`, `wal_autocheckpoint = ${logPages}`],
  'trusted_schema = OFF',
]

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
  for (const setting of settings) database.exec(`PRAGMA ${setting}`)
  return database
}

/** Sets D1's limits on a connection. After the migrations, which D1 runs without some of them. */
export const limitDatabase = (database: DatabaseSync): void => {
  Object.assign(database.limits, d1Limits)
}

/** Closes a database. Nothing of the write-ahead log stays behind for whoever copies the file next. */
export const closeDatabase = (database: DatabaseSync): void => {
  database.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  database.close()
}
