import type { KeyObject } from 'node:crypto'
import { fail, ok, type Result } from '#domain/basics/result.ts'
import type { Instant } from '#domain/basics/time.ts'
import { backUpBeforeMigration } from './backup/before-migration.ts'
import { migrateState } from './box-ports.ts'
import { ownCommand, ownUnits } from './instance.ts'
import { statePaths } from './paths.ts'
import { readDatabase } from './read-database.ts'
import { schemaState } from './schema-state.ts'
import { hasDatabase } from './state.ts'

/**
 * Brings a database that is in use to the schema of this version. However a newer program came to its place, this is what
 * changes the data, so this is where they are backed up first.
 */

export interface Upgraded {
  /** Names of the migrations that were applied. */
  steps: string[]
  /** Path of the backup that was made first; absent where there was nothing to migrate or nothing to lose. */
  backup?: string
}

/**
 * Applies the migrations that a database lacks, after a backup. A state without a database gets one.
 * @param key the public key of backups, or why there is none; it is asked for only where something is migrated
 * @returns what was done; or why no backup could be made, and then nothing was changed
 * @throws if the database cannot be read or a migration fails
 */
export const upgradeState = async (
  state: string,
  key: Result<KeyObject, string>,
  now: Instant,
): Promise<Result<Upgraded, string>> => {
  const { applied, waiting } = hasDatabase(state)
    ? readDatabase(statePaths(state).database, schemaState)
    : { applied: 0, waiting: 1 }
  if (waiting === 0) return ok({ steps: [] })
  // Made by a first-run that was broken off: there is no table yet.
  if (applied === 0) return ok({ steps: migrateState(state) })
  const backup = await backUpBeforeMigration(state, key, now)
  return backup.ok
    ? ok({ steps: migrateState(state), backup: backup.value })
    : fail(sayNotUpgraded(backup.error))
}

/** What an operator can do about a database that was not migrated. */
const sayNotUpgraded = (reason: string): string =>
  [
    '数据库没有升级，数据没有动过：升级以前要先备份，备份没有做成。',
    reason,
    `解决以后：sudo ${ownCommand()} migrate，再 sudo systemctl restart ${ownUnits().server}。也可以装回旧版程序，照常运行。`,
    `一定要不备份就升级：sudo ${ownCommand()} migrate --no-backup`,
  ].join('\n')
