import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, expect } from 'vitest'
import { buildPackage, type Package } from '../../functions/box/packaging/build.ts'
import {
  fileOver,
  followOver,
  giveFile,
  newMachine,
  type Program,
  readFileOver,
} from '../support/box-machine.ts'
import { needing } from '../support/needing.ts'

/**
 * The drill of a county's own machine: install, first run, filing, backup, loss, restore, upgrade, going back. The package
 * is unpacked into an empty root; its scripts, its units and the proxies in front were tried on a booted Debian
 * (docs/how/package.md).
 */

const folder = mkdtempSync(join(tmpdir(), 'liuchixiang-drill-'))
const seconds = 1_800_000_000
const documents = 'usr/share/doc/liuchixiang'
const hasDpkg = spawnSync('dpkg-deb', ['--version']).status === 0
const packed = needing(hasDpkg, 'dpkg-deb')
let built: Package
const machines: Awaited<ReturnType<typeof newMachine>>[] = []

/** Unpacks a package into an empty root. */
const install = (file: string): Program => {
  const root = mkdtempSync(join(folder, 'root-'))
  expect(spawnSync('dpkg-deb', ['-x', file, root]).status).toBe(0)
  return [join(root, 'usr/lib/liuchixiang/node'), join(root, 'usr/lib/liuchixiang/liuchixiang.mjs')]
}
const machineWith = async (program: Program) => {
  const machine = await newMachine(program)
  machines.push(machine)
  return machine
}

beforeAll(async () => {
  if (hasDpkg) built = await buildPackage(folder, '0.1.0', seconds, 'fast')
})
afterAll(() => {
  for (const machine of machines) {
    machine.stop()
    rmSync(machine.place(), { recursive: true, force: true })
  }
  rmSync(folder, { recursive: true, force: true })
})

packed.it('the package says what it needs, and the same sources give the same bytes', async () => {
  const field = (name: string) =>
    spawnSync('dpkg-deb', ['-f', built.file, name], { encoding: 'utf8' }).stdout.trim()
  expect([field('Version'), field('Depends')]).toEqual(['0.1.0', 'libc6 (>= 2.28), libstdc++6 (>= 6)'])
  const listed = spawnSync('dpkg-deb', ['-c', built.file], { encoding: 'utf8' }).stdout
  for (const path of [
    'usr/bin/liuchixiang',
    'usr/lib/systemd/system/liuchixiang.service',
    'usr/lib/systemd/system/liuchixiang@.service',
    'usr/lib/systemd/system/liuchixiang-backup@.timer',
    `${documents}/README.md`,
    `${documents}/copyright`,
    `${documents}/examples/Caddyfile`,
  ])
    expect(listed).toContain(` ./${path}\n`)
  // Whoever built it, everything belongs to root, and nothing may be written by others.
  expect(
    listed.split('\n').filter((line) => line && !/^[-d]rw[-x]r-[-x]r-[-x] root\/root /.test(line)),
  ).toEqual([])
  // Only libraries that the package depends on.
  const [node = ''] = install(built.file)
  const libraries = spawnSync('ldd', [node], { encoding: 'utf8' }).stdout
  const others = libraries
    .split('\n')
    .map((line) => line.trim().split(/[ .]/)[0] ?? '')
    .filter(
      (name) => name && !/^(linux-vdso|\/lib64\/ld-linux|lib(dl|stdc\+\+|m|gcc_s|pthread|c))/.test(name),
    )
  expect(others).toEqual([])
  const again = mkdtempSync(join(folder, 'again-'))
  expect((await buildPackage(again, '0.1.0', seconds, 'fast')).sha256).toBe(built.sha256)
})

packed.it('a case survives the loss of the machine', async () => {
  const times: [string, number][] = []
  const timed = async <T>(what: string, work: () => T | Promise<T>): Promise<T> => {
    const begun = performance.now()
    const done = await work()
    times.push([what, Math.round(performance.now() - begun)])
    return done
  }
  const program = await timed('install (unpack)', () => install(built.file))
  const machine = await machineWith(program)
  const first = await timed('first run', () => machine.firstRun())
  expect([first.status, first.stdout]).toEqual([0, expect.stringMatching(/\/desk\/invite\/[0-9a-f]{48}\n/)])
  const server = await timed('start', machine.serve)
  const filed = await timed('file a case', () => fileOver(machine.base))
  const { id } = await giveFile(machine.base, filed.trackingCode)
  const bytes = await readFileOver(machine.base, filed.trackingCode, id)
  expect(bytes.length).toBeGreaterThan(100_000)
  const backup = await timed('backup', () => machine.run('backup'))
  expect([backup.status, backup.stderr]).toEqual([0, ''])

  // Lost: what remains is the folder of the backups on another disk, and the sheet in the safe.
  server.kill('SIGKILL')
  await once(server, 'exit')
  const safe = mkdtempSync(join(folder, 'safe-'))
  cpSync(machine.place('state/backups'), join(safe, 'backups'), { recursive: true })
  cpSync(machine.place('etc/paper.txt'), join(safe, 'paper.txt'))
  const sheet = join(safe, 'paper.txt')
  const [copy = ''] = readdirSync(join(safe, 'backups')).filter((name) => name.endsWith('.backup'))

  const other = await machineWith(install(built.file))
  const prepared = await timed('first run with the sheet', () => other.firstRun('--keys', sheet))
  expect([prepared.status, existsSync(other.place('etc/paper.txt'))]).toEqual([0, false])
  const restored = await timed('restore', () =>
    other.run('restore', join(safe, 'backups', copy), '--key', sheet),
  )
  expect([restored.status, restored.stderr]).toEqual([0, ''])
  await timed('start again', other.serve)
  expect(await timed('follow the case', () => followOver(other.base, filed.trackingCode))).toBe(
    filed.caseNumber,
  )
  expect((await readFileOver(other.base, filed.trackingCode, id)).equals(bytes)).toBe(true)
  expect(other.run('verify')).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/^核对了 1 件案件，没有对不上的。\n证据文件 1 个：缺 0 个，坏 0 个/),
  })
  // The restored machine makes backups that the same sheet opens.
  expect(other.run('backup').status).toBe(0)
  console.warn(`drill: ${times.map(([what, time]) => `${what} ${time} ms`).join(', ')}`)
})

packed.it('an upgrade migrates, and the old program runs on what the new one has left', async () => {
  const old = install(built.file)
  const machine = await machineWith(old)
  machine.firstRun()
  const server = await machine.serve()
  const before = await fileOver(machine.base)
  server.kill('SIGTERM')
  await once(server, 'exit')

  const newer = install(built.file)
  const migrations = join(newer[1], '../migrations')
  writeFileSync(
    join(migrations, '0999_tried.sql'),
    'ALTER TABLE cases ADD COLUMN tried text;\n--> statement-breakpoint\nCREATE TABLE tried (id text PRIMARY KEY NOT NULL);\n',
  )
  /** Puts another program in the place of the one that the machine runs. */
  const replaceWith = ([, bundle]: Program) => {
    const [from, to] = [join(bundle, '..'), join(old[1], '..')]
    rmSync(to, { recursive: true })
    cpSync(from, to, { recursive: true })
  }
  replaceWith(newer)
  const upgraded = await machine.serve()
  const database = new DatabaseSync(machine.place('state/app.db'), { readOnly: true })
  expect(database.prepare("SELECT count(*) AS n FROM sqlite_master WHERE name = 'tried'").get()).toEqual({
    n: 1,
  })
  database.close()
  expect(await followOver(machine.base, before.trackingCode)).toBe(before.caseNumber)
  const meanwhile = await fileOver(machine.base)
  upgraded.kill('SIGTERM')
  await once(upgraded, 'exit')

  replaceWith(install(built.file))
  await machine.serve()
  expect(await followOver(machine.base, meanwhile.trackingCode)).toBe(meanwhile.caseNumber)
  const after = await fileOver(machine.base)
  expect(await followOver(machine.base, after.trackingCode)).toBe(after.caseNumber)
  expect(machine.run('verify')).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/^核对了 3 件案件，没有对不上的。\n/),
  })
  expect(machine.run('status').stdout).toMatch(/程序：版本 0\.1\.0\n[\s\S]*，结构 0999，比程序新/)
})
