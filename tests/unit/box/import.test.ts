import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { beforeAll, expect, it } from 'vitest'
import { dump } from '../../../functions/box/moving/dump.ts'
import { importDump } from '../../../functions/box/moving/import.ts'
import { statePaths } from '../../../functions/box/paths.ts'
import { appOver, emptyState } from '../../support/box-state.ts'

let whole: string[] = []

beforeAll(async () => {
  const state = emptyState()
  const app = appOver(state)
  await app.file()
  app.close()
  const database = new DatabaseSync(statePaths(state).database, { readOnly: true })
  whole = [...dump(database)]
  database.close()
})

const importing = async (statements: string[]) => {
  const [from, state] = [emptyState(), emptyState()]
  const path = join(from, 'dump.sql')
  writeFileSync(path, `${statements.join('\n')}\n`)
  return { state, imported: await importDump(path, from, state, 'migrations') }
}
const first = (start: RegExp) => whole.findIndex((statement) => start.test(statement))

it('a whole dump is imported', async () => {
  const { state, imported } = await importing(whole)
  expect(imported).toMatchObject({ ok: true, value: { cases: 1, files: 0 } })
  expect(existsSync(statePaths(state).database)).toBe(true)
})

it('a dump of an earlier version has no more than its own migrations make', async () => {
  const database = new DatabaseSync(':memory:')
  const { migrate, migrationsIn } = await import('#store/sqlite/migrate.ts')
  migrate(database, 'migrations', migrationsIn('migrations').slice(0, 12))
  const { imported } = await importing([...dump(database)])
  expect(imported).toMatchObject({ ok: true, value: { cases: 0 } })
})

const cuts: [where: string, kept: () => number][] = [
  ['among its triggers', () => whole.length - 1],
  ['before its triggers', () => first(/^CREATE TRIGGER/)],
  ['before its views', () => first(/^CREATE VIEW/)],
  ['before its indexes', () => first(/^CREATE (?:UNIQUE )?INDEX/)],
  ['among its tables', () => first(/^CREATE TABLE/) + 5],
]

it.each(cuts)('a dump that was cut %s is refused, and nothing is left of it', async (_, kept) => {
  expect(kept()).toBeGreaterThan(0)
  const { state, imported } = await importing(whole.slice(0, kept()))
  expect(imported).toMatchObject({ ok: false, error: expect.any(Array) })
  expect(readdirSync(state)).toEqual([])
})

it('a dump is refused that has another trigger, one more, or a migration of a later version', async () => {
  const trigger = first(/^CREATE TRIGGER/)
  const other = whole.with(
    trigger,
    (whole[trigger] ?? '')
      .replace('RAISE(ABORT', 'RAISE(IGNORE')
      .replace(/BEGIN[\s\S]*END/, 'BEGIN SELECT 1; END'),
  )
  const more = [...whole, 'CREATE TABLE stranger (id text);']
  const later = whole.map((statement) =>
    statement.startsWith('INSERT INTO "d1_migrations"')
      ? statement.replace('0001_append_only', '9001_later')
      : statement,
  )
  const says = async (statements: string[]) => (await importing(statements)).imported
  expect(await says(other)).toEqual({ ok: false, error: [expect.stringMatching(/^trigger .*: is another$/)] })
  expect(await says(more)).toEqual({ ok: false, error: ['table stranger: is not of this software'] })
  expect(await says(later)).toEqual({
    ok: false,
    error: ['9001_later.sql: a migration that this version does not have'],
  })
})
