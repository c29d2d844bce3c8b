import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { expect, it } from 'vitest'
import { writeWhole } from '../../../functions/box/backup/durable.ts'
import { copyFiles } from '../../../functions/box/backup/files.ts'
import { makeBackup } from '../../../functions/box/backup/make.ts'
import { restoreBackup } from '../../../functions/box/backup/restore.ts'
import { importDump } from '../../../functions/box/moving/import.ts'
import { statePaths } from '../../../functions/box/paths.ts'
import { isEmptyState } from '../../../functions/box/state.ts'
import { appOver, backupPair, besideBackups, emptyState } from '../../support/box-state.ts'

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
  expect(await importDump('none.sql', state, state, 'migrations')).toEqual({
    ok: false,
    error: 'notEmpty',
  })
  expect(readFileSync(target, 'utf8')).toBe('foreign')
})

it('a file that is written or copied replaces a link under its name, and nothing behind it', async () => {
  const [from, to, target] = [emptyState(), emptyState(), foreign()]
  const path = join(to, 'list')
  symlinkSync(target, `${path}.part-${process.pid}`)
  await writeWhole(path, [Buffer.from('new')])
  writeFileSync(join(from, '0a'), 'evidence')
  symlinkSync(target, join(to, '0a.part'))
  expect(await copyFiles(['0a'], from, to, false)).toEqual({ copied: ['0a'], missing: [], damaged: [] })
  expect(readFileSync(target, 'utf8')).toBe('foreign')
  expect(readFileSync(join(to, '0a'), 'utf8')).toBe('evidence')
  expect(lstatSync(path).isFile()).toBe(true)
})

it.each([
  ['a link', (path: string, target: string) => symlinkSync(target, path)],
  ['a folder', (path: string) => mkdirSync(path)],
])('%s under the name of a file of evidence is not followed, and named as damaged', async (_, put) => {
  const [from, to, target] = [emptyState(), emptyState(), foreign()]
  put(join(from, '0a'), target)
  expect(await copyFiles(['0a'], from, to, false)).toEqual({ copied: [], missing: [], damaged: ['0a'] })
  expect(readdirSync(to)).toEqual([])
})

it('a link instead of a list of erasures is not followed by a restore', async () => {
  const [full, state] = [emptyState(), emptyState()]
  const app = appOver(full)
  await app.file()
  const made = await makeBackup(full, keys.publicKey, Date.now())
  app.close()
  if (!made.ok) throw new Error(made.error.join())
  rmSync(besideBackups(full, 'erasures.jsonl'), { force: true })
  symlinkSync(foreign(), besideBackups(full, 'erasures.jsonl'))
  await expect(restoreBackup(made.value.path, keys.privateKey, state)).rejects.toThrow('erasures.jsonl')
  expect(existsSync(statePaths(state).database)).toBe(false)
})
