import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { FileBox } from '#store/ports/files.ts'
import { syncFolder } from './sync-folder.ts'

/** Errors of a disk that a person has to look at. */
const alarming = new Set(['ENOSPC', 'EDQUOT', 'EIO', 'EROFS'])

/**
 * The box of objects over a folder, for Node. Names come from the store alone, so they lead nowhere else. An object that
 * was put is on the disk: file and folder are flushed before the promise settles.
 * @param alarm called when the disk is full or fails
 */
export const folderBox = (folder: string, alarm: (error: unknown) => void = () => {}): FileBox => {
  const pathOf = (name: string) => join(folder, name)
  /** Where an object is while it comes. A process that ends meanwhile leaves it there. */
  const comingTo = (path: string) => `${path}.part`
  return {
    async put(name, body) {
      const path = pathOf(name)
      const coming = comingTo(path)
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      try {
        await pipeline(
          Readable.fromWeb(body as never),
          createWriteStream(coming, { mode: 0o600, flush: true }),
        )
        await rename(coming, path)
        await syncFolder(dirname(path))
      } catch (error) {
        if (alarming.has((error as NodeJS.ErrnoException).code ?? '')) alarm(error)
        await rm(coming, { force: true })
        throw error
      }
    },

    async get(name, from, length) {
      const path = pathOf(name)
      if (!existsSync(path)) return null
      return Readable.toWeb(createReadStream(path, { start: from, end: from + length - 1 })) as never
    },

    async delete(names) {
      for (const path of names.map(pathOf))
        for (const one of [path, comingTo(path)]) await rm(one, { force: true })
    },
  }
}
