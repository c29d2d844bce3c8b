import { inArray, lte } from 'drizzle-orm'
import { sweepRows } from '../domain/limits.ts'
import type { Db } from './client.ts'
import { filingReceipt, guessMark } from './schema.ts'
import type { Store } from './store.ts'

/** Rows past their life, a few with each filing and with each run of the scheduler, by index. */
export const sweepStatements = (db: Db, now: number) => {
  const receipts = db
    .select({ keyHash: filingReceipt.keyHash })
    .from(filingReceipt)
    .where(lte(filingReceipt.expiresAt, now))
    .limit(sweepRows)
  const marks = db
    .select({ key: guessMark.key })
    .from(guessMark)
    .where(lte(guessMark.expiresAt, now))
    .limit(sweepRows)
  return [
    db.delete(filingReceipt).where(inArray(filingReceipt.keyHash, receipts)),
    db.delete(guessMark).where(inArray(guessMark.key, marks)),
  ] as const
}

/** `sweep` of the Store. */
export const makeSweep =
  (db: Db): Store['sweep'] =>
  async (now) => {
    await db.batch([...sweepStatements(db, now)])
  }
