import { readdirSync, readFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { beforeEach, describe, expect, it } from 'vitest'
import { logLife } from '#domain/basics/bounds.ts'
import { logId } from '#domain/staff/desk-log.ts'

/**
 * Append-only tables on the SQLite file itself: every SQL statement that can change or remove a row, with the rights of
 * somebody who can write to the file.
 */

/** Each table: its key, a sample row, and whether rows 200 days older than the newest may be deleted. */
const tables: Record<string, { key: string[]; row: Record<string, string | number>; ages: boolean }> = {
  anchor_day: { key: ['day'], row: { day: '2026-11-24', root: 'a'.repeat(64) }, ages: false },
  case_event: {
    key: ['case_id', 'seq'],
    row: {
      ...{
        case_id: 'c1',
        seq: 1,
        kind: 'filed',
        actor: 'party:1',
        at: 10,
        unit: 'u',
        acting: '',
        data: '{}',
      },
      ...{ scope: '', prev: '0'.repeat(64), hash: 'a'.repeat(64) },
    },
    ages: false,
  },
  closed_name: {
    key: ['day', 'staff'],
    row: { day: '2026-11-24', staff: 's', name: '王芳' },
    ages: false,
  },
  figure: {
    key: ['period', 'dim', 'unit', 'about', 'measure', 'value', 'key'],
    row: {
      ...{ period: '2026-11-24', dim: 'all', unit: 'u', about: 'none', measure: 'received', key: '' },
      ...{ value: 0, n: 3 },
    },
    ages: false,
  },
  figure_closed: {
    key: ['kind', 'period'],
    row: { kind: 'day', period: '2026-11-24', rows: 3 },
    ages: false,
  },
  rating_group: {
    key: ['quarter', 'area'],
    row: { quarter: '2026-3', area: 'a', groups: '[]' },
    ages: false,
  },
  rating_quarter: {
    key: ['quarter', 'unit'],
    row: { quarter: '2026-3', unit: 'u', figures: '[]' },
    ages: false,
  },
  read_log: {
    key: ['case_id', 'id'],
    row: { case_id: 'c1', id: 'r1', at: 10, staff: 's', acting: 'u', kind: 'open' },
    ages: true,
  },
  statistics_quarter: {
    key: ['quarter'],
    row: { quarter: '2026-3', disputes: '{}', petitions: '{}', published_at: 10 },
    ages: false,
  },
  desk_log: {
    key: ['subject', 'id'],
    row: {
      ...{
        subject: 's',
        id: logId(10, 'r1'),
        actor: 'a',
        unit: 'u',
        place: 'u',
        kind: 'created',
        data: '{}',
      },
    },
    ages: true,
  },
}

const migrated = (): DatabaseSync => {
  const database = new DatabaseSync(':memory:')
  for (const name of readdirSync('migrations').sort())
    if (name.endsWith('.sql')) database.exec(readFileSync(`migrations/${name}`, 'utf8'))
  return database
}

let database: DatabaseSync
beforeEach(() => {
  database = migrated()
})

const names = (row: object) => Object.keys(row).join(', ')
const marks = (row: object) =>
  Object.keys(row)
    .map(() => '?')
    .join(', ')
const insert = (table: string, row: Record<string, string | number>, verb = 'INSERT') =>
  database.prepare(`${verb} INTO ${table} (${names(row)}) VALUES (${marks(row)})`).run(...Object.values(row))
const all = (table: string) => database.prepare(`SELECT * FROM ${table}`).all()

it('the table list of this test names every table with an update trigger', () => {
  const guarded = database
    .prepare(
      "SELECT tbl_name FROM sqlite_master WHERE type = 'trigger' AND name LIKE '%_no_update' ORDER BY 1",
    )
    .all()
    .map((row) => row['tbl_name'])
  expect(guarded).toEqual(Object.keys(tables).sort())
})

describe.each(Object.entries(tables))('table %s', (table, { key, row, ages }) => {
  const where = key.map((column) => `${column} = '${row[column]}'`).join(' AND ')
  const otherColumn = Object.keys(row).find((column) => !key.includes(column)) as string

  it('has no rowid and no unique index besides its primary key', () => {
    expect(() => database.prepare(`SELECT rowid FROM ${table}`)).toThrow(/no such column/)
    const unique = database
      .prepare(`SELECT name FROM pragma_index_list('${table}') WHERE "unique" = 1 AND origin <> 'pk'`)
      .all()
    expect(unique).toEqual([])
  })

  it.each([
    ['UPDATE', `UPDATE ${table} SET ${otherColumn} = 'x' WHERE ${where}`],
    ['UPDATE of the key', `UPDATE ${table} SET ${key.at(-1)} = 99 WHERE ${where}`],
    ['UPDATE OR REPLACE', `UPDATE OR REPLACE ${table} SET ${otherColumn} = 'x' WHERE ${where}`],
    ['DELETE', `DELETE FROM ${table} WHERE ${where}`],
    ['DELETE of everything', `DELETE FROM ${table}`],
    [
      'an upsert',
      `INSERT INTO ${table} SELECT * FROM ${table} WHERE ${where} ON CONFLICT DO UPDATE SET ${otherColumn} = 'x'`,
    ],
  ])('refuses %s', (_, sql) => {
    insert(table, row)
    const before = all(table)
    for (const pragma of ['OFF', 'ON']) {
      database.exec(`PRAGMA recursive_triggers = ${pragma}`)
      expect(() => database.exec(sql)).toThrow(/E_APPEND_ONLY|E_CHAIN/)
    }
    expect(all(table)).toEqual(before)
  })

  it.each(['INSERT', 'INSERT OR REPLACE', 'REPLACE', 'INSERT OR ROLLBACK'])(
    'refuses %s with an existing key',
    (verb) => {
      insert(table, row)
      const before = all(table)
      expect(() => insert(table, { ...row, [otherColumn]: 'x' }, verb)).toThrow(/E_APPEND_ONLY|E_CHAIN/)
      expect(all(table)).toEqual(before)
    },
  )

  it(
    ages
      ? 'allows deletion only of rows 200 days older than the newest'
      : 'allows deletion of no row, however old',
    () => {
      const last = key.at(-1) as string
      const next = { prev: row['hash'] ?? '', hash: 'b'.repeat(64) }
      const at = 10
      // A row of the desk's log has its instant in its id, a root has none.
      const timed = (instant: number, name: string) =>
        table === 'desk_log'
          ? { id: logId(instant, name) }
          : { [last]: name, ...('at' in row && { at: instant }) }
      insert(table, row)
      insert(table, {
        ...row,
        ...timed(at + logLife - 1, 'r2'),
        ...(table === 'case_event' ? { ...next, seq: 2 } : {}),
      })
      const remove = () => database.exec(`DELETE FROM ${table} WHERE ${where}`)
      expect(remove).toThrow(/E_APPEND_ONLY/)
      const third = table === 'case_event' ? { seq: 3, prev: next.hash } : {}
      insert(table, { ...row, ...timed(at + logLife, 'r3'), ...third })
      if (ages) expect(remove).not.toThrow()
      else expect(remove).toThrow(/E_APPEND_ONLY/)
      expect(all(table)).toHaveLength(ages ? 2 : 3)
    },
  )
})

describe('an insert into case_event', () => {
  const { row } = tables['case_event'] as (typeof tables)[string]

  it.each([
    ['with a gap in the sequence', { seq: 3 }],
    ['with a second first event', { seq: 2 }],
    ['with a short hash', { seq: 2, prev: 'a'.repeat(64), hash: 'ab' }],
    ['with a first row that does not start a chain', { case_id: 'c2', prev: 'a'.repeat(64) }],
  ])('%s is refused', (_, change) => {
    insert('case_event', row)
    expect(() => insert('case_event', { ...row, hash: 'c'.repeat(64), ...change })).toThrow(/E_CHAIN/)
  })
})

describe('table cases', () => {
  const row = {
    ...{ id: 'c1', number: '2026-000001', track: 't', category: 'c', region: 'r', status: 's', level: 'l' },
    ...{ unit: 'u', about: 'none', danger: 0, filed_at: 1, head_seq: 1, head_hash: 'x', colour: 0 },
  }

  it.each(['id', 'number', 'filed_at'])('refuses a change of %s', (column) => {
    insert('cases', row)
    expect(() => database.exec(`UPDATE cases SET ${column} = 'x'`)).toThrow(/E_APPEND_ONLY/)
  })

  it('refuses to delete a row', () => {
    insert('cases', row)
    expect(() => database.exec('DELETE FROM cases')).toThrow(/E_APPEND_ONLY/)
  })

  it.each(['INSERT OR REPLACE', 'REPLACE'])('refuses to replace a row by %s', (verb) => {
    insert('cases', row)
    insert('cases', { ...row, id: 'c2', number: '2026-000002' })
    const before = all('cases')
    for (const pragma of ['OFF', 'ON']) {
      database.exec(`PRAGMA recursive_triggers = ${pragma}`)
      expect(() => insert('cases', { ...row, number: '2026-000003' }, verb)).toThrow(/E_APPEND_ONLY/)
      expect(() => insert('cases', { ...row, id: 'c3' }, verb)).toThrow(/UNIQUE.*cases\.number/)
    }
    expect(all('cases')).toEqual(before)
  })

  it('allows changes of the columns that follow the history', () => {
    insert('cases', row)
    expect(() => database.exec("UPDATE cases SET status = 'accepted', unit = 'v'")).not.toThrow()
  })
})

it('no migration drops or rebuilds a table', () => {
  for (const name of readdirSync('migrations').filter((file) => file.endsWith('.sql')))
    expect(readFileSync(`migrations/${name}`, 'utf8'), name).not.toMatch(/DROP TABLE|__new_|foreign_keys/)
})
