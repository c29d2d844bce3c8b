import type { D1Database } from '@cloudflare/workers-types'

/**
 * A database that refuses everything, in place of one that cannot be opened: pages for reading and blank forms are
 * served, and every use of the database says that nothing was stored.
 */
export const unusableD1 = (reason: unknown): D1Database => {
  const refuse = () => Promise.reject(reason)
  const statement = { bind: () => statement, all: refuse, run: refuse, raw: refuse, first: refuse }
  return { prepare: () => statement, batch: refuse, exec: refuse } as unknown as D1Database
}
