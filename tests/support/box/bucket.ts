import { mkdirSync, readdirSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { folderBox } from '../../../functions/file-folder.ts'

/**
 * A folder as the tests of the Workers see their bucket, and, in place of store/files/bucket.ts in the box project, the
 * box of objects over it.
 */
export const folderBucket = (folder: string) => {
  mkdirSync(folder, { recursive: true })
  const box = folderBox(folder)
  return {
    ...box,
    list: async () => {
      const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) =>
        one.isFile(),
      )
      return { objects: files.map(({ name }) => ({ key: name })) }
    },
    delete: (names: string | string[]) => box.delete([names].flat()),
    put: (name: string, bytes: Uint8Array) => writeFile(join(folder, name), bytes),
    get: async (name: string) => {
      const bytes = await readFile(join(folder, name))
      return { arrayBuffer: async () => new Uint8Array(bytes).buffer }
    },
    box,
  }
}

export const bucketBox = ({ box }: ReturnType<typeof folderBucket>) => box
