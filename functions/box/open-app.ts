import { existsSync, mkdirSync } from 'node:fs'
import { basename } from 'node:path'
import { siteMiddleware } from '#http/site-middleware.tsx'
import { createUnavailableApp } from '#http/unavailable-app.ts'
import { storageCode } from '#store/sqlite/errors.ts'
import { openMigrated } from '#store/sqlite/migrate.ts'
import { threadedD1 } from '#store/sqlite/threaded.ts'
import { unusableD1 } from '#store/sqlite/unusable.ts'
import { clock } from '../console/clock.ts'
import { createNodeApp, type NodeOptions } from '../node.ts'
import { storageAlarm } from '../storage-alarm.ts'
import { type BoxSettings, readBoxSecrets, sayBoxFaults } from './config.ts'
import { boxErasures } from './erasures.ts'
import { addressOf } from './http/request.ts'
import { ownCommand } from './instance.ts'
import { readBackupKey } from './key-files.ts'
import { type Believable, believable, noteRun, readLastRun } from './last-run.ts'
import { log } from './log.ts'
import { misfitsIn, noteOwnKeys, sayMisfits } from './own-keys.ts'
import { migrationsFolder, siteFolder, statePaths, writerFile } from './paths.ts'
import { hasDatabase } from './state.ts'
import { lockState } from './state-lock.ts'
import { upgradeState } from './upgrade.ts'

/** The app of a box, whether or not everything it needs is there. */

export interface OpenApp {
  /** False: the site is read only, without anything that needs secrets or database. */
  usable: boolean
  fetch: (request: Request) => Response | Promise<Response>
  schedule: () => Promise<void>
  /** What the clock may show, by what the state knows; undefined: it knows nothing. */
  believable?: Believable
  close: () => Promise<void>
}

/** What is said of a database that is not there. The server never makes one: it would hide that the other is lost. */
const sayMissing = (database: string): string =>
  `${database}：没有数据库。还没有用过的，运行 sudo ${ownCommand()} first-run；用过的，请恢复最近的备份（sudo ${ownCommand()} restore …）。\n`

/** What is said while a command fills the state. */
const sayFilled = '另一个命令正在恢复或导入数据。做完以后一分钟内，网站程序自己再启动。'

const closing = (close: () => Promise<void>, release: () => void) => async () => {
  await close()
  release()
}

const nothing = { usable: false, schedule: async () => {}, close: async () => {} }

/** Everything that needs the secrets is unavailable; /healthz names what is wrong with them, never a value. */
const withoutSecrets = (kind: string, says: string, faults: string[]): OpenApp => {
  process.stderr.write(`${says}\n`)
  log({ event: 'alarm', kind })
  return { ...nothing, fetch: createUnavailableApp(siteMiddleware(), faults).fetch }
}

type BoxOptions = NodeOptions & { database: string }

const open = async (state: string, { database, ...options }: BoxOptions): Promise<OpenApp> => {
  const alarm = storageAlarm({ log, clock })
  const { d1, close } = threadedD1(openMigrated(database, options.migrations), writerFile(), alarm)
  const started = async () => {
    const app = createNodeApp({ ...options, database: d1, alarm })
    await app.ready
    return { ...app, range: believable(readLastRun(state), await app.ports.store.lastAnchor()) }
  }
  // What cannot be started leaves no thread behind.
  const { fetch, schedule, ports, range } = await started().catch(async (error: unknown) => {
    await close()
    throw error
  })
  const run = (): Promise<void> => {
    try {
      noteRun(state, ports.clock())
    } catch (error) {
      // A full disk: what can be done without the note is done.
      log({ event: 'scheduler', kind: 'last-run', code: storageCode(error) })
    }
    return schedule()
  }
  return { usable: true, fetch, schedule: run, close, ...(range && { believable: range }) }
}

/**
 * Opens the app. What is missing or broken (a secret, the configuration of notices, the database, the list of erasures) is
 * logged as an alarm, and pages that need it say 503; so are secrets that are not those of the database, and a database of
 * an earlier version of which no backup can be made.
 */
export const openApp = async (settings: BoxSettings): Promise<OpenApp> => {
  const read = readBoxSecrets(settings)
  if (!read.ok) {
    // The file, and the place in it; the rest of a path is nobody else's business.
    const places = read.error.map(({ place }) => basename(place))
    return withoutSecrets('secrets', sayBoxFaults(read.error), places)
  }
  const { database, files, erasures } = statePaths(settings.state)
  const { secrets, notices } = read.value
  const options = {
    ...{ database, files, secrets, migrations: migrationsFolder(), site: siteFolder() },
    ...{ erasures: boxErasures(erasures), clientAddress: addressOf, log },
    ...(notices !== undefined && { notices }),
  }
  const withoutDatabase = (error: unknown): OpenApp => {
    const { erasures: _, ...rest } = options
    return { ...nothing, fetch: createNodeApp({ ...rest, database: unusableD1(error) }).fetch }
  }
  const openUpgraded = async (): Promise<OpenApp> => {
    // First: a program that was given other keys changes nothing, not the schema either.
    const misfits = await misfitsIn(database, secrets)
    if (misfits.length > 0) {
      const named = misfits.map((name) => `${name} (not that of this database)`)
      return withoutSecrets('keys', sayMisfits(misfits), named)
    }
    const upgraded = await upgradeState(settings.state, readBackupKey(settings), clock())
    if (!upgraded.ok) {
      process.stderr.write(`${upgraded.error}\n`)
      log({ event: 'alarm', kind: 'backup-before-migration' })
      return withoutDatabase(new Error('the database is of an earlier version'))
    }
    await noteOwnKeys(database, secrets)
    mkdirSync(files, { recursive: true, mode: 0o700 })
    return await open(settings.state, options)
  }
  const inUse = (): OpenApp => {
    process.stderr.write(`${sayFilled}\n`)
    log({ event: 'alarm', kind: 'state-locked' })
    return withoutDatabase(new Error('another command fills the state'))
  }
  const missing = (): OpenApp => {
    process.stderr.write(sayMissing(database))
    log({ event: 'alarm', kind: 'database-missing' })
    return withoutDatabase(new Error('there is no database'))
  }
  if (!existsSync(settings.state)) return missing()
  let release: ReturnType<typeof lockState>
  try {
    release = lockState(settings.state, 'shared')
    if (!release) return inUse()
    const opened = hasDatabase(settings.state) ? await openUpgraded() : missing()
    return { ...opened, close: closing(opened.close, release) }
  } catch (error) {
    release?.()
    log({ event: 'alarm', kind: 'database', code: storageCode(error) })
    return withoutDatabase(error)
  }
}
