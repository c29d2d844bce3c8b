import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { D1Database } from '@cloudflare/workers-types'
import { d1FromSqlite } from '#store/sqlite/d1.ts'
import { statePaths } from '../box/paths.ts'
import { clock } from './clock.ts'
import { type MaintenancePorts, maintenancePorts, patience, random } from './maintenance-ports.ts'
import { readSecrets } from './secrets.ts'
import { type SeedDatabase, seedDatabase } from './seed/database.ts'
import { withLocalBox } from './seed/local-box.ts'
import type { Machine } from './seed/machine.ts'

/** Ports for a maintainer's command on this machine, over the embedded database that `npm start` serves. */

/** Path of the database of a state: a box's, or the one file in which wrangler stores the embedded D1. Throws without one. */
export const databaseFile = (state: string): string => {
  const { database } = statePaths(state)
  if (existsSync(database)) return database
  const folder = join(state, 'v3/d1/miniflare-D1DatabaseObject')
  const files = (existsSync(folder) ? readdirSync(folder) : []).filter(
    (name) => name.endsWith('.sqlite') && name !== 'metadata.sqlite',
  )
  const [file] = files
  if (!file || files.length > 1)
    throw new Error(`${folder} contains ${files.length} databases, expected one; npm start creates it.`)
  return join(folder, file)
}

const withFile = async <T>(state: string, work: (database: DatabaseSync) => Promise<T>): Promise<T> => {
  const database = new DatabaseSync(databaseFile(state), { timeout: patience })
  try {
    return await work(database)
  } finally {
    database.close()
  }
}

/**
 * Runs `work` on the local database and closes it afterwards. Opens the file directly: the embedded D1 of a
 * second process does not wait for a writer, SQLite does.
 */
export const withLocalDatabase = async <T>(
  state: string,
  work: (database: D1Database) => Promise<T>,
): Promise<T> => withFile(state, (database) => work(d1FromSqlite(database)))

/**
 * Runs `work` with ports over the local database and closes it afterwards.
 * @param state folder of the local state, as passed to wrangler's `--persist-to`
 */
export const withLocalPorts = async <T>(
  state: string,
  work: (ports: MaintenancePorts) => Promise<T>,
): Promise<T> => {
  const secrets = readSecrets()
  return withLocalDatabase(state, (d1) => work(maintenancePorts(d1, secrets)))
}

/**
 * Runs `work` on the local database for many writes, with the secrets, the clock, the random source and the bucket of this
 * machine.
 */
export const withSeedDatabase = <T>(
  state: string,
  work: (database: SeedDatabase, machine: Machine) => Promise<T>,
): Promise<T> =>
  withFile(state, (sqlite) =>
    withLocalBox(state, (box) =>
      work(seedDatabase(sqlite), { secrets: readSecrets(), now: clock(), random, box }),
    ),
  )
