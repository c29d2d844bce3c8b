import { existsSync, readFileSync } from 'node:fs'
import { isIP } from 'node:net'
import { join } from 'node:path'
import * as z from 'zod/mini'
import { fail, ok, type Result } from '#domain/basics/result.ts'
import { isLoopback } from '#http/loopback.ts'
import { readSecret, type Secrets } from '#keys'
import { readNoticeConfig } from '../notices/config.ts'

/**
 * The configuration of a county's own box (docs/how/box.md): one JSON file without secrets, and one file for each
 * secret in another folder.
 */

/** A fault of the configuration: where it is, and what is expected there; never a value. */
export interface BoxFault {
  place: string
  expected: string
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

const schema = z.strictObject({
  origin: z
    .string('an address such as https://county.example')
    .check(z.refine(isOrigin, 'an https address without a path, or http on loopback')),
  listen: z._default(
    z
      .string('an address with a port')
      .check(z.refine((text) => readListen(text) !== undefined, 'an address with a port, 127.0.0.1:8787')),
    '127.0.0.1:8787',
  ),
  proxies: z._default(
    z.array(
      z.string().check(z.refine((text) => isIP(text) !== 0, 'an IP address')),
      'a list of IP addresses',
    ),
    ['127.0.0.1', '::1'],
  ),
  state: z.optional(z.string('a folder').check(z.minLength(1, 'a folder'))),
  keys: z.optional(z.string('a folder').check(z.minLength(1, 'a folder'))),
})

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
  if (text === undefined) return fail([{ place: path, expected: 'a file that can be read' }])
  const value = parsed(text)
  if (value === undefined) return fail([{ place: path, expected: 'JSON' }])
  const read = schema.safeParse(value)
  if (!read.success)
    return fail(
      read.error.issues.map(({ path: place, message, ...issue }) => ({
        place: [path, ...place].join(': '),
        expected: issue.code === 'unrecognized_keys' ? `not ${issue.keys.join(', ')}` : message,
      })),
    )
  const { origin, proxies, keys } = read.data
  const state = read.data.state ?? folders.state
  const listen = readListen(read.data.listen)
  if (!state || !listen) return fail([{ place: `${path}: state`, expected: 'a folder' }])
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
  if (!folder) return fail([{ place: 'keys', expected: 'a folder, or CREDENTIALS_DIRECTORY' }])
  const fileOf = (name: keyof typeof secretFiles) => join(folder, secretFiles[name])
  const secretOf = (name: 'masterKey' | 'codePepper') => readSecret(readText(fileOf(name))?.trim())
  const [masterKey, codePepper] = [secretOf('masterKey'), secretOf('codePepper')]
  if (!masterKey || !codePepper) {
    const faulty = [
      ...(masterKey ? [] : ['masterKey' as const]),
      ...(codePepper ? [] : ['codePepper' as const]),
    ]
    return fail(faulty.map((name) => ({ place: fileOf(name), expected: '32 bytes in base64' })))
  }
  const notices = existsSync(fileOf('notices')) ? readText(fileOf('notices')) : undefined
  const read = readNoticeConfig(notices)
  if (!read.ok)
    return fail(read.error.map((fault) => ({ ...fault, place: `${fileOf('notices')}: ${fault.place}` })))
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
  faults.map(({ place, expected }) => `${place}: expected ${expected}`).join('\n')
