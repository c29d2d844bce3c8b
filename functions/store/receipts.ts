import { and, eq, gt, isNotNull } from 'drizzle-orm'
import { type Keys, openWith } from '../keys.ts'
import type { Db } from './client.ts'
import { caseEvent, cases, filingReceipt } from './schema.ts'
import type { Store } from './store.ts'

/** What an earlier filing left for its repeat (DESIGN 5). */
export const makeReceipts = (
  db: Db,
  keys: Keys,
): Pick<Store, 'receipt' | 'forgetAnswer' | 'keepsAnswer'> => ({
  async receipt(key, body, now) {
    const keyHash = await keys.mac('idempotency-key', key)
    const [row] = await db
      .select({
        bodyMac: filingReceipt.bodyMac,
        answer: filingReceipt.answer,
        number: cases.number,
        lastHash: caseEvent.hash,
      })
      .from(filingReceipt)
      .innerJoin(cases, eq(cases.id, filingReceipt.caseId))
      // The hash of then: a filing ends with its second event.
      .innerJoin(caseEvent, and(eq(caseEvent.caseId, filingReceipt.caseId), eq(caseEvent.seq, 2)))
      .where(and(eq(filingReceipt.keyHash, keyHash), gt(filingReceipt.expiresAt, now)))
    if (!row) return null
    const sameBody = row.bodyMac === (await keys.mac('filing-body', body))
    const plain =
      row.answer && sameBody ? await openWith(await keys.saltedKey(key), row.answer, 'filing-answer') : null
    const answer: unknown = plain ? JSON.parse(new TextDecoder().decode(plain)) : null
    return { sameBody, number: row.number, lastHash: row.lastHash, answer }
  },

  async forgetAnswer(key) {
    const keyHash = await keys.mac('idempotency-key', key)
    await db.update(filingReceipt).set({ answer: null }).where(eq(filingReceipt.keyHash, keyHash))
  },

  async keepsAnswer(key) {
    const keyHash = await keys.mac('idempotency-key', key)
    const [row] = await db
      .select({ key: filingReceipt.keyHash })
      .from(filingReceipt)
      .where(and(eq(filingReceipt.keyHash, keyHash), isNotNull(filingReceipt.answer)))
    return row !== undefined
  },
})
