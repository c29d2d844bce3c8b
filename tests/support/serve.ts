import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../../functions/console/free-port.ts'
import { copyConfigs } from './configs.ts'

/** Serves the built site like `npm start`, on its own port and database, on the day of this run. */

/** @param without leaves out the migrations (no usable database) or the secrets (no usable Worker) */
export const serve = async (without?: 'database' | 'secrets') => {
  const state = mkdtempSync(join(tmpdir(), 'liuchixiang-'))
  const port = await freePort()
  const env = { ...process.env, WRANGLER_SEND_METRICS: 'false', CI: 'true' }
  const common = ['--persist-to', state]
  if (without !== 'database') {
    const done = spawnSync('wrangler', ['d1', 'migrations', 'apply', 'DB', '--local', ...common], { env })
    if (done.status !== 0) throw new Error(String(done.stderr))
  }
  const secrets = `MASTER_KEY="${without === 'secrets' ? '' : key(1)}"\nCODE_PEPPER="${without === 'secrets' ? '' : key(2)}"\n`
  const args = [
    'dev',
    ...copyConfigs(state, secrets).flatMap((config) => ['--config', config]),
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

const key = (byte: number) => Buffer.alloc(32, byte).toString('base64')

/** Vitest global setup of the http project: provides the URL for `inject('base')`. */
export default async function setup({ provide }: { provide: (name: 'base', value: string) => void }) {
  const { base, stop } = await serve()
  provide('base', base)
  return stop
}

declare module 'vitest' {
  export interface ProvidedContext {
    base: string
  }
}
