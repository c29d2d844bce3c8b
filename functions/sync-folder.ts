import { open } from 'node:fs/promises'

/** Makes what happened in a folder (a new name, a rename) durable: a new file is on the disk once its folder is. */
export const syncFolder = async (folder: string): Promise<void> => {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
