import type { DatabaseSync } from 'node:sqlite'
import type { D1Database } from '@cloudflare/workers-types'
import { d1FromSqlite } from './d1.ts'
import { closeDatabase } from './open.ts'
import { writerThread } from './writer-thread.ts'

/**
 * A D1 database that this thread reads and another one writes (docs/adr/0075-thread-that-writes.md).
 * @param reading an open file, migrated; from now on it can only be read here
 * @param writer entry file of the thread that writes (writer-main.ts, as it is or bundled)
 * @param alarm called when the disk is full or fails
 */
export const threadedD1 = (
  reading: DatabaseSync,
  writer: string,
  alarm: (error: unknown) => void,
): { d1: D1Database; close: () => Promise<void> } => {
  // What would write past the thread fails.
  reading.exec('PRAGMA query_only = ON')
  const thread = writerThread(writer, reading.location() ?? '', alarm)
  const close = async (): Promise<void> => {
    await thread.close()
    closeDatabase(reading)
  }
  return { d1: d1FromSqlite(reading, thread), close }
}
