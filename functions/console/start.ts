/**
 * npm start: the whole product on this machine. Builds if the sources changed, makes local secrets, brings the
 * embedded database up to date, loads sample cases on the first run, serves.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ensureSecrets, stateFolder } from './secrets.ts'

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

// Sample data exists only here: nothing else in the product calls loadSamples.
const loadOnce = async (): Promise<void> => {
  const list = join(state, 'sample-cases.txt')
  if (existsSync(list)) return
  // Imported only now: they read what the build has just written.
  const [{ withLocalPorts }, { loadSamples }] = await Promise.all([
    import('./ports.ts'),
    import('./samples.ts'),
  ])
  const loaded = await withLocalPorts(state, loadSamples)
  const lines = loaded.map(
    ({ caseNumber, trackingCode }) => `${caseNumber}  ${trackingCode.match(/\d{4}/g)?.join(' ')}`,
  )
  mkdirSync(state, { recursive: true })
  writeFileSync(list, `${lines.join('\n')}\n`, { mode: 0o600 })
}

if (!isBuilt()) {
  say('Building …')
  run('npm', 'run', '--silent', 'build')
}
ensureSecrets()
run('wrangler', 'd1', 'migrations', 'apply', 'DB', '--local', '--persist-to', state)
if (process.env['SAMPLES'] !== 'no') await loadOnce()

const server = spawn(
  'wrangler',
  [
    'dev',
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
if (existsSync(join(state, 'sample-cases.txt'))) {
  say('Sample cases (number, tracking code):')
  say(readFileSync(join(state, 'sample-cases.txt'), 'utf8').trimEnd())
}
say(`Ready: ${address}/`)
