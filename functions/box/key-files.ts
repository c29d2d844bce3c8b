import type { KeyObject } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fail, ok, type Result } from '#domain/basics/result.ts'
import { readPublicKey } from './backup/keys.ts'
import { type BoxSettings, configPath, systemdFolders } from './config.ts'
import { ownCommand } from './instance.ts'

/** Where the files of keys are. */

/** The public key of backups, beside the secrets. */
export const publicKeyFile = 'backup-public'

/** The sheet to be printed; whoever has printed it deletes it. */
export const paperPath = (): string => join(dirname(configPath()), 'paper.txt')

/** The folder for keys that first-run makes. */
export const newKeysFolder = (): string => join(dirname(configPath()), 'keys')

/** The public key of backups, or that it is missing or none, in words for a terminal. */
export const readBackupKey = ({ keys }: Pick<BoxSettings, 'keys'>): Result<KeyObject, string> => {
  const path = join(systemdFolders().credentials ?? keys ?? '', publicKeyFile)
  const key = existsSync(path) ? readPublicKey(readFileSync(path, 'utf8')) : undefined
  if (key) return ok(key)
  const renew = `sudo ${ownCommand()} first-run --secrets ${newKeysFolder()}`
  return fail(`${path}：没有备份用的公钥。钥匙文件丢了，就做一把新的：${renew}`)
}
