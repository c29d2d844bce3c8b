import { chown, readdir } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Gives a folder and everything in it to the owner it had: a command of root has written into it.
 * @param owner ids of user and group
 */
export const giveToOwner = async (
  folder: string,
  { uid, gid }: { uid: number; gid: number },
): Promise<void> => {
  if (process.getuid?.() !== 0) return
  const inside = await readdir(folder, { recursive: true })
  for (const path of [folder, ...inside.map((name) => join(folder, name))]) await chown(path, uid, gid)
}
