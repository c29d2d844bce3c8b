import type { D1Database } from '@cloudflare/workers-types'

/** A case of the differential suite: it runs in a Worker over local D1, and in Node over node:sqlite. */
export interface Case {
  name: string
  /** Statements that prepare an empty database. */
  given?: string[]
  /** Work whose value, or error, is compared. */
  run: (db: D1Database) => Promise<unknown>
}

/** A value with what JSON would lose, so that both sides can be compared as text. */
const encoded = (value: unknown): unknown => {
  if (value === undefined) return { undefined: true }
  if (typeof value === 'number' && !Number.isFinite(value)) return { number: String(value) }
  if (typeof value === 'bigint') return { bigint: String(value) }
  if (value instanceof Uint8Array || value instanceof ArrayBuffer)
    return { bytes: [...new Uint8Array(value as ArrayBuffer)] }
  if (Array.isArray(value)) return value.map(encoded)
  if (value !== null && typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, encoded(one)]))
  return value
}

const said = (error: unknown): unknown => {
  const { message, cause } = error as Error
  return { threw: message, cause: (cause as Error | undefined)?.message ?? null }
}

/** Empties the database and runs one case. @returns what JSON can carry */
export const outcomeOf = async (db: D1Database, { given = [], run }: Case): Promise<unknown> => {
  const { results } = await db
    .prepare(
      `SELECT type, name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT GLOB 'sqlite_*' AND name NOT GLOB '_cf_*' ORDER BY rowid`,
    )
    .all<{ type: string; name: string }>()
  const drops = results.map(({ type, name }) => `DROP ${type} IF EXISTS "${name}"`)
  await db.batch(['PRAGMA defer_foreign_keys = on', ...drops, ...given].map((sql) => db.prepare(sql)))
  try {
    return encoded(await run(db))
  } catch (error) {
    return said(error)
  }
}
