import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { D1Database } from '@cloudflare/workers-types'
import { build } from 'esbuild'
import { convertV4MiniflareOptions, Miniflare } from 'miniflare'
import { d1FromSqlite } from '#store/sqlite/d1.ts'
import { limitDatabase, openDatabase } from '#store/sqlite/open.ts'
import { threadedD1 } from '#store/sqlite/threaded.ts'
import { writerEntry } from '../../../functions/box/bundle.ts'
import { outcomeOf } from './case.ts'
import { cases } from './cases.ts'

/** Runs the differential suite on both sides. */

const inFolder = async <T>(work: (folder: string) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(join(tmpdir(), 'd1-'))
  try {
    return await work(folder)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Outcomes on local D1, by the name of the case. */
export const onD1 = (): Promise<Record<string, unknown>> =>
  inFolder(async (folder) => {
    const script = join(folder, 'worker.js')
    await build({
      entryPoints: ['tests/support/d1/worker.ts'],
      outfile: script,
      bundle: true,
      format: 'esm',
      logLevel: 'warning',
    })
    const worker = new Miniflare(
      convertV4MiniflareOptions({
        modules: [{ type: 'ESModule', path: 'worker.js', contents: readFileSync(script, 'utf8') }],
        compatibilityDate: '2026-10-01',
        d1Databases: ['DB'],
        d1Persist: join(folder, 'd1'),
      }),
    )
    try {
      const answer = await worker.dispatchFetch('http://worker/')
      return (await answer.json()) as Record<string, unknown>
    } finally {
      await worker.dispose()
    }
  })

const outcomesOf = async (d1: D1Database): Promise<Record<string, unknown>> => {
  const outcomes: Record<string, unknown> = {}
  for (const one of cases) outcomes[one.name] = await outcomeOf(d1, one)
  return JSON.parse(JSON.stringify(outcomes)) as Record<string, unknown>
}

/** Outcomes on node:sqlite, by the name of the case. */
export const onSqlite = (): Promise<Record<string, unknown>> =>
  inFolder(async (folder) => {
    const database = openDatabase(join(folder, 'app.db'))
    limitDatabase(database)
    const outcomes = await outcomesOf(d1FromSqlite(database))
    database.close()
    return outcomes
  })

/** Outcomes on node:sqlite where a thread writes, by the name of the case. */
export const onThread = (): Promise<Record<string, unknown>> =>
  inFolder(async (folder) => {
    const database = openDatabase(join(folder, 'app.db'))
    limitDatabase(database)
    const { d1, close } = threadedD1(database, resolve(writerEntry), () => {})
    const outcomes = await outcomesOf(d1)
    await close()
    return outcomes
  })
