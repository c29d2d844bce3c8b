import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { syncFolder } from '../../sync-folder.ts'

/** Files that are there whole or not at all, also after a power cut. */

/**
 * How a new file is opened: never through a link or into a file that somebody put under its name, since root also writes
 * into folders of others.
 */
export const newFile = { flags: 'wx', mode: 0o600, flush: true } as const

/**
 * Writes a file under another name, checks it, and gives it its name.
 * @param check reads the written file before it gets its name; what it throws leaves no file
 */
export const writeWhole = async (
  path: string,
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  check: (written: string) => Promise<void> = async () => undefined,
): Promise<void> => {
  const coming = `${path}.part-${process.pid}`
  await rm(coming, { force: true })
  try {
    await pipeline(Readable.from(bytes), createWriteStream(coming, newFile))
    await check(coming)
    await rename(coming, path)
    await syncFolder(dirname(path))
  } finally {
    await rm(coming, { force: true })
  }
}
