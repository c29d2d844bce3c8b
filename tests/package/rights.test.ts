import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { bundleBox, programFile } from '../../functions/box/bundle.ts'
import { fileOver, giveFile, newMachine } from '../support/box-machine.ts'
import { needing } from '../support/needing.ts'

/**
 * Commands of root fill a state that belongs to the account of the service, which can put a link there at any moment: also
 * after the state was found empty.
 */

const folder = mkdtempSync(join(tmpdir(), 'liuchixiang-rights-'))
const nobody = 65_534
const safe = join(folder, 'safe')
let bundle = ''
let backup = ''

/** A state of an account without rights, with the keys of the sheet; everything of root's is closed to it. */
const otherMachine = async () => {
  const machine = await newMachine([process.execPath, bundle])
  machine.firstRun('--keys', join(safe, 'paper.txt'))
  chmodSync(machine.place(), 0o755)
  chownSync(machine.place('state'), nobody, nobody)
  return machine
}

/** Restores while somebody puts a link to `victim` in the place of `files`, as soon as the folder was found empty. */
const restoreDuring = (machine: Awaited<ReturnType<typeof newMachine>>, name: string, victim: string) => {
  const hook = join(folder, 'hook.mjs')
  writeFileSync(
    hook,
    `import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
const { mkdir } = fs.promises
fs.promises.mkdir = async (path, options) => {
  if (path === ${JSON.stringify(machine.place('state/coming'))})
    fs.symlinkSync(${JSON.stringify(victim)}, ${JSON.stringify(machine.place('state', name))})
  return mkdir(path, options)
}
syncBuiltinESMExports()
`,
  )
  const env = { LIUCHIXIANG_CONFIG: machine.place('etc/box.json') }
  const args = ['--import', hook, bundle, 'restore', backup, '--key', join(safe, 'paper.txt')]
  return spawnSync(process.execPath, args, { env, encoding: 'utf8' })
}

needing(process.getuid?.() === 0, 'root').describe('a command that root has started', () => {
  beforeAll(async () => {
    chmodSync(folder, 0o755)
    mkdirSync(safe, { mode: 0o700 })
    bundle = resolve(await bundleBox(join(folder, 'program')))
    const machine = await newMachine([process.execPath, bundle])
    machine.firstRun()
    await machine.serve()
    const { trackingCode } = await fileOver(machine.base)
    await giveFile(machine.base, trackingCode)
    expect(machine.run('backup').status).toBe(0)
    machine.stop()
    cpSync(machine.place('state/backups'), safe, { recursive: true })
    cpSync(machine.place('etc/paper.txt'), join(safe, 'paper.txt'))
    backup = join(safe, readdirSync(safe).find((name) => name.endsWith('.backup')) ?? '')
    rmSync(machine.place(), { recursive: true })
  }, 120_000)
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('first-run reads the closed keys, and leaves everything in the state to its owner', async () => {
    const machine = await newMachine([process.execPath, bundle])
    chmodSync(machine.place(), 0o755)
    chownSync(machine.place('state'), nobody, nobody)
    const first = machine.firstRun()
    expect([first.status, first.stderr, first.stdout]).toEqual([
      0,
      '',
      expect.stringContaining('/desk/invite/'),
    ])
    const state = machine.place('state')
    const entries = readdirSync(state).filter((name) => statSync(join(state, name)).uid !== nobody)
    expect([readdirSync(state), entries]).toEqual([['app.db', 'lock'], []])
    rmSync(machine.place(), { recursive: true })
  })

  it('restore reads what only root reads, and leaves everything in the state to its owner', async () => {
    const machine = await otherMachine()
    const restored = machine.run('restore', backup, '--key', join(safe, 'paper.txt'))
    expect([restored.status, restored.stderr]).toEqual([0, ''])
    const state = machine.place('state')
    const entries = readdirSync(state, { recursive: true }).map(String)
    expect(entries).toEqual(expect.arrayContaining(['app.db', 'files', 'backups/files.sums']))
    expect(entries.filter((name) => statSync(join(state, name)).uid !== nobody)).toEqual([])
    expect(machine.run('verify')).toMatchObject({
      status: 0,
      stdout: expect.stringContaining('证据文件 1 个：缺 0 个，坏 0 个'),
    })
    rmSync(machine.place(), { recursive: true })
  })

  it('migrate reads the closed key, and leaves backup and database to the owner of the state', async () => {
    const machine = await otherMachine()
    machine.run('restore', backup, '--key', join(safe, 'paper.txt'))
    const newer = join(folder, 'newer')
    cpSync(join(folder, 'program'), newer, { recursive: true })
    writeFileSync(join(newer, 'migrations/0999_tried.sql'), 'CREATE TABLE tried (id text);\n')
    const env = { LIUCHIXIANG_CONFIG: machine.place('etc/box.json') }
    const args = [join(newer, programFile), 'migrate']
    const { stdout, stderr } = spawnSync(process.execPath, args, { env, encoding: 'utf8' })
    expect([stderr, stdout]).toEqual(['', expect.stringContaining('数据库已升级 1 步。')])
    const state = machine.place('state')
    const entries = readdirSync(state, { recursive: true }).map(String)
    expect(entries).toEqual(expect.arrayContaining([expect.stringMatching(/^backups\/\S+\.backup$/)]))
    expect(entries.filter((name) => statSync(join(state, name)).uid !== nobody)).toEqual([])
    rmSync(machine.place(), { recursive: true })
  })

  it('export and status leave nothing of root in the state, and the output to root alone', async () => {
    const machine = await otherMachine()
    machine.run('restore', backup, '--key', join(safe, 'paper.txt'))
    const out = machine.place('out')
    expect(machine.run('export', out)).toMatchObject({ status: 0, stderr: '' })
    expect(machine.run('status').stdout).toMatch(/好 {4}数据库：\d/)
    const ownersIn = (path: string) =>
      new Set(readdirSync(path, { recursive: true }).map((name) => statSync(join(path, String(name))).uid))
    expect([ownersIn(machine.place('state')), ownersIn(out)]).toEqual([new Set([nobody]), new Set([0])])
    expect([statSync(out).mode & 0o777, readdirSync(out).toSorted()]).toEqual([
      0o700,
      ['database.sql', 'files', 'put-files.sh'],
    ])
    expect(readdirSync(join(out, 'files'))).toHaveLength(1)
    rmSync(machine.place(), { recursive: true })
  })

  it.each([
    ['app.db', '注意  数据库：'],
    ['files', '好    数据库：'],
  ])(
    'export and status open nothing that is closed to the owner behind a link in the place of %s',
    async (name, says) => {
      const machine = await otherMachine()
      machine.run('restore', backup, '--key', join(safe, 'paper.txt'))
      // What another county of this machine keeps to itself.
      const foreign = machine.place('foreign')
      mkdirSync(foreign, { mode: 0o700 })
      const linked = machine.place('state', name)
      renameSync(linked, join(foreign, name))
      symlinkSync(join(foreign, name), linked)
      const out = machine.place('out')
      expect(machine.run('export', out).status).toBe(1)
      expect(machine.run('status').stdout).toContain(says)
      const written = readdirSync(out, { recursive: true }).map(String)
      expect(written.filter((one) => one === 'database.sql' || one.startsWith('files/'))).toEqual(
        name === 'app.db' ? [] : ['database.sql'],
      )
      expect(readdirSync(foreign)).toEqual([name])
      rmSync(machine.place(), { recursive: true })
    },
  )

  it.each(['coming', 'files'])(
    'restore writes nothing where a link leads that was put there as %s after the state was found empty',
    async (name) => {
      const machine = await otherMachine()
      const victim = join(folder, `victim-${name}`)
      mkdirSync(victim)
      const { status, stderr } = restoreDuring(machine, name, victim)
      expect([status, stderr]).toEqual([1, expect.stringContaining(machine.place('state', name))])
      expect(readdirSync(victim)).toEqual([])
      expect(readdirSync(machine.place('state')).filter((one) => one !== 'backups')).toEqual(
        [name, 'lock'].sort(),
      )
      rmSync(machine.place(), { recursive: true })
    },
  )

  it('whoever has no rights is told to use sudo, not that there is nothing', async () => {
    const machine = await newMachine([process.execPath, bundle])
    machine.firstRun()
    for (const place of [machine.place(), machine.place('etc')]) chmodSync(place, 0o755)
    chmodSync(folder, 0o755)
    for (const name of ['status', 'backup', 'verify']) {
      const { status, stderr } = spawnSync(process.execPath, [bundle, name], {
        ...{ uid: nobody, gid: nobody, encoding: 'utf8' },
        env: { LIUCHIXIANG_CONFIG: machine.place('etc/box.json') },
      })
      expect([status, stderr], name).toEqual([1, expect.stringContaining('请在前面加 sudo')])
    }
    machine.stop()
    rmSync(machine.place(), { recursive: true, force: true })
  })
})
