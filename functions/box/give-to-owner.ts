import { lchown, lstat, readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** Folders, and files with one name. Their owner may have put links there, which could lead out of the folder. */
async function* entriesOf(path: string): AsyncGenerator<string> {
  const entry = await lstat(path)
  if (entry.isFile() && entry.nlink === 1) yield path
  if (!entry.isDirectory()) return
  yield path
  for (const name of await readdir(path)) yield* entriesOf(join(path, name))
}

/**
 * Gives a folder and everything in it to the owner it had: a command of root has written into it. Links, and files that
 * have another name besides, stay as they are.
 * @param owner ids of user and group
 */
export const giveToOwner = async (
  folder: string,
  { uid, gid }: { uid: number; gid: number },
): Promise<void> => {
  if (process.getuid?.() !== 0) return
  for await (const path of entriesOf(folder)) await lchown(path, uid, gid)
}
