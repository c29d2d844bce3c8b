import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { d1FromSqlite } from '#store/sqlite/d1.ts'
import { d1Limits } from '#store/sqlite/limits.ts'
import { migrate } from '#store/sqlite/migrate.ts'
import { limitDatabase, openDatabase } from '#store/sqlite/open.ts'

/**
 * Settings of the connection that serves, once it has migrated and written. A loss of power after COMMIT cannot be played
 * here: kill -9 leaves what was written in the memory of the machine (tests/box/durability.test.ts).
 */

let folder: string
let database: DatabaseSync

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'open-'))
  database = openDatabase(join(folder, 'app.db'))
  migrate(database, 'migrations')
  limitDatabase(database)
  const d1 = d1FromSqlite(database)
  await d1.prepare('CREATE TABLE note (id INTEGER PRIMARY KEY)').run()
  await d1.batch([1, 2].map((id) => d1.prepare('INSERT INTO note VALUES (?)').bind(id)))
})
afterAll(() => {
  database.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('the connection that serves', () => {
  const settings: [name: string, value: number | string, meaning: string][] = [
    ['journal_mode', 'wal', 'reads go on while another process writes'],
    ['synchronous', 2, 'each COMMIT waits until the write-ahead log is on the disk'],
    ['foreign_keys', 1, 'foreign keys are checked, as on D1'],
    ['trusted_schema', 0, 'a schema from elsewhere calls no function that writes'],
    ['locking_mode', 'normal', 'backups and commands read beside it'],
    ['recursive_triggers', 0, 'as on D1'],
    ['busy_timeout', 50, 'SQLite itself stops the process for no longer'],
    ['temp_store', 2, 'savepoints are kept in memory'],
    ['journal_size_limit', 67_108_864, 'a log that grew is cut'],
    ['wal_autocheckpoint', 4_000, 'pages of the log before they are copied into the file'],
    ['cache_size', -16_384, 'kilobytes of pages in memory'],
  ]
  it.each(settings)('%s is %s: %s', (name, value) => {
    expect(Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})).toEqual([value])
  })

  it("has D1's limits", () => expect(database.limits).toMatchObject(d1Limits))
})
