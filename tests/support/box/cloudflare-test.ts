import { existsSync, globSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { D1Database, D1PreparedStatement, D1Result } from '@cloudflare/workers-types'
import { d1FromSqlite } from '#store/sqlite/d1.ts'
import { limitDatabase, openDatabase } from '#store/sqlite/open.ts'
import { folderBucket } from './bucket.ts'

/**
 * Stands for `cloudflare:test` in the box project: the same suite in Node, over node:sqlite and a folder. Rows read and
 * written are pinned on D1 only, which counts them; here they are 0, so that
 * every upper bound holds; tests of nothing but rows are skipped (tests/support/platform.ts).
 */

const folder = mkdtempSync(join(tmpdir(), 'box-worker-'))
const database = openDatabase(join(folder, 'app.db'))
// What tests store need not outlive the machine.
database.exec('PRAGMA synchronous = OFF')
limitDatabase(database)

const uncounted = <T extends D1Result>(result: T): T => ({
  ...result,
  meta: { ...result.meta, rows_read: 0, rows_written: 0 },
})

const d1 = d1FromSqlite(database)
const originals = new WeakMap<object, D1PreparedStatement>()
const wrap = (statement: D1PreparedStatement): D1PreparedStatement => {
  const wrapped = {
    bind: (...values: unknown[]) => wrap(statement.bind(...values)),
    all: async () => uncounted(await statement.all()),
    run: async () => uncounted(await statement.run()),
    raw: (options?: { columnNames: true }) => (options ? statement.raw(options) : statement.raw()),
    first: (column: string) => statement.first(column),
  }
  originals.set(wrapped, statement)
  return wrapped as unknown as D1PreparedStatement
}

export const env = {
  DB: {
    prepare: (sql: string) => wrap(d1.prepare(sql)),
    batch: async (statements: D1PreparedStatement[]) => {
      const results = await d1.batch(statements.map((one) => originals.get(one) ?? one))
      return results.map(uncounted)
    },
    exec: (sql: string) => d1.exec(sql),
  } as unknown as D1Database,
  FILES: folderBucket(join(folder, 'files')),
  ASSETS: {
    fetch: async (url: string) => {
      const file = join('dist', new URL(url).pathname)
      return existsSync(file) ? new Response(readFileSync(file)) : new Response(null, { status: 404 })
    },
  },
  TEST_MIGRATIONS: globSync('migrations/*.sql')
    .sort()
    .map((file) => ({
      name: basename(file),
      queries: readFileSync(file, 'utf8').split('--> statement-breakpoint'),
    })),
}

export const applyD1Migrations = async (
  db: D1Database,
  migrations: (typeof env)['TEST_MIGRATIONS'],
): Promise<void> => {
  const sqls = migrations.flatMap(({ queries }) => queries)
  await db.batch(sqls.map((sql) => db.prepare(sql)))
}
