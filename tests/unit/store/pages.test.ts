import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { afterAll, expect, it } from 'vitest'
import { d1FromSqlite } from '#store/sqlite/d1.ts'
import { guardOf } from '#store/sqlite/guard.ts'
import { openMigrated } from '#store/sqlite/migrate.ts'
import { runnerOf } from '#store/sqlite/run.ts'
import { statementsOf } from '#store/sqlite/statements.ts'
import { type Write, writerOf } from '#store/sqlite/writer.ts'
import { nodeClient } from '../../support/node-app.ts'

const folder = mkdtempSync(join(tmpdir(), 'pages-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Pages in the write-ahead log (sqlite.org/fileformat2.html, 4.1): those before the first checkpoint, so all of them. */
const pages = (database: string): number => {
  const log = readFileSync(`${database}-wal`)
  return Math.floor((log.length - 32) / (24 + log.readUInt32BE(8)))
}

/** Writes as a box under load does: what has come while the last group was written is the next one. */
const groupsOf = (size: number, database: DatabaseSync): Write => {
  const statements = { prepare: statementsOf(database, guardOf(database)), run: runnerOf(database) }
  const write = writerOf(database, statements, {})
  let waiting: (() => void)[] = []
  return async (commands) => {
    await new Promise<void>((here) => {
      waiting.push(here)
      if (waiting.length < size) return
      for (const go of waiting) go()
      waiting = []
    })
    return write(commands)
  }
}

it('a filing in a group of sixteen writes at most nine pages of the log: what is filed together lies together', async () => {
  const database = join(folder, 'app.db')
  const sqlite = openMigrated(database, 'migrations')
  let sender = 0
  const client = nodeClient({
    database: d1FromSqlite(sqlite, { write: groupsOf(16, sqlite) }),
    clientAddress: () => {
      sender += 1
      return `10.0.0.${sender % 256}`
    },
  })
  const group = () => Promise.all(Array.from({ length: 16 }, () => client.file()))
  for (let i = 0; i < 6; i += 1) await group()
  const before = pages(database)
  for (let i = 0; i < 6; i += 1) await group()
  const each = (pages(database) - before) / 96
  sqlite.close()
  expect(each).toBeGreaterThan(5)
  expect(each).toBeLessThan(9)
})
