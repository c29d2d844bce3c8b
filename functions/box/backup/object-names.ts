import type { DatabaseSync } from 'node:sqlite'
import { fail, ok, type Result } from '#domain/basics/result.ts'
import { tableNames } from './contents.ts'
import { objectName } from './files.ts'

/**
 * Names of the files that belong to cases. The bucket needs no listing: an object without a row belongs to nobody, and
 * uploads that were not finished are not moved.
 * @returns what is wrong if a name is none that the store gives; a dump or a backup may come from anywhere
 */
export const objectNames = (database: DatabaseSync): Result<string[], string[]> => {
  // Nobody could give a file to a case before there was the table.
  if (!tableNames(database).includes('case_file')) return ok([])
  const rows = database.prepare("SELECT id FROM case_file WHERE case_id <> '' ORDER BY id").all()
  const names = rows.map(({ id }) => String(id))
  const strange = names.filter((name) => !objectName.test(name)).length
  return strange === 0 ? ok(names) : fail([`证据文件的名字有 ${strange} 个不对（case_file）`])
}
