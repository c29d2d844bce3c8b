import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { fail, ok, type Result } from '#domain/basics/result.ts'
import { writeWhole } from '../backup/durable.ts'
import { copyFiles } from '../backup/files.ts'
import { snapshot } from '../backup/snapshot.ts'
import { statePaths } from '../paths.ts'
import { dump, LongStatement } from './dump.ts'
import { objectNames, wranglerLines } from './object-names.ts'

export interface Exported {
  cases: number
  files: number
  missingFiles: string[]
}

type Given = { files: string; to: string; bucket: string; cases: number }

const writeAll = async (
  database: DatabaseSync,
  { files, to, bucket, cases }: Given,
): Promise<Result<Exported, string[]>> => {
  const names = objectNames(database)
  if (!names.ok) return names
  const lines = function* () {
    for (const statement of dump(database)) yield Buffer.from(`${statement}\n`)
  }
  await writeWhole(join(to, 'database.sql'), lines())
  const { copied, missing, damaged } = await copyFiles(names.value, files, join(to, 'files'), false)
  const script = ['set -e', 'cd "$(dirname "$0")"', ...wranglerLines('put', copied, bucket), '']
  await writeWhole(join(to, 'put-files.sh'), [Buffer.from(script.join('\n'))])
  return ok({ cases, files: copied.length, missingFiles: [...missing, ...damaged] })
}

/**
 * Writes everything that D1 and R2 need into an empty folder: `database.sql`, `files/`, `put-files.sh`.
 * @param to the folder; it will hold all data in a form that only the keys protect
 * @param bucket name of the bucket, as `readBucket` gives it
 */
export const exportState = async (
  state: string,
  to: string,
  bucket: string,
): Promise<Result<Exported, string[]>> => {
  const { database: file, files } = statePaths(state)
  mkdirSync(to, { recursive: true, mode: 0o700 })
  const copy = join(to, 'snapshot.db')
  let database: DatabaseSync | undefined
  try {
    const contents = snapshot(file, copy)
    if (!contents.ok) return contents
    database = new DatabaseSync(copy, { readOnly: true })
    const cases = contents.value.tables['cases'] ?? 0
    return await writeAll(database, { files, to, bucket, cases })
  } catch (error) {
    if (error instanceof LongStatement) return fail([error.message])
    throw error
  } finally {
    database?.close()
    rmSync(copy, { force: true })
  }
}
