import { once } from 'node:events'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { migrationsIn } from '#store/sqlite/migrate.ts'
import { bundleBox } from '../../functions/box/bundle.ts'
import { readPaper } from '../../functions/box/paper.ts'
import { lockState } from '../../functions/box/state-lock.ts'
import { fileOver, followOver, giveFile, newMachine } from '../support/box-machine.ts'
import { hasTerminal, keys } from '../support/terminal.ts'

/** Commands of the program on a machine: what they refuse, what they never change, what they say. */

const folder = mkdtempSync(join(tmpdir(), 'liuchixiang-commands-'))
let bundle = ''
let machine: Awaited<ReturnType<typeof newMachine>>

beforeAll(async () => {
  bundle = resolve(await bundleBox(folder, '7.8.9'))
})
beforeEach(async () => {
  machine = await newMachine([process.execPath, bundle])
  return () => {
    machine.stop()
    rmSync(machine.place(), { recursive: true, force: true })
  }
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const keysOf = () =>
  ['master-key', 'code-pepper', 'backup-public'].map((name) =>
    readFileSync(machine.place('etc/keys', name), 'utf8'),
  )

it('first-run asks for what is missing, and writes nothing before it knows everything', () => {
  const without = machine.run('first-run')
  expect(without).toMatchObject({ status: 1, stderr: '缺少：--origin --name --username --unit\n' })
  for (const [option, value] of [
    ['--unit', 'no-such-unit'],
    ['--username', 'Not A Name'],
  ] as const)
    expect(
      machine.firstRun('--name', '张三', '--username', 'zhang.san', '--unit', 'shili-centre', option, value),
    ).toMatchObject({ status: 1 })
  expect(existsSync(machine.place('etc'))).toBe(false)
})

it('first-run says what is missing before the county goes public, by the rules of county:check', () => {
  const { stdout } = machine.firstRun()
  // The program of this repository is that of the sample county, served under another address than its own.
  expect(stdout).toMatch(
    /必须改 {2}content\/site\.yaml: url：内容里写的网址是 \S+，这台机器是 http:\/\/127\.0\.0\.1:/,
  )
  expect(stdout).toMatch(/必须改 {2}\S.*：还是示例县的\n/)
  expect(stdout).toMatch(/必须改的还有 \d+ 处。\n建议 {2}\S+etc\/keys\/notices：没有：不发短信/)
  expect(stdout).toMatch(/公开以前必须改 \d+ 处，另有建议 \d+ 处：.*county:check/)
})

it.each([
  [['--unit', 'no-such-unit'], '没有这个单位编号：no-such-unit。全县的单位有：\n  shili-'],
  [['--username', '张三'], '--username：登录名只用小写字母'],
  [['--origin', 'tiaojie.example'], '--origin：网站地址应当是 https:// 加域名'],
  [['--help'], '没有 --help 这个选项'],
])('first-run says in Chinese what is wrong with %j, and writes nothing', (options, says) => {
  const admin = ['--name', '张三', '--username', 'zhang.san', '--unit', 'shili-centre']
  expect(machine.firstRun(...admin, ...options)).toMatchObject({
    status: 1,
    stderr: expect.stringContaining(says),
  })
  expect(existsSync(machine.place('etc'))).toBe(false)
})

it('first-run leaves no settings behind that the server would refuse', () => {
  const admin = ['--name', '张三', '--username', 'zhang.san', '--unit', 'shili-centre']
  const plain = machine.run('first-run', '--origin', 'http://tiaojie.example', ...admin)
  expect([plain.status, plain.stderr]).toEqual([1, expect.stringContaining('origin')])
  expect(existsSync(machine.place('etc/box.json'))).toBe(false)
  expect(existsSync(machine.place('etc/keys'))).toBe(false)
})

it('first-run makes keys for root alone, with a sheet that has all three, and never changes them', () => {
  expect(machine.firstRun().status).toBe(0)
  const keys = keysOf()
  const modes = [
    'keys',
    'keys/master-key',
    'keys/backup-public',
    'paper.txt',
    '../state/app.db',
    'box.json',
  ].map((name) => (statSync(machine.place('etc', name)).mode & 0o777).toString(8))
  expect(modes).toEqual(['700', '600', '600', '600', '600', '644'])
  const sheet = readPaper(readFileSync(machine.place('etc/paper.txt'), 'utf8'))
  expect(sheet.ok && [`${sheet.value['master-key']}\n`, `${sheet.value['code-pepper']}\n`]).toEqual(
    keys.slice(0, 2),
  )
  // The private key of backups is on the sheet, and nowhere else on the machine.
  expect(keys[2]).not.toContain(sheet.ok && sheet.value['backup-key'])
  const again = machine.firstRun('--name', '李四', '--username', 'li.si', '--unit', 'shili-centre')
  expect([again.status, keysOf()]).toEqual([0, keys])
})

it('first-run makes no new key for backups of a sheet that is still there, whose key somebody has', () => {
  machine.firstRun()
  const sheet = readFileSync(machine.place('etc/paper.txt'), 'utf8')
  rmSync(machine.place('etc/keys/backup-public'))
  expect(machine.firstRun('--secrets', machine.place('etc/keys'))).toMatchObject({
    status: 1,
    stdout: expect.not.stringContaining('已做好'),
    stderr: expect.stringMatching(/paper\.txt 还在，上面是旧的 backup-key，没有做新的。.*shred -u/),
  })
  expect(existsSync(machine.place('etc/keys/backup-public'))).toBe(false)
  rmSync(machine.place('etc/paper.txt'))
  expect(machine.firstRun('--secrets', machine.place('etc/keys')).status).toBe(0)
  const keyOf = (text: string) => /backup-key\s+(\S+)/.exec(text)?.[1]
  expect(keyOf(readFileSync(machine.place('etc/paper.txt'), 'utf8'))).not.toBe(keyOf(sheet))
})

it('a public key that no secret can be shared with is none', () => {
  machine.firstRun()
  writeFileSync(machine.place('etc/keys/backup-public'), `${Buffer.alloc(32).toString('base64')}\n`)
  expect(machine.run('backup')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('backup-public：没有备份用的公钥'),
  })
})

it('a folder in the place of a key is named', () => {
  machine.firstRun()
  const [, path = ''] = /：(\/.*\.backup)\n/.exec(machine.run('backup').stdout) ?? []
  expect(machine.run('restore', path, '--key', machine.place('etc'))).toMatchObject({
    status: 1,
    stderr: `${machine.place('etc')}：这是文件夹，应当是钥匙纸或私钥文件。\n`,
  })
})

it('a terminal that is closed ends the server as systemd does', async () => {
  machine.firstRun()
  const server = await machine.serve()
  server.kill('SIGHUP')
  expect(await once(server, 'exit')).toEqual([0, null])
  expect(existsSync(machine.place('state/app.db-wal'))).toBe(false)
})

it('first-run stops where some of the keys are missing, and makes a new key for backups if told to', () => {
  machine.firstRun()
  const keys = keysOf()
  rmSync(machine.place('etc/keys/backup-public'))
  rmSync(machine.place('etc/paper.txt'))
  expect(machine.firstRun()).toMatchObject({ status: 1, stderr: expect.stringContaining('钥匙从不覆盖') })
  expect(machine.firstRun('--secrets', machine.place('etc/keys')).status).toBe(0)
  expect(keysOf().slice(0, 2)).toEqual(keys.slice(0, 2))
  expect(keysOf()[2]).not.toBe(keys[2])
  rmSync(machine.place('etc/keys/master-key'))
  expect(machine.firstRun('--secrets', machine.place('etc/keys')).status).toBe(1)
})

it('a second server with other keys is told that they do not fit the restored database', async () => {
  machine.firstRun()
  await machine.serve()
  await fileOver(machine.base)
  expect(machine.run('backup').status).toBe(0)
  const [, path = ''] = /：(\/.*\.backup)\n/.exec(machine.run('backup').stdout) ?? []
  const other = await newMachine([process.execPath, bundle])
  other.firstRun()
  rmSync(other.place('state'), { recursive: true })
  const restored = other.run('restore', path, '--key', machine.place('etc/paper.txt'))
  expect([restored.status, restored.stderr]).toEqual([1, expect.stringContaining('对不上')])
  rmSync(other.place(), { recursive: true, force: true })
})

it('restore and import do nothing while the server runs, which would go on with the database that was moved away', async () => {
  machine.firstRun()
  const server = await machine.serve()
  const [, path = ''] = /：(\/.*\.backup)\n/.exec(machine.run('backup').stdout) ?? []
  renameSync(machine.place('state'), machine.place('moved'))
  const moved = path.replace(machine.place('state'), machine.place('moved'))
  const restored = machine.run('restore', moved, '--key', machine.place('etc/paper.txt'))
  const imported = machine.run('import', moved, '--files', machine.place('etc'))
  for (const { status, stderr } of [restored, imported])
    expect([status, stderr]).toEqual([1, expect.stringContaining('还在运行，什么都没有做')])
  expect(existsSync(machine.place('state'))).toBe(false)
  // Stopped by a signal it takes connections and answers nothing.
  server.kill('SIGSTOP')
  const beside = machine.run('restore', moved, '--key', machine.place('etc/paper.txt'))
  server.kill('SIGCONT')
  expect([beside.status, beside.stderr]).toEqual([1, expect.stringContaining('还在运行，什么都没有做')])
})

it('the server and a command that fills its state exclude each other, whatever the address', async () => {
  machine.firstRun()
  const [, path = ''] = /：(\/.*\.backup)\n/.exec(machine.run('backup').stdout) ?? []
  await machine.serve()
  const settings = readFileSync(machine.place('etc/box.json'), 'utf8')
  writeFileSync(
    machine.place('etc/box.json'),
    settings.replace(/127\.0\.0\.1:\d+",\s+"state/, '127.0.0.1:9","state'),
  )
  const restored = machine.run('restore', path, '--key', machine.place('etc/paper.txt'))
  expect([restored.status, restored.stderr]).toEqual([
    1,
    expect.stringContaining('正在用数据文件夹，什么都没有做'),
  ])
  machine.stop()
  writeFileSync(machine.place('etc/box.json'), settings)
  await vi.waitUntil(() => {
    const release = lockState(machine.place('state'), 'alone')
    release?.()
    return release
  })
  const release = lockState(machine.place('state'), 'alone')
  await machine.serve()
  expect((await fetch(`${machine.base}/healthz`)).status).toBe(503)
  expect(machine.log()).toContain('"event":"alarm","kind":"state-locked"')
  expect(machine.firstRun()).toMatchObject({ status: 1, stderr: expect.stringContaining('正在用数据文件夹') })
  release?.()
})

it('import leaves out evidence whose bytes were changed or that is longer, and names it', async () => {
  machine.firstRun()
  const server = await machine.serve()
  const ids: string[] = []
  // One file a case: the same file is taken once.
  for (const _ of [1, 2, 3]) {
    const { trackingCode } = await fileOver(machine.base)
    ids.push((await giveFile(machine.base, trackingCode)).id)
  }
  server.kill('SIGTERM')
  await once(server, 'exit')
  const out = machine.place('out')
  expect(machine.run('export', out).status).toBe(0)
  const [whole = '', changed = '', longer = ''] = ids
  const bytes = readFileSync(join(out, 'files', changed))
  bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1
  writeFileSync(join(out, 'files', changed), bytes)
  writeFileSync(join(out, 'files', longer), Buffer.concat([readFileSync(join(out, 'files', longer)), bytes]))
  const other = await newMachine([process.execPath, bundle])
  expect(other.firstRun('--secrets', machine.place('etc/keys')).status).toBe(0)
  const imported = other.run('import', join(out, 'database.sql'), '--files', join(out, 'files'))
  expect([imported.status, imported.stderr]).toEqual([1, ''])
  expect(imported.stdout).toMatch(/^已导入案件 3 件，证据文件 1 个。\n坏了 2 个证据文件/)
  for (const id of [changed, longer]) expect(imported.stdout).toContain(id)
  expect(readdirSync(other.place('state/files'))).toEqual([whole])
  rmSync(other.place(), { recursive: true, force: true })
})

it('restore says what is wrong with the list of erasures, and goes on without it only when told so', () => {
  machine.firstRun()
  const [, path = ''] = /：(\/.*\.backup)\n/.exec(machine.run('backup').stdout) ?? []
  const moved = path.replace(machine.place('state'), machine.place('moved'))
  renameSync(machine.place('state'), machine.place('moved'))
  rmSync(machine.place('moved/backups/erasures.jsonl'))
  const restore = (...more: string[]) =>
    machine.run('restore', moved, '--key', machine.place('etc/paper.txt'), ...more)
  const refused = restore()
  expect([refused.status, refused.stderr]).toEqual([
    1,
    expect.stringMatching(
      /moved\/backups\/erasures\.jsonl：没有抹除名单。.*什么都没有恢复。\n.*\n.*--no-erasures/,
    ),
  ])
  expect(existsSync(machine.place('state/app.db'))).toBe(false)
  expect(restore('--no-erasures')).toMatchObject({ status: 0, stderr: '' })
})

it.each([
  ['restore', [], '备份文件'],
  ['restore', ['nothing.backup', '--key', 'nothing'], '没有这个文件'],
  ['import', ['nothing.sql'], 'import'],
  ['export', [], '空文件夹'],
  ['staff', ['create', '--username', 'x'], 'staff create'],
  [
    'staff',
    ['create', '--username', 'x', '--name', '张三', '--unit', 'none', '--role', 'admin'],
    '没有这个单位编号',
  ],
  ['staff', ['reset', '--username', 'nobody'], '没有 nobody 这个登录名'],
  ['erase', ['2026-123456'], 'erase'],
  ['erase', ['2026-123456', '1', '--yes'], '没有这个编号的案件'],
  ['erase', ['2026-123456', '1'], '没有这个编号的案件'],
  ['merge-area', ['qingshi'], '--reason'],
  ['merge-area', ['nowhere', '--reason', '合并'], '没有这个地方编号：nowhere'],
  ['merge-area', ['qingshi', '--reason', '合并'], '还没有并入别处：先在 地方.csv'],
])('%s %j is refused with what is wrong', (name, args, says) => {
  machine.firstRun()
  expect(machine.run(name, ...args)).toMatchObject({ status: 1, stderr: expect.stringContaining(says) })
})

it.each([
  [['stauts'], /^没有“stauts”这个命令。\n用法：liuchixiang <命令>/],
  [[], /^用法：liuchixiang <命令>/],
  [['--help'], /^用法：liuchixiang <命令>/],
])('%j is answered with the commands there are', (words, says) => {
  expect(machine.run(...words)).toMatchObject({ status: 2, stdout: '', stderr: expect.stringMatching(says) })
})

it('every command refuses a word, an option and a value too many, and does nothing', () => {
  machine.firstRun()
  // Those that this program has, not those that somebody thought of here.
  const names = [...machine.run().stderr.matchAll(/^ {2}(\S+)/gm)].map(([, name = '']) => name)
  expect(names).toEqual(expect.arrayContaining(['serve', 'status', 'backup', 'erase', 'export']))
  const written = () => readdirSync(machine.place(), { recursive: true }).toSorted()
  const before = written()
  for (const name of names) {
    const more = machine.run(name, 'one', 'two', 'three')
    expect([more.status, more.stdout, more.stderr], name).toEqual([
      ...[1, ''],
      expect.stringMatching(
        new RegExp(`^写得不对，什么都没有做：.*多了“three”。\n用法：liuchixiang ${name}`),
      ),
    ])
    const unknown = machine.run(name, '--no-such')
    expect([unknown.status, unknown.stderr], name).toEqual([
      1,
      expect.stringContaining('没有 --no-such 这个选项'),
    ])
  }
  expect(written()).toEqual(before)
})

it.each([
  ['erase', ['2026-123456', '1', '--yes=no'], '--yes 后面不写别的'],
  ['restore', ['x.backup', '--key'], '--key 后面没有写内容'],
  ['restore', ['x.backup', '--key', '--erasures'], '--key 后面没有写内容'],
  ['backup', ['-x'], '没有 -x 这个选项'],
])('%s %j is refused in Chinese alone', (name, args, says) => {
  const { status, stderr } = machine.run(name, ...args)
  const [fault] = stderr.split('\n')
  expect([status, fault]).toEqual([1, `写得不对，什么都没有做：${says}。`])
})

describe('erase', () => {
  const filed = async () => {
    machine.firstRun()
    await machine.serve()
    return fileOver(machine.base)
  }

  it('asks nothing about a person who is not in the case, and needs --yes where nobody can be asked', async () => {
    const { caseNumber, trackingCode } = await filed()
    for (const [person, says] of [
      ['7', '没有第这么多个人'],
      ['1', '不能恢复，所以要有人确认'],
    ] as const)
      expect(machine.run('erase', caseNumber, person)).toMatchObject({
        ...{ status: 1, stdout: '', stderr: expect.stringContaining(says) },
      })
    expect(await followOver(machine.base, trackingCode)).toBe(caseNumber)
    expect(machine.run('erase', caseNumber, '1', '--yes')).toMatchObject({ status: 0, stderr: '' })
    expect(await followOver(machine.base, trackingCode)).toBe(404)
  })

  it.skipIf(!hasTerminal)('at a terminal erases for the number of the case alone', async () => {
    const { caseNumber, trackingCode } = await filed()
    const prompt = '再写一遍案件编号：'
    const erase = (number: string, typed: [string, string][]) =>
      machine.runAtTerminal(['erase', number, '1'], typed)
    const other = await erase('2026-123456', [])
    expect([other.status, other.shown]).toEqual([1, expect.not.stringContaining(prompt)])
    for (const [answer, says] of [
      [`2026-123456${keys.enter}`, '编号不一样，什么都没有做。'],
      [keys.enter, '编号不一样，什么都没有做。'],
      [keys.ctrlC, '没有回答，什么都没有做。'],
      [keys.ctrlD, '没有回答，什么都没有做。'],
    ] as const) {
      const { status, shown } = await erase(caseNumber, [[prompt, answer]])
      expect([status, shown]).toEqual([1, expect.stringContaining(says)])
      expect(shown).toContain(`要抹除 ${caseNumber} 的第 1 个人`)
    }
    expect(await followOver(machine.base, trackingCode)).toBe(caseNumber)
    const meant = await erase(caseNumber, [[prompt, `${caseNumber}${keys.enter}`]])
    expect([meant.status, meant.shown]).toEqual([0, expect.stringContaining('第 1 个人已经抹除')])
    expect(await followOver(machine.base, trackingCode)).toBe(404)
  })
})

it('verify says in Chinese which step was touched first, what differs, and what to do', async () => {
  machine.firstRun()
  await machine.serve()
  const [one, two] = [await fileOver(machine.base), await fileOver(machine.base)]
  expect(machine.run('verify')).toMatchObject({
    ...{ status: 0, stdout: expect.stringMatching(/^核对了 2 件案件，没有对不上的。\n/) },
  })
  const database = new DatabaseSync(machine.place('state/app.db'))
  const triggers = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").all()
  for (const { name } of triggers) database.exec(`DROP TRIGGER "${name}"`)
  database.prepare("UPDATE cases SET level = 'town' WHERE number = ?").run(one.caseNumber)
  database
    .prepare(
      'UPDATE case_event SET at = at - 1 WHERE seq = 1 AND case_id = (SELECT id FROM cases WHERE number = ?)',
    )
    .run(two.caseNumber)
  database.exec('UPDATE case_year SET filed = 9')
  database.close()
  const { status, stdout } = machine.run('verify')
  expect(status).toBe(1)
  expect(stdout).toMatch(/^最早的一处：\d{4}-\d{6}，第 \d+ 步，\d{4}-\d\d-\d\d：/)
  expect(stdout).toContain(`对不上  ${one.caseNumber}：案件的一栏对不上（cases.level）\n`)
  expect(stdout).toContain(`对不上  ${two.caseNumber}：第 1 步被改过（hash 1）\n`)
  expect(stdout).toMatch(/对不上 {2}不属于哪一件案件：一年的件数对不上（case_year \d{4}）\n/)
  expect(stdout).toMatch(
    /核对了 2 件案件，对不上的有 \d+ 处。请不要自己改数据库：先 sudo liuchixiang backup，/,
  )
})

it('backup says what is missing, and with --if-any does nothing where nothing was set up', () => {
  expect(machine.run('backup').status).toBe(1)
  expect(machine.run('backup', '--if-any')).toMatchObject({ status: 0, stdout: '', stderr: '' })
  machine.firstRun()
  writeFileSync(machine.place('etc/keys/backup-public'), 'no key\n')
  expect(machine.run('backup')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('没有备份用的公钥'),
  })
})

it('status ends with 1 and names what is not as it should be', async () => {
  machine.firstRun()
  const before = machine.run('status')
  expect([before.status, before.stdout]).toEqual([1, expect.stringContaining('注意  备份：一份也没有')])
  await machine.serve()
  machine.run('backup')
  rmSync(machine.place('etc/paper.txt'))
  expect(machine.run('status')).toMatchObject({ status: 0, stdout: expect.not.stringContaining('注意') })
})

it('status names the version of the program, and the last migration of the database', () => {
  machine.firstRun()
  const [last = ''] = migrationsIn('migrations').slice(-1)
  const { stdout } = machine.run('status')
  expect(stdout).toMatch(/^好 {4}程序：版本 7\.8\.9\n/)
  expect(stdout).toMatch(new RegExp(`^好 {4}数据库：\\S+ MB，结构 ${last.slice(0, 4)}$`, 'm'))
})

it.each([
  ['enabled', 'enabled', '好    机器重启以后：网站程序和每小时的备份自己启动'],
  [
    'enabled',
    'disabled',
    '注意  机器重启以后不会自己启动：liuchixiang-backup.timer；运行 sudo systemctl enable --now liuchixiang-backup.timer',
  ],
])('status says what starts with the machine: %s, %s', async (server, timer, says) => {
  const systemctl = join(folder, 'systemctl')
  const answers = `case "$2" in *backup*) echo ${timer};; *) echo ${server};; esac`
  writeFileSync(systemctl, `#!/bin/sh\n${answers}\n`, { mode: 0o755 })
  const known = await newMachine([process.execPath, bundle], { PATH: `${folder}:${process.env['PATH']}` })
  known.firstRun()
  const { stdout } = known.run('status')
  rmSync(systemctl)
  rmSync(known.place(), { recursive: true, force: true })
  expect(stdout).toContain(`${says}\n`)
})

it('before first-run, commands say to run it', () => {
  for (const name of ['status', 'backup', 'verify'])
    expect(machine.run(name)).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('先运行 sudo liuchixiang first-run'),
    })
})

it('where the database is lost, status says so, a backup fails, and first-run makes no empty one', () => {
  machine.firstRun()
  expect(machine.run('backup').status).toBe(0)
  rmSync(machine.place('state/app.db'))
  expect(machine.run('status').stdout).toContain('注意  数据库：不见了')
  expect(machine.run('backup')).toMatchObject({ status: 1, stdout: '' })
  expect(machine.firstRun()).toMatchObject({ status: 1, stderr: expect.stringContaining('不见了') })
  expect(existsSync(machine.place('state/app.db'))).toBe(false)
})

it('where the database is damaged, status says so, with everything else', () => {
  machine.firstRun()
  writeFileSync(machine.place('state/app.db'), 'garbage '.repeat(1_000))
  const { status, stdout, stderr } = machine.run('status')
  expect([status, stderr]).toEqual([1, ''])
  expect(stdout).toContain(
    '注意  数据库：打不开（SQLITE_NOTADB），请恢复最近的备份（sudo liuchixiang restore …）\n',
  )
  expect(stdout).toContain('磁盘还剩')
})

it('a backup from the future is a fault in status and of each backup, but not before an upgrade', () => {
  machine.firstRun()
  machine.run('backup')
  writeFileSync(machine.place('state/backups/20991231T000000Z.backup'), '')
  expect(machine.run('status').stdout).toContain('注意  备份：有 1 份的日期在将来')
  expect(machine.run('backup')).toMatchObject({
    status: 1,
    stdout: expect.stringContaining('已备份并核对'),
    stderr: expect.stringContaining('有 1 份备份的日期在将来'),
  })
  expect(machine.run('backup', '--if-any').status).toBe(0)
  expect(existsSync(machine.place('state/backups/20991231T000000Z.backup'))).toBe(true)
})

it('a fault that no command foresees is said in Chinese, with its own words in brackets', async () => {
  machine.firstRun()
  await machine.serve()
  const { caseNumber } = await fileOver(machine.base)
  // A folder in the place of the list of erasures.
  mkdirSync(machine.place('state/erasures.jsonl'))
  expect(machine.run('erase', caseNumber, '1', '--yes')).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(
      /^没有做成：\S+\/state\/erasures\.jsonl：这是文件夹，应当是文件（EISDIR）。\n$/,
    ),
  })
})

it('a torn last line of the list of erasures is an alarm with its name, and the backup is made', () => {
  machine.firstRun()
  writeFileSync(machine.place('state/erasures.jsonl'), '{"caseId":"c1')
  expect(machine.run('backup')).toMatchObject({
    status: 0,
    stderr: expect.stringMatching(
      /^(<1>)?{"event":"alarm","kind":"erasures-torn","file":"[^"]*erasures.jsonl","says":"抹除名单的最后一行没有写完[^"]*"}\n$/,
    ),
  })
})
