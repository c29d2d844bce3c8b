import { once } from 'node:events'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { bundleBox } from '../../functions/box/bundle.ts'
import { fileOver, followOver, newMachine } from '../support/box-machine.ts'

/** Keys that are not those of the database, on a machine: every command says so, none uses them, and the way back works. */

const folder = mkdtempSync(join(tmpdir(), 'liuchixiang-keys-'))
let bundle = ''
let machine: Awaited<ReturnType<typeof newMachine>>

beforeAll(async () => {
  bundle = resolve(await bundleBox(folder))
})
const newOne = () => newMachine([process.execPath, bundle])
beforeEach(async () => {
  machine = await newOne()
  expect(machine.firstRun().status).toBe(0)
  renameSync(machine.place('etc/paper.txt'), machine.place('sheet.txt'))
  return () => {
    machine.stop()
    rmSync(machine.place(), { recursive: true, force: true })
  }
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const ended = async (server: Awaited<ReturnType<(typeof machine)['serve']>>) => {
  server.kill('SIGTERM')
  await once(server, 'exit')
}
const healthz = async () => {
  const answer = await fetch(`${machine.base}/healthz`)
  return [answer.status, await answer.text()]
}
const change = (name: string) =>
  writeFileSync(machine.place('etc/keys', name), `${Buffer.alloc(32, 9).toString('base64')}\n`)
const sql = (...statements: string[]) => {
  const database = new DatabaseSync(machine.place('state/app.db'))
  for (const statement of statements) database.exec(statement)
  database.close()
}

it.each(['master-key', 'code-pepper'])(
  'with another %s nothing is filed, everything says so, and the sheet brings the county back',
  async (name) => {
    const first = await machine.serve()
    const filed = await fileOver(machine.base)
    await ended(first)
    change(name)
    const second = await machine.serve()
    expect(await healthz()).toEqual([503, `Missing or malformed: ${name} (not that of this database)\n`])
    expect(await fileOver(machine.base)).toMatchObject({ status: 503 })
    expect(machine.log()).toContain('{"event":"alarm","kind":"keys","says":')
    const says = expect.stringContaining(`${name} 和数据库对不上`)
    expect(machine.run('status')).toMatchObject({
      status: 1,
      stdout: expect.stringContaining(`注意  钥匙：${name} 不是这个数据库的`),
    })
    expect(machine.run('backup')).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('已备份并核对'),
      stderr: says,
    })
    // Before an upgrade it is enough that there is a backup.
    expect(machine.run('backup', '--if-any').status).toBe(0)
    for (const args of [['keys'], ['verify'], ['erase', filed.caseNumber, '1', '--yes']])
      expect(machine.run(...args)).toMatchObject({ status: 1, stdout: '', stderr: says })
    // Refused, not broken off: no words about the program or the machine.
    expect(machine.run('verify').stderr).toMatch(/^没有做。/)
    expect(machine.firstRun('--name', '李四', '--username', 'li.si', '--unit', 'shili-centre')).toMatchObject(
      {
        status: 1,
        stderr: says,
      },
    )
    await ended(second)

    renameSync(machine.place('etc/keys'), machine.place('etc/keys.wrong'))
    // Neither new keys nor those of another county take their place.
    expect(machine.firstRun()).toMatchObject({ status: 1, stderr: expect.stringContaining('对不上') })
    expect([existsSync(machine.place('etc/keys')), existsSync(machine.place('etc/paper.txt'))]).toEqual([
      false,
      false,
    ])
    const again = machine.firstRun('--keys', machine.place('sheet.txt'))
    expect([again.status, again.stdout]).toEqual([0, expect.stringContaining('数据库已经在这台机器上')])
    await machine.serve()
    expect(await followOver(machine.base, filed.trackingCode)).toBe(filed.caseNumber)
    expect(machine.run('keys').status).toBe(0)
    expect(machine.run('verify')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('核对了 1 件案件，没有对不上的。'),
    })
  },
)

it('a database of an earlier version is marked by its first start, with the keys of its cases alone', async () => {
  const first = await machine.serve()
  await fileOver(machine.base)
  await ended(first)
  sql('DELETE FROM key_mark')
  change('master-key')
  const second = await machine.serve()
  expect(await healthz()).toEqual([503, 'Missing or malformed: master-key (not that of this database)\n'])
  await ended(second)
  renameSync(machine.place('etc/keys'), machine.place('etc/keys.wrong'))
  machine.firstRun('--keys', machine.place('sheet.txt'))
  const third = await machine.serve()
  expect(await healthz()).toEqual([200, 'ok\n'])
  await ended(third)
  const database = new DatabaseSync(machine.place('state/app.db'), { readOnly: true })
  const rows = database.prepare('SELECT secret, id, length(mark) AS size FROM key_mark ORDER BY secret').all()
  database.close()
  expect(rows.map((row) => ({ ...row }))).toEqual([
    { secret: 'code-pepper', id: 1, size: 64 },
    { secret: 'master-key', id: 1, size: 64 },
  ])
})

it('another machine restores and imports with the keys of the first alone; refused, its folder stays empty', async () => {
  const first = await machine.serve()
  const filed = await fileOver(machine.base)
  const [, backup = ''] = /：(\/.*\.backup)\n/.exec(machine.run('backup').stdout) ?? []
  await ended(first)
  machine.run('export', machine.place('out'))
  const other = await newOne()
  other.firstRun()
  renameSync(other.place('state'), other.place('old'))
  const restore = () => other.run('restore', backup, '--key', machine.place('sheet.txt'))
  const bring = () =>
    other.run('import', machine.place('out/database.sql'), '--files', machine.place('out/files'))
  for (const refused of [restore(), bring()])
    expect(refused).toMatchObject({
      status: 1,
      stdout: '',
      stderr: expect.stringContaining('master-key、code-pepper 和数据库对不上'),
    })
  expect(readdirSync(other.place('state'))).toEqual(['lock'])

  rmSync(other.place('etc'), { recursive: true })
  other.firstRun('--keys', machine.place('sheet.txt'))
  expect(bring()).toMatchObject({ status: 0, stderr: '' })
  rmSync(other.place('state'), { recursive: true })
  // The pepper is lost: whoever says so goes on with another one.
  copyFileSync(machine.place('etc/keys/master-key'), other.place('etc/keys/code-pepper'))
  expect(restore()).toMatchObject({ status: 1, stderr: expect.stringContaining('--new-pepper') })
  expect(other.run('restore', backup, '--key', machine.place('sheet.txt'), '--new-pepper')).toMatchObject({
    status: 0,
    stderr: '',
  })
  expect(other.run('keys').status).toBe(0)
  await other.serve()
  expect(await followOver(other.base, filed.trackingCode)).toBe(404)
  expect(other.run('verify').stdout).toContain('核对了 1 件案件')
  other.stop()
  rmSync(other.place(), { recursive: true, force: true })
})

it('a lost pepper is given up by a command of its own, which the master key must fit', async () => {
  await ended(await machine.serve())
  change('code-pepper')
  const running = await machine.serve()
  expect(machine.run('keys', '--new-pepper')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('还在运行'),
  })
  await ended(running)
  change('master-key')
  expect(machine.run('keys', '--new-pepper')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('master-key'),
  })
  renameSync(machine.place('etc/keys/master-key'), machine.place('wrong'))
  const [, masterKey = ''] =
    /^master-key +(\S+)/m.exec(readFileSync(machine.place('sheet.txt'), 'utf8')) ?? []
  writeFileSync(machine.place('etc/keys/master-key'), masterKey)
  expect(machine.run('keys', '--new-pepper')).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(
      /已换成现在的 code-pepper.*\n.*备用码.*\n.*：code-pepper {2}\S{44} {2}[0-9a-f]{4}\n/,
    ),
  })
  await machine.serve()
  expect(await healthz()).toEqual([200, 'ok\n'])
})

it('a new key for backups on a county that lives is said to be one, and what comes next is no restore', () => {
  const renew = () => machine.firstRun('--secrets', machine.place('etc/keys'))
  rmSync(machine.place('etc/keys/backup-public'))
  // The old key is on it, and would come back.
  copyFileSync(machine.place('sheet.txt'), machine.place('etc/paper.txt'))
  expect(renew()).toMatchObject({ status: 1, stderr: expect.stringContaining('上面是旧的 backup-key') })
  rmSync(machine.place('etc/paper.txt'))
  const { status, stdout } = renew()
  expect([status, stdout]).toEqual([
    0,
    expect.stringContaining('备份用的钥匙换了新的，master-key 和 code-pepper 没有动'),
  ])
  expect(stdout).toContain('数据库已经在这台机器上')
  expect(stdout).not.toMatch(/已做好三把钥匙|接着恢复备份/)
  expect(machine.run('backup').status).toBe(0)
})

it('two keys of elsewhere are not taken from a sheet of other keys that was left', () => {
  const elsewhere = machine.place('elsewhere')
  mkdirSync(elsewhere)
  const secret = (byte: number) => Buffer.alloc(32, byte).toString('base64')
  writeFileSync(join(elsewhere, 'master-key'), secret(7))
  writeFileSync(join(elsewhere, 'code-pepper'), secret(8))
  const take = () => machine.firstRun('--secrets', elsewhere)
  const taken = () => readFileSync(machine.place('etc/keys/master-key'), 'utf8').trim()
  renameSync(machine.place('etc/keys'), machine.place('keys.wrong'))
  rmSync(machine.place('state'), { recursive: true })
  copyFileSync(machine.place('sheet.txt'), machine.place('etc/paper.txt'))
  expect(take()).toMatchObject({ status: 1, stderr: expect.stringContaining('上面是另外的钥匙') })
  expect(existsSync(machine.place('etc/keys/master-key'))).toBe(false)
  rmSync(machine.place('etc/paper.txt'))
  expect([take().status, taken()]).toEqual([0, secret(7)])
  // A run that ended after it had written the sheet is gone on with.
  rmSync(machine.place('etc/keys'), { recursive: true })
  expect([take().status, taken()]).toEqual([0, secret(7)])
})
