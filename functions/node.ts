import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Hono } from 'hono'
import { createApp } from './app.ts'
import { makeKeys, type Secrets } from './keys.ts'
import type { Ports } from './ports.ts'
import { createStore } from './store/create.ts'
import { d1FromSqlite } from './store/sqlite.ts'

/**
 * Entry file for one's own machine: the same app on Node and SQLite. It is proven by a smoke test; packaging it is
 * a later matter (ROADMAP: the county's own machine).
 */
export interface NodeOptions {
  /** Path of the database file, or `:memory:`. */
  database: string
  /** Folder of the SQL migrations. */
  migrations: string
  secrets: Secrets
  /** Address of the sender as the proxy in front knows it. */
  clientAddress: (request: Request) => string
}

const migrate = (database: DatabaseSync, folder: string): void => {
  // wrangler's own bookkeeping table, so that a database can move between both worlds.
  database.exec(
    'CREATE TABLE IF NOT EXISTS d1_migrations (id INTEGER PRIMARY KEY, name TEXT UNIQUE, applied_at TEXT)',
  )
  const applied = new Set(
    database
      .prepare('SELECT name FROM d1_migrations')
      .all()
      .map((row) => row['name']),
  )
  for (const name of readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .sort()) {
    if (applied.has(name)) continue
    database.exec('BEGIN IMMEDIATE')
    database.exec(readFileSync(join(folder, name), 'utf8'))
    database.prepare("INSERT INTO d1_migrations (name, applied_at) VALUES (?, '')").run(name)
    database.exec('COMMIT')
  }
}

/** Opens the database, brings it up to date and builds the app with its ports. */
export const createNodeApp = (options: NodeOptions): { app: Hono; ports: Ports } => {
  const database = new DatabaseSync(options.database)
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
  migrate(database, options.migrations)
  const keys = makeKeys(options.secrets)
  const ports: Ports = {
    store: createStore(d1FromSqlite(database), keys),
    keys,
    clock: () => Date.now(),
    random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
    clientAddress: options.clientAddress,
    log: (entry) => console.warn(JSON.stringify(entry)),
  }
  return { app: createApp(ports), ports }
}
