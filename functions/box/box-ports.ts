import { accessSync, constants, existsSync } from 'node:fs'
import type { DatabaseSync } from 'node:sqlite'
import { d1FromSqlite } from '#store/sqlite/d1.ts'
import { migrate } from '#store/sqlite/migrate.ts'
import { limitDatabase, openDatabase } from '#store/sqlite/open.ts'
import { type MaintenancePorts, maintenancePorts, patience } from '../console/maintenance-ports.ts'
import type { ErasureList } from '../desk/erase-person.ts'
import { Refusal } from './command.ts'
import {
  type BoxConfig,
  type BoxSettings,
  configPath,
  readBoxConfig,
  readBoxSettings,
  sayBoxFaults,
} from './config.ts'
import { boxErasures } from './erasures.ts'
import { ownCommand } from './instance.ts'
import { misfitsOf, sayMisfits, tracesIn } from './own-keys.ts'
import { migrationsFolder, statePaths } from './paths.ts'
import { becomeOwner } from './rights.ts'
import { hasDatabase } from './state.ts'

/** What the commands of a box share: settings, rights, the database that the server uses at the same time. */

/** What may not be read would look as if it were not there. @throws where the person at the terminal lacks the rights */
const checkRights = (state: string): void => {
  try {
    accessSync(state, constants.R_OK | constants.X_OK)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EACCES')
      throw new Refusal(`没有权限看数据，什么都没有做。请在前面加 sudo：sudo ${ownCommand()} …`)
  }
}

/** Settings and secrets. @throws with every fault of the configuration */
export const boxConfig = (): BoxConfig => {
  // First what is wrong with the settings, or with the rights, and only then which secret cannot be read.
  boxSettings()
  const config = readBoxConfig(configPath())
  if (!config.ok) throw new Refusal(sayBoxFaults(config.error))
  return config.value
}

/** Settings without secrets. @throws with every fault of the configuration */
export const boxSettings = (): BoxSettings => {
  const path = configPath()
  if (!existsSync(path)) throw new Refusal(`还没有 ${path}：先运行 sudo ${ownCommand()} first-run。`)
  const settings = readBoxSettings(path)
  if (!settings.ok) throw new Refusal(sayBoxFaults(settings.error))
  checkRights(settings.value.state)
  return settings.value
}

/**
 * Brings the database of a state to the schema of this version; makes a new one if there is none. A database that is in use
 * goes through `upgradeState`, which backs it up first.
 * @returns names of the migrations that were applied
 */
export const migrateState = (state: string): string[] => {
  const database = openDatabase(statePaths(state).database)
  try {
    return migrate(database, migrationsFolder())
  } finally {
    database.close()
  }
}

/** The database of a state. @throws if there is none: it is made by `first-run`, `restore` or `import` */
const existingDatabase = (state: string): DatabaseSync => {
  const { database } = statePaths(state)
  if (!hasDatabase(state))
    throw new Refusal(
      `${database}：没有数据库。first-run 做一个新的，restore 恢复备份，import 从 Cloudflare 导入。`,
    )
  const opened = openDatabase(database)
  limitDatabase(opened)
  // A command can wait longer than a request, which the server repeats instead.
  opened.exec(`PRAGMA busy_timeout = ${patience}`)
  return opened
}

/** Ports of a maintainer's command, with the raw database and the list of erasures. */
export type BoxPorts = MaintenancePorts & { erasures: ErasureList; d1: ReturnType<typeof d1FromSqlite> }

/**
 * Runs `work` with ports over the database of the box, and closes it afterwards.
 * @throws where the secrets are not those of the database
 */
export const withBoxPorts = async <T>(
  work: (ports: BoxPorts, settings: BoxSettings) => Promise<T>,
  config = boxConfig(),
): Promise<T> => {
  becomeOwner(config.state)
  const database = existingDatabase(config.state)
  try {
    const misfits = await misfitsOf(tracesIn(database), config.secrets)
    if (misfits.length > 0) throw new Refusal(`没有做。${sayMisfits(misfits)}`)
    const d1 = d1FromSqlite(database)
    const erasures = boxErasures(statePaths(config.state).erasures)
    return await work({ ...maintenancePorts(d1, config.secrets), erasures, d1 }, config)
  } finally {
    database.close()
  }
}
