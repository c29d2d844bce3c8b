import type { D1Database } from '@cloudflare/workers-types'
import type { BatchItem } from 'drizzle-orm/batch'
import { drizzle } from 'drizzle-orm/d1'

/** The query builder over D1 or a compatible database (sqlite/d1.ts). */
export const connect = (d1: D1Database) => drizzle(d1, { casing: 'snake_case' })

export type Db = ReturnType<typeof connect>

/** Runs statements as one batch, in one round trip; nothing without any. */
export const inOneTrip = async <Answer>(
  db: Db,
  statements: readonly BatchItem<'sqlite'>[],
): Promise<Answer[]> => {
  const [first, ...rest] = statements
  return first ? ((await db.batch([first, ...rest])) as Answer[]) : []
}
