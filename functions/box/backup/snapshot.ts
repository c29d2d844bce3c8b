import { rmSync, writeFileSync } from 'node:fs'
import { fail, ok, type Result } from '#domain/basics/result.ts'
import { readDatabase } from '../read-database.ts'
import { type Contents, contentsOf, countOf, faultsIn } from './contents.ts'

/** Tables from which nothing is ever deleted: a copy has no fewer rows than before it was made, and no more than after. */
const onlyGrowing = ['cases', 'case_event']

/**
 * Copies a database that is in use, and checks the copy.
 * @param database path of the file
 * @param copy path of the new file; what is there from a run that was broken off is replaced
 * @returns what the copy contains, or what is wrong with it
 */
export const snapshot = (database: string, copy: string): Result<Contents, string[]> => {
  rmSync(copy, { force: true })
  // Readable by its owner alone from the first byte on; SQLite takes an empty file.
  writeFileSync(copy, '', { mode: 0o600 })
  return readDatabase(database, (source) => {
    const counts = () => onlyGrowing.map((table) => countOf(source, table))
    const before = counts()
    source.prepare('VACUUM INTO ?').run(copy)
    const after = counts()
    return readDatabase(copy, (copied) => {
      const faults = faultsIn(copied)
      if (faults.length > 0) return fail(faults)
      const contents = contentsOf(copied)
      const missing = onlyGrowing.filter((table, index) => {
        const rows = contents.tables[table] ?? -1
        return rows < (before[index] ?? 0) || rows > (after[index] ?? 0)
      })
      return missing.length > 0 ? fail(missing.map((table) => `${table}：拷出来的行数不一样`)) : ok(contents)
    })
  })
}
