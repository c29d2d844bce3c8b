import { DatabaseSync } from 'node:sqlite'

/** How long a reader waits for the server, in milliseconds. */
const patience = 10_000

/** Reads a database that may be in use, and closes it. @param path the file, which has to be there */
export const readDatabase = <T>(path: string, read: (database: DatabaseSync) => T): T => {
  const database = new DatabaseSync(path, { readOnly: true, timeout: patience })
  try {
    return read(database)
  } finally {
    database.close()
  }
}
