import { existsSync } from 'node:fs'
import { constants, copyFile, link, mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { syncFolder } from '../../sync-folder.ts'

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

const copyWhole = async (from: string, to: string): Promise<void> => {
  const coming = `${to}.part`
  // What an earlier run left, or a link; then a file of this run alone.
  await rm(coming, { force: true })
  await copyFile(from, coming, constants.COPYFILE_FICLONE | constants.COPYFILE_EXCL)
  const handle = await open(coming, 'r+')
  await handle.sync()
  await handle.close()
  await rename(coming, to)
}

/**
 * Copies what is not there yet.
 * @param mayShare whether a second name will do; not for a folder that will be written to
 * @returns the names that were copied, and those that are not in `from`
 */
export const copyFiles = async (
  names: string[],
  from: string,
  to: string,
  mayShare: boolean,
): Promise<{ copied: string[]; missing: string[] }> => {
  await mkdir(to, { recursive: true, mode: 0o700 })
  const copied: string[] = []
  const missing: string[] = []
  for (const name of names) {
    const [source, target] = [join(from, name), join(to, name)]
    if (existsSync(target)) continue
    try {
      if (mayShare)
        await link(source, target).catch((error) => {
          if (!isElsewhere(error)) throw error
          return copyWhole(source, target)
        })
      else await copyWhole(source, target)
      copied.push(name)
    } catch (error) {
      if (!isGone(error)) throw error
      missing.push(name)
    }
  }
  await syncFolder(to)
  return { copied, missing }
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
