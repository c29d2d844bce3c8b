/**
 * npm start: runs the whole product on this machine. Builds if the sources changed, creates local secrets,
 * migrates the embedded database, loads sample cases on the first run, and serves.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { chosenCounty } from '../../site/build/county-folder.ts'
import { isFree } from './free-port.ts'
import { prepareState, run, say } from './local-state.ts'
import { announce, serveWorkers } from './local-workers.ts'

/** Time of the newest change below a path, ignoring files the build writes. */
const newestIn = (path: string): number => {
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  const inside = readdirSync(path).filter((name) => name !== 'generated')
  return Math.max(stat.mtimeMs, ...inside.map((name) => newestIn(join(path, name))))
}

const sources = [
  'content',
  ...(existsSync('counties') ? ['counties'] : []),
  'site',
  'functions',
  'astro.config.mjs',
  'package.json',
]
const built = 'dist/index.html'
const builtFor = 'functions/generated/built-for.ts'

/** Was the last build for the county that is chosen now? */
const isForCounty = (): boolean =>
  existsSync(builtFor) && readFileSync(builtFor, 'utf8').includes(`'${chosenCounty() ?? ''}'`)

const isBuilt = (): boolean =>
  existsSync(built) &&
  existsSync('functions/generated/shell.ts') &&
  isForCounty() &&
  statSync(built).mtimeMs > Math.max(...sources.map(newestIn))

/** Builds the site unless that was done since the sources changed. */
export const buildIfChanged = (): void => {
  if (isBuilt()) return
  say('Building …')
  run('npm', 'run', '--silent', 'build')
}

/**
 * Prepares this machine and serves the product.
 * @param configs configuration files: the site's, then the desk's, which is reached by service binding
 */
export const start = async (configs = ['wrangler.toml', 'wrangler.desk.toml']): Promise<void> => {
  const port = process.env['PORT'] ?? '8787'
  // Asked first: another server there would answer for this one, and it would be called ready.
  if (!(await isFree(Number(port)))) {
    process.stderr.write(
      `Port ${port} is in use. Stop what runs there, or choose another: PORT=8788 npm start\n`,
    )
    process.exitCode = 1
    return
  }
  buildIfChanged()
  await prepareState()
  serveWorkers(configs, port)
  await announce(`http://127.0.0.1:${port}`)
}

if (import.meta.main) await start()
