import { spawnSync } from 'node:child_process'
import {
  closeSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { D1Database } from '@cloudflare/workers-types'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { storageCode } from '#store/sqlite/errors.ts'
import { limitDatabase, openDatabase } from '#store/sqlite/open.ts'
import { threadedD1 } from '#store/sqlite/threaded.ts'
import { writerEntry } from '../../../../functions/box/bundle.ts'

/** A database that a thread of its own writes to. What D1 asks of it is in differential.test.ts. */

const entry = resolve(writerEntry)
let folder: string
let path: string
let reading: DatabaseSync
let d1: D1Database
let close: () => Promise<void>
let alarms: string[]

/** Opens the file anew, as the server does. */
const open = (): void => {
  reading = openDatabase(path)
  limitDatabase(reading)
  ;({ d1, close } = threadedD1(reading, entry, (error) => alarms.push(storageCode(error))))
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'writer-'))
  path = join(folder, 'app.db')
  const made = openDatabase(path)
  made.exec('CREATE TABLE p (id INTEGER PRIMARY KEY, v)')
  made.close()
  alarms = []
  open()
})
afterEach(async () => {
  if (reading.isOpen) await close()
  rmSync(folder, { recursive: true, force: true })
})

const insert = (id: number, v: unknown = null) =>
  d1.prepare('INSERT INTO p (id, v) VALUES (?, ?)').bind(id, v)
const rows = async () => (await d1.prepare('SELECT id, v FROM p ORDER BY id').raw()).flat()

/** Commits in the log: a frame that ends one says how many pages the file has (sqlite.org/fileformat2.html, 4.1). */
const commitsIn = (file: string): number => {
  const log = readFileSync(`${file}-wal`)
  if (log.length === 0) return 0
  let commits = 0
  for (let at = 32; at < log.length; at += 24 + log.readUInt32BE(8))
    if (log.readUInt32BE(at + 4) > 0) commits += 1
  return commits
}

it('what was written is there for whoever reads next, and for another process', async () => {
  const pool = Buffer.alloc(4_096, 1)
  const { meta } = await insert(1, pool.subarray(5, 8)).run()
  expect(meta).toMatchObject({ changes: 1, last_row_id: 1, changed_db: true })
  const [, returned] = await d1.batch([
    insert(2, 'x'),
    d1.prepare('UPDATE p SET v = v || ? WHERE id = 2 RETURNING id, v').bind('y'),
  ])
  expect(returned?.results).toEqual([{ id: 2, v: 'xy' }])
  expect(await rows()).toEqual([1, new Uint8Array([1, 1, 1]), 2, 'xy'])
  const other = new DatabaseSync(path)
  expect(other.prepare('SELECT count(*) AS n FROM p').get()).toEqual({ n: 2 })
  other.close()
})

it('a batch that fails changes nothing, fails with the words of D1, and for nobody else', async () => {
  const settled = await Promise.allSettled([
    insert(1).run(),
    d1.batch([insert(2), insert(1)]),
    insert(3).run(),
    d1.prepare('INSERT INTO missing VALUES (1)').run(),
  ])
  expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected'])
  const { reason } = settled[1] as PromiseRejectedResult
  expect(String(reason)).toBe(
    'Error: D1_ERROR: UNIQUE constraint failed: p.id: SQLITE_CONSTRAINT (extended: SQLITE_CONSTRAINT_PRIMARYKEY)',
  )
  expect(storageCode(reason)).toBe('SQLITE_CONSTRAINT (extended: SQLITE_CONSTRAINT_PRIMARYKEY)')
  expect(await rows()).toEqual([1, null, 3, null])
  expect(alarms).toEqual([])
})

it('reads go on while another process writes, and what waits for it is written afterwards', async () => {
  const other = new DatabaseSync(path)
  other.exec('BEGIN IMMEDIATE')
  let written = false
  const writing = insert(1)
    .run()
    .then(() => {
      written = true
    })
  const began = performance.now()
  for (let read = 0; read < 20; read += 1) expect(await rows()).toEqual([])
  expect(performance.now() - began).toBeLessThan(1_000)
  await new Promise((later) => setTimeout(later, 200))
  expect(written).toBe(false)
  other.exec('COMMIT')
  other.close()
  await writing
  expect(await rows()).toEqual([1, null])
})

it('a file that is damaged is an alarm here, and refuses what is written', async () => {
  await insert(1).run()
  await close()
  const file = openSync(path, 'r+')
  writeSync(file, Buffer.alloc(4_096, 7), 0, 4_096, 4_096)
  closeSync(file)
  open()
  // The text is prepared here, which reads only the page of the schema.
  await expect(insert(2).run()).rejects.toThrow('D1_ERROR: database disk image is malformed: SQLITE_CORRUPT')
  expect(alarms).toEqual(['SQLITE_CORRUPT'])
})

it('the connection that reads cannot write, whatever it is asked', () => {
  expect(() => reading.exec('INSERT INTO p (id) VALUES (1)')).toThrow('readonly')
})

it('ends after what it was asked, and leaves no log behind', async () => {
  const ids = Array.from({ length: 100 }, (_, index) => index + 1)
  const writing = Promise.all(ids.map((id) => insert(id).run()))
  const ended = close()
  expect((await writing).length).toBe(100)
  await ended
  expect(readdirSync(folder)).toEqual(['app.db'])
  open()
  expect((await rows()).length).toBe(200)
})

it('takes half of many writes at a time, so that the first are answered while the others are written', async () => {
  const before = commitsIn(path)
  await Promise.all(Array.from({ length: 20 }, (_, index) => insert(index + 1).run()))
  expect(commitsIn(path) - before).toBe(3)
})

/** A process that writes with a thread, and does what `then` says afterwards. */
const child = (file: string, then: string) => {
  const program = join(folder, 'program.mjs')
  writeFileSync(
    program,
    `import { writerThread } from ${JSON.stringify(resolve('functions/store/sqlite/writer-thread.ts'))}
     const thread = writerThread(${JSON.stringify(entry)}, ${JSON.stringify(file)}, () => {})
     ${then}`,
  )
  return spawnSync(process.execPath, [program], { encoding: 'utf8', timeout: 20_000 })
}

it('holds a process as long as it waits for a write, and no longer', () => {
  const { status, stdout } = child(
    path,
    `await thread.write([{ sql: 'INSERT INTO p (id) VALUES (?)', values: [5] }])
     console.log('written')`,
  )
  expect([status, stdout]).toEqual([0, 'written\n'])
  expect(reading.prepare('SELECT id FROM p').all()).toEqual([{ id: 5 }])
})

it('holds a process until it has closed', () => {
  const { status, stdout } = child(path, `await thread.close(); console.log('closed')`)
  expect([status, stdout]).toEqual([0, 'closed\n'])
})

it('a thread that cannot open the database ends the process', () => {
  const { status, stderr } = child(join(folder, 'missing', 'app.db'), 'setInterval(() => {}, 1000)')
  expect(status).toBe(1)
  expect(stderr).toContain('unable to open database file')
})
