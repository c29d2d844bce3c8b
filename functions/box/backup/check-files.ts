import { join } from 'node:path'
import { Refusal } from '../command.ts'
import { statePaths } from '../paths.ts'
import { readDatabase } from '../read-database.ts'
import { objectNames } from './object-names.ts'
import { NoPlainFile } from './source.ts'
import { isSame, type Sum, sumOf, sumsBeside } from './sums.ts'

export interface CheckedFiles {
  /** How many belong to cases. */
  files: number
  missing: string[]
  damaged: string[]
  /** How many were never backed up, so that nothing is known of them. */
  unknown: number
}

/** Reads a file; a link in its place is damage, and so is a file that the server may not read. */
const look = async (path: string): Promise<Sum | 'missing' | 'damaged'> => {
  try {
    return (await sumOf(path)) ?? 'missing'
  } catch (error) {
    if (error instanceof NoPlainFile || (error as NodeJS.ErrnoException).code === 'EACCES') return 'damaged'
    throw error
  }
}

/**
 * Compares every file that belongs to a case with its sum of when it was first backed up. Reads each in pieces; changes
 * nothing. The server may run: a file that it has deleted meanwhile, with its row, is not missing.
 * @throws if the database has names of files that are none
 */
export const checkFiles = async (state: string): Promise<CheckedFiles> => {
  const { database, files, backups } = statePaths(state)
  const known = await sumsBeside(backups)
  const names = (): string[] => {
    const read = readDatabase(database, objectNames)
    if (!read.ok) throw new Refusal(read.error.join('；'))
    return read.value
  }
  const checked: CheckedFiles = { files: 0, missing: [], damaged: [], unknown: 0 }
  for (const name of names()) {
    const found = await look(join(files, name))
    checked.files += 1
    if (found === 'missing') checked.missing.push(name)
    else if (found === 'damaged' || !isSame(found, known.get(name))) checked.damaged.push(name)
    else if (!known.has(name)) checked.unknown += 1
  }
  const still = new Set(checked.missing.length > 0 ? names() : [])
  return { ...checked, missing: checked.missing.filter((name) => still.has(name)) }
}
