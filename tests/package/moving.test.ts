import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { migrationsIn } from '#store/sqlite/migrate.ts'
import { bundleBox } from '../../functions/box/bundle.ts'
import { dump } from '../../functions/box/moving/dump.ts'
import { databaseFile } from '../../functions/console/ports.ts'
import * as calls from '../generated/client/index.ts'
import { fileOver, followOver, giveFile, newMachine, readFileOver } from '../support/box-machine.ts'
import { done } from '../support/client.ts'
import { nodeClient } from '../support/node-app.ts'

/** Moving between Cloudflare (here wrangler's local D1 and R2) and a county's own machine, both ways, by the commands. */

const folder = mkdtempSync(join(tmpdir(), 'liuchixiang-moving-'))
const place = (...names: string[]) => join(folder, ...names)
const machines: Awaited<ReturnType<typeof newMachine>>[] = []
let program = ''

/** A folder from which wrangler serves a local D1 and R2 of its own. */
const cloudflare = (name: string): { cwd: string; state: string } => {
  const cwd = place(name)
  mkdirSync(cwd)
  const config = readFileSync('wrangler.toml', 'utf8').replace('"migrations"', `"${resolve('migrations')}"`)
  writeFileSync(join(cwd, 'wrangler.toml'), config)
  return { cwd, state: join(cwd, '.wrangler/state') }
}
const wrangler = (cwd: string, ...args: string[]) => {
  const { status, stdout, stderr } = spawnSync(resolve('node_modules/.bin/wrangler'), args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, WRANGLER_SEND_METRICS: 'false', CI: 'true' },
  })
  expect(status, `${args.join(' ')}\n${stdout}${stderr}`).toBe(0)
}
/** Runs lines that the commands have printed for a shell, against the local bucket. */
const runLines = (cwd: string, lines: string) => {
  for (const line of lines.split('\n').filter((text) => text.startsWith('npx wrangler')))
    wrangler(cwd, ...line.replace('--remote', '--local').split(' ').slice(2))
}

beforeAll(async () => {
  vi.useRealTimers()
  program = resolve(await bundleBox(place('program')))
})
afterAll(() => {
  for (const machine of machines) machine.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** A machine with the two secrets of the tests' app: what was sealed on one side opens on the other. */
const machine = async () => {
  const made = await newMachine([process.execPath, program])
  machines.push(made)
  const secrets = made.place('secrets')
  mkdirSync(secrets)
  for (const [name, byte] of [
    ['master-key', 3],
    ['code-pepper', 4],
  ] as const)
    writeFileSync(join(secrets, name), `${Buffer.alloc(32, byte).toString('base64')}\n`)
  expect(made.firstRun('--secrets', secrets).status).toBe(0)
  return made
}

it('a case with a file moves from D1 and R2 to a machine of its own, and from there to others', async () => {
  // Cloudflare, with a case and a file.
  const first = cloudflare('first')
  wrangler(first.cwd, 'd1', 'migrations', 'apply', 'DB', '--local')
  const files = place('sealed')
  const app = nodeClient({ database: databaseFile(first.state), files })
  const filed = await app.file()
  const { trackingCode } = filed
  const bytes = readFileSync('docs/pictures/home.png')
  const { id } = await done(
    calls.addFile({ client: app.client, body: { trackingCode, file: new Blob([bytes]), caption: '东墙' } }),
  )
  app.close()
  wrangler(first.cwd, 'r2', 'object', 'put', `liuchixiang-files/${id}`, '--file', join(files, id), '--local')

  // Cloudflare → machine.
  wrangler(first.cwd, 'd1', 'export', 'DB', '--local', '--output', 'dump.sql')
  const box = await machine()
  const dump = join(first.cwd, 'dump.sql')
  const listed = box.run('import', dump, '--list')
  mkdirSync(join(first.cwd, 'files'))
  runLines(first.cwd, listed.stdout)
  const imported = box.run('import', dump, '--files', join(first.cwd, 'files'))
  expect([imported.stdout, imported.stderr, imported.status]).toEqual([
    '已导入案件 1 件，证据文件 1 个。\n',
    '',
    0,
  ])
  expect(box.run('import', dump, '--files', join(first.cwd, 'files'))).toMatchObject({ status: 1 })
  await box.serve()
  expect(await followOver(box.base, trackingCode)).toBe(filed.caseNumber)
  const seen = await readFileOver(box.base, trackingCode, id)
  const later = await fileOver(box.base)
  const { id: laterId } = await giveFile(box.base, later.trackingCode)
  expect(box.run('verify')).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/^核对了 2 件案件，没有对不上的。\n/),
  })

  // Machine → Cloudflare.
  const out = place('out')
  expect(box.run('export', out)).toMatchObject({ status: 0, stderr: '' })
  const second = cloudflare('second')
  cpSync(out, second.cwd, { recursive: true })
  wrangler(second.cwd, 'd1', 'execute', 'DB', '--local', '--file', 'database.sql')
  // Nothing is left for the migrations: the moved database names them all.
  wrangler(second.cwd, 'd1', 'migrations', 'apply', 'DB', '--local')
  runLines(second.cwd, readFileSync(join(out, 'put-files.sh'), 'utf8'))
  for (const name of [id, laterId])
    wrangler(
      second.cwd,
      'r2',
      'object',
      'get',
      `liuchixiang-files/${name}`,
      '--file',
      `back/${name}`,
      '--local',
    )
  const moved = nodeClient({ database: databaseFile(second.state), files: join(second.cwd, 'back') })
  for (const one of [filed, later]) {
    const followed = await done(
      calls.followCase({ client: moved.client, body: { trackingCode: one.trackingCode } }),
    )
    expect(followed.caseNumber).toBe(one.caseNumber)
  }
  const read = await done(calls.readFile({ client: moved.client, body: { trackingCode, id } }))
  expect(Buffer.from(await read.arrayBuffer()).equals(seen)).toBe(true)
  moved.close()
})

it('a dump and a backup of an earlier version are brought to this one before the keys are tried', async () => {
  // A county that has not been deployed again since the migration before the last.
  const earlier = place('earlier')
  mkdirSync(earlier)
  for (const name of migrationsIn('migrations').slice(0, -1))
    cpSync(join('migrations', name), join(earlier, name))
  const old = await machine()
  const database = old.place('state/app.db')
  const app = nodeClient({ database, files: place('none'), migrations: earlier })
  const { trackingCode, caseNumber } = await app.file()
  app.close()
  const written = new DatabaseSync(database, { readOnly: true })
  writeFileSync(place('earlier.sql'), [...dump(written)].join('\n'))
  written.close()
  const [, backup = ''] = /：(\/.*\.backup)\n/.exec(old.run('backup').stdout) ?? []

  const ways = [
    ['import', place('earlier.sql'), '--files', earlier],
    ['restore', backup, '--key', old.place('etc/paper.txt')],
  ] as const
  for (const [name, ...args] of ways) {
    const box = await machine()
    expect(box.run(name, ...args)).toMatchObject({ status: 0, stderr: '' })
    const moved = new DatabaseSync(box.place('state/app.db'), { readOnly: true })
    expect(moved.prepare('SELECT name FROM d1_migrations ORDER BY id DESC').get()).toEqual({
      name: migrationsIn('migrations').at(-1),
    })
    moved.close()
    await box.serve()
    expect(await followOver(box.base, trackingCode)).toBe(caseNumber)
  }
})
