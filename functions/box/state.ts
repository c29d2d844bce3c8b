import { existsSync, readdirSync, statSync } from 'node:fs'
import { statePaths } from './paths.ts'

/** What the folder of the state holds. */

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

/** True for a state without data; keys, settings and backups are apart from it. */
export const isEmptyState = (state: string): boolean =>
  !existsSync(statePaths(state).database) && !holdsData(state)

/** True if the state had a database which is not there any more: a new one would hide the loss. */
export const hasLostDatabase = (state: string): boolean =>
  !hasDatabase(state) &&
  (holdsData(state) || holdsAny(statePaths(state).backups, (name) => name.endsWith('.backup')))
