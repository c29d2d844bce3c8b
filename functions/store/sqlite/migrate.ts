import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { limitDatabase, openDatabase } from './open.ts'

/**
 * Migrations with wrangler's own table, so that a database can move between Cloudflare and a box.
 */

/** Names of the SQL files of a folder, in their order. */
export const migrationsIn = (folder: string): string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()

/** Names of the migrations that a database has, in the order in which they were applied. */
export const appliedIn = (database: DatabaseSync): string[] =>
  database
    .prepare('SELECT name FROM d1_migrations ORDER BY id')
    .all()
    .map(({ name }) => String(name))

const prepareTable = (database: DatabaseSync): void =>
  // The text is wrangler's.
  database.exec(`CREATE TABLE IF NOT EXISTS d1_migrations(
		id         INTEGER PRIMARY KEY AUTOINCREMENT,
		name       TEXT UNIQUE,
		applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL
)`)

/**
 * Applies what is missing, each file in a transaction of its own.
 * @param wanted names of the files to apply, if not all
 * @returns names of the files that were applied
 */
export const migrate = (
  database: DatabaseSync,
  folder: string,
  wanted: readonly string[] = migrationsIn(folder),
): string[] => {
  prepareTable(database)
  const applied = new Set(appliedIn(database))
  const missing = wanted.filter((name) => !applied.has(name))
  for (const name of missing) {
    database.exec('BEGIN IMMEDIATE')
    try {
      database.exec(readFileSync(join(folder, name), 'utf8'))
      database.prepare('INSERT INTO d1_migrations (name) VALUES (?)').run(name)
      database.exec('COMMIT')
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK')
      throw error
    }
  }
  return missing
}

/** Opens a database as the app uses it, with all migrations of a folder. */
export const openMigrated = (path: string, migrations: string): DatabaseSync => {
  const database = openDatabase(path)
  migrate(database, migrations)
  limitDatabase(database)
  return database
}
