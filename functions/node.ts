import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join, normalize } from 'node:path'
import type { D1Database } from '@cloudflare/workers-types'
import { Hono } from 'hono'
import { getPath } from 'hono/utils/url'
import { isDeskPath } from '#domain/routes/desk.ts'
import { createStore } from '#store/create.ts'
import { createFileStore } from '#store/files/create.ts'
import { d1FromSqlite } from '#store/sqlite/d1.ts'
import { openMigrated } from '#store/sqlite/migrate.ts'
import { closeDatabase } from '#store/sqlite/open.ts'
import { createApp } from './app.ts'
import { type ErasureList, loggedErasures, replayErasures } from './desk/erase-person.ts'
import { folderBox } from './file-folder.ts'
import { makeKeys, type Secrets } from './keys.ts'
import { systemRandom } from './node-random.ts'
import { readNoticeConfig, sayFaults } from './notices/config.ts'
import type { Ports } from './ports.ts'
import { storageAlarm } from './storage-alarm.ts'

/**
 * The same app on Node and SQLite (rules.md R54). functions/box/ serves it on a county's own machine.
 */
export interface NodeOptions {
  /** Path of the database file, or `:memory:`; or a database that somebody else opened. */
  database: string | D1Database
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
  /** Where entries of the log go; by default standard error, one JSON object a line. */
  log?: Ports['log']
  /** Called when the disk is full or fails; without it, the log says so. */
  alarm?: (error: unknown) => void
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

export interface NodeApp {
  app: Hono
  /** Answers a request. */
  fetch: (request: Request) => Promise<Response>
  /** Settles once the recorded erasures are repeated; rejects if they cannot be. */
  ready: Promise<void>
  ports: Ports
  schedule: () => Promise<void>
  close: () => void
}

/** The database of the options, migrated, and what closes it. */
const opened = ({ database, migrations }: NodeOptions, alarm: (error: unknown) => void) => {
  if (typeof database !== 'string') return { d1: database, close: () => {} }
  const sqlite = openMigrated(database, migrations)
  return { d1: d1FromSqlite(sqlite, { alarm }), close: () => closeDatabase(sqlite) }
}

/**
 * Opens and migrates the database and builds the app with its ports; the desk runs in the same process.
 * @throws if the configuration of notices is wrong
 */
export const createNodeApp = (options: NodeOptions): NodeApp => {
  const notices = readNoticeConfig(options.notices)
  if (!notices.ok) throw new Error(sayFaults(notices.error))
  const random = systemRandom()
  const keys = makeKeys(options.secrets, random)
  const log: Ports['log'] = options.log ?? ((entry) => console.warn(JSON.stringify(entry)))
  const clock = () => Date.now()
  const alarm = options.alarm ?? storageAlarm({ log, clock })
  const { d1, close } = opened(options, alarm)
  const ports: Ports = {
    store: createStore(d1, keys, random),
    files: createFileStore(d1, keys, random, folderBox(options.files, alarm)),
    keys,
    clock,
    random,
    clientAddress: options.clientAddress,
    asset: async (path) => {
      const file = join(options.site, normalize(`/${path}`))
      return existsSync(file) ? new Response(await readFile(file)) : undefined
    },
    log,
  }
  const site = createApp(ports)
  const { erasures } = options
  const desk = lazyDesk(ports, d1)
  const replayed = erasures ? replayErasures({ ...ports, erasures }) : Promise.resolve(0)
  // The waiting requests report the error; without this handler Node would end the process first.
  replayed.catch(() => undefined)
  const fetch = async (request: Request): Promise<Response> => {
    await replayed
    return isDeskPath(getPath(request)) ? (await desk()).fetch(request) : site.fetch(request)
  }
  const app = new Hono()
  app.all('*', (c) => fetch(c.req.raw))
  return {
    app,
    fetch,
    ready: replayed.then(() => undefined),
    ports,
    schedule: lazySchedule(
      { ...ports, erasures: erasures ?? loggedErasures(ports.log) },
      d1,
      options.notices,
    ),
    close,
  }
}
