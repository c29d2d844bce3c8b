import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { DatabaseSync } from 'node:sqlite'
import { fail, ok, type Result } from '#domain/basics/result.ts'
import { countOf, faultsIn } from '../backup/contents.ts'
import { newFile, writeWhole } from '../backup/durable.ts'
import { copyFiles } from '../backup/files.ts'
import { objectNames } from '../backup/object-names.ts'
import { readFromState } from '../backup/source.ts'
import { statePaths } from '../paths.ts'
import { readDatabase } from '../read-database.ts'
import { asOwner } from '../rights.ts'
import { dump, LongStatement } from './dump.ts'
import { wranglerLines } from './wrangler-lines.ts'

export interface Exported {
  cases: number
  files: number
  missingFiles: string[]
}

/** Statements are written together, in pieces of this many characters. */
const pieceLength = 1 << 20

const writeStatements = (database: DatabaseSync, fd: number): void => {
  let piece = ''
  const write = () => {
    for (let left = Buffer.from(piece); left.length > 0; ) left = left.subarray(writeSync(fd, left))
    piece = ''
  }
  for (const statement of dump(database)) {
    piece += `${statement}\n`
    if (piece.length >= pieceLength) write()
  }
  write()
}

type Read = Result<{ names: string[]; cases: number }, string[]>

/** Checks a database that is in use and writes it as SQL, all as it was in one moment. @param fd where the SQL goes */
const writeDatabase = (database: DatabaseSync, fd: number): Read => {
  database.exec('BEGIN')
  try {
    const faults = faultsIn(database)
    if (faults.length > 0) return fail(faults)
    const names = objectNames(database)
    if (!names.ok) return names
    writeStatements(database, fd)
    return ok({ names: names.value, cases: countOf(database, 'cases') })
  } catch (error) {
    if (error instanceof LongStatement) return fail([error.message])
    throw error
  }
}

/** Writes `database.sql`, whole or not at all: opened with the rights of the command, filled with those of the owner. */
const exportDatabase = (state: string, to: string): Read => {
  const path = join(to, 'database.sql')
  const coming = `${path}.part`
  const fd = openSync(coming, newFile.flags, newFile.mode)
  try {
    // One synchronous call: SQLite also opens files beside the database, by path, at moments of its own.
    const read = asOwner(state, () =>
      readDatabase(statePaths(state).database, (database) => writeDatabase(database, fd)),
    )
    fsyncSync(fd)
    if (read.ok) renameSync(coming, path)
    return read
  } finally {
    closeSync(fd)
    rmSync(coming, { force: true })
  }
}

/**
 * Writes everything that D1 and R2 need into an empty folder: `database.sql`, `files/`, `put-files.sh`. What is in the
 * state is read with the rights of its owner, and the folder written with those of the command.
 * @param to the folder; it will hold all data in a form that only the keys protect
 * @param bucket name of the bucket, as `readBucket` gives it
 */
export const exportState = async (
  state: string,
  to: string,
  bucket: string,
): Promise<Result<Exported, string[]>> => {
  mkdirSync(to, { recursive: true, mode: 0o700 })
  const read = exportDatabase(state, to)
  if (!read.ok) return read
  const { names, cases } = read.value
  const { files } = statePaths(state)
  const ofState = (path: string) => readFromState(state, path)
  const copies = await copyFiles(names, files, join(to, 'files'), false, undefined, ofState)
  const { copied, missing, damaged } = copies
  const script = ['set -e', 'cd "$(dirname "$0")"', ...wranglerLines('put', copied, bucket), '']
  await writeWhole(join(to, 'put-files.sh'), [Buffer.from(script.join('\n'))])
  return ok({ cases, files: copied.length, missingFiles: [...missing, ...damaged] })
}
