import { closeSync, readFileSync, writeFileSync } from 'node:fs'
import { constants, DatabaseSync } from 'node:sqlite'
import { fail, ok, type Result } from '#domain/basics/result.ts'
import type { SecretName } from '#store/key-marks/marks.ts'
import { contentsOf, faultsIn } from '../backup/contents.ts'
import { copyFiles } from '../backup/files.ts'
import { objectNames } from '../backup/object-names.ts'
import { openSource } from '../backup/source.ts'
import { Refusal } from '../command.ts'
import { type FillFault, fillState } from '../fill-state.ts'
import { type KeyCheck, tracesIn } from '../own-keys.ts'
import { statePaths } from '../paths.ts'
import { sayUnexpected } from '../say-unexpected.ts'
import { schemaFaults } from './schema.ts'

export interface Imported {
  cases: number
  files: number
  missingFiles: string[]
}

/** Why nothing was imported: what is wrong with the dump, or which secrets are not those of its cases. */
export type ImportFault = FillFault | { keys: SecretName[] } | string[]

/** How a dump is imported. */
export interface Importing {
  /** Looks at the secrets of the database before anything else is imported. */
  check?: KeyCheck
  /** Is called with the database and the files before they get their place; what it throws leaves the state empty. */
  finish?: (coming: string) => Promise<void>
}

/** A dump is one text: SQLite takes it whole. */
const readText = (path: string): string => {
  const fd = openSource(path)
  if (fd === undefined) throw new Refusal(`没有这个文件：${path}`)
  try {
    return readFileSync(fd, 'utf8')
  } finally {
    closeSync(fd)
  }
}

const sayReading = (error: unknown): string => {
  if (error instanceof Refusal) return error.message
  return error instanceof Error ? sayUnexpected(error) : String(error)
}

/** Runs the statements of a dump. Root runs them, and a dump may come from anywhere: no other file is opened or written. */
const runDump = (database: DatabaseSync, statements: string): void => {
  // VACUUM INTO attaches the file that it writes.
  database.setAuthorizer((action) =>
    action === constants.SQLITE_ATTACH ? constants.SQLITE_DENY : constants.SQLITE_OK,
  )
  database.exec(statements)
  database.setAuthorizer(null)
}

/**
 * Builds a database from the dump of `wrangler d1 export`.
 * @param path the new file, or `:memory:`
 * @param migrations folder of the SQL migrations, which say what a whole database has
 * @returns the open database, or what is wrong with it
 */
export const readDump = (dump: string, path: string, migrations: string): Result<DatabaseSync, string[]> => {
  const database = new DatabaseSync(path)
  try {
    // One transaction: a dump of D1 has none of its own, and each statement would wait for the disk.
    database.exec('PRAGMA synchronous = FULL; BEGIN')
    runDump(database, readText(dump))
    database.exec('COMMIT')
    // The schema first: what else is looked at may not be there.
    const lacking = schemaFaults(database, migrations)
    const faults = lacking.length > 0 ? lacking : faultsIn(database)
    if (faults.length === 0) return ok(database)
    database.close()
    return fail(faults)
  } catch (error) {
    database.close()
    return fail([sayReading(error)])
  }
}

/**
 * Imports a dump and the files of its cases into an empty state.
 * @param from folder with the files, by their names in the bucket
 */
export const importDump = (
  dump: string,
  from: string,
  state: string,
  migrations: string,
  { check, finish = async () => {} }: Importing = {},
): Promise<Result<Imported, ImportFault>> =>
  fillState<Imported, Exclude<ImportFault, FillFault>>(state, async (coming) => {
    const { database: path, files } = statePaths(coming)
    // Readable by its owner alone from the first byte on; SQLite takes an empty file.
    writeFileSync(path, '', { flag: 'wx', mode: 0o600 })
    const read = readDump(dump, path, migrations)
    if (!read.ok) return read
    const names = objectNames(read.value)
    const { tables } = contentsOf(read.value)
    const traces = tracesIn(read.value)
    read.value.close()
    if (!names.ok) return names
    const misfits = (await check?.(traces)) ?? []
    if (misfits.length > 0) return fail({ keys: misfits })
    const { copied, missing, damaged } = await copyFiles(names.value, from, files, false)
    await finish(coming)
    return ok({ cases: tables['cases'] ?? 0, files: copied.length, missingFiles: [...missing, ...damaged] })
  })
