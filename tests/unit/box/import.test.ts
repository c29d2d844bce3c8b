import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { beforeAll, expect, it } from 'vitest'
import { dump } from '../../../functions/box/moving/dump.ts'
import { importDump } from '../../../functions/box/moving/import.ts'
import { statePaths } from '../../../functions/box/paths.ts'
import * as calls from '../../generated/client/index.ts'
import { appOver, emptyState } from '../../support/box-state.ts'
import { done } from '../../support/client.ts'
import { small } from '../../support/evidence.ts'

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
  expect(readdirSync(state)).toEqual(['lock'])
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
  expect(await says(other)).toEqual({
    ok: false,
    error: [expect.stringMatching(/^trigger .*：和本软件的不一样$/)],
  })
  expect(await says(more)).toEqual({ ok: false, error: ['table stranger：不是本软件的'] })
  expect(await says(later)).toEqual({
    ok: false,
    error: ['9001_later.sql：这个版本没有这一步升级，请用更新的版本'],
  })
})

it.each([
  ['ATTACH', (path: string) => `COMMIT; ATTACH '${path}' AS other; CREATE TABLE other.one (id text); BEGIN;`],
  ['VACUUM INTO', (path: string) => `COMMIT; VACUUM INTO '${path}'; BEGIN;`],
])('a dump writes nowhere but into its own database: %s', async (_, statement) => {
  const path = resolve(emptyState(), 'elsewhere')
  const { state, imported } = await importing([...whole, statement(path)])
  expect(imported).toEqual({
    ok: false,
    error: [expect.stringMatching(/not authorized|authorization denied/)],
  })
  expect([existsSync(path), readdirSync(state)]).toEqual([false, ['lock']])
})

it('an import that is broken off among the files leaves a state that can be filled', async () => {
  const [from, state] = [emptyState(), emptyState()]
  const app = appOver(from)
  const { trackingCode } = await app.file()
  const photo = { trackingCode, file: new Blob([small.jpeg]), caption: '东墙' }
  await done(calls.addFile({ client: app.client, body: photo }))
  app.close()
  const database = new DatabaseSync(statePaths(from).database, { readOnly: true })
  const path = join(from, 'dump.sql')
  writeFileSync(path, [...dump(database)].join('\n'))
  database.close()
  // No folder, so that no file can be opened in it.
  const given = join(emptyState(), 'file')
  writeFileSync(given, '')
  await expect(importDump(path, given, state, 'migrations')).rejects.toThrow()
  expect(readdirSync(state)).toEqual(['lock'])
  expect(await importDump(path, statePaths(from).files, state, 'migrations')).toMatchObject({
    ok: true,
    value: { cases: 1, files: 1 },
  })
})
