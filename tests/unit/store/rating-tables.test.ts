import { readdirSync, readFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { beforeEach, describe, expect, it } from 'vitest'
import { day, ratingChange } from '#domain/basics/bounds.ts'
import { endOfDay } from '#domain/basics/time.ts'
import { endOfDaySql } from '#store/ratings/end-of-day.ts'

/** What the triggers refuse to whoever writes to the database, and what they cannot know (docs/adr/0038-ratings.md). */

/** The end of the seventh day. */
const last = endOfDay(100 + ratingChange) - 1

let database: DatabaseSync
beforeEach(() => {
  database = new DatabaseSync(':memory:')
  for (const name of readdirSync('migrations').sort())
    if (name.endsWith('.sql')) database.exec(readFileSync(`migrations/${name}`, 'utf8'))
  database.exec(
    `INSERT INTO case_rating VALUES ('c', 4, 'end', 'u', 0, 0, 'not', 1, x'00', 100, 100);
     INSERT INTO rating_task VALUES ('c', 4, 'end', 'look', '[]', 'u', ${last + 1}, NULL, NULL, NULL, NULL);
     INSERT INTO rating_task VALUES ('c', 4, 'end', 'call', '[]', 'u', ${last + 1}, NULL, NULL, NULL, NULL)`,
  )
})

const all = () =>
  ['case_rating', 'rating_task'].map((table) => database.prepare(`SELECT * FROM ${table}`).all())
const done =
  "UPDATE rating_task SET done_at = 1e12, done_by = 's', done_unit = 'above', reason = x'01' WHERE kind = 'look'"

describe('a rating', () => {
  it.each([
    'DELETE FROM case_rating',
    "INSERT OR REPLACE INTO case_rating VALUES ('c', 4, 'end', 'u', 0, 0, 'solved', 5, NULL, 100, 100)",
    "REPLACE INTO case_rating VALUES ('c', 4, 'end', 'u', 0, 0, 'solved', 5, NULL, 100, 100)",
    `UPDATE case_rating SET result = 'solved', changed_at = ${last + 1}`,
    "UPDATE case_rating SET result = 'solved', changed_at = 99",
    'UPDATE case_rating SET answered_at = 1e12, changed_at = 1e12',
    "UPDATE case_rating SET unit = 'other'",
    "UPDATE case_rating SET case_id = 'other'",
    'UPDATE case_rating SET asked_at = 7',
    'UPDATE case_rating SET registered = 1',
    "UPDATE OR REPLACE case_rating SET period = 'later'",
    'DELETE FROM rating_task',
    "DELETE FROM rating_task WHERE kind = 'look'",
    "DELETE FROM rating_task WHERE kind = 'call'",
    `UPDATE rating_task SET opens_at = 1e15`,
    `UPDATE rating_task SET done_at = ${last}, done_by = 's', done_unit = 'above'`,
    "UPDATE rating_task SET done_at = 1e12, done_by = 's'",
    "UPDATE rating_task SET units = '[{}]', done_at = 1e12, done_by = 's', done_unit = 'above'",
    "REPLACE INTO rating_task VALUES ('c', 4, 'end', 'look', '[]', 'u', 1e15, NULL, NULL, NULL, NULL)",
  ])('is safe from %s', (sql) => {
    const before = all()
    for (const pragma of ['OFF', 'ON']) {
      database.exec(`PRAGMA recursive_triggers = ${pragma}`)
      expect(() => database.exec(sql)).toThrow('E_APPEND_ONLY')
    }
    expect(all()).toEqual(before)
  })

  it('can be changed until the end of the seventh day, and a look goes once it is low no more', () => {
    database.exec(`UPDATE case_rating SET result = 'solved', treated = 4, changed_at = ${last}`)
    database.exec("DELETE FROM rating_task WHERE kind = 'look'")
    expect(all()[1]).toHaveLength(1)
    expect(ratingChange).toBe(7 * day)
  })

  it.each([
    "UPDATE case_rating SET result = 'solved'",
    "INSERT INTO case_rating VALUES ('c', 4, 'later', 'u', 0, 0, 'solved', 5, NULL, 100, 100)",
    "INSERT INTO rating_task VALUES ('c', 4, 'later', 'look', '[]', 'u', 1, NULL, NULL, NULL, NULL)",
  ])('is not safe from %s, which the triggers cannot tell from what its holder does', (sql) => {
    expect(database.prepare(sql).run().changes).toBe(1)
  })

  it('has a look that is set aside once, and then stays', () => {
    database.exec(done)
    expect(() => database.exec(done)).toThrow('E_APPEND_ONLY')
    database.exec(`UPDATE case_rating SET result = 'solved', treated = 4, changed_at = ${last}`)
    expect(() => database.exec("DELETE FROM rating_task WHERE kind = 'look'")).toThrow('E_APPEND_ONLY')
  })

  it('has no rowid by which it could be replaced', () => {
    for (const table of ['case_rating', 'rating_task'])
      expect(() => database.prepare(`SELECT rowid FROM ${table}`)).toThrow(/no such column/)
  })
})

it.each(['00:00:00', '07:59:59', '08:00:00', '23:59:59'])(
  'a day that began ends alike in SQL: %s',
  (time) => {
    const at = Date.parse(`2026-11-24T${time}+08:00`)
    expect(database.prepare(`SELECT ${endOfDaySql(`${at}`)} AS ends`).get()).toEqual({ ends: endOfDay(at) })
    expect(endOfDay(at)).toBe(Date.parse('2026-11-25T00:00:00+08:00'))
  },
)
