import { createHash, type KeyObject } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { ok, type Result } from '#domain/basics/result.ts'
import type { Instant } from '#domain/basics/time.ts'
import { statePaths } from '../paths.ts'
import { readDatabase } from '../read-database.ts'
import { attemptBackup } from './attempt.ts'
import { type Contents, contentsOf } from './contents.ts'
import { writeWhole } from './durable.ts'
import { instantOf } from './kept.ts'

/**
 * The backup before a migration. A migration that fails is tried again by each start of the server, a minute apart: a note
 * beside the backups keeps those starts from filling the disk with copies of the same data.
 */

/** The note: the name of the backup, and a hash over what the database contained. */
const notePath = (state: string): string => join(statePaths(state).backups, 'before-migration')

const hashOf = (contents: Contents): string =>
  createHash('sha256').update(JSON.stringify(contents)).digest('hex')

/** The path of the noted backup, if it is still there and holds every row and history that the database has now. */
const notedBackup = (state: string): string | undefined => {
  if (!existsSync(notePath(state))) return undefined
  const [name = '', hash] = readFileSync(notePath(state), 'utf8').trim().split(' ')
  const path = join(statePaths(state).backups, name)
  if (instantOf(name) === undefined || !existsSync(path)) return undefined
  const contents = readDatabase(statePaths(state).database, contentsOf)
  return hashOf(contents) === hash ? path : undefined
}

/**
 * Makes a backup of a state that is about to be migrated, unless there is one of the same data from a migration that
 * failed.
 * @param key the public key of backups, or why there is none
 * @returns path of the backup, or why there is none, in words for a terminal
 */
export const backUpBeforeMigration = async (
  state: string,
  key: Result<KeyObject, string>,
  now: Instant,
): Promise<Result<string, string>> => {
  const noted = notedBackup(state)
  if (noted !== undefined) return ok(noted)
  if (!key.ok) return key
  const made = await attemptBackup(state, key.value, now)
  if (!made.ok) return made
  const { path, contents } = made.value
  await writeWhole(notePath(state), [Buffer.from(`${basename(path)} ${hashOf(contents)}\n`)])
  return ok(path)
}
