import { existsSync, statSync } from 'node:fs'

/**
 * Rights of a command that root has started. Its state belongs to the account of the service, which may put a link under
 * any name in it at any moment. So nothing in a state is opened, written or deleted with the rights of root.
 */

/** Ids of the owner of a folder; undefined where there are no rights to give up. */
const ownerOf = (folder: string): { uid: number; gid: number } | undefined => {
  if (process.getuid?.() !== 0 || !existsSync(folder)) return undefined
  const { uid, gid } = statSync(folder)
  return uid === 0 ? undefined : { uid, gid }
}

/** Acts with the rights of the owner of the state from now on; `asRoot` alone goes back. */
export const actAsOwner = (state: string): void => {
  const owner = ownerOf(state)
  if (!owner || process.geteuid?.() !== 0) return
  process.setgroups?.([owner.gid])
  process.setegid?.(owner.gid)
  process.seteuid?.(owner.uid)
}

/**
 * Gives up the rights of root for those of the owner of the state, for good, so that no file in it belongs to root
 * afterwards and the server can still write it. To be called once everything is read that only root can read.
 */
export const becomeOwner = (state: string): void => {
  // First: a command that acts as the owner may not read where the state is.
  if (process.getuid?.() === 0 && process.geteuid?.() !== 0) process.seteuid?.(0)
  const owner = ownerOf(state)
  if (!owner) return
  process.setgroups?.([owner.gid])
  process.setgid?.(owner.gid)
  process.setuid?.(owner.uid)
}

/**
 * Reads something in a state with the rights of its owner, where the command has those of root and keeps them.
 * @param read synchronous, since the rights are those of the whole process; no other I/O by path may be under way
 */
export const asOwner = <T>(state: string, read: () => T): T => {
  if (process.geteuid?.() !== 0 || !ownerOf(state)) return read()
  const [gid, groups] = [process.getegid?.() ?? 0, process.getgroups?.() ?? []]
  actAsOwner(state)
  try {
    return read()
  } finally {
    process.seteuid?.(0)
    process.setegid?.(gid)
    process.setgroups?.(groups)
  }
}

/**
 * Opens something with the rights of root, where the command has any.
 * @param open synchronous, since the rights are those of the whole process; no other I/O by path may be under way
 */
export const asRoot = <T>(open: () => T): T => {
  const acting = process.geteuid?.()
  if (process.getuid?.() !== 0 || acting === undefined || acting === 0) return open()
  process.seteuid?.(0)
  try {
    return open()
  } finally {
    process.seteuid?.(acting)
  }
}
