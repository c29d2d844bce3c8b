/**
 * npm start: runs the whole product on this machine. Builds if the sources changed, creates local secrets,
 * migrates the embedded database, loads sample cases on the first run, and serves.
 */
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { prepareState, run, say } from './local-state.ts'
import { announce, serveWorkers } from './local-workers.ts'

/** Time of the newest change below a path, ignoring files the build writes. */
const newestIn = (path: string): number => {
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  const inside = readdirSync(path).filter((name) => name !== 'generated')
  return Math.max(stat.mtimeMs, ...inside.map((name) => newestIn(join(path, name))))
}

const sources = ['content', 'site', 'functions', 'astro.config.mjs', 'package.json']
const built = 'dist/index.html'

const isBuilt = (): boolean =>
  existsSync(built) &&
  existsSync('functions/generated/shell.ts') &&
  statSync(built).mtimeMs > Math.max(...sources.map(newestIn))

/**
 * Prepares this machine and serves the product.
 * @param configs configuration files: the site's, then the desk's, which is reached by service binding
 */
export const start = async (configs = ['wrangler.toml', 'wrangler.desk.toml']): Promise<void> => {
  if (!isBuilt()) {
    say('Building …')
    run('npm', 'run', '--silent', 'build')
  }
  await prepareState()
  const port = process.env['PORT'] ?? '8787'
  serveWorkers(configs, port)
  await announce(`http://127.0.0.1:${port}`)
}

if (import.meta.main) await start()
