import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs'
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

/** The connection, with its commits counted. */
const counting = () => {
  const count = { commits: 0, begins: 0, savepoints: 0 }
  const connection = new Proxy(database, {
    get: (target, name) => {
      if (name === 'exec')
        return (sql: string) => {
          if (sql === 'COMMIT') count.commits += 1
          if (sql === 'BEGIN IMMEDIATE') count.begins += 1
          if (sql === 'SAVEPOINT work') count.savepoints += 1
          return target.exec(sql)
        }
      const value = Reflect.get(target, name) as unknown
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
  return { count, connection }
}
/** A process that holds the lock of the file until its input ends. */
const holder = async () => {
  const code = `const { DatabaseSync } = require('node:sqlite')
    const database = new DatabaseSync(process.argv[1], { timeout: 5000 })
    database.exec('BEGIN IMMEDIATE')
    process.stdout.write('held')
    process.stdin.on('end', () => { database.exec('COMMIT'); process.exit(0) }).resume()`
  const child = spawn(process.execPath, ['-e', code, path], { stdio: ['pipe', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  return {
    release: async () => {
      child.stdin.end()
      await once(child, 'exit')
    },
  }
}
const wait = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds))
const rowsNow = (): unknown[] => {
  const other = new DatabaseSync(path, { readOnly: true })
  const found = other.prepare('SELECT id FROM p ORDER BY id').all()
  other.close()
  return found.map((row) => row['id'])
}

describe('group commit', () => {
  it('writes of one turn are one commit, and each is on the disk before its promise settles', async () => {
    const { count, connection } = counting()
    const d1 = d1FromSqlite(connection)
    const seen: unknown[][] = []
    const insert = async (id: number) => {
      await d1.prepare('INSERT INTO p (id) VALUES (?)').bind(id).run()
      seen.push(rowsNow())
    }
    await Promise.all([1, 2, 3].map(insert))
    expect([count.commits, seen[0]]).toEqual([1, [1, 2, 3]])
  })

  it('takes savepoints only for a group in which a write failed: that one fails, the others are stored', async () => {
    const { count, connection } = counting()
    const d1 = d1FromSqlite(connection)
    const insert = (id: number) => d1.prepare('INSERT INTO p (id) VALUES (?)').bind(id).run()
    await Promise.all([1, 2, 3].map(insert))
    expect([count.commits, count.savepoints]).toEqual([1, 0])
    const settled = await Promise.allSettled([4, 2, 5].map(insert))
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect([count.commits, count.savepoints, rowsNow()]).toEqual([2, 3, [1, 2, 3, 4, 5]])
  })

  it('what a savepoint would restore is kept in memory, not in a temporary file', async () => {
    const d1 = open()
    const rows = 300
    const fill = `INSERT INTO p WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${rows}) SELECT i, zeroblob(2000) FROM n`
    await d1.prepare(fill).run()
    database.function(
      'temporary_files',
      () =>
        readdirSync('/proc/self/fd').filter((file) => {
          try {
            return readlinkSync(`/proc/self/fd/${file}`).includes('etilqs_')
          } catch {
            return false
          }
        }).length,
    )
    const [, files] = await d1.batch([
      d1.prepare('UPDATE p SET v = zeroblob(2001)'),
      d1.prepare('SELECT temporary_files() AS count'),
    ])
    expect(files?.results).toEqual([{ count: 0 }])
  })

  it('more writes than go together are several commits, none of them lost', async () => {
    const { count, connection } = counting()
    const d1 = d1FromSqlite(connection)
    const ids = Array.from({ length: 150 }, (_, index) => index + 1)
    await Promise.all(ids.map((id) => d1.prepare('INSERT INTO p (id) VALUES (?)').bind(id).run()))
    expect([count.commits, rowsNow()]).toEqual([3, ids])
  })

  it('with half, many are several commits, so that the first are answered while the others are written', async () => {
    const { count, connection } = counting()
    const d1 = d1FromSqlite(connection, { half: true })
    const commitsOf = async (first: number, size: number): Promise<number> => {
      const before = count.commits
      const ids = Array.from({ length: size }, (_, index) => first + index)
      await Promise.all(ids.map((id) => d1.prepare('INSERT INTO p (id) VALUES (?)').bind(id).run()))
      return count.commits - before
    }
    expect(await commitsOf(1, 8)).toBe(1)
    // 8 and 1; 10, 8 and 2; 64, 64, 36, 18, 9, 8 and 1.
    expect([await commitsOf(10, 9), await commitsOf(20, 20), await commitsOf(100, 200)]).toEqual([2, 3, 7])
    expect(rowsNow()).toHaveLength(237)
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

  it('while another process writes, one timer asks for all groups, reads are not stopped, and no order is lost', async () => {
    const { count, connection } = counting()
    const d1 = d1FromSqlite(connection, { patience: 20_000 })
    const other = await holder()
    const ids = Array.from({ length: 200 }, (_, index) => index + 1)
    const written: Promise<unknown>[] = []
    const began = performance.now()
    // Ten groups, each of a turn of its own.
    for (const id of ids) {
      written.push(d1.prepare('INSERT INTO p (id) VALUES (?)').bind(id).run())
      if (id % 20 === 0) await wait(1)
    }
    // SQLite waits by itself for the first of them only.
    const asked = performance.now()
    let reads = 0
    for (; performance.now() - asked < 400; reads += 1) {
      expect(await d1.prepare('SELECT count(*) AS n FROM p').first('n')).toBe(0)
      await wait(1)
    }
    const { begins } = count
    const longest = (performance.now() - began) / 10
    await other.release()
    await Promise.all(written)
    expect(begins).toBeGreaterThan(1)
    expect(begins).toBeLessThanOrEqual(longest + 1)
    // With 50 ms of SQLite's own waiting for each time it is asked there would be seven.
    expect(reads).toBeGreaterThan(20)
    expect([rowsNow(), count.commits]).toEqual([ids, 4])
  })

  it('a write gives up after its own patience, those that came later wait on, and it is no alarm', async () => {
    const d1 = d1FromSqlite(database, { patience: 1_500, alarm: (error) => alarms.push(error) })
    const other = await holder()
    const insert = (id: number) => d1.prepare('INSERT INTO p (id) VALUES (?)').bind(id).run()
    const first = expect(insert(1)).rejects.toThrow('D1_ERROR: database is locked: SQLITE_BUSY')
    await wait(1_000)
    const second = insert(2)
    await first
    await other.release()
    await second
    expect([rowsNow(), alarms]).toEqual([[2], []])
    // SQLite waits by itself again: a lock that is held for a moment is not even noticed.
    expect(database.prepare('PRAGMA busy_timeout').get()).toEqual({ timeout: 50 })
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
