import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { migrate, migrationsIn } from '#store/sqlite/migrate.ts'
import { openDatabase } from '#store/sqlite/open.ts'
import { bundleBox, programFile } from '../../functions/box/bundle.ts'
import { fileOver, followOver, newMachine } from '../support/box-machine.ts'
import { visit } from '../support/http.ts'

/**
 * A newer program in the place of an older one, as somebody exchanges the folders of a county in /opt or apt replaces the
 * package: whatever migrates the database backs it up first.
 */

const folder = mkdtempSync(join(tmpdir(), 'liuchixiang-upgrade-'))
const step = '0999_tried.sql'
let bundled = ''
let program = ''
let machine: Awaited<ReturnType<typeof newMachine>>

beforeAll(async () => {
  bundled = dirname(resolve(await bundleBox(join(folder, 'bundled'))))
})
beforeEach(async () => {
  const place = mkdtempSync(join(folder, 'opt-'))
  cpSync(bundled, place, { recursive: true })
  program = place
  machine = await newMachine([process.execPath, join(place, programFile)], { LIUCHIXIANG_INSTANCE: 'yuntai' })
  expect(machine.firstRun().status).toBe(0)
  return () => {
    machine.stop()
    rmSync(machine.place(), { recursive: true, force: true })
  }
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Makes the program of the machine a newer one. */
const renew = (sql = 'CREATE TABLE tried (id text PRIMARY KEY NOT NULL);\n') =>
  writeFileSync(join(program, 'migrations', step), sql)
const goBack = () => rmSync(join(program, 'migrations', step))
const stop = async (server: Awaited<ReturnType<typeof machine.serve>>) => {
  server.kill('SIGTERM')
  await once(server, 'exit')
}
/** Serves for a time. */
const during = async <T>(work: () => Promise<T>): Promise<T> => {
  const server = await machine.serve()
  const done = await work()
  await stop(server)
  return done
}
const backups = (): string[] => {
  try {
    return readdirSync(machine.place('state/backups')).filter((name) => name.endsWith('.backup'))
  } catch {
    return []
  }
}
const newestStep = () => {
  const database = new DatabaseSync(machine.place('state/app.db'), { readOnly: true })
  const newest = database.prepare('SELECT name FROM d1_migrations ORDER BY id DESC').get()
  database.close()
  return newest?.['name']
}
const file = () => fileOver(machine.base)
const statusOf = async (path: string) => (await visit(machine.base).get(path)).status
const before = migrationsIn('migrations').at(-1)

it('a newer program backs up every case before it migrates, once, and the backup opens', async () => {
  const filed = await during(file)
  expect(backups()).toEqual([])
  renew()
  expect(await during(() => followOver(machine.base, filed.trackingCode))).toBe(filed.caseNumber)
  expect(newestStep()).toBe(step)
  await during(() => followOver(machine.base, filed.trackingCode))
  const [backup = '', ...others] = backups()
  expect([backup, others]).toEqual([expect.stringMatching(/backup$/), []])

  goBack()
  const other = await newMachine([process.execPath, join(program, programFile)])
  const sheet = machine.place('etc/paper.txt')
  other.firstRun('--keys', sheet)
  const restored = other.run('restore', machine.place('state/backups', backup), '--key', sheet)
  expect([restored.status, restored.stderr]).toEqual([0, ''])
  await other.serve()
  expect(await followOver(other.base, filed.trackingCode)).toBe(filed.caseNumber)
  other.stop()
  rmSync(other.place(), { recursive: true, force: true })
})

it('a newer program that can make no backup changes nothing, serves pages, and says what to do', async () => {
  const filed = await during(file)
  const key = machine.place('etc/keys/backup-public')
  rmSync(key)
  renew()
  const server = await machine.serve()
  expect([await statusOf('/lessons/'), await statusOf('/healthz')]).toEqual([200, 503])
  expect(await followOver(machine.base, filed.trackingCode)).toBe(503)
  expect([newestStep(), backups()]).toEqual([before, []])
  const says = [
    '数据库没有升级，数据没有动过：升级以前要先备份，备份没有做成。',
    `${key}：没有备份用的公钥。钥匙文件丢了，就做一把新的：sudo liuchixiang --county yuntai first-run --secrets ${dirname(key)}`,
    '解决以后：sudo liuchixiang --county yuntai migrate，再 sudo systemctl restart liuchixiang@yuntai.service。也可以装回旧版程序，照常运行。',
    '一定要不备份就升级：sudo liuchixiang --county yuntai migrate --no-backup',
    '',
  ].join('\n')
  expect(machine.log()).toContain(
    `${says}{"event":"alarm","kind":"backup-before-migration","says":"数据库没有升级。`,
  )
  expect(machine.run('migrate')).toEqual({ status: 1, stdout: '', stderr: says })
  await stop(server)

  goBack()
  expect(await during(() => followOver(machine.base, filed.trackingCode))).toBe(filed.caseNumber)
  renew()
  expect(await during(() => statusOf('/healthz'))).toBe(503)
  expect(machine.run('migrate', '--no-backup')).toMatchObject({ status: 0, stdout: '数据库已升级 1 步。\n' })
  expect(await during(() => followOver(machine.base, filed.trackingCode))).toBe(filed.caseNumber)
  expect([newestStep(), backups()]).toEqual([step, []])
})

it('a lost key of backups is replaced as the message says, and then the database is migrated', async () => {
  await during(file)
  rmSync(machine.place('etc/keys/backup-public'))
  rmSync(machine.place('etc/paper.txt'))
  renew()
  const [, args = ''] = /--county yuntai (first-run .*)\n/.exec(machine.run('migrate').stderr) ?? []
  expect(machine.run(...args.split(' '))).toMatchObject({ status: 0, stderr: '' })
  expect(machine.run('migrate').status).toBe(0)
  expect([newestStep(), backups().length]).toEqual([step, 1])
})

it('migrate makes the backup while the server of the older program runs', async () => {
  const filed = await during(file)
  await machine.serve()
  renew()
  expect(machine.run('status').stdout).toContain(`结构 ${before?.slice(0, 4)}，1 个升级步骤等下次启动`)
  const { status, stdout } = machine.run('migrate')
  expect([status, stdout]).toEqual([
    0,
    expect.stringMatching(/^升级以前的备份：\S+\.backup\n数据库已升级 1 步。\n$/),
  ])
  expect([newestStep(), backups().length]).toEqual([step, 1])
  expect(await followOver(machine.base, filed.trackingCode)).toBe(filed.caseNumber)
  expect(machine.run('migrate')).toMatchObject({ status: 0, stdout: '数据库不用升级。\n' })
  expect(backups()).toHaveLength(1)
})

it('a migration that fails at each start makes one backup of the same data, and one more of newer data', async () => {
  await during(file)
  renew('CREATE TABLE cases (id text);\n')
  for (let start = 0; start < 3; start += 1) expect(await during(() => statusOf('/healthz'))).toBe(503)
  expect([newestStep(), backups().length]).toEqual([before, 1])
  goBack()
  await during(file)
  renew('CREATE TABLE cases (id text);\n')
  for (let start = 0; start < 2; start += 1) await during(() => statusOf('/healthz'))
  expect(backups()).toHaveLength(2)
  // The backup that is noted was taken away: it counts no more.
  for (const name of backups()) rmSync(machine.place('state/backups', name))
  await during(() => statusOf('/healthz'))
  expect(backups()).toHaveLength(1)
})

it.each([0, 3])('first-run ends what one began that was broken off after %i migrations', async (applied) => {
  const some = join(program, 'some')
  mkdirSync(some)
  for (const name of migrationsIn('migrations').slice(0, applied))
    cpSync(join('migrations', name), join(some, name))
  const database = machine.place('state/app.db')
  rmSync(database)
  rmSync(machine.place('state/backups'), { recursive: true, force: true })

  const opened = openDatabase(database)
  migrate(opened, some)
  opened.close()
  expect(machine.firstRun()).toMatchObject({ status: 0, stderr: '' })
  expect([newestStep(), backups().length]).toEqual([before, applied > 0 ? 1 : 0])
})

it('migrate does nothing where nothing was set up, if it is told so', async () => {
  const other = await newMachine([process.execPath, join(program, programFile)])
  expect(other.run('migrate', '--no-backup', '--if-any')).toEqual({ status: 0, stdout: '', stderr: '' })
  expect(other.run('migrate').status).toBe(1)
  rmSync(other.place(), { recursive: true, force: true })
})
