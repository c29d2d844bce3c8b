import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { freePort } from '../../functions/console/free-port.ts'
import { copyConfigs } from './configs.ts'
import type { Earlier } from './earlier-cases.ts'

/** Serves the built site like `npm start`, on its own port and database, on the day of this run. */

const secrets = { masterKey: 1, codePepper: 2 }
const bytes = (byte: number) => Buffer.alloc(32, byte)

/**
 * @param without leaves out the migrations (no usable database) or the secrets (no usable Worker)
 * @param prepare what is done in the database before anybody else writes to it
 */
export const serve = async (without?: 'database' | 'secrets', prepare?: (state: string) => Promise<void>) => {
  const state = mkdtempSync(join(tmpdir(), 'liuchixiang-'))
  const port = await freePort()
  const env = { ...process.env, WRANGLER_SEND_METRICS: 'false', CI: 'true' }
  const common = ['--persist-to', state]
  if (without !== 'database') {
    const done = spawnSync('wrangler', ['d1', 'migrations', 'apply', 'DB', '--local', ...common], { env })
    if (done.status !== 0) throw new Error(String(done.stderr))
  }
  await prepare?.(state)
  const key = (byte: number) => (without === 'secrets' ? '' : bytes(byte).toString('base64'))
  const vars = `MASTER_KEY="${key(secrets.masterKey)}"\nCODE_PEPPER="${key(secrets.codePepper)}"\n`
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
  for (let tries = 0; ; tries += 1) {
    if (tries > 900) throw new Error('wrangler dev did not start')
    const answers = await fetch(`${base}/healthz`).then(
      () => true,
      () => false,
    )
    if (answers) break
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  const stop = () => {
    if (server.pid) process.kill(-server.pid, 'SIGKILL')
    rmSync(state, { recursive: true, force: true })
  }
  return { base, state, stop }
}

/** Vitest global setup of the http project: provides the URL for `inject('base')`, and cases that were filed before. */
export default async function setup({ provide }: Pick<TestProject, 'provide'>) {
  const { base, stop } = await serve(undefined, async (state) => {
    // Loaded here: the app imports what a build generates.
    const { earlierCases } = await import('./earlier-cases.ts')
    const keys = { masterKey: bytes(secrets.masterKey), codePepper: bytes(secrets.codePepper) }
    provide('earlier', await earlierCases(state, keys))
  })
  provide('base', base)
  return stop
}

declare module 'vitest' {
  export interface ProvidedContext {
    base: string
    earlier: Earlier
  }
}
