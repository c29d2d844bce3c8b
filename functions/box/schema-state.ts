import type { DatabaseSync } from 'node:sqlite'
import { appliedIn, migrationsIn } from '#store/sqlite/migrate.ts'
import { tableNames } from './backup/contents.ts'
import { migrationsFolder } from './paths.ts'

/** How the schema of a database compares with this program, in numbers of migrations. */
export interface SchemaState {
  /** Those that the database has; none if it was never made whole. */
  applied: number
  /** Those of this program that it lacks. */
  waiting: number
  /** Those that this program does not have: a newer one made them. */
  newer: number
  /** Name of the one that was applied last; empty if there is none. */
  last: string
}

export const schemaState = (database: DatabaseSync): SchemaState => {
  const names = tableNames(database).includes('d1_migrations') ? appliedIn(database) : []
  const applied = new Set(names)
  const known = new Set(migrationsIn(migrationsFolder()))
  return {
    applied: applied.size,
    waiting: [...known].filter((name) => !applied.has(name)).length,
    newer: [...applied].filter((name) => !known.has(name)).length,
    last: names.at(-1) ?? '',
  }
}
