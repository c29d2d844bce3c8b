import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, normalize } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { D1Database } from '@cloudflare/workers-types'
import { Hono } from 'hono'
import type { Random } from '#domain/basics/random.ts'
import { isDeskPath } from '#domain/routes/desk.ts'
import { createStore } from '#store/create.ts'
import { d1FromSqlite } from '#store/sqlite.ts'
import { createApp } from './app.ts'
import { type ErasureList, replayErasures } from './desk/erase-person.ts'
import { makeKeys, type Secrets } from './keys.ts'
import type { Ports } from './ports.ts'

/**
 * Entry file for one's own machine: the same app on Node and SQLite. It is proven by a smoke test; packaging it is
 * a later matter (rules.md R54).
 */
export interface NodeOptions {
  /** Path of the database file, or `:memory:`. */
  database: string
  /** Folder of the SQL migrations. */
  migrations: string
  /** Folder of the built site. */
  site: string
  secrets: Secrets
  /** What was erased, outside the database: replayed before anything is served, should this be a restored backup. */
  erasures?: ErasureList
  /**
   * What the site is called from outside, `https://county.example`, where a proxy in front speaks https and hands
   * requests on over http. Absent: requests are taken as they come, which off loopback must then be https.
   */
  outside?: string
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
    const [{ createDeskApp }, { scryptPassword }, { createStaffStore }] = await Promise.all([
      import('./desk-app.ts'),
      import('./scrypt.ts'),
      import('#store/staff/create.ts'),
    ])
    const password = scryptPassword(ports.random)
    return createDeskApp({ ...ports, staff: createStaffStore(database, ports.random), password })
  }
  let desk: Promise<Hono> | undefined
  return () => {
    desk ??= make()
    return desk
  }
}

/** The request as its sender made it: scheme and name of the outside address, path and query as they came. */
const fromOutside = (request: Request, outside: string | undefined): Request => {
  if (!outside) return request
  const url = new URL(outside)
  const asked = new URL(request.url)
  // Set one by one: a path that begins with two slashes would name another host.
  url.pathname = asked.pathname
  url.search = asked.search
  return new Request(url, request)
}

/** Opens the database, brings it up to date and builds the app with its ports; the desk stands in the same process. */
export const createNodeApp = (options: NodeOptions): { app: Hono; ports: Ports; close: () => void } => {
  const database = new DatabaseSync(options.database)
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
  migrate(database, options.migrations)
  const random: Random = (bytes) => crypto.getRandomValues(new Uint8Array(bytes))
  const keys = makeKeys(options.secrets, random)
  const d1 = d1FromSqlite(database)
  const ports: Ports = {
    store: createStore(d1, keys, random),
    keys,
    clock: () => Date.now(),
    random,
    clientAddress: options.clientAddress,
    asset: async (path) => {
      const file = join(options.site, normalize(`/${path}`))
      return existsSync(file) ? new Response(await readFile(file)) : undefined
    },
    log: (entry) => console.warn(JSON.stringify(entry)),
  }
  const site = createApp(ports)
  const desk = lazyDesk(ports, d1)
  const { erasures } = options
  const replayed = erasures ? replayErasures({ ...ports, erasures }) : Promise.resolve(0)
  // Said by the requests that wait for it; nobody else may be the first to hear of it.
  replayed.catch(() => undefined)
  const app = new Hono()
  app.all('*', async (c) => {
    await replayed
    const request = fromOutside(c.req.raw, options.outside)
    return isDeskPath(c.req.path) ? (await desk()).fetch(request) : site.fetch(request)
  })
  return { app, ports, close: () => database.close() }
}
