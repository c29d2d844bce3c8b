import { mkdirSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { makeBackupKeys, readPrivateKey, readPublicKey } from '../../functions/box/backup/keys.ts'
import { statePaths } from '../../functions/box/paths.ts'
import { erasureFile } from '../../functions/erasure-list.ts'
import { nodeClient } from './node-app.ts'

/** States of a county's own box, each in a folder of its own. */

/** A new empty folder. */
export const emptyState = (): string => {
  mkdirSync('tests/.output', { recursive: true })
  return mkdtempSync('tests/.output/state-')
}

/** The app over a state, with a client; `close` closes its database. */
export const appOver = (state: string, migrations = 'migrations') => {
  const { database, files, erasures } = statePaths(state)
  return nodeClient({ database, files, erasures: erasureFile(erasures), migrations })
}

/** A pair of keys of backups. */
export const backupPair = () => {
  const texts = makeBackupKeys()
  const [privateKey, publicKey] = [readPrivateKey(texts.privateText), readPublicKey(texts.publicText)]
  if (!privateKey || !publicKey) throw new Error('no keys')
  return { ...texts, privateKey, publicKey }
}

/** Path of a file in the folder of the backups of a state. */
export const besideBackups = (state: string, ...names: string[]): string =>
  join(statePaths(state).backups, ...names)
