import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import type { D1Database } from '@cloudflare/workers-types'
import { getPlatformProxy } from 'wrangler'
import { makeKeys, readSecret } from '../keys.ts'
import type { Ports } from '../ports.ts'
import { createStore } from '../store/create.ts'

/** Ports for a maintainer's command on this machine: the same embedded database that `npm start` serves. */

const secretsFile = '.dev.vars'
const secretNames = ['MASTER_KEY', 'CODE_PEPPER'] as const

/** Makes local secrets where none exist; existing ones are never touched, or every local case would be lost. */
export const ensureSecrets = (): void => {
  const known = existsSync(secretsFile) ? readFileSync(secretsFile, 'utf8') : ''
  const missing = secretNames.filter((name) => !new RegExp(`^${name}=`, 'm').test(known))
  const made = missing.map(
    (name) => `${name}="${crypto.getRandomValues(Buffer.alloc(32)).toString('base64')}"\n`,
  )
  if (made.length > 0) writeFileSync(secretsFile, `${known}${made.join('')}`, { mode: 0o600 })
}

const readSecrets = () => {
  const text = readFileSync(secretsFile, 'utf8')
  const [masterKey, codePepper] = secretNames.map((name) =>
    readSecret(new RegExp(`^${name}="?([^"\n]+)"?$`, 'm').exec(text)?.[1]),
  )
  if (!masterKey || !codePepper)
    throw new Error(`${secretsFile}: MASTER_KEY and CODE_PEPPER must be 32 bytes in base64`)
  return { masterKey, codePepper }
}

export type ConsolePorts = Pick<Ports, 'store' | 'clock' | 'random'>

/**
 * Runs `work` with ports over the local database and closes it afterwards.
 * @param state folder of the local state, as given to wrangler's `--persist-to`
 */
export const withLocalPorts = async <T>(
  state: string,
  work: (ports: ConsolePorts) => Promise<T>,
): Promise<T> => {
  const keys = makeKeys(readSecrets())
  const platform = await getPlatformProxy<{ DB: D1Database }>({ persist: { path: `${state}/v3` } })
  try {
    return await work({
      store: createStore(platform.env.DB, keys),
      clock: () => Date.now(),
      random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
    })
  } finally {
    await platform.dispose()
  }
}

/** Where local state lives; tests choose their own. */
export const stateFolder = (): string => process.env['LIUCHIXIANG_STATE'] ?? '.wrangler/state'
