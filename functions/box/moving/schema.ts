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
  if (!schemaOf(database).has('table d1_migrations'))
    return ['里面没有升级步骤：不是本软件的数据库，或者没有导完']
  const applied = appliedIn(database)
  if (applied.length === 0) return ['里面没有升级步骤：不是本软件的数据库，或者没有导完']
  const known = new Set(migrationsIn(folder))
  const strange = applied.filter((name) => !known.has(name))
  if (strange.length > 0) return strange.map((name) => `${name}：这个版本没有这一步升级，请用更新的版本`)
  const made = new DatabaseSync(':memory:')
  try {
    migrate(made, folder, applied)
    const [expected, found] = [schemaOf(made), schemaOf(database)]
    return [
      ...[...expected].flatMap(([what, sql]) =>
        found.get(what) === sql
          ? []
          : [`${what}：${found.has(what) ? '和本软件的不一样' : '没有，可能没有导完'}`],
      ),
      ...[...found.keys()].flatMap((what) => (expected.has(what) ? [] : [`${what}：不是本软件的`])),
    ]
  } finally {
    made.close()
  }
}
