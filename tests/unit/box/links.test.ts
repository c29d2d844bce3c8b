import { linkSync, lstatSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { writeWhole } from '../../../functions/box/backup/durable.ts'
import { copyFiles } from '../../../functions/box/backup/files.ts'
import { makeBackup } from '../../../functions/box/backup/make.ts'
import { restoreBackup } from '../../../functions/box/backup/restore.ts'
import { giveToOwner } from '../../../functions/box/give-to-owner.ts'
import { importDump } from '../../../functions/box/moving/import.ts'
import { statePaths } from '../../../functions/box/paths.ts'
import { isEmptyState } from '../../../functions/box/state.ts'
import { appOver, backupPair, emptyState } from '../../support/box-state.ts'

/** Commands of root work in a folder of the service's account: what that account may have put there leads nowhere. */

/** A file of somebody else, outside every state. */
const foreign = () => {
  const path = resolve(emptyState(), 'foreign')
  writeFileSync(path, 'foreign')
  return path
}
const keys = backupPair()

const put: [what: string, into: (state: string, target: string) => void, empty: boolean][] = [
  ['backups and an empty folder for files', (state) => mkdirSync(join(state, 'files')), true],
  ['a file', (state) => writeFileSync(join(state, 'files'), ''), false],
  ['a link', (state, target) => symlinkSync(target, join(state, 'x')), false],
  ['a link for the database', (state, target) => symlinkSync(target, join(state, 'app.db.part')), false],
  [
    'a link to a folder for files',
    (state, target) => symlinkSync(dirname(target), join(state, 'files')),
    false,
  ],
  ['a dangling link', (state) => symlinkSync('/nowhere/at/all', join(state, 'app.db.part')), false],
  ['another folder', (state) => mkdirSync(join(state, 'x')), false],
]

it.each(put)('a state with backups and %s can be filled or not', async (_, into, empty) => {
  const state = emptyState()
  mkdirSync(join(state, 'backups'))
  into(state, foreign())
  expect(await isEmptyState(state)).toBe(empty)
})

it('a restore or an import into a state with a link is refused and writes nothing behind it', async () => {
  const full = emptyState()
  const app = appOver(full)
  await app.file()
  const made = await makeBackup(full, keys.publicKey, Date.now())
  app.close()
  if (!made.ok) throw new Error(made.error.join())
  const [state, target] = [emptyState(), foreign()]
  symlinkSync(target, `${statePaths(state).database}.part`)
  expect(await restoreBackup(made.value.path, keys.privateKey, state)).toEqual({
    ok: false,
    error: 'notEmpty',
  })
  expect(await importDump('none.sql', state, state, 'migrations')).toEqual({ ok: false, error: 'notEmpty' })
  expect(readFileSync(target, 'utf8')).toBe('foreign')
})

it('a file that is written or copied replaces a link under its name, and nothing behind it', async () => {
  const [from, to, target] = [emptyState(), emptyState(), foreign()]
  const path = join(to, 'list')
  symlinkSync(target, `${path}.part-${process.pid}`)
  await writeWhole(path, [Buffer.from('new')])
  writeFileSync(join(from, '0a'), 'evidence')
  symlinkSync(target, join(to, '0a.part'))
  expect(await copyFiles(['0a'], from, to, false)).toEqual({ copied: ['0a'], missing: [] })
  expect(readFileSync(target, 'utf8')).toBe('foreign')
  expect(readFileSync(join(to, '0a'), 'utf8')).toBe('evidence')
  expect(lstatSync(path).isFile()).toBe(true)
})

describe.skipIf(process.getuid?.() !== 0)('what root has written is given to the owner of the folder', () => {
  it('but no file that a link in it leads to, directly, by a folder, or by a second name', async () => {
    const [state, target] = [emptyState(), foreign()]
    mkdirSync(join(state, 'files'))
    writeFileSync(join(state, 'files', '0a'), 'evidence')
    symlinkSync(target, join(state, 'x'))
    symlinkSync(dirname(target), join(state, 'y'))
    linkSync(target, join(state, 'z'))
    await giveToOwner(state, { uid: 65534, gid: 65534 })
    const ownerOf = (path: string) => statSync(path).uid
    expect([state, join(state, 'files'), join(state, 'files', '0a')].map(ownerOf)).toEqual([
      65534, 65534, 65534,
    ])
    expect([target, dirname(target)].map(ownerOf)).toEqual([0, 0])
  })
})
