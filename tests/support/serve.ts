import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { freePort } from '../../functions/console/free-port.ts'
import { copyConfigs } from './configs.ts'
import type { Earlier } from './earlier-cases.ts'
import { serveBox } from './serve-box.ts'
import { answering, provideServer, type Served, secretBytes, type Without } from './server.ts'

/**
 * Serves the built site on its own port and database, on the day of this run: both Workers like `npm start`, or the program
 * of a box, where the project says `SERVER=box` (vitest.config.ts).
 * @param without leaves out a usable database or the secrets
 */
export const serve = (without?: Without): Promise<Served> =>
  process.env['SERVER'] === 'box' ? serveBox(without) : serveWorkers(without)

/** @param prepare what is done in the database, of which it gets the path, before anybody else writes to it */
const serveWorkers = async (
  without?: Without,
  prepare?: (database: string) => Promise<void>,
): Promise<Served> => {
  const state = mkdtempSync(join(tmpdir(), 'liuchixiang-'))
  const port = await freePort()
  const env = { ...process.env, WRANGLER_SEND_METRICS: 'false', CI: 'true' }
  const common = ['--persist-to', state]
  if (without !== 'database') {
    const done = spawnSync('wrangler', ['d1', 'migrations', 'apply', 'DB', '--local', ...common], { env })
    if (done.status !== 0) throw new Error(String(done.stderr))
  }
  if (prepare) await prepare((await import('../../functions/console/ports.ts')).databaseFile(state))
  const key = (byte: number) => (without === 'secrets' ? '' : Buffer.alloc(32, byte).toString('base64'))
  const vars = `MASTER_KEY="${key(secretBytes.masterKey)}"\nCODE_PEPPER="${key(secretBytes.codePepper)}"\n`
  const args = [
    'dev',
    ...copyConfigs(state, vars).flatMap((config) => ['--config', config]),
    '--ip',
    '127.0.0.1',
    '--port',
    String(port),
    '--inspector-port',
    '0',
    ...common,
  ]
  const server = spawn('wrangler', [...args, '--log-level', 'error'], {
    env,
    stdio: 'ignore',
    detached: true,
  })
  const base = `http://127.0.0.1:${port}`
  await answering(base, 'wrangler dev')
  const stop = () => {
    if (server.pid) process.kill(-server.pid, 'SIGKILL')
    rmSync(state, { recursive: true, force: true })
  }
  return { base, state, stop }
}

/** Vitest global setup of the http project: provides the URL for `inject('base')`, and cases that were filed before. */
export default function setup(project: Pick<TestProject, 'provide'>) {
  return provideServer(serveWorkers, project)
}

declare module 'vitest' {
  export interface ProvidedContext {
    base: string
    earlier: Earlier
  }
}
