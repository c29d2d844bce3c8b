import { join } from 'node:path'
import { statePaths } from '../paths.ts'
import { readDatabase } from '../read-database.ts'
import { writeWhole } from './durable.ts'
import { wholeFiles } from './files.ts'
import { objectNames } from './object-names.ts'
import { type Sums, sumOf, sumsBeside, sumsPath, writeSums } from './sums.ts'

/** Names of the files that belong to cases; none if the database has strange ones, which a restore refuses. */
const namesIn = (database: string): string[] => {
  const names = readDatabase(database, objectNames)
  return names.ok ? names.value : []
}

/**
 * Brings the list of sums beside the backups up to date: a file that is new is read once, one that nothing refers to any
 * more is left out.
 * @param database path of the copy that is being backed up
 * @param stored names of the files in the state
 */
export const renewSums = async (state: string, database: string, stored: string[]): Promise<Sums> => {
  const { files, backups } = statePaths(state)
  const known = await sumsBeside(backups)
  const copies = await wholeFiles(join(backups, 'files'))
  const sums: Sums = new Map()
  for (const name of new Set([...stored, ...copies, ...namesIn(database)])) {
    // The file itself first: a copy may be what is damaged.
    const sum =
      known.get(name) ?? (await sumOf(join(files, name))) ?? (await sumOf(join(backups, 'files', name)))
    if (sum) sums.set(name, sum)
  }
  await writeWhole(sumsPath(backups), writeSums(sums))
  return sums
}
