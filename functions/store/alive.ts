import { type AnyColumn, type SQL, sql } from 'drizzle-orm'
import { minute } from '#domain/basics/bounds.ts'

/**
 * The condition that a row has not ended. One that would end later than a row that begins now began while the clock was ahead
 * and has ended too (docs/adr/0065-turns-and-clocks-of-a-box.md).
 * @param expiresAt the column with its end, in epoch ms
 * @param life how long a row lives, in ms
 * @param apart by how much the clock that gave it its end may differ from this one, in ms
 */
export const isAlive = (expiresAt: AnyColumn, now: number, life: number, apart = minute): SQL =>
  sql`${expiresAt} BETWEEN ${now + 1} AND ${now + life + apart}`
