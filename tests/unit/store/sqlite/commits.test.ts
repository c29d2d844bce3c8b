import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { d1FromSqlite } from '#store/sqlite/d1.ts'
import { limitDatabase, openDatabase } from '#store/sqlite/open.ts'

/** Group commit: one transaction for what is written in one turn, and nobody fails for somebody else. */

let folder: string
let path: string
let database: DatabaseSync
let alarms: unknown[]
const open = () => d1FromSqlite(database, { patience: 2_000, alarm: (error) => alarms.push(error) })

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'commits-'))
  path = join(folder, 'app.db')
  database = openDatabase(path)
  database.exec(`CREATE TABLE p (id INTEGER PRIMARY KEY, v);
    CREATE TABLE d (p INTEGER NOT NULL REFERENCES p (id) DEFERRABLE INITIALLY DEFERRED)`)
  limitDatabase(database)
  alarms = []
})
afterEach(() => {
  if (database.isOpen) database.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Commits so far, as another connection counts them. */
const versions = () => {
  const other = new DatabaseSync(path, { readOnly: true })
  const ask = () => other.prepare('PRAGMA data_version').get()?.['data_version'] as number
  const before = ask()
  return { since: () => ask() - before, close: () => other.close() }
}
const rowsNow = (): unknown[] => {
  const other = new DatabaseSync(path, { readOnly: true })
  const found = other.prepare('SELECT id FROM p ORDER BY id').all()
  other.close()
  return found.map((row) => row['id'])
}

describe('group commit', () => {
  it('writes of one turn are one commit, and each is on the disk before its promise settles', async () => {
    const d1 = open()
    const other = versions()
    const seen: unknown[][] = []
    const insert = async (id: number) => {
      await d1.prepare('INSERT INTO p (id) VALUES (?)').bind(id).run()
      seen.push(rowsNow())
    }
    await Promise.all([1, 2, 3].map(insert))
    expect(other.since()).toBe(1)
    other.close()
    expect(seen[0]).toEqual([1, 2, 3])
  })

  it('more writes than go together are several commits, none of them lost', async () => {
    const d1 = open()
    const ids = Array.from({ length: 150 }, (_, index) => index + 1)
    const other = versions()
    await Promise.all(ids.map((id) => d1.prepare('INSERT INTO p (id) VALUES (?)').bind(id).run()))
    expect(rowsNow()).toEqual(ids)
    expect(other.since()).toBeGreaterThanOrEqual(1)
    other.close()
  })

  it('a deferred foreign key that fails at COMMIT fails for its owner only', async () => {
    const d1 = open()
    const settled = await Promise.allSettled([
      d1.prepare('INSERT INTO p (id) VALUES (1)').run(),
      d1.prepare('INSERT INTO d VALUES (99)').run(),
      d1.batch([d1.prepare('INSERT INTO d VALUES (2)'), d1.prepare('INSERT INTO p (id) VALUES (2)')]),
    ])
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(rowsNow()).toEqual([1, 2])
    expect(database.prepare('SELECT p FROM d').all()).toHaveLength(1)
  })

  it('a write waits for another process without stopping reads, and gives up after its patience', async () => {
    const d1 = open()
    const other = new DatabaseSync(path)
    other.exec('BEGIN IMMEDIATE')
    const write = d1.prepare('INSERT INTO p (id) VALUES (1)').run()
    expect(await d1.prepare('SELECT count(*) AS n FROM p').first('n')).toBe(0)
    setTimeout(() => other.exec('COMMIT'), 200)
    expect((await write).meta.changes).toBe(1)
    other.exec('BEGIN IMMEDIATE')
    await expect(d1.prepare('INSERT INTO p (id) VALUES (2)').run()).rejects.toThrow(
      'D1_ERROR: database is locked: SQLITE_BUSY',
    )
    other.exec('ROLLBACK')
    other.close()
    expect((await d1.prepare('INSERT INTO p (id) VALUES (3)').run()).meta.changes).toBe(1)
    expect(alarms).toEqual([])
  })

  it('a full disk refuses what does not fit, tears nothing, calls for somebody, and works again with room', async () => {
    const d1 = open()
    const fill = (id: number, size: number) =>
      d1.prepare('INSERT INTO p (id, v) VALUES (?, zeroblob(?))').bind(id, size).run()
    await fill(1, 10)
    const pages = database.prepare('PRAGMA page_count').get()?.['page_count'] as number
    database.exec(`PRAGMA max_page_count = ${pages + 2}`)
    const pair = [5, 6].map((id) =>
      d1.prepare('INSERT INTO p (id, v) VALUES (?, zeroblob(?))').bind(id, id === 5 ? 100 : 900_000),
    )
    const settled = await Promise.allSettled([fill(2, 10), fill(3, 900_000), fill(4, 10), d1.batch(pair)])
    const refused = settled.filter(({ status }) => status === 'rejected')
    expect(refused.length).toBeGreaterThanOrEqual(2)
    for (const one of refused) expect(String((one as PromiseRejectedResult).reason)).toContain('SQLITE_FULL')
    expect(alarms.length).toBeGreaterThanOrEqual(1)
    // What was acknowledged is there, and nothing else.
    const stored = [2, 3, 4].filter((_, index) => settled[index]?.status === 'fulfilled')
    expect(rowsNow()).toEqual([1, ...stored])
    expect(database.prepare('PRAGMA integrity_check').get()).toMatchObject({ integrity_check: 'ok' })
    database.exec('PRAGMA max_page_count = 100000')
    await fill(7, 900_000)
    expect(rowsNow()).toContain(7)
  })

  it('a command that stores a whole takes back what the store wrote meanwhile', async () => {
    const d1 = open()
    database.exec('BEGIN IMMEDIATE')
    await d1.prepare('INSERT INTO p (id) VALUES (1)').run()
    await expect(d1.prepare('INSERT INTO p (id) VALUES (1)').run()).rejects.toThrow('UNIQUE')
    await d1.prepare('INSERT INTO p (id) VALUES (2)').run()
    expect(database.prepare('SELECT count(*) AS n FROM p').get()?.['n']).toBe(2)
    database.exec('ROLLBACK')
    expect(rowsNow()).toEqual([])
  })

  it('a statement that is used again and again is prepared once, and more than are kept still work', async () => {
    const d1 = open()
    await d1.batch(
      Array.from({ length: 600 }, (_, index) => d1.prepare(`INSERT INTO p (id) VALUES (${index})`)),
    )
    const sums = await Promise.all(
      Array.from({ length: 600 }, (_, index) =>
        d1.prepare(`SELECT ${index} + count(*) AS n FROM p`).first('n'),
      ),
    )
    expect(sums).toEqual(Array.from({ length: 600 }, (_, index) => index + 600))
  })
})
