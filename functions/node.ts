import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, normalize } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { D1Database } from '@cloudflare/workers-types'
import { Hono } from 'hono'
import { createApp } from './app.ts'
import { isDeskPath } from './domain/routes.ts'
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
  /** Folder of the built site. */
  site: string
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

/** The desk, loaded with its first request: the public start does not pay for the sign-in. */
const lazyDesk = (ports: Ports, database: D1Database): (() => Promise<Hono>) => {
  const make = async (): Promise<Hono> => {
    const [{ createDeskApp }, { decoyHash, hashPassword, verifyPassword }, { createStaffStore }] =
      await Promise.all([import('./desk-app.ts'), import('./scrypt.ts'), import('./store/staff-create.ts')])
    const password = { hash: hashPassword, verify: verifyPassword, decoy: decoyHash }
    return createDeskApp({ ...ports, staff: createStaffStore(database), password })
  }
  let desk: Promise<Hono> | undefined
  return () => {
    desk ??= make()
    return desk
  }
}

/** Opens the database, brings it up to date and builds the app with its ports; the desk stands in the same process. */
export const createNodeApp = (options: NodeOptions): { app: Hono; ports: Ports } => {
  const database = new DatabaseSync(options.database)
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
  migrate(database, options.migrations)
  const keys = makeKeys(options.secrets)
  const d1 = d1FromSqlite(database)
  const ports: Ports = {
    store: createStore(d1, keys),
    keys,
    clock: () => Date.now(),
    random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
    clientAddress: options.clientAddress,
    asset: async (path) => {
      const file = join(options.site, normalize(`/${path}`))
      return existsSync(file) ? new Response(await readFile(file)) : undefined
    },
    log: (entry) => console.warn(JSON.stringify(entry)),
  }
  const site = createApp(ports)
  const desk = lazyDesk(ports, d1)
  const app = new Hono()
  app.all('*', async (c) =>
    isDeskPath(c.req.path) ? (await desk()).fetch(c.req.raw) : site.fetch(c.req.raw),
  )
  return { app, ports }
}
