import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

/** A small disk of its own, in a name space of its own: needs no rights on the machine. */

/** Can this machine make one? */
export const canMount =
  spawnSync('unshare', ['--user', '--map-root-user', '--mount', 'sh', '-c', 'mount -t tmpfs tmpfs /mnt'])
    .status === 0

/** The folder of a box where its small disk is. */
export const diskOf = (state: string): string => join(state, 'disk')
/** The file that fills it. */
export const ballastOf = (state: string): string => join(diskOf(state), 'ballast')

/**
 * Arguments of `unshare` for a shell command that sees a disk with a copy of the database.
 * @param size as `mount` takes it, such as 5m
 */
export const onSmallDisk = (state: string, size: string, command: string): string[] => [
  ...['--user', '--map-root-user', '--mount', 'sh', '-c'],
  `mount -t tmpfs -o size=${size} tmpfs '${diskOf(state)}' && cp '${join(state, 'app.db')}' '${diskOf(state)}/' && ${command}`,
]
