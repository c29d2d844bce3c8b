import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { isBusy } from '#store/sqlite/errors.ts'

/**
 * The lock of a state. A command that fills it holds it alone; the server, and first-run while it makes a database, share
 * it. It is SQLite's lock of an empty file (fcntl), which the kernel takes back when the process ends, however it ends.
 */

/** Name of its file in the state. */
export const lockName = 'lock'

/** How long one who shares it waits for another command that begins, in milliseconds. */
const sharedWait = 1_000

const take = {
  // The first read takes the lock and keeps it until the transaction ends.
  shared: (database: DatabaseSync) => {
    database.exec('BEGIN')
    database.prepare('SELECT count(*) FROM sqlite_master').get()
  },
  alone: (database: DatabaseSync) => database.exec('BEGIN EXCLUSIVE'),
}

/**
 * Takes the lock of a state.
 * @param state the folder, which has to be there
 * @returns what gives it back, which has to be kept as long as it is needed; undefined if others hold it
 * @throws if the file of the lock cannot be opened
 */
export const lockState = (state: string, how: keyof typeof take): (() => void) | undefined => {
  const database = new DatabaseSync(join(state, lockName), { timeout: how === 'shared' ? sharedWait : 0 })
  try {
    // Otherwise a second file would be left beside it.
    database.exec('PRAGMA journal_mode = MEMORY')
    take[how](database)
    return () => database.close()
  } catch (error) {
    database.close()
    if (isBusy(error)) return undefined
    throw error
  }
}
