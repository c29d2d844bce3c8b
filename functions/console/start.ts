/**
 * npm start: the whole product on this machine. Builds if the sources changed, makes local secrets, brings the
 * embedded database up to date, loads sample cases on the first run, serves.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureSecrets, erasuresName, stateFolder } from './secrets.ts'

const port = process.env['PORT'] ?? '8787'
const state = stateFolder()
const say = (line: string) => process.stdout.write(`${line}\n`)

const run = (command: string, ...args: string[]): void => {
  const { status, stdout, stderr } = spawnSync(command, args, {
    encoding: 'utf8',
    env: { ...process.env, CI: 'true' },
  })
  if (status === 0) return
  process.stderr.write(`${stdout}${stderr}`)
  process.exit(status ?? 1)
}

/** When anything below a path last changed; what the build itself writes does not count. */
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

const samples = ['sample-cases.txt', 'sample-staff.txt'] as const
const keep = (file: string, lines: string[]): void =>
  writeFileSync(join(state, file), `${lines.join('\n')}\n`, { mode: 0o600 })
const missing = (file: string): boolean => !existsSync(join(state, file))

// Sample data exists only here: nothing else in the product calls loadSamples or loadSampleStaff.
const loadOnce = async (): Promise<void> => {
  if (!samples.some(missing)) return
  // Imported only now: they read what the build has just written.
  const [{ withLocalPorts }, { loadSamples }, { loadSampleStaff }] = await Promise.all([
    import('./ports.ts'),
    import('./samples.ts'),
    import('./sample-staff.ts'),
  ])
  mkdirSync(state, { recursive: true })
  await withLocalPorts(state, async (ports) => {
    if (missing('sample-staff.txt')) keep('sample-staff.txt', await loadSampleStaff(ports))
    if (!missing('sample-cases.txt')) return
    const loaded = await loadSamples(ports)
    const lines = loaded.map(
      ({ caseNumber, trackingCode }) => `${caseNumber}  ${trackingCode.match(/\d{4}/g)?.join(' ')}`,
    )
    keep('sample-cases.txt', lines)
  })
}

/** A restored backup must forget again whom it brings back. */
const forgetAgain = async (): Promise<void> => {
  const list = join(state, erasuresName)
  if (!existsSync(list)) return
  const [{ withLocalPorts }, { replayErasures }, { erasureFile }] = await Promise.all([
    import('./ports.ts'),
    import('../desk/erase-person.ts'),
    import('../erasure-list.ts'),
  ])
  const again = await withLocalPorts(state, (ports) =>
    replayErasures({ ...ports, erasures: erasureFile(list) }),
  )
  if (again > 0) say(`Erased again after a restore: ${again}`)
}

/** @param configs the site's and, behind its service binding, the desk's */
export const start = async (configs = ['wrangler.toml', 'wrangler.desk.toml']): Promise<void> => {
  if (!isBuilt()) {
    say('Building …')
    run('npm', 'run', '--silent', 'build')
  }
  ensureSecrets()
  run('wrangler', 'd1', 'migrations', 'apply', 'DB', '--local', '--persist-to', state)
  await forgetAgain()
  if (process.env['SAMPLES'] !== 'no') await loadOnce()

  const server = spawn(
    'wrangler',
    [
      'dev',
      ...configs.flatMap((config) => ['--config', config]),
      '--ip',
      '127.0.0.1',
      '--port',
      port,
      '--persist-to',
      state,
      '--show-interactive-dev-session=false',
      '--log-level',
      'warn',
    ],
    { stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, WRANGLER_SEND_METRICS: 'false' } },
  )
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => server.kill(signal))
  server.on('exit', (code) => process.exit(code ?? 0))

  const address = `http://127.0.0.1:${port}`
  const isReady = () =>
    fetch(`${address}/healthz`).then(
      (answer) => answer.ok,
      () => false,
    )
  while (!(await isReady())) await new Promise((resolve) => setTimeout(resolve, 200))
  const shown = {
    'sample-cases.txt': 'Sample cases (number, tracking code):',
    'sample-staff.txt': `Sample staff for ${address}/desk/ (username, password, secret of the authenticator):`,
  }
  for (const file of samples)
    if (!missing(file)) {
      say(shown[file])
      say(readFileSync(join(state, file), 'utf8').trimEnd())
    }
  // Cloudflare's cron does not run here: a timer calls the desk's scheduled handler, at once and every ten minutes.
  const tick = () =>
    fetch(`${address}/cdn-cgi/local/explorer/api/local/scheduled?worker=liuchixiang-desk`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ cron: '*/10 * * * *' }),
    }).catch(() => undefined)
  await tick()
  setInterval(tick, 600_000)
  say(`Ready: ${address}/`)
}

if (import.meta.main) await start()
