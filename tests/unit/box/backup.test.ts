import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { day, hour } from '#domain/basics/bounds.ts'
import { checkFiles } from '../../../functions/box/backup/check-files.ts'
import { copyErasures } from '../../../functions/box/backup/erasures.ts'
import { makeBackup } from '../../../functions/box/backup/make.ts'
import { readPlain } from '../../../functions/box/backup/manifest.ts'
import { whole } from '../../../functions/box/backup/parts.ts'
import { restoreBackup } from '../../../functions/box/backup/restore.ts'
import { headerLength, newSession, open, seal, sessionOf } from '../../../functions/box/backup/seal.ts'
import { statePaths } from '../../../functions/box/paths.ts'
import { erasePerson } from '../../../functions/desk/erase-person.ts'
import { erasureFile } from '../../../functions/erasure-list.ts'
import * as calls from '../../generated/client/index.ts'
import { appOver, backupPair, besideBackups, emptyState } from '../../support/box-state.ts'
import { done } from '../../support/client.ts'
import { small } from '../../support/evidence.ts'

const keys = backupPair()
const now = Date.now()

/** A state with a case that has a photograph, while its server runs. */
const filled = async () => {
  const state = emptyState()
  const app = appOver(state)
  const { caseNumber, trackingCode } = await app.file()
  const photo = { trackingCode, file: new Blob([small.jpeg]), caption: '东墙' }
  const { id } = await done(calls.addFile({ client: app.client, body: photo }))
  return { state, app, caseNumber, trackingCode, id }
}
const backedUp = async (state: string, at = now) => {
  const made = await makeBackup(state, keys.publicKey, at)
  if (!made.ok) throw new Error(made.error.join())
  return made.value
}
const follow = ({ client }: ReturnType<typeof appOver>, trackingCode: string) =>
  done(calls.followCase({ client, body: { trackingCode } }))
const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8)

describe('a backup of a running box', () => {
  it('restored into an empty state opens the same case and the same file', async () => {
    const { state, app, caseNumber, trackingCode, id } = await filled()
    const made = await backedUp(state)
    expect(made).toMatchObject({ cases: 1, newFiles: 1, deleted: 0 })
    app.close()
    const other = emptyState()
    const restored = await restoreBackup(made.path, keys.privateKey, other)
    expect(restored).toMatchObject({ ok: true, value: { files: 1, missingFiles: [] } })
    const again = appOver(other)
    expect(await follow(again, trackingCode)).toMatchObject({ caseNumber, status: 'filed' })
    const read = await done(calls.readFile({ client: again.client, body: { trackingCode, id } }))
    expect((await read.arrayBuffer()).byteLength).toBeGreaterThan(300)
    // What is written into the restored state changes nothing beside the backup.
    expect(statSync(join(statePaths(other).files, id)).nlink).toBe(1)
    again.close()
  })

  it('holds no word in plain and is readable by its owner alone', async () => {
    const { state, app } = await filled()
    const { path } = await backedUp(state)
    app.close()
    expect(readFileSync(path).includes('SQLite format 3')).toBe(false)
    const { backups } = statePaths(state)
    expect([path, backups, besideBackups(state, 'files')].map(modeOf)).toEqual(['600', '700', '700'])
    expect(readdirSync(state).filter((name) => name.startsWith('snapshot'))).toEqual([])
  })

  it('copies a file once, and deletes it with the last backup that lists it', async () => {
    const { state, app, caseNumber, id } = await filled()
    const copies = () => readdirSync(besideBackups(state, 'files'))
    await backedUp(state, now)
    expect(await backedUp(state, now + hour)).toMatchObject({ newFiles: 0 })
    const erasures = erasureFile(statePaths(state).erasures)
    await erasePerson({ ...app.ports, erasures }, caseNumber, 1)
    await app.ports.files.sweep(app.ports.clock())
    expect(existsSync(join(statePaths(state).files, id))).toBe(false)
    await backedUp(state, now + 2 * hour)
    expect(copies()).toEqual([id])
    // After a month without a backup the clock may be wrong: nothing is deleted until two days confirm it.
    expect(await backedUp(state, now + 32 * day)).toMatchObject({ deleted: 0, held: 3, ahead: 0 })
    expect(copies()).toEqual([id])
    expect(await backedUp(state, now + 34 * day)).toMatchObject({ deleted: 3, held: 0 })
    expect(copies()).toEqual([])
    app.close()
  })

  it('erases again whom a restored backup brings back, by the newest list beside the backups', async () => {
    const { state, app, caseNumber, trackingCode } = await filled()
    const old = await backedUp(state, now)
    const erasures = erasureFile(statePaths(state).erasures)
    await erasePerson({ ...app.ports, erasures }, caseNumber, 1)
    await backedUp(state, now + hour)
    app.close()
    const other = emptyState()
    expect(await restoreBackup(old.path, keys.privateKey, other)).toMatchObject({ ok: true })
    const again = appOver(other)
    const followed = await calls.followCase({ client: again.client, body: { trackingCode } })
    expect(followed.error?.status).toBe(404)
    again.close()
  })

  it('has a list of erasures beside it from the first one on', async () => {
    const { state, app } = await filled()
    await backedUp(state)
    app.close()
    expect(readFileSync(besideBackups(state, 'erasures.jsonl'), 'utf8')).toBe('')
  })

  it('has a name of its own where two are made in one second, and both restore', async () => {
    const { state, app } = await filled()
    const first = await backedUp(state)
    await app.file()
    const [second, third] = [await backedUp(state), await backedUp(state)]
    app.close()
    expect(new Set([first, second, third].map(({ path }) => path)).size).toBe(3)
    for (const [{ path }, cases] of [
      [first, 1],
      [second, 2],
    ] as const)
      expect(await restoreBackup(path, keys.privateKey, emptyState())).toMatchObject({
        ok: true,
        value: { manifest: { tables: { cases } } },
      })
  })

  it('is refused while the list of erasures beside it is damaged, which it would replace', async () => {
    const { state, app } = await filled()
    app.close()
    mkdirSync(statePaths(state).backups)
    writeFileSync(besideBackups(state, 'erasures.jsonl'), '{"caseId":"x","par')
    await expect(backedUp(state)).rejects.toThrow('抹除名单有读不出的行')
    expect(readFileSync(besideBackups(state, 'erasures.jsonl'), 'utf8')).toBe('{"caseId":"x","par')
  })

  it('removes what an earlier run left when it was killed', async () => {
    const { state, app } = await filled()
    await backedUp(state)
    const left = [
      join(state, 'snapshot-99999999'),
      besideBackups(state, 'x.backup.part-99999999'),
      besideBackups(state, '20200101T000000Z.backup.files'),
    ]
    // Another run at the same time: its files stay.
    const running = [
      join(state, `snapshot-${process.ppid}`),
      besideBackups(state, `y.backup.part-${process.ppid}`),
    ]
    for (const path of [...left, ...running]) writeFileSync(path, 'left')
    await backedUp(state, now + hour)
    app.close()
    expect(left.map((path) => existsSync(path))).toEqual([false, false, false])
    expect(running.map((path) => existsSync(path))).toEqual([true, true])
  })

  it('has its list before its files, which another run at the same time would delete otherwise', async () => {
    const { state, app, id } = await filled()
    const { backups } = statePaths(state)
    mkdirSync(backups)
    // A file where the folder should be: it cannot go on there.
    writeFileSync(besideBackups(state, 'files'), '')
    await expect(makeBackup(state, keys.publicKey, now)).rejects.toThrow('EEXIST')
    app.close()
    const lists = readdirSync(backups).filter((name) => name.endsWith('.backup.files'))
    expect(lists.map((name) => readFileSync(join(backups, name), 'utf8'))).toEqual([id])
  })

  it('says which backups are from the future, and leaves them', async () => {
    const { state, app } = await filled()
    await backedUp(state, now + 40 * day)
    expect(await backedUp(state, now)).toMatchObject({ deleted: 0, ahead: 1 })
    app.close()
    expect(readdirSync(statePaths(state).backups).filter((name) => name.endsWith('.backup'))).toHaveLength(2)
  })

  it('is not made of a database with a gap in a history, and nothing older is deleted', async () => {
    const { state, app } = await filled()
    await backedUp(state, now)
    app.close()
    const database = new DatabaseSync(statePaths(state).database)
    for (const { name } of database.prepare("SELECT name FROM sqlite_master WHERE type = 'trigger'").all())
      database.exec(`DROP TRIGGER "${name}"`)
    database.exec("UPDATE case_event SET prev = 'x' WHERE seq = 2")
    database.close()
    expect(await makeBackup(state, keys.publicKey, now + 40 * day)).toEqual({
      ok: false,
      error: ['案件的历史里有 1 步和前一步接不上'],
    })
    expect(readdirSync(statePaths(state).backups).filter((name) => name.endsWith('.backup'))).toHaveLength(1)
  })
})

describe('restoring', () => {
  it('is refused where there is a database, files or a list of erasures', async () => {
    const { state, app } = await filled()
    const { path } = await backedUp(state)
    app.close()
    const before = readFileSync(statePaths(state).database)
    expect(await restoreBackup(path, keys.privateKey, state)).toEqual({ ok: false, error: 'notEmpty' })
    expect(readFileSync(statePaths(state).database).equals(before)).toBe(true)
    const withList = emptyState()
    writeFileSync(statePaths(withList).erasures, '')
    expect(await restoreBackup(path, keys.privateKey, withList)).toEqual({ ok: false, error: 'notEmpty' })
  })

  it('leaves the state empty if the key is another, or the backup is damaged or cut', async () => {
    const { state, app } = await filled()
    const { path, bytes } = await backedUp(state)
    app.close()
    const other = emptyState()
    expect(await restoreBackup(path, backupPair().privateKey, other)).toEqual({
      ok: false,
      error: 'otherKey',
    })
    truncateSync(path, bytes - 5)
    expect(await restoreBackup(path, keys.privateKey, other)).toMatchObject({
      ok: false,
      error: { damaged: expect.any(String) },
    })
    writeFileSync(path, 'SQLite format 3')
    expect(await restoreBackup(path, keys.privateKey, other)).toEqual({ ok: false, error: 'noBackup' })
    expect(readdirSync(other)).toEqual(['lock'])
  })

  const erasedAfterwards = async (earlier = 0) => {
    const { state, app, caseNumber, trackingCode } = await filled()
    const erasures = erasureFile(statePaths(state).erasures)
    for (let party = 1; party <= earlier; party += 1)
      await erasures.add({ caseId: 'earlier', party, at: now })
    const { path } = await backedUp(state)
    await erasePerson({ ...app.ports, erasures }, caseNumber, 1)
    await copyErasures(state)
    app.close()
    return { path, list: besideBackups(state, 'erasures.jsonl'), trackingCode, state }
  }
  const lists: [what: string, earlier: number, spoil: (list: string) => void, fault: string][] = [
    ['missing', 0, (list) => rmSync(list), 'missing'],
    ['cut in its last line', 0, (list) => truncateSync(list, statSync(list).size - 9), 'damaged'],
    ['cut to nothing in its only line', 0, (list) => truncateSync(list, 5), 'damaged'],
    [
      'damaged in its first line',
      1,
      (list) => writeFileSync(list, `x${readFileSync(list, 'utf8')}`),
      'damaged',
    ],
    ['made of other lines', 0, (list) => writeFileSync(list, '{}\n'), 'damaged'],
    ['shorter than when the backup was made', 2, (list) => writeFileSync(list, ''), 'short'],
  ]
  it.each(lists)('is refused with a list of erasures that is %s', async (_, earlier, spoil, fault) => {
    const { path, list } = await erasedAfterwards(earlier)
    spoil(list)
    const other = emptyState()
    expect(await restoreBackup(path, keys.privateKey, other)).toEqual({
      ok: false,
      error: { list: fault, path: list },
    })
    expect(existsSync(statePaths(other).database)).toBe(false)
    const anyway = await restoreBackup(path, keys.privateKey, emptyState(), { anyway: true })
    expect(anyway).toMatchObject({ ok: true })
  })

  it('takes another list of erasures with what is beside the backup', async () => {
    const { path, list, state } = await erasedAfterwards()
    const [given, other] = [join(emptyState(), 'list'), emptyState()]
    const more = `${JSON.stringify({ caseId: 'later', party: 1, at: now })}\n`
    writeFileSync(given, more)
    expect(await restoreBackup(path, keys.privateKey, other, { erasures: given })).toMatchObject({ ok: true })
    expect(readFileSync(statePaths(other).erasures, 'utf8')).toBe(`${more}${readFileSync(list, 'utf8')}`)
    // The list of the lost machine itself stands for one that is missing.
    rmSync(list)
    const again = emptyState()
    const since = { erasures: statePaths(state).erasures }
    expect(await restoreBackup(path, keys.privateKey, again, since)).toMatchObject({ ok: true })
    expect(readFileSync(statePaths(again).erasures, 'utf8')).toContain('"party":1')
  })

  it('names the files that are not beside the backup, and restores the rest', async () => {
    const { state, app, id } = await filled()
    const { path } = await backedUp(state)
    app.close()
    rmSync(besideBackups(state, 'files', id))
    expect(await restoreBackup(path, keys.privateKey, emptyState())).toMatchObject({
      ok: true,
      value: { files: 0, missingFiles: [id] },
    })
  })

  it('names a file that is not what it was when it was backed up, and restores the rest', async () => {
    const { state, app, id } = await filled()
    const { path } = await backedUp(state)
    const { trackingCode } = await app.file()
    const photo = { trackingCode, file: new Blob([small.jpeg]), caption: '西墙' }
    const { id: other } = await done(calls.addFile({ client: app.client, body: photo }))
    const second = await backedUp(state, now + hour)
    app.close()
    const [copy, into] = [besideBackups(state, 'files', id), emptyState()]
    const good = readFileSync(copy)
    // Of the same length, and whatever the list beside the backup says.
    rmSync(copy)
    writeFileSync(copy, Buffer.concat([good.subarray(0, -1), Buffer.from([(good.at(-1) ?? 0) ^ 1])]))
    rmSync(besideBackups(state, 'files.sums'))
    for (const { path: backup, files } of [
      { path, files: 0 },
      { path: second.path, files: 1 },
    ])
      expect(await restoreBackup(backup, keys.privateKey, files ? into : emptyState())).toMatchObject({
        ok: true,
        value: { files, missingFiles: [], damagedFiles: [id] },
      })
    expect(readdirSync(statePaths(into).files)).toEqual([other])
    // The restored machine knows what it lacks, and takes nothing else for it.
    expect(await checkFiles(into)).toEqual({ files: 2, missing: [id], damaged: [], unknown: 0 })
    const place = join(statePaths(into).files, id)
    writeFileSync(place, good.subarray(1))
    expect(await checkFiles(into)).toEqual({ files: 2, missing: [], damaged: [id], unknown: 0 })
    writeFileSync(place, good)
    expect(await checkFiles(into)).toEqual({ files: 2, missing: [], damaged: [], unknown: 0 })
  })

  it('restores a backup of an earlier version, which has no sums of files', async () => {
    const { state, app, id } = await filled()
    const { path } = await backedUp(state)
    app.close()
    const sealed = readFileSync(path)
    const session = sessionOf(sealed.subarray(0, headerLength), keys.privateKey)
    if (!session.ok) throw new Error(session.error)
    const pieces = (async function* () {
      yield sealed.subarray(headerLength)
    })()
    const { manifest, database } = await readPlain(open(session.value, pieces))
    const { sums: _, erasures: __, ...earlier } = manifest
    const text = Buffer.from(JSON.stringify(earlier))
    const length = Buffer.alloc(4)
    length.writeUInt32BE(text.length)
    const bytes = await whole(database)
    const again = seal(newSession(keys.publicKey), Readable.from([length, text, bytes]))
    writeFileSync(path, await whole(again))
    rmSync(besideBackups(state, 'files.sums'))
    const other = emptyState()
    expect(await restoreBackup(path, keys.privateKey, other)).toMatchObject({
      ok: true,
      value: { files: 1, missingFiles: [], damagedFiles: [] },
    })
    expect(await checkFiles(other)).toEqual({ files: 1, missing: [], damaged: [], unknown: 1 })
    expect(readdirSync(statePaths(other).files)).toEqual([id])
  })

  it('takes the names of files from the database, whatever the list beside the backup says', async () => {
    const { state, app } = await filled()
    const { path } = await backedUp(state)
    app.close()
    writeFileSync(`${path}.files`, '../../../../package.json\n..\n')
    expect(await restoreBackup(path, keys.privateKey, emptyState())).toMatchObject({
      ok: true,
      value: { files: 1, missingFiles: [] },
    })
  })
})
