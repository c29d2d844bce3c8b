import { existsSync } from 'node:fs'
import { link, mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { syncFolder } from '../../sync-folder.ts'
import { writeWhole } from './durable.ts'
import { NoPlainFile, readSource } from './source.ts'
import { isSame, type Sum, type Sums, summing } from './sums.ts'

/**
 * Files of evidence beside the backups. They are sealed already, and a name never gets other bytes, so each is copied
 * once: as a second name of the same file where both folders are on one disk, else byte by byte.
 */

/** A name of a file as the store gives it (functions/store/files/create.ts): nothing else becomes a path or a word for a shell. */
export const objectName = /^[0-9a-f]{32}$/

/** Names of whole files; uploads (`in/`) and what is still coming are left out. */
export const wholeFiles = async (folder: string): Promise<string[]> =>
  existsSync(folder)
    ? (await readdir(folder, { withFileTypes: true }))
        .filter((entry) => entry.isFile() && objectName.test(entry.name))
        .map(({ name }) => name)
        .sort()
    : []

const isElsewhere = (error: unknown): boolean =>
  ['EXDEV', 'EPERM', 'EMLINK', 'EOPNOTSUPP'].includes((error as NodeJS.ErrnoException).code ?? '')

/** True for a file that the sweep of the running server has deleted meanwhile. */
const isGone = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT'

class DamagedFile extends Error {}

/** Opens a file; undefined if there is none. */
type Read = (path: string) => Readable | undefined

type Outcome = 'copied' | 'missing' | 'damaged'

/** Copies the bytes of a file, and compares them on the way with what is known of it. */
const copyWhole = async (
  from: string,
  to: string,
  known: Sum | undefined,
  read: Read = readSource,
): Promise<Outcome> => {
  const { through, sum } = summing()
  const check = async () => {
    if (!isSame(sum(), known)) throw new DamagedFile()
  }
  try {
    const source = read(from)
    if (!source) return 'missing'
    await writeWhole(to, through(source), check)
    return 'copied'
  } catch (error) {
    if (error instanceof DamagedFile || error instanceof NoPlainFile) return 'damaged'
    throw error
  }
}

const share = async (from: string, to: string): Promise<Outcome> => {
  try {
    await link(from, to)
    return 'copied'
  } catch (error) {
    if (isGone(error)) return 'missing'
    if (!isElsewhere(error)) throw error
    return copyWhole(from, to, undefined)
  }
}

/** Names of the files by what became of them. */
export type Copies = Record<Outcome, string[]>

/**
 * Copies what is not there yet.
 * @param mayShare whether a second name will do; not for a folder that will be written to
 * @param sums what is known of the files; one that is damaged is not copied
 * @param read opens a file of `from`
 * @returns the names that were copied, those that are not in `from`, and those that are damaged there
 */
export const copyFiles = async (
  names: string[],
  from: string,
  to: string,
  mayShare: boolean,
  sums: Sums = new Map(),
  read?: Read,
): Promise<Copies> => {
  await mkdir(to, { recursive: true, mode: 0o700 })
  const copies: Copies = { copied: [], missing: [], damaged: [] }
  for (const name of names) {
    const [source, target] = [join(from, name), join(to, name)]
    if (existsSync(target)) continue
    const outcome = mayShare ? share(source, target) : copyWhole(source, target, sums.get(name), read)
    copies[await outcome].push(name)
  }
  await syncFolder(to)
  return copies
}

/**
 * The file that lists, beside a backup, which files belong to it, for the machine, which cannot open the backup. Names of
 * files reveal nothing. A restore takes the names from the database.
 */
export const listOf = (backup: string): string => `${backup}.files`

/** The names in such a list. */
const readList = async (list: string): Promise<string[]> =>
  existsSync(list) ? (await readFile(list, 'utf8')).split('\n').filter((name) => objectName.test(name)) : []

/** Deletes files that no list of a kept backup names. @returns how many */
export const deleteUnlisted = async (backups: string, folder: string): Promise<number> => {
  // Files first: whatever is here already has its list.
  const present = await wholeFiles(folder)
  const lists = (await readdir(backups)).filter((name) => name.endsWith('.backup.files'))
  const listed = new Set<string>()
  for (const list of lists) for (const name of await readList(join(backups, list))) listed.add(name)
  const unlisted = present.filter((name) => !listed.has(name))
  for (const name of unlisted) await rm(join(folder, name), { force: true })
  return unlisted.length
}
