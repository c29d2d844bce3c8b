import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Instant } from '#domain/basics/time.ts'
import { listOf } from './files.ts'
import { backupName } from './kept.ts'

/** Names have whole seconds. */
const step = 1_000

/**
 * Takes a name that no other backup has, by creating its list of files: of two runs in one second, the later one gets the
 * next second.
 * @param backups folder of the backups
 */
export const claimName = async (backups: string, now: Instant): Promise<string> => {
  for (let at = now; ; at += step) {
    const name = backupName(at)
    if (existsSync(join(backups, name))) continue
    try {
      await writeFile(listOf(join(backups, name)), '', { flag: 'wx', mode: 0o600 })
      return name
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
}
