import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { migrate } from '#store/sqlite/migrate.ts'
import { openDatabase } from '#store/sqlite/open.ts'
import { bundleBox } from '../../../functions/box/bundle.ts'
import { freePort } from '../../../functions/console/free-port.ts'
import { asker, type Step } from './load.ts'

/** The servers that are compared: the bare pair, the box, and the local Workers. */

export interface Variant {
  name: string
  /** Absent: it has none. */
  follow?: Step
  file: Step
  /** The database of a box. */
  database?: string
  ask: (step: Step) => Promise<string>
  /** From the start of the process to its first answer, in milliseconds. */
  cold: number
  /** CPU of the server so far, in milliseconds, and its memory in megabytes; null where it is several processes. */
  cpu: () => number | null
  memory: () => number | null
  stop: () => void
}

const folder = mkdtempSync(join(tmpdir(), 'bench-box-'))
const ticks = Number(spawnSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }).stdout)

/** CPU time of a process so far, in milliseconds. */
export const cpuOf = (pid: number): number => {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return ((Number(fields[11]) + Number(fields[12])) / ticks) * 1000
}
const memoryOf = (pid: number): number =>
  Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1]) / 1024

/** A library that makes each fsync take so many milliseconds longer: one as an SSD, five as a hard disk; needs a C compiler. */
export const slowDisk = (milliseconds: number): string => {
  const [source, library] = ['c', 'so'].map((ending) => join(folder, `slow-${milliseconds}.${ending}`)) as [
    string,
    string,
  ]
  writeFileSync(
    source,
    `#define _GNU_SOURCE
#include <dlfcn.h>
#include <unistd.h>
#define SLOW(name) int name(int file) { static int (*real)(int); if (!real) real = dlsym(RTLD_NEXT, #name); usleep(${milliseconds * 1000}); return real(file); }
SLOW(fsync)
SLOW(fdatasync)
`,
  )
  const made = spawnSync('gcc', ['-shared', '-fPIC', '-O2', '-o', library, source, '-ldl'], {
    encoding: 'utf8',
  })
  if (made.status !== 0) throw new Error(made.stderr)
  return library
}

const started = async (args: string[], env: Record<string, string>, port: number, probe: string) => {
  const began = performance.now()
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const base = `http://127.0.0.1:${port}`
  for (;;) {
    const answers = await fetch(base + probe).then(
      (answer) => answer.text().then(() => true),
      () => false,
    )
    if (answers) break
    await new Promise((done) => setTimeout(done, 2))
  }
  const pid = child.pid ?? 0
  return {
    base,
    cold: performance.now() - began,
    cpu: () => cpuOf(pid),
    memory: () => memoryOf(pid),
    stop: () => void child.kill('SIGKILL'),
  }
}

let count = 0
export const bare = async (env: Record<string, string> = {}): Promise<Variant> => {
  const port = await freePort()
  count += 1
  const server = await started(
    ['tests/bench/box/bare.ts', join(folder, `bare${count}.db`), String(port)],
    env,
    port,
    '/read',
  )
  return {
    name: 'bare',
    ...server,
    ask: asker(server.base).ask,
    follow: { path: '/read', status: 200, body: () => `{"key":"k${Math.floor(Math.random() * 200)}"}` },
    file: { path: '/write', status: 201, body: () => `{"key":"${crypto.randomUUID()}"}` },
  }
}

/** A pair as bare that writes the rows of a filing: each filing with an fsync of its own, or `together` with others. */
export const bareFiling = async (
  { database: source = '' }: Variant,
  env: Record<string, string> = {},
  together = false,
): Promise<Variant> => {
  const port = await freePort()
  count += 1
  const filings = join(folder, `filings${count}.db`)
  const made = openDatabase(filings)
  migrate(made, 'migrations')
  made.close()
  const args = ['tests/bench/box/bare.ts', join(folder, `bare${count}.db`), String(port), source, filings]
  if (together) args.push('together')
  const server = await started(args, env, port, '/read')
  const file = { path: '/write', status: 201, body: () => '{}' }
  const name = `bare, the rows of a filing${together ? ', together' : ''}`
  return { name, ...server, ask: asker(server.base).ask, file }
}

const filing = JSON.stringify({
  ...{ track: 'mediation', category: 'neighbour', region: 'qingshi-liuwan', danger: false, consent: true },
  narrative: '今年春天隔壁翻了屋顶，一下雨水就落到我家院子里，墙脚都潮了。我去说过两次，他不认。'.repeat(3),
  ...{ request: '请他家装水槽，墙脚的潮湿他来修。', name: '吴秀兰', phone: '13800000000' },
})
const file: Step = {
  path: '/api/v1/cases',
  status: 201,
  body: () => filing,
  headers: () => ({ 'idempotency-key': crypto.randomUUID() }),
}

/** Steps of the product over 200 cases, each followed once before: only the very first time writes. */
export const stepsOf = async (ask: Variant['ask']): Promise<{ follow: Step; file: Step }> => {
  const codes: string[] = []
  const follow: Step = {
    path: '/api/v1/cases/track',
    status: 200,
    body: () => JSON.stringify({ trackingCode: codes[Math.floor(Math.random() * codes.length)] }),
  }
  for (let i = 0; i < 200; i += 1)
    codes.push((JSON.parse(await ask(file)) as { trackingCode: string }).trackingCode)
  for (const trackingCode of codes) await ask({ ...follow, body: () => JSON.stringify({ trackingCode }) })
  return { follow, file }
}

/** The options of Node with which the unit starts the program. */
const unitOptions = (): string[] => {
  const unit = readFileSync('packaging/systemd/liuchixiang.service', 'utf8')
  const options = /^ExecStart=\S+ (?<options>.+) \S+ serve$/m.exec(unit)?.groups?.['options']
  if (options === undefined) throw new Error('liuchixiang.service: no options')
  return options.split(' ')
}

let program: Promise<string> | undefined
export const box = async (env: Record<string, string> = {}): Promise<Variant> => {
  program ??= bundleBox(join(folder, 'program'))
  const port = await freePort()
  const state = mkdtempSync(join(folder, 'state-'))
  const keys = join(state, 'keys')
  mkdirSync(keys)
  for (const name of ['master-key', 'code-pepper'])
    writeFileSync(join(keys, name), Buffer.alloc(32, name.length).toString('base64'))
  const config = join(state, 'box.json')
  writeFileSync(
    config,
    JSON.stringify({ origin: `http://127.0.0.1:${port}`, listen: `127.0.0.1:${port}`, state, keys }),
  )
  const args = [...unitOptions(), resolve(await program), 'serve']
  const all = { ...env, LIUCHIXIANG_CONFIG: config }
  // The program never makes a database; first-run, which does, asks for an administrator as well.
  const database = openDatabase(join(state, 'app.db'))
  migrate(database, 'migrations')
  database.close()
  const server = await started(args, all, port, '/healthz')
  const { ask } = asker(server.base)
  return { name: 'box', ...server, ask, database: join(state, 'app.db'), ...(await stepsOf(ask)) }
}

export const cleanUp = (): void => rmSync(folder, { recursive: true, force: true })
