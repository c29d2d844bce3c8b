import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { api } from '#domain/routes/site.ts'
import { migrate, migrationsIn } from '#store/sqlite/migrate.ts'
import { openDatabase } from '#store/sqlite/open.ts'
import { makeBackupKeys } from '../../functions/box/backup/keys.ts'
import { programFile } from '../../functions/box/bundle.ts'
import { publicKeyFile } from '../../functions/box/key-files.ts'
import { fileAt, fileUntil, followAt } from '../support/box/filing.ts'
import { ballastOf, canMount, diskOf, onSmallDisk } from '../support/box/small-disk.ts'
import { fileForm, large } from '../support/evidence.ts'
import { visit } from '../support/http.ts'
import { needing } from '../support/needing.ts'
import { boxFolder, startBox } from '../support/serve-box.ts'
import { answering } from '../support/server.ts'

/** A disk that is full: nothing is torn, somebody is called, and everything goes on once there is room. */

let box: Awaited<ReturnType<typeof boxFolder>>
let running: ReturnType<typeof startBox> | undefined
beforeEach(async () => {
  box = await boxFolder()
  mkdirSync(diskOf(box.state))
  const settings = JSON.parse(readFileSync(box.config, 'utf8')) as Record<string, unknown>
  writeFileSync(box.config, JSON.stringify({ ...settings, state: diskOf(box.state) }))
})
afterEach(() => {
  running?.child.kill('SIGKILL')
  running = undefined
  rmSync(box.state, { recursive: true, force: true })
})

const wait = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds))
const quoted = (command: string[]): string => command.map((one) => `'${one}'`).join(' ')
/** Starts the server on a small disk, of which the ballast leaves some room. */
const serve = async (size: string, ballast: string) => {
  const started = startBox(box.config, [], { JOURNAL_STREAM: '8:1' }, (node, args) => {
    const command = `head -c ${ballast} /dev/zero > '${ballastOf(box.state)}' && exec ${quoted([node, ...args])}`
    return ['unshare', onSmallDisk(box.state, size, command)]
  })
  running = started
  await answering(box.base, 'the box')
  /** Paths of the disk as the process sees them. */
  const seen = (path: string) => join(`/proc/${started.child.pid}/root`, path)
  return { log: started.log, seen }
}
const alarms = (log: string): string[] => log.match(/^<1>{"event":"alarm".*$/gm) ?? []

needing(canMount, 'unshare and a user who may mount').describe('a full disk', () => {
  it('is answered with 503 and an alarm, pages are served, and nothing is torn', async () => {
    const { log, seen } = await serve('5m', '1M')
    const untilFull = async () => {
      while (alarms(log()).length === 0) await wait(50)
      await wait(300)
    }
    const { codes, statuses } = await fileUntil(box.base, 8, untilFull())
    expect(codes.length).toBeGreaterThan(10)
    expect(new Set(statuses)).toEqual(new Set([503]))
    expect(alarms(log())).toEqual([expect.stringContaining('"kind":"storage","code":"SQLITE_FULL')])
    expect((await visit(box.base).get('/lessons/')).status).toBe(200)
    // With room again, everything is as it was.
    rmSync(seen(ballastOf(box.state)))
    for (const code of codes) expect((await followAt(box.base, code)).status).toBe(200)
    expect('code' in (await fileAt(box.base))).toBe(true)
  })

  it('refuses a file of evidence with 503 and an alarm, keeps nothing of it, and takes it once there is room', async () => {
    const { log, seen } = await serve('12m', '1K')
    const filed = await fileAt(box.base)
    const code = 'code' in filed ? filed.code : ''
    const give = async () => {
      const form = fileForm({ trackingCode: code }, large(3_000_000))
      const answer = await fetch(`${box.base}${api.files}`, { method: 'POST', ...form })
      await answer.body?.cancel()
      return answer.status
    }
    const filesOf = async () =>
      ((await (await followAt(box.base, code)).json()) as { files: unknown[] }).files.length
    const kept = () =>
      readdirSync(seen(join(diskOf(box.state), 'files')), { recursive: true, withFileTypes: true }).filter(
        (entry) => entry.isFile(),
      )
    // Half of the file and its rows fit.
    const ballast = seen(ballastOf(box.state))
    spawnSync('sh', ['-c', `cat /dev/zero > '${ballast}'`])
    truncateSync(ballast, statSync(ballast).size - 1_500_000)
    expect(await give()).toBe(503)
    expect([await filesOf(), kept()]).toEqual([0, []])
    expect(alarms(log())).toEqual([expect.stringMatching(/"kind":"storage","code":"(ENOSPC|SQLITE_FULL)/)])
    rmSync(ballast)
    expect(await give()).toBe(201)
    expect([await filesOf(), kept().length]).toEqual([1, 1])
  })

  it('stops a migration for which there is no room for a backup, and serves pages meanwhile', async () => {
    writeFileSync(join(box.state, 'keys', publicKeyFile), makeBackupKeys().publicText)
    rmSync(box.database)
    const older = openDatabase(box.database)
    migrate(older, 'migrations', migrationsIn('migrations').slice(0, -1))
    older.close()
    const size = statSync(box.database).size
    const { log, seen } = await serve(`${3 * size}`, `${Math.round(1.5 * size)}`)
    expect((await visit(box.base).get('/lessons/')).status).toBe(200)
    expect((await visit(box.base).get('/healthz')).status).toBe(503)
    expect(log()).toMatch(/^数据库没有升级，数据没有动过：.*\n没有备份：磁盘满了。/m)
    expect(alarms(log())).toEqual([expect.stringContaining('"kind":"backup-before-migration"')])
    const left = readdirSync(seen(diskOf(box.state)), { recursive: true }).map(String)
    expect(left.filter((name) => /snapshot|\.part|\.backup$/.test(name))).toEqual([])
  })

  it.each([
    ['is full already', 0],
    ['has room for the copy of the database alone', 1.5],
  ])('that %s fails a backup, and leaves the older ones and nothing half', (_, room) => {
    writeFileSync(join(box.state, 'keys', publicKeyFile), makeBackupKeys().publicText)
    const size = statSync(box.database).size
    const [ballast, folder] = [ballastOf(box.state), join(diskOf(box.state), 'backups')]
    const backup = quoted([process.execPath, resolve('tests/.output/box', programFile), 'backup'])
    const look = `ls '${diskOf(box.state)}' '${folder}'; cat '${folder}'/*.backup | sha256sum`
    const script = [
      ...[`${backup}; echo "ended $?"; ${look}; echo ----`],
      ...[
        `cat /dev/zero > '${ballast}' 2> /dev/null; truncate -s -${Math.ceil(room * size)} '${ballast}'; sleep 1`,
      ],
      ...[`${backup}; echo "ended $?"; ${look}; echo ----`],
      ...[`rm '${ballast}'; sleep 1; ${backup}; echo "ended $?"; ${look}`],
    ].join('\n')
    const { stdout, stderr } = spawnSync(
      'unshare',
      onSmallDisk(box.state, `${9 * size}`, `true\n${script}`),
      {
        encoding: 'utf8',
        env: { ...process.env, LIUCHIXIANG_CONFIG: box.config },
      },
    )
    const [first = '', failed = '', last = ''] = stdout.split('----')
    const names = (part: string) => part.match(/^[\dTZ]+\.backup$/gm) ?? []
    const sums = (part: string) => part.match(/^[0-9a-f]{64}/m)?.[0]
    expect([first, failed, last].map((part) => /ended \d/.exec(part)?.[0])).toEqual([
      'ended 0',
      'ended 1',
      'ended 0',
    ])
    expect(stderr).toBe('没有备份：磁盘满了。旧的备份都在。请腾出地方（df -h 看还剩多少），再备份一次。\n')
    expect([names(failed), sums(failed)]).toEqual([names(first), sums(first)])
    expect(failed).not.toMatch(/snapshot|\.part/)
    expect(names(last)).toHaveLength(2)
  })

  it.each([
    ['is full already', 0],
    ['has room for half of the database', 0.5],
    ['has room for the database, and not for its log', 1.02],
  ])('that %s fails a restore with a sentence, and can be filled once there is room', (_, room) => {
    const pair = makeBackupKeys()
    writeFileSync(join(box.state, 'keys', publicKeyFile), pair.publicText)
    writeFileSync(join(box.state, 'backup-key'), pair.privateText)
    const size = statSync(box.database).size
    const [disk, safe] = [diskOf(box.state), join(box.state, 'safe')]
    // The one place of an empty state where something may be.
    const ballast = join(disk, 'lost+found', 'ballast')
    const program = quoted([process.execPath, resolve('tests/.output/box', programFile)])
    const restore = `${program} restore '${safe}'/*.backup --key '${join(box.state, 'backup-key')}'; echo "ended $?"; ls '${disk}'; echo ----`
    const script = [
      ...[
        `${program} backup > /dev/null; mv '${disk}/backups' '${safe}'; rm -r '${disk}'/*; mkdir '${disk}/lost+found'; sleep 1`,
      ],
      ...[
        `cat /dev/zero > '${ballast}' 2> /dev/null; truncate -s -${Math.ceil(room * size)} '${ballast}'; sleep 1`,
      ],
      ...[restore, `rm '${ballast}'; sleep 1`, restore],
    ].join('\n')
    const { stdout, stderr } = spawnSync(
      'unshare',
      onSmallDisk(box.state, `${9 * size}`, `true\n${script}`),
      { encoding: 'utf8', env: { ...process.env, LIUCHIXIANG_CONFIG: box.config } },
    )
    const [failed = '', last = ''] = stdout.split('----')
    expect([failed, last].map((part) => /ended \d/.exec(part)?.[0])).toEqual(['ended 1', 'ended 0'])
    expect(stderr).toMatch(/^没有做成：.*磁盘(满了|读写出错：看看磁盘满了没有)[^\n]*\n$/)
    expect(failed).not.toMatch(/app\.db|coming|files|erasures/)
    expect(last).toContain('app.db\n')
  })
})
