import type { D1Database } from '@cloudflare/workers-types'
import { getPlatformProxy } from 'wrangler'
import { makeKeys } from '../keys.ts'
import type { Ports } from '../ports.ts'
import { decoyHash, hashPassword, verifyPassword } from '../scrypt.ts'
import type { AuthPorts } from '../staff/ports.ts'
import { createStore } from '../store/create.ts'
import { createStaffStore } from '../store/staff-create.ts'
import { readSecrets } from './secrets.ts'

/** Ports for a maintainer's command on this machine: the same embedded database that `npm start` serves. */

export type ConsolePorts = Pick<Ports, 'store' | 'clock' | 'random'> & AuthPorts

/** Runs `work` on the local database itself and closes it afterwards. */
export const withLocalDatabase = async <T>(
  state: string,
  work: (database: D1Database) => Promise<T>,
): Promise<T> => {
  const platform = await getPlatformProxy<{ DB: D1Database }>({ persist: { path: `${state}/v3` } })
  try {
    return await work(platform.env.DB)
  } finally {
    await platform.dispose()
  }
}

/**
 * Runs `work` with ports over the local database and closes it afterwards.
 * @param state folder of the local state, as given to wrangler's `--persist-to`
 */
export const withLocalPorts = async <T>(
  state: string,
  work: (ports: ConsolePorts) => Promise<T>,
): Promise<T> => {
  const keys = makeKeys(readSecrets())
  return withLocalDatabase(state, (database) =>
    work({
      store: createStore(database, keys),
      clock: () => Date.now(),
      random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
      keys,
      staff: createStaffStore(database),
      password: { hash: hashPassword, verify: verifyPassword, decoy: decoyHash },
      log: (entry) => console.warn(JSON.stringify(entry)),
    }),
  )
}
