import { type SQL, sql } from 'drizzle-orm'
import { isAlive } from './alive.ts'
import type { Db } from './client.ts'
import type { MarkTable } from './mark-table.ts'

/** One increment of a counter; times in epoch ms. */
export interface Mark {
  /** Keyed fingerprint of what is counted. */
  key: string
  now: number
  /** End of the window if this count starts one; a running window keeps its own end. */
  expiresAt: number
}

/**
 * The statement that increments a counter once. Concurrent increments are all counted; after the window the count
 * starts at 1 again. So it does if the window ends later than one that begins now: the clock was ahead when it began.
 * @param onlyIf further condition; it differs for codes (docs/adr/0016-schema.md) and passwords
 *   (docs/adr/0017-locks-and-second-admin.md)
 * @returns the count of the running window, or no row if `onlyIf` was false
 */
export const countMark = (db: Db, table: MarkTable, { key, now, expiresAt }: Mark, onlyIf: SQL = sql`1`) => {
  const runs = isAlive(table.expiresAt, now, expiresAt - now)
  return db
    .insert(table)
    .select(sql`SELECT ${key}, 1, ${expiresAt} WHERE ${onlyIf}`)
    .onConflictDoUpdate({
      target: table.key,
      set: {
        count: sql`CASE WHEN ${runs} THEN ${table.count} + 1 ELSE 1 END`,
        expiresAt: sql`CASE WHEN ${runs} THEN ${table.expiresAt} ELSE excluded.expires_at END`,
      },
    })
    .returning({ count: table.count })
}
