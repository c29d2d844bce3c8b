import { closeSync, constants, createReadStream, fstatSync, openSync, type ReadStream } from 'node:fs'
import { Refusal } from '../command.ts'
import { asOwner, asRoot } from '../rights.ts'

/** Files that a command was told to read: backups, evidence beside them, lists. */

/** What is there is a link, a folder or a device. */
export class NoPlainFile extends Refusal {
  constructor(path: string) {
    super(`${path}：不是普通文件（链接、文件夹或设备）。`)
  }
}

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code

/** Neither through a link nor waiting for the other end of a pipe. */
const openPlain = (path: string): number =>
  openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)

const withEnoughRights = (path: string): number => {
  try {
    return openPlain(path)
  } catch (error) {
    // A disk that only root reads. What the owner of the state reads is read with their rights: the owner may have put
    // the name of a file there that is not theirs.
    if (codeOf(error) !== 'EACCES') throw error
    return asRoot(() => openPlain(path))
  }
}

/**
 * Opens a file for reading.
 * @param open opens it, by default with more rights where those of the process are not enough
 * @returns its descriptor; undefined if there is none of this name
 * @throws NoPlainFile
 */
export const openSource = (path: string, open = withEnoughRights): number | undefined => {
  let descriptor: number
  try {
    descriptor = open(path)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw codeOf(error) === 'ELOOP' ? new NoPlainFile(path) : error
  }
  if (fstatSync(descriptor).isFile()) return descriptor
  closeSync(descriptor)
  throw new NoPlainFile(path)
}

/** The same as a stream, which closes the file. @param start offset of the first byte */
export const readSource = (path: string, start = 0): ReadStream | undefined => {
  const fd = openSource(path)
  return fd === undefined ? undefined : createReadStream('', { fd, start })
}

/** A file in a state as a stream, opened with the rights of the owner of the state. */
export const readFromState = (state: string, path: string): ReadStream | undefined => {
  const fd = asOwner(state, () => openSource(path, openPlain))
  return fd === undefined ? undefined : createReadStream('', { fd })
}
