import { existsSync, readdirSync, statSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { lastRunName, statePaths } from './paths.ts'
import { lockName } from './state-lock.ts'

/** What the folder of the state holds. */

/** The folder in which a command makes what will fill the state (functions/box/fill-state.ts). */
export const comingName = 'coming'

/** Folders that an empty state may have: `lost+found` belongs to the file system of a disk of its own. */
const passedOver = new Set(['backups', comingName, 'lost+found'])

const holdsAny = (folder: string, wanted: (name: string) => boolean = () => true): boolean =>
  existsSync(folder) && readdirSync(folder).some(wanted)

/** True if there is a database. SQLite makes a new one of an empty file, so that is none. */
export const hasDatabase = (state: string): boolean => {
  const { database } = statePaths(state)
  return existsSync(database) && statSync(database).size > 0
}

/** True if there is what only a database in use leaves beside itself. */
const holdsData = (state: string): boolean => {
  const { database, files, erasures } = statePaths(state)
  return existsSync(`${database}-wal`) || existsSync(erasures) || holdsAny(files)
}

/**
 * True for a state that can be filled: nothing in it but backups, an empty folder for files, the lock, when the schedule
 * last ran, and what a run that was killed has left. Anything else is refused, links above all: root fills the folder, which
 * belongs to the account of the service, and would write where they lead. Keys and settings are elsewhere.
 */
export const isEmptyState = async (state: string): Promise<boolean> => {
  if (!existsSync(state)) return true
  for (const entry of await readdir(state, { withFileTypes: true })) {
    if ((entry.name === lockName || entry.name === lastRunName) && entry.isFile()) continue
    // False for a link to a folder.
    if (!entry.isDirectory()) return false
    if (passedOver.has(entry.name)) continue
    if (entry.name !== 'files' || (await readdir(join(state, 'files'))).length > 0) return false
  }
  return true
}

/** True if the state had a database which is not there any more: a new one would hide the loss. */
export const hasLostDatabase = (state: string): boolean =>
  !hasDatabase(state) &&
  (holdsData(state) || holdsAny(statePaths(state).backups, (name) => name.endsWith('.backup')))
