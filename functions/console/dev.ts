/**
 * npm run dev: site and Workers behind one port, for development. Changes to content, styles, pages and
 * functions are visible after a reload; database, secrets and sample data are those of `npm start`.
 */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { serveBoth } from './dev-proxy.ts'
import { freePort } from './free-port.ts'
import { prepareState, run, say } from './local-state.ts'
import { announce, serveWorkers } from './local-workers.ts'
import { stateFolder } from './secrets.ts'

const shells = ['shell', 'desk-shell'].map((name) => `functions/generated/${name}.ts`)

if (import.meta.main) {
  const port = Number(process.env['PORT'] ?? 8787)
  const [site, worker] = [await freePort(), await freePort()]
  await serveBoth(port, { site, worker })
  say('Starting …')
  run('npm', 'run', '--silent', 'generate')
  for (const shell of shells) rmSync(shell, { force: true })
  const server = spawn(process.execPath, ['--watch', '--watch-preserve-output', 'site/build/dev-server.ts'], {
    stdio: 'inherit',
    env: { ...process.env, SITE_PORT: String(site) },
  })
  process.on('exit', () => server.kill())
  await prepareState()
  while (!shells.every((shell) => existsSync(shell))) await new Promise((resolve) => setTimeout(resolve, 200))
  const nothing = join(stateFolder(), 'no-assets')
  mkdirSync(nothing, { recursive: true })
  serveWorkers(
    ['wrangler.toml', 'wrangler.desk.toml'],
    worker,
    'functions/console/dev-worker.ts',
    '--assets',
    nothing,
    '--var',
    `SITE:http://127.0.0.1:${site}`,
  )
  await announce(`http://127.0.0.1:${port}`, `http://127.0.0.1:${worker}`)
}
