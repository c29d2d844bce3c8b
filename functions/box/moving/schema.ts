import { DatabaseSync } from 'node:sqlite'
import { appliedIn, migrate, migrationsIn } from '#store/sqlite/migrate.ts'
import { isOwnName } from '#store/sqlite/names.ts'

/**
 * Whether a database that came as SQL has everything that its migrations make. A dump ends with indexes, views and
 * triggers, so one that was cut off has all its rows and no longer refuses a change of the history.
 */

/** SQL of every table, index, view and trigger; wrangler quotes the name of its own table anew in a dump. */
const schemaOf = (database: DatabaseSync): Map<string, string> =>
  new Map(
    database
      .prepare(`SELECT type, name, sql FROM sqlite_master WHERE ${isOwnName}`)
      .all()
      .map(({ type, name, sql }) => [`${type} ${name}`, name === 'd1_migrations' ? '' : String(sql)]),
  )

/**
 * What is wrong with the schema of a database, in words for a terminal.
 * @param folder the SQL migrations of this version
 */
export const schemaFaults = (database: DatabaseSync, folder: string): string[] => {
  if (!schemaOf(database).has('table d1_migrations')) return ['it names no migrations']
  const applied = appliedIn(database)
  if (applied.length === 0) return ['it names no migrations']
  const known = new Set(migrationsIn(folder))
  const strange = applied.filter((name) => !known.has(name))
  if (strange.length > 0) return strange.map((name) => `${name}: a migration that this version does not have`)
  const made = new DatabaseSync(':memory:')
  try {
    migrate(made, folder, applied)
    const [expected, found] = [schemaOf(made), schemaOf(database)]
    return [
      ...[...expected].flatMap(([what, sql]) =>
        found.get(what) === sql ? [] : [`${what}: ${found.has(what) ? 'is another' : 'is missing'}`],
      ),
      ...[...found.keys()].flatMap((what) =>
        expected.has(what) ? [] : [`${what}: is not of this software`],
      ),
    ]
  } finally {
    made.close()
  }
}
