import { and, gt, inArray, sql } from 'drizzle-orm'
import type { Keys } from '../keys.ts'
import type { Db } from './client.ts'
import { guessMark } from './schema.ts'
import type { GuessMarks, Store } from './store.ts'

const total = 'total'

const marksIn = (rows: { key: string; failures: number }[], key: string): GuessMarks => {
  const of = (wanted: string) => rows.find((row) => row.key === wanted)?.failures ?? 0
  return { address: of(key), total: of(total) }
}

/**
 * Marks of guessing (DESIGN 6): read by key before a look-up, counted only for well-formed unknown codes. The
 * address is stored as a keyed fingerprint and swept after its window.
 */
export const makeGuesses = (db: Db, keys: Keys): Pick<Store, 'guesses' | 'countGuess'> => ({
  async guesses(address, now) {
    const key = await keys.mac('guess-mark', address)
    const rows = await db
      .select({ key: guessMark.key, failures: guessMark.failures })
      .from(guessMark)
      .where(and(inArray(guessMark.key, [key, total]), gt(guessMark.expiresAt, now)))
    return marksIn(rows, key)
  },

  async countGuess(address, now, expiresAt) {
    const key = await keys.mac('guess-mark', address)
    const living = sql`${guessMark.expiresAt} > ${now}`
    const rows = await db
      .insert(guessMark)
      .values([key, total].map((one) => ({ key: one, failures: 1, expiresAt })))
      .onConflictDoUpdate({
        target: guessMark.key,
        set: {
          failures: sql`CASE WHEN ${living} THEN ${guessMark.failures} + 1 ELSE 1 END`,
          expiresAt: sql`CASE WHEN ${living} THEN ${guessMark.expiresAt} ELSE ${expiresAt} END`,
        },
      })
      .returning({ key: guessMark.key, failures: guessMark.failures })
    return marksIn(rows, key)
  },
})
