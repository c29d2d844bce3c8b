import { existsSync } from 'node:fs'
import { appendFile, readFile } from 'node:fs/promises'
import type { Erasure, ErasureList } from './desk/erase-person.ts'

/**
 * The list of erasures as a file with one JSON object per line, stored outside the database.
 * @param path the file; created by the first erasure
 */
export const erasureFile = (path: string): ErasureList => ({
  add: (erasure) => appendFile(path, `${JSON.stringify(erasure)}\n`, { mode: 0o600, flush: true }),
  async all() {
    if (!existsSync(path)) return []
    const lines = (await readFile(path, 'utf8')).split('\n').filter((line) => line !== '')
    return lines.map((line) => JSON.parse(line) as Erasure)
  },
})
