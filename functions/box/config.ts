import { existsSync, readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { isAbsolute, join } from 'node:path'
import * as z from 'zod/mini'
import { fail, ok, type Result } from '#domain/basics/result.ts'
import { isLoopback } from '#http/loopback.ts'
import { readSecret, type Secrets } from '#keys'
import { readNoticeConfig } from '../notices/config.ts'
import { inChinese } from '../notices/faults-in-chinese.ts'

/**
 * The configuration of a county's own box (docs/how/box.md): one JSON file without secrets, and one file for each
 * secret in another folder.
 */

/** A fault of the configuration: where it is, and what is wrong there, in words for the operator; never a value. */
export interface BoxFault {
  place: string
  says: string
}

/** What the file says, with its defaults. */
export interface BoxSettings {
  /** The public address of the site, `https://county.example`, or `http://127.0.0.1:8787` on a developer's machine. */
  origin: string
  listen: { host: string; port: number }
  /** Addresses of the proxies whose `x-forwarded-for` is believed. */
  proxies: string[]
  /** Folder of `app.db`, `files/`, `erasures.jsonl` and `backups/`. */
  state: string
  /** Folder with the files of the secrets, where systemd passes none. */
  keys?: string
}

/** Settings and secrets: what the server needs. */
export interface BoxConfig extends BoxSettings {
  secrets: Secrets
  /** How notices are sent, as JSON (functions/notices/config.ts); absent: none are. */
  notices?: string
}

/** File names of the secrets in their folder. */
export const secretFiles = { masterKey: 'master-key', codePepper: 'code-pepper', notices: 'notices' } as const

/** True for an address of a site: https without a path, or http on loopback. */
export const isOrigin = (text: string): boolean => {
  const url = URL.parse(text)
  if (url === null || url.origin !== text.replace(/\/$/, '')) return false
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))
}

const listenPattern = /^(?:\[([0-9a-f:]+)\]|([\d.]+)):(\d{1,5})$/

const readListen = (text: string): BoxSettings['listen'] | undefined => {
  const [, six, four, port = ''] = listenPattern.exec(text) ?? []
  const host = six ?? four ?? ''
  return isIP(host) !== 0 && Number(port) <= 65_535 ? { host, port: Number(port) } : undefined
}

const listenShape = '要写 IP 地址和端口，例如 127.0.0.1:8787'
const proxyShape = '要写 IP 地址'
const folderShape = '要写一个文件夹'
const wholePath = '要写完整的路径，以 / 开头'

const folder = z.optional(
  z.string(folderShape).check(
    z.minLength(1, folderShape),
    z.refine((text) => text === '' || isAbsolute(text), wholePath),
  ),
)

const schema = z.strictObject(
  {
    origin: z
      .string('要写网站地址')
      .check(z.refine(isOrigin, '要写 https:// 加域名，后面什么都不带，例如 https://county.example')),
    listen: z._default(
      z.string(listenShape).check(z.refine((text) => readListen(text) !== undefined, listenShape)),
      '127.0.0.1:8787',
    ),
    proxies: z._default(
      z.array(
        z.string(proxyShape).check(z.refine((text) => isIP(text) !== 0, proxyShape)),
        '要写成一列 IP 地址，例如 ["127.0.0.1", "::1"]',
      ),
      ['127.0.0.1', '::1'],
    ),
    state: folder,
    keys: folder,
  },
  '要写成一段 JSON，用花括号括起来',
)

/** The folders that systemd passes, from the environment. */
export interface SystemdFolders {
  /** `STATE_DIRECTORY` of the unit. */
  state?: string | undefined
  /** `CREDENTIALS_DIRECTORY` of the unit. */
  credentials?: string | undefined
}

export const systemdFolders = (): SystemdFolders => ({
  state: process.env['STATE_DIRECTORY'],
  credentials: process.env['CREDENTIALS_DIRECTORY'],
})

/** Path of the configuration file, `LIUCHIXIANG_CONFIG` or the one of the package. */
export const configPath = (): string => process.env['LIUCHIXIANG_CONFIG'] ?? '/etc/liuchixiang/box.json'

const readText = (path: string): string | undefined => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

/** A string of JSON, and the colon behind it if it is a key. */
const stringToken = /"((?:[^"\\]|\\.)*)"\s*(:)?/g

/** Keys that are there twice: JSON.parse takes the last one without a word. @param text valid JSON of one object */
const repeatedKeys = (text: string): string[] => {
  const keys = [...text.matchAll(stringToken)].flatMap(([, key = '', colon]) =>
    colon ? [String(JSON.parse(`"${key}"`))] : [],
  )
  return [...new Set(keys.filter((key, index) => keys.indexOf(key) !== index))]
}

/** Most characters of the file; it has a few hundred. */
const settingsBound = 64 * 1024

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * Reads the configuration file, without the secrets.
 * @param path the JSON file
 * @returns the settings, or every fault with its place in the file
 */
export const readBoxSettings = (
  path: string,
  folders: SystemdFolders = systemdFolders(),
): Result<BoxSettings, BoxFault[]> => {
  const text = readText(path)
  if (text === undefined) return fail([{ place: path, says: '没有这个文件，或者没有权限读' }])
  if (text.length > settingsBound) return fail([{ place: path, says: '太长了，不是设置' }])
  if (text.startsWith('\ufeff'))
    return fail([{ place: path, says: '开头有一个看不见的字符（BOM）：请另存为不带 BOM 的 UTF-8' }])
  const value = parsed(text)
  if (value === undefined) return fail([{ place: path, says: '不是一段 JSON：看看引号、逗号和括号' }])
  const repeated = repeatedKeys(text)
  if (repeated.length > 0)
    return fail(repeated.map((key) => ({ place: `${path}: ${key}`, says: '写了两次，只能写一次' })))
  const read = schema.safeParse(value)
  if (!read.success)
    return fail(
      read.error.issues.map(({ path: place, message, ...issue }) => ({
        place: [path, ...place].join(': '),
        says: issue.code === 'unrecognized_keys' ? `没有 ${issue.keys.join('、')} 这一项` : message,
      })),
    )
  const { origin, proxies, keys } = read.data
  const state = read.data.state ?? folders.state
  const listen = readListen(read.data.listen)
  if (!state || !listen) return fail([{ place: `${path}: state`, says: folderShape }])
  return ok({ origin: new URL(origin).origin, listen, proxies, state, ...(keys && { keys }) })
}

/** The secrets of a box, and how notices are sent. */
export type BoxSecrets = Pick<BoxConfig, 'secrets' | 'notices'>

/** Reads the files of the secrets; a fault names the file. */
export const readBoxSecrets = (
  { keys }: Pick<BoxSettings, 'keys'>,
  folders: SystemdFolders = systemdFolders(),
): Result<BoxSecrets, BoxFault[]> => {
  const folder = folders.credentials ?? keys
  if (!folder) return fail([{ place: 'keys', says: `${folderShape}，或者由 systemd 传进来` }])
  const fileOf = (name: keyof typeof secretFiles) => join(folder, secretFiles[name])
  const secretOf = (name: 'masterKey' | 'codePepper') => readSecret(readText(fileOf(name))?.trim())
  const [masterKey, codePepper] = [secretOf('masterKey'), secretOf('codePepper')]
  if (!masterKey || !codePepper) {
    const faulty = [
      ...(masterKey ? [] : ['masterKey' as const]),
      ...(codePepper ? [] : ['codePepper' as const]),
    ]
    return fail(faulty.map((name) => ({ place: fileOf(name), says: '没有，或者不是 32 字节的 base64' })))
  }
  const notices = existsSync(fileOf('notices')) ? readText(fileOf('notices')) : undefined
  const read = readNoticeConfig(notices)
  if (!read.ok)
    return fail(
      read.error.map((fault) => ({ place: `${fileOf('notices')}: ${fault.place}`, says: inChinese(fault) })),
    )
  return ok({ secrets: { masterKey, codePepper }, ...(notices !== undefined && { notices }) })
}

/**
 * Reads configuration file and secrets.
 * @param path the JSON file
 * @param folders what systemd passes; `credentials` comes before the folder `keys` of the file
 * @returns the configuration, or every fault: which file, and what is expected in it; never a value
 */
export const readBoxConfig = (
  path: string,
  folders: SystemdFolders = systemdFolders(),
): Result<BoxConfig, BoxFault[]> => {
  const settings = readBoxSettings(path, folders)
  if (!settings.ok) return settings
  const secrets = readBoxSecrets(settings.value, folders)
  return secrets.ok ? ok({ ...settings.value, ...secrets.value }) : secrets
}

/** The faults as lines for a terminal. */
export const sayBoxFaults = (faults: BoxFault[]): string =>
  faults.map(({ place, says }) => `${place}：${says}`).join('\n')
