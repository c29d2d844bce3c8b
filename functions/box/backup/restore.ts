import type { KeyObject } from 'node:crypto'
import { closeSync, createReadStream, createWriteStream, readSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fail, ok, type Result } from '#domain/basics/result.ts'
import type { SecretName } from '#store/key-marks/marks.ts'
import { type FillFault, fillState } from '../fill-state.ts'
import { type KeyCheck, tracesIn } from '../own-keys.ts'
import { statePaths } from '../paths.ts'
import { readDatabase } from '../read-database.ts'
import { contentsOf, faultsIn } from './contents.ts'
import { newFile, writeWhole } from './durable.ts'
import { type ErasedSince, type ErasuresFault, erasedSince } from './erased-since.ts'
import { listBytes } from './erasures.ts'
import { copyFiles } from './files.ts'
import { type Manifest, readPlain } from './manifest.ts'
import { objectNames } from './object-names.ts'
import { DamagedBackup, headerLength, open, sessionOf } from './seal.ts'
import { openSource } from './source.ts'
import { readSums, sumsBeside, sumsPath, writeSums } from './sums.ts'

export interface Restored {
  manifest: Manifest
  /** Files of evidence that were copied. */
  files: number
  /** Files that belong to cases of the backup and are not beside it. */
  missingFiles: string[]
  /** Files beside it that are not what they were when they were backed up; they were not copied. */
  damagedFiles: string[]
}

/** Why nothing was restored. */
export type RestoreFault =
  | FillFault
  | 'noBackup'
  | 'otherKey'
  | { damaged: string }
  | { keys: SecretName[] }
  | ErasuresFault

/** The plain text of a backup as it is read. */
const openBackup = (
  path: string,
  privateKey: KeyObject,
): Result<AsyncGenerator<Uint8Array>, 'noBackup' | 'otherKey'> => {
  const fd = openSource(path)
  if (fd === undefined) return fail('noBackup')
  const header = Buffer.alloc(headerLength)
  const length = readSync(fd, header, 0, headerLength, 0)
  const session = sessionOf(header.subarray(0, length), privateKey)
  if (session.ok) return ok(open(session.value, createReadStream('', { fd, start: headerLength })))
  closeSync(fd)
  return session
}

/**
 * Compares a restored database with what the backup says about itself.
 * @returns names of the files that belong to its cases, or what is wrong
 */
const filesOf = (path: string, { migration, tables, heads }: Manifest): Result<string[], string[]> =>
  readDatabase(path, (database) => {
    const faults = faultsIn(database)
    if (faults.length > 0) return fail(faults)
    const found = contentsOf(database)
    return JSON.stringify(found) === JSON.stringify({ migration, tables, heads })
      ? objectNames(database)
      : fail(['行数和它自己写的不一样'])
  })

/** Writes the database of a backup, and reads the sums behind it of the files that its cases have. */
const readInto = async (path: string, opened: AsyncGenerator<Uint8Array>) => {
  const { manifest, database, sums, end } = await readPlain(opened)
  await pipeline(database, createWriteStream(path, newFile))
  const names = filesOf(path, manifest)
  if (!names.ok) throw new DamagedBackup(names.error.join('；'))
  const wanted = new Set(names.value)
  const known = await readSums(sums, (name) => wanted.has(name))
  await end()
  return { manifest, names: names.value, sums: known }
}

/** How a backup is restored. */
export interface Restoring extends ErasedSince {
  /** Looks at the secrets of the database before anything else is restored. */
  check?: KeyCheck
  /** Is called with the restored database and files, before they get their place; what it throws leaves the state empty. */
  finish?: (coming: string) => Promise<void>
}

/**
 * Restores a backup into an empty state.
 * @param backup path of the backup; its files and the newest list of erasures are beside it
 */
export const restoreBackup = async (
  backup: string,
  privateKey: KeyObject,
  state: string,
  { check, finish = async () => {}, ...since }: Restoring = {},
): Promise<Result<Restored, RestoreFault>> => {
  const restored = async (coming: string): Promise<Result<Restored, RestoreFault>> => {
    const erased = await erasedSince(backup, since)
    if (!erased.ok) return erased
    const { lines, path: list } = erased.value
    const opened = openBackup(backup, privateKey)
    if (!opened.ok) return opened
    const paths = statePaths(coming)
    const { manifest, names, sums } = await readInto(paths.database, opened.value)
    if (!since.anyway && lines.length < (manifest.erasures ?? 0)) return fail({ list: 'short', path: list })
    const misfits = (await check?.(readDatabase(paths.database, tracesIn))) ?? []
    if (misfits.length > 0) return fail({ keys: misfits })
    const copies = await copyFiles(names, join(dirname(backup), 'files'), paths.files, false, sums)
    if (lines.length > 0) await writeWhole(paths.erasures, [listBytes(lines)])
    await finish(coming)
    const { backups } = statePaths(state)
    await mkdir(backups, { recursive: true, mode: 0o700 })
    // With the sums of what is missing or damaged: a file that is found later is compared by them.
    const beside = await sumsBeside(backups)
    await writeWhole(sumsPath(backups), writeSums(new Map([...beside, ...sums])))
    const { copied, missing: missingFiles, damaged: damagedFiles } = copies
    return ok({ manifest, files: copied.length, missingFiles, damagedFiles })
  }
  try {
    return await fillState(state, restored)
  } catch (error) {
    if (error instanceof DamagedBackup) return fail({ damaged: error.message })
    throw error
  }
}
