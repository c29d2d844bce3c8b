import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, normalize } from 'node:path'
import type { D1Database } from '@cloudflare/workers-types'
import { Hono } from 'hono'
import type { Random } from '#domain/basics/random.ts'
import { isDeskPath } from '#domain/routes/desk.ts'
import { createStore } from '#store/create.ts'
import { createFileStore } from '#store/files/create.ts'
import { d1FromSqlite } from '#store/sqlite/d1.ts'
import { migrate } from '#store/sqlite/migrate.ts'
import { limitDatabase, openDatabase } from '#store/sqlite/open.ts'
import { createApp } from './app.ts'
import { type ErasureList, loggedErasures, replayErasures } from './desk/erase-person.ts'
import { folderBox } from './file-folder.ts'
import { makeKeys, type Secrets } from './keys.ts'
import { readNoticeConfig, sayFaults } from './notices/config.ts'
import type { Ports } from './ports.ts'

/**
 * Entry file for running the product on Node and SQLite: the same app. Covered by a smoke test; packaging
 * comes later (rules.md R54).
 */
export interface NodeOptions {
  /** Path of the database file, or `:memory:`. */
  database: string
  /** Folder of the files of evidence, beside the database and with the same backups. */
  files: string
  /** Folder of the SQL migrations. */
  migrations: string
  /** Folder of the built site. */
  site: string
  secrets: Secrets
  /** How notices are sent, as JSON (functions/notices/config.ts); absent: none are. */
  notices?: string
  /**
   * Erasures, stored outside the database. Replayed before anything is served, in case the database is a
   * restored backup.
   */
  erasures?: ErasureList
  /**
   * The public address of the site, `https://county.example`, when a proxy in front terminates https and
   * forwards requests over http. Absent: requests are used as they arrive, and must then be https outside
   * loopback.
   */
  outside?: string
  /** Network address of the sender, as the proxy in front reports it. */
  clientAddress: (request: Request) => string
}

/** The desk, loaded by its first request, so that starting the public app does not load the sign-in. */
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

/** The schedule of the desk, loaded by its first run. */
const lazySchedule =
  (ports: Ports & { erasures: ErasureList }, database: D1Database, notices: string | undefined) =>
  async (): Promise<void> => {
    const [{ runSchedule }, { smtpLine }, { createStaffStore }] = await Promise.all([
      import('./schedule.ts'),
      import('./smtp-line.ts'),
      import('#store/staff/create.ts'),
    ])
    const staff = createStaffStore(database, ports.random)
    return runSchedule({ ...ports, staff, connect: smtpLine }, notices)
  }

/** The request as its sender made it: scheme and host of the public address, path and query unchanged. */
const fromOutside = (request: Request, outside: string | undefined): Request => {
  if (!outside) return request
  const url = new URL(outside)
  const incoming = new URL(request.url)
  // Set one by one: a path that begins with two slashes would be parsed as another host.
  url.pathname = incoming.pathname
  url.search = incoming.search
  return new Request(url, request)
}

/**
 * Opens and migrates the database and builds the app with its ports; the desk runs in the same process.
 * @returns the app, its ports, what is to be called every ten minutes, and a function that closes the database
 * @throws if the configuration of notices is wrong
 */
export const createNodeApp = (
  options: NodeOptions,
): { app: Hono; ports: Ports; schedule: () => Promise<void>; close: () => void } => {
  const notices = readNoticeConfig(options.notices)
  if (!notices.ok) throw new Error(sayFaults(notices.error))
  const database = openDatabase(options.database)
  migrate(database, options.migrations)
  limitDatabase(database)
  const random: Random = (bytes) => crypto.getRandomValues(new Uint8Array(bytes))
  const keys = makeKeys(options.secrets, random)
  const d1 = d1FromSqlite(database)
  const ports: Ports = {
    store: createStore(d1, keys, random),
    files: createFileStore(d1, keys, random, folderBox(options.files)),
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
  const { erasures } = options
  const desk = lazyDesk(ports, d1)
  const replayed = erasures ? replayErasures({ ...ports, erasures }) : Promise.resolve(0)
  // The waiting requests report the error; without this handler Node would end the process first.
  replayed.catch(() => undefined)
  const app = new Hono()
  app.all('*', async (c) => {
    await replayed
    const request = fromOutside(c.req.raw, options.outside)
    return isDeskPath(c.req.path) ? (await desk()).fetch(request) : site.fetch(request)
  })
  return {
    app,
    ports,
    schedule: lazySchedule(
      { ...ports, erasures: erasures ?? loggedErasures(ports.log) },
      d1,
      options.notices,
    ),
    close: () => database.close(),
  }
}
