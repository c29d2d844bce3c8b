import type { KeyObject } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { ok, type Result } from '#domain/basics/result.ts'
import type { Instant } from '#domain/basics/time.ts'
import { Refusal } from '../command.ts'
import { statePaths } from '../paths.ts'
import { claimName } from './claim-name.ts'
import type { Contents } from './contents.ts'
import { writeWhole } from './durable.ts'
import { copyErasures } from './erasures.ts'
import { copyFiles, deleteUnlisted, listOf, wholeFiles } from './files.ts'
import { backupsAhead, expiryOf } from './kept.ts'
import { deleteLonelyLists, deleteUnfinished } from './leftovers.ts'
import { lengthOf, type Manifest, plain, plainLength } from './manifest.ts'
import { renewSums } from './renew-sums.ts'
import { headerLength, newSession, open, type Session, seal } from './seal.ts'
import { snapshot } from './snapshot.ts'

export interface MadeBackup {
  path: string
  bytes: number
  cases: number
  newFiles: number
  deleted: number
  /** Expired by a clock that cannot be believed yet, and kept. */
  held: number
  /** Backups whose names are in the future. */
  ahead: number
  /** What the database contained. */
  contents: Contents
}

/** Opens the written file again with the key that is still in memory; it must give as many bytes as were sealed. */
const readBack = async (path: string, session: Session, expected: number): Promise<void> => {
  let bytes = 0
  for await (const piece of open(session, createReadStream(path, { start: headerLength })))
    bytes += piece.length
  if (bytes !== expected) throw new Refusal('没有备份：写完以后读不回来，磁盘可能坏了。')
}

/**
 * Makes one backup: database first, then the files that came since the last one, and deletes backups that are no longer
 * kept. What is not checked does not count as a backup, and nothing is deleted then.
 * @param state folder of the state
 * @returns the backup, or what is wrong with the database
 */
export const makeBackup = async (
  state: string,
  receiver: KeyObject,
  now: Instant,
): Promise<Result<MadeBackup, string[]>> => {
  const { database, files, backups } = statePaths(state)
  await mkdir(backups, { recursive: true, mode: 0o700 })
  await deleteUnfinished(backups)
  await deleteUnfinished(state)
  const copy = join(state, `snapshot-${process.pid}`)
  try {
    const contents = snapshot(database, copy)
    if (!contents.ok) return contents
    const stored = await wholeFiles(files)
    const name = await claimName(backups, now)
    // The list first: a backup without its list could lose its files, and another run deletes what no list names.
    await writeWhole(listOf(join(backups, name)), [Buffer.from(stored.join('\n'))])
    const { copied } = await copyFiles(stored, files, join(backups, 'files'), true)
    const sums = await renewSums(state, copy, stored)
    const erasures = await copyErasures(state)
    const bytes = (await stat(copy)).size
    const lengths = { bytes, sums: lengthOf(sums), erasures }
    const manifest: Manifest = { version: 1, at: now, ...lengths, ...contents.value }
    const session = newSession(receiver)
    await writeWhole(join(backups, name), seal(session, plain(manifest, copy, sums)), (written) =>
      readBack(written, session, plainLength(manifest)),
    )
    const names = await readdir(backups)
    const { expired, held } = expiryOf(names, now)
    for (const old of expired)
      for (const path of [join(backups, old), listOf(join(backups, old))]) await rm(path, { force: true })
    await deleteLonelyLists(backups, now)
    await deleteUnlisted(backups, join(backups, 'files'))
    return ok({
      path: join(backups, name),
      bytes: (await stat(join(backups, name))).size,
      cases: manifest.tables['cases'] ?? 0,
      newFiles: copied.length,
      deleted: expired.length,
      held: held.length,
      ahead: backupsAhead(names, now).length,
      contents: contents.value,
    })
  } finally {
    await rm(copy, { force: true })
  }
}
