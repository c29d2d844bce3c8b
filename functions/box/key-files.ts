import type { KeyObject } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { readPublicKey } from './backup/keys.ts'
import { type BoxSettings, configPath, systemdFolders } from './config.ts'

/** Where the files of keys are. */

/** The public key of backups, beside the secrets. */
export const publicKeyFile = 'backup-public'

/** The sheet to be printed; whoever has printed it deletes it. */
export const paperPath = (): string => join(dirname(configPath()), 'paper.txt')

/** The folder for keys that first-run makes. */
export const newKeysFolder = (): string => join(dirname(configPath()), 'keys')

/** The public key of backups. @throws if it is missing or none */
export const backupPublicKey = (settings: BoxSettings): KeyObject => {
  const folder = systemdFolders().credentials ?? settings.keys ?? ''
  const path = join(folder, publicKeyFile)
  const key = existsSync(path) ? readPublicKey(readFileSync(path, 'utf8')) : undefined
  if (!key) throw new Error(`${path}：没有备份用的公钥。`)
  return key
}
