import { existsSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { hour } from '#domain/basics/bounds.ts'
import type { Instant } from '#domain/basics/time.ts'
import { instantOf } from './kept.ts'

/** What is left of runs that were killed. */

/** True for a process that is still running, also one of another user. */
const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** Names of unfinished files: they end with the id of the process that writes them. */
const unfinished = /(?:^snapshot|\.part)-(\d+)$/

/** Deletes unfinished files in a folder, but for those of processes that are still running. */
export const deleteUnfinished = async (folder: string): Promise<void> => {
  for (const name of await readdir(folder)) {
    const [, pid] = unfinished.exec(name) ?? []
    if (pid && !isRunning(Number(pid))) await rm(join(folder, name), { force: true })
  }
}

/** Deletes lists of files without a backup; one of the last hour may belong to a run that has not written its backup yet. */
export const deleteLonelyLists = async (backups: string, now: Instant): Promise<void> => {
  for (const name of await readdir(backups)) {
    const backup = name.replace(/\.files$/, '')
    const isOld = now - (instantOf(backup) ?? now) > hour
    if (backup !== name && isOld && !existsSync(join(backups, backup)))
      await rm(join(backups, name), { force: true })
  }
}
