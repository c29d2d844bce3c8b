import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { createNodeApp } from '../../../functions/node.ts'

/** Console commands beside a server that writes to the same database file. */

const folder = mkdtempSync(join(tmpdir(), 'liuchixiang-console-'))
const inState = 'v3/d1/miniflare-D1DatabaseObject'
const file = join(folder, inState, 'd1.sqlite')
const secrets = { masterKey: new Uint8Array(32).fill(3), codePepper: new Uint8Array(32).fill(4) }
const text = (secret: Uint8Array) => Buffer.from(secret).toString('base64')

beforeAll(() => {
  // The commands run in child processes, which read the machine's clock.
  vi.useRealTimers()
  mkdirSync(join(folder, inState), { recursive: true })
  writeFileSync(
    join(folder, '.dev.vars'),
    `MASTER_KEY="${text(secrets.masterKey)}"\nCODE_PEPPER="${text(secrets.codePepper)}"\n`,
  )
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const command = (script: string, ...args: string[]) =>
  spawnSync('node', [resolve(`functions/console/${script}.ts`), ...args], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, LIUCHIXIANG_STATE: folder },
  })

/** Lets a child process hold the write lock for three seconds. Resolves once the lock is held. */
const holdLock = (): Promise<void> =>
  new Promise((done) => {
    const code = `
      const database = new (require('node:sqlite').DatabaseSync)(process.argv[1], { timeout: 5000 })
      database.exec('BEGIN IMMEDIATE')
      process.stdout.write('held')
      setTimeout(() => database.exec("COMMIT"), 3000)`
    spawn('node', ['-e', code, file], { stdio: ['ignore', 'pipe', 'inherit'] }).stdout.once('data', () =>
      done(),
    )
  })

it('a console command without a database says how to make one', () => {
  const { status, stderr } = command('case', 'accept', '2026-483071')
  expect([status, stderr]).toEqual([1, expect.stringContaining('npm start creates it')])
})

const openApp = () =>
  createNodeApp({
    ...{ database: file, migrations: 'migrations', files: 'tests/.output/files', site: 'dist', secrets },
    clientAddress: () => '127.0.0.1',
  })

const fileCase = (app: ReturnType<typeof openApp>['app']) =>
  app.request('/api/v1/cases', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      ...{ track: 'mediation', category: 'neighbour', region: 'qingshi-liuwan', narrative: '经过' },
      ...{ request: '诉求', name: '吴秀兰', danger: false, consent: true },
    }),
  })

it('a request to the Node entry waits for a console command that writes', async () => {
  const { app } = openApp()
  await holdLock()
  expect((await fileCase(app)).status).toBe(201)
})

it.each([
  ['a move', 'case', (number: string) => ['accept', number, '--subject', '屋檐滴水']],
  [
    'a new account',
    'staff-create',
    () => ['--username', 'first', '--name', '示例', '--unit', 'shili-centre', '--role', 'admin'],
  ],
] as const)('%s from the console waits for another writer of the database', async (_, script, args) => {
  const filed = await fileCase(openApp().app)
  const { caseNumber } = (await filed.json()) as { caseNumber: string }
  await holdLock()
  const begun = performance.now()
  const { status, stderr } = command(script, ...args(caseNumber))
  expect([status, stderr]).toEqual([0, ''])
  expect(performance.now() - begun).toBeGreaterThan(500)
})

it('the command that checks notices names each wrong place and no value, and counts what waits', async () => {
  const config = join(folder, 'notices.json')
  writeFileSync(config, '{"since":"2026-12-01T08:00:00+08:00","holders":{"by":"local"}}')
  const right = command('notices')
  expect([right.status, right.stdout.split('\n')[0]]).toEqual([0, 'notices.json: correct'])
  writeFileSync(config, '{"since":"2026-12-01T08:00:00+08:00","holders":{"by":"webhook","url":"geheim"}}')
  const wrong = command('notices')
  expect([wrong.status, wrong.stdout]).toEqual([
    1,
    expect.stringContaining('NOTICES: holders.url: expected an https address\n'),
  ])
  expect(wrong.stdout).not.toContain('geheim')
})

it('npm start says that its port is in use, and does not call another server ready', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  const { status, stdout, stderr } = spawnSync('node', [resolve('functions/console/start.ts')], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, PORT: String(port) },
    timeout: 20_000,
  })
  other.close()
  expect([status, stdout]).toEqual([1, ''])
  expect(stderr).toContain(`Port ${port} is in use`)
})
