import type { KeyObject } from 'node:crypto'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { mkdir, open as openFile, readFile, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fail, ok, type Result } from '#domain/basics/result.ts'
import { syncFolder } from '../../sync-folder.ts'
import { objectNames } from '../moving/object-names.ts'
import { statePaths } from '../paths.ts'
import { isEmptyState } from '../state.ts'
import { contentsOf, faultsIn } from './contents.ts'
import { newFile, writeWhole } from './durable.ts'
import { copyFiles } from './files.ts'
import type { Manifest } from './make.ts'
import { DamagedBackup, headerLength, open, sessionOf } from './seal.ts'

export interface Restored {
  manifest: Manifest
  /** Files of evidence that were copied. */
  files: number
  /** Files that belong to cases of the backup and are not beside it. */
  missingFiles: string[]
}

/** Why nothing was restored. */
export type RestoreFault = 'notEmpty' | 'noBackup' | 'otherKey' | { damaged: string }

/** Most bytes of a manifest; more is damage. */
const manifestBound = 1 << 20

const headerOf = async (path: string): Promise<Buffer> => {
  const handle = await openFile(path, 'r')
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(headerLength), 0, headerLength, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await handle.close()
  }
}

/** Takes the manifest from the beginning of a stream. */
const splitManifest = async (source: AsyncGenerator<Uint8Array>) => {
  let start = Buffer.alloc(0)
  const wanted = () => (start.length < 4 ? 4 : 4 + start.readUInt32BE(0))
  while (start.length < wanted()) {
    if (wanted() > manifestBound) throw new DamagedBackup('its manifest is too long')
    const next = await source.next()
    if (next.done) throw new DamagedBackup('it ends too early')
    start = Buffer.concat([start, next.value])
  }
  const manifest = JSON.parse(start.subarray(4, wanted()).toString()) as Manifest
  const rest = async function* () {
    yield start.subarray(wanted())
    yield* source
  }
  return { manifest, rest: rest() }
}

/**
 * Compares a restored database with what the backup says about itself.
 * @returns names of the files that belong to its cases, or what is wrong
 */
const filesOf = (path: string, { migration, tables, heads }: Manifest): Result<string[], string[]> => {
  const database = new DatabaseSync(path, { readOnly: true })
  try {
    const faults = faultsIn(database)
    if (faults.length > 0) return fail(faults)
    const found = contentsOf(database)
    return JSON.stringify(found) === JSON.stringify({ migration, tables, heads })
      ? objectNames(database)
      : fail(['it has other rows than it says'])
  } finally {
    database.close()
  }
}

/**
 * Restores a backup into an empty state. The database gets its name last, when it and the files are complete: a run
 * that is broken off leaves a state without a database.
 * @param backup path of the backup; its files and the newest list of erasures are beside it
 * @param erasures another list of erasures, if there is a newer one
 */
export const restoreBackup = async (
  backup: string,
  privateKey: KeyObject,
  state: string,
  erasures = join(dirname(backup), 'erasures.jsonl'),
): Promise<Result<Restored, RestoreFault>> => {
  if (!(await isEmptyState(state))) return fail('notEmpty')
  const session = sessionOf(await headerOf(backup), privateKey)
  if (!session.ok) return session
  const paths = statePaths(state)
  await mkdir(state, { recursive: true, mode: 0o700 })
  const coming = `${paths.database}.part`
  try {
    const opened = open(session.value, createReadStream(backup, { start: headerLength }))
    const { manifest, rest } = await splitManifest(opened)
    await pipeline(Readable.from(rest), createWriteStream(coming, newFile))
    const names = filesOf(coming, manifest)
    if (!names.ok) return fail({ damaged: names.error.join('; ') })
    const { copied, missing } = await copyFiles(
      names.value,
      join(dirname(backup), 'files'),
      paths.files,
      false,
    )
    if (existsSync(erasures)) await writeWhole(paths.erasures, [await readFile(erasures)])
    await rename(coming, paths.database)
    await syncFolder(state)
    return ok({ manifest, files: copied.length, missingFiles: missing })
  } catch (error) {
    // It was empty before: nothing but what this run has copied.
    for (const path of [paths.files, paths.erasures, paths.database])
      await rm(path, { recursive: true, force: true })
    if (error instanceof DamagedBackup) return fail({ damaged: error.message })
    throw error
  } finally {
    await rm(coming, { force: true })
  }
}
