import type { D1Database } from '@cloudflare/workers-types'
import { d1FromSqlite } from '#store/sqlite/d1.ts'
import { openMigrated } from '#store/sqlite/migrate.ts'
import { closeDatabase } from '#store/sqlite/open.ts'
import { writerThread } from '#store/sqlite/writer-thread.ts'
import { migrationsFolder, writerFile } from './paths.ts'

/**
 * Opens the database of the server, read here and written by a thread of its own (docs/adr/0075-thread-that-writes.md).
 * @param alarm called when the disk is full or fails
 */
export const openAppDatabase = (
  path: string,
  alarm: (error: unknown) => void,
): { d1: D1Database; close: () => Promise<void> } => {
  const reading = openMigrated(path, migrationsFolder())
  // What would write past the thread fails.
  reading.exec('PRAGMA query_only = ON')
  const thread = writerThread(writerFile(), path, alarm)
  const close = async (): Promise<void> => {
    await thread.close()
    closeDatabase(reading)
  }
  return { d1: d1FromSqlite(reading, thread), close }
}
