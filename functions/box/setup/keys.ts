import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readSecret, type Secrets } from '#keys'
import type { SecretName } from '#store/key-marks/marks.ts'
import { random } from '../../console/maintenance-ports.ts'
import { makeBackupKeys, rawPublic, readPrivateKey } from '../backup/keys.ts'
import { Refusal } from '../command.ts'
import { secretFiles } from '../config.ts'
import { newKeysFolder, paperPath, publicKeyFile } from '../key-files.ts'
import { sayMisfits } from '../own-keys.ts'
import { type PaperKey, paperKeys, readPaper, writePaper } from '../paper.ts'

/** The keys of a new box. None is ever overwritten: with another one, nothing that was sealed before opens. */

const namesOf = { 'master-key': secretFiles.masterKey, 'code-pepper': secretFiles.codePepper } as const

const newSecret = (): string => Buffer.from(random(32)).toString('base64')

/** Reads a secret that was made elsewhere. @throws if it is none */
const secretIn = (folder: string, name: string): string => {
  const path = join(folder, name)
  const text = existsSync(path) ? readFileSync(path, 'utf8').trim() : ''
  if (!readSecret(text)) throw new Refusal(`${path}：应当是 32 字节的 base64。`)
  return text
}

/** Says which of two secrets are not those of the database of this machine; none where there is no database. */
export type FitsDatabase = (secrets: Secrets) => Promise<SecretName[]>

/** @throws if keys are not those of the database: nobody would find out until a case does not open */
const needFitting = async (
  keys: Pick<Record<PaperKey, string>, SecretName>,
  fits: FitsDatabase,
): Promise<void> => {
  const [masterKey, codePepper] = [readSecret(keys['master-key']), readSecret(keys['code-pepper'])]
  const misfits = masterKey && codePepper ? await fits({ masterKey, codePepper }) : []
  if (misfits.length > 0) throw new Refusal(`钥匙没有改动。${sayMisfits(misfits)}`)
}

const secretsIn = (folder: string) => ({
  'master-key': secretIn(folder, namesOf['master-key']),
  'code-pepper': secretIn(folder, namesOf['code-pepper']),
})

/** Three keys: new ones, or two secrets that were made elsewhere with a new key for backups. */
const newKeys = (secrets: string | undefined): Record<PaperKey, string> => ({
  ...(secrets === undefined ? { 'master-key': newSecret(), 'code-pepper': newSecret() } : secretsIn(secrets)),
  'backup-key': makeBackupKeys().privateText,
})

/** Names of the files that are there already. */
const keysIn = (folder: string): string[] =>
  [...Object.values(namesOf), publicKeyFile].filter((name) => existsSync(join(folder, name)))

/**
 * Writes the files of the keys that are missing, readable by root alone; of the key of backups only the public half.
 */
const writeKeys = (folder: string, keys: Record<PaperKey, string>): void => {
  const privateKey = readPrivateKey(keys['backup-key'])
  if (!privateKey) throw new Error('backup-key')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const files: Record<string, string> = {
    [namesOf['master-key']]: keys['master-key'],
    [namesOf['code-pepper']]: keys['code-pepper'],
    [publicKeyFile]: rawPublic(privateKey).toString('base64'),
  }
  const there = keysIn(folder)
  for (const [name, text] of Object.entries(files))
    if (!there.includes(name))
      writeFileSync(join(folder, name), `${text}\n`, { mode: 0o600, flag: 'wx', flush: true })
}

/** The three keys from a sheet that was typed again. */
const fromSheet = (path: string): Record<PaperKey, string> => {
  const sheet = readPaper(readFileSync(path, 'utf8'))
  if (!sheet.ok) throw new Refusal(`${path}：这几行抄错了：${sheet.error.join('、')}`)
  const missing = paperKeys.filter((name) => !sheet.value[name])
  if (missing.length > 0) throw new Refusal(`${path}：缺 ${missing.join('、')}`)
  return sheet.value as Record<PaperKey, string>
}

/** The sheet that a run left which ended early: the keys are those on it. @throws if others are asked for */
const onLeftSheet = (secrets: string | undefined): Record<PaperKey, string> => {
  const left = fromSheet(paperPath())
  const asked = secrets === undefined ? left : secretsIn(secrets)
  if (asked['master-key'] !== left['master-key'] || asked['code-pepper'] !== left['code-pepper'])
    throw new Refusal(
      `${paperPath()} 还在，上面是另外的钥匙，不是 ${secrets} 里的；什么都没有做。那些钥匙要是还用得着，先印好、收好，再 sudo shred -u ${paperPath()}，然后再来一次。`,
    )
  return left
}

/** The sheet that is to be printed, with keys that fit. */
const onNewSheet = async (
  secrets: string | undefined,
  fits: FitsDatabase,
): Promise<Record<PaperKey, string>> => {
  if (existsSync(paperPath())) return onLeftSheet(secrets)
  const keys = newKeys(secrets)
  await needFitting(keys, fits)
  // The sheet first: keys of which no copy was written must not come into use.
  writeFileSync(paperPath(), writePaper(keys), { mode: 0o600, flag: 'wx', flush: true })
  return keys
}

/**
 * Makes keys, or takes those of a sheet or two secrets. Keys that are there stay; some of three are a reason to stop.
 * @param sheet path of a sheet that was typed again
 * @param secrets folder with two secrets that were made elsewhere
 * @param fits asked before anything is written
 * @returns what was done, in words
 */
export const prepareKeys = async (
  sheet: string | undefined,
  secrets: string | undefined,
  fits: FitsDatabase,
): Promise<string> => {
  const folder = newKeysFolder()
  const there = keysIn(folder)
  if (there.length === paperKeys.length) {
    await needFitting(secretsIn(folder), fits)
    return `钥匙已经有了，没有改动：${folder}`
  }
  // The two secrets stay, and get a new key for backups: the old one is lost, or somebody has it.
  const onlyPublic = there.length === 2 && !there.includes(publicKeyFile) && secrets === folder
  if (there.length > 0 && !onlyPublic)
    throw new Refusal(`${folder} 里只有 ${there.join('、')}。钥匙从不覆盖：请找回其余的，或清空这个文件夹。`)
  const left = paperPath()
  if (onlyPublic && existsSync(left))
    throw new Refusal(
      `${left} 还在，上面是旧的 backup-key，没有做新的。它要是已经泄露，旧的备份就不安全：请先印好、收好需要的旧钥匙纸，再 sudo shred -u ${left}，然后再来一次。`,
    )
  const keys = sheet ? fromSheet(sheet) : await onNewSheet(secrets, fits)
  await needFitting(keys, fits)
  writeKeys(folder, keys)
  if (sheet) return `钥匙已从 ${sheet} 放到 ${folder}。`
  if (onlyPublic) return `备份用的钥匙换了新的，master-key 和 code-pepper 没有动：${folder}`
  return secrets
    ? `两把钥匙已从 ${secrets} 放好，备份用的钥匙是新做的：${folder}`
    : `已做好三把钥匙：${folder}`
}
