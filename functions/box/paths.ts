import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Where things are on a box. */

/** Folder of the program: the bundle, the built site and the migrations beside it (functions/box/bundle.ts). */
const program = dirname(fileURLToPath(import.meta.url))

/** The built site. */
export const siteFolder = (): string => join(program, 'site')
/** The SQL migrations. */
export const migrationsFolder = (): string => join(program, 'migrations')

/** Name of the thread that writes to the database (functions/store/sqlite/writer-main.ts), beside the program. */
export const writerName = 'writer.mjs'
export const writerFile = (): string => join(program, writerName)

/** What the build knew of the county besides what the app needs (functions/box/bundle.ts). */
export const factsFile = (): string => join(program, 'facts.json')

/** The version of the program, as its package or `npm run box:bundle` was told. */
export const programVersion = (): string => {
  const file = join(program, 'version')
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : '（源码）'
}

/** Name of the file that says when the schedule last ran. */
export const lastRunName = 'last-run'

/** Paths in the folder of the state. */
export const statePaths = (state: string) => ({
  database: join(state, 'app.db'),
  files: join(state, 'files'),
  erasures: join(state, 'erasures.jsonl'),
  backups: join(state, 'backups'),
  lastRun: join(state, lastRunName),
})
