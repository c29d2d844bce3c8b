import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

/** Serves the built site as `npm start` does, on a port and a database of its own. */

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

/**
 * `--var` reaches only the first Worker: the second gets its secrets from a file beside a copy of its configuration.
 * @returns path of the copy
 */
const deskConfig = (state: string, secrets: string[]): string => {
  const copy = join(state, 'wrangler.desk.toml')
  const text = readFileSync('wrangler.desk.toml', 'utf8')
  writeFileSync(
    copy,
    text.replace(/^main = "(.*)"$/m, (_, main: string) => `main = ${JSON.stringify(resolve(main))}`),
  )
  writeFileSync(join(state, '.dev.vars'), secrets.map((secret) => `${secret.replace(':', '="')}"\n`).join(''))
  return copy
}

/** `without` starts it lacking something: the migrations (a dead database) or the secrets (a dead Worker). */
export const serve = async (without?: 'database' | 'secrets') => {
  const state = mkdtempSync(join(tmpdir(), 'liuchixiang-'))
  const port = await freePort()
  const env = { ...process.env, WRANGLER_SEND_METRICS: 'false', CI: 'true' }
  const common = ['--persist-to', state]
  if (without !== 'database') {
    const done = spawnSync('wrangler', ['d1', 'migrations', 'apply', 'DB', '--local', ...common], { env })
    if (done.status !== 0) throw new Error(String(done.stderr))
  }
  const vars =
    without === 'secrets'
      ? ['MASTER_KEY:', 'CODE_PEPPER:']
      : [`MASTER_KEY:${key(1)}`, `CODE_PEPPER:${key(2)}`]
  const configs = ['--config', 'wrangler.toml', '--config', deskConfig(state, vars)]
  const args = [
    'dev',
    ...configs,
    '--ip',
    '127.0.0.1',
    '--port',
    String(port),
    '--inspector-port',
    '0',
    ...common,
  ]
  const server = spawn(
    'wrangler',
    [...args, '--log-level', 'error', ...vars.flatMap((value) => ['--var', value])],
    {
      env,
      stdio: 'ignore',
      detached: true,
    },
  )
  const base = `http://127.0.0.1:${port}`
  for (let tries = 0; ; tries += 1) {
    if (tries > 300) throw new Error('wrangler dev did not start')
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

/** Vitest global set-up of the http project: the address goes to the tests by `inject('base')`. */
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
