import { and, eq, isNotNull, lte } from 'drizzle-orm'
import { type Keys, openWith } from '#keys'
import type { FilingStore } from '#store/ports/filing.ts'
import type { NewReceipt } from '#store/ports/receipt.ts'
import type { Base } from './base.ts'
import { cases, postReceipt } from './schema.ts'

/** The stored answer of an earlier post, for a repeat with the same key (rules.md R9, R43). */
type Receipts = Pick<FilingStore, 'receipt' | 'forgetAnswer' | 'keepsAnswer'>

/**
 * A new receipt, as far as it can be made before its answer is complete.
 * @returns a function that adds what the answer lacked, seals it and gives the row
 */
export const receiptFor = async (
  keys: Keys,
  caseId: string,
  { key, body, answer, expiresAt }: NewReceipt,
) => {
  const [keyHash, bodyMac, saltedKey] = await Promise.all([
    keys.mac('idempotency-key', key),
    keys.mac('filing-body', body),
    keys.saltedKey(key),
  ])
  return async (more: object = {}) => {
    const plain = new TextEncoder().encode(JSON.stringify({ ...answer, ...more }))
    const sealed = await keys.sealWith(saltedKey, plain, 'filing-answer')
    return { keyHash, bodyMac, caseId, answer: sealed, expiresAt }
  }
}

export const receiving = ({ db, keys }: Base): Receipts => ({
  async receipt(key, body, now) {
    const keyHash = await keys.mac('idempotency-key', key)
    const [, [row]] = await db.batch([
      db.delete(postReceipt).where(and(eq(postReceipt.keyHash, keyHash), lte(postReceipt.expiresAt, now))),
      db
        .select({ bodyMac: postReceipt.bodyMac, answer: postReceipt.answer, number: cases.number })
        .from(postReceipt)
        .innerJoin(cases, eq(cases.id, postReceipt.caseId))
        .where(eq(postReceipt.keyHash, keyHash)),
    ])
    if (!row) return null
    const sameBody = row.bodyMac === (await keys.mac('filing-body', body))
    const plain =
      row.answer && sameBody ? await openWith(await keys.saltedKey(key), row.answer, 'filing-answer') : null
    const answer: unknown = plain ? JSON.parse(new TextDecoder().decode(plain)) : null
    return { sameBody, number: row.number, answer }
  },

  async forgetAnswer(key) {
    const keyHash = await keys.mac('idempotency-key', key)
    await db.update(postReceipt).set({ answer: null }).where(eq(postReceipt.keyHash, keyHash))
  },

  async keepsAnswer(key) {
    const keyHash = await keys.mac('idempotency-key', key)
    const [row] = await db
      .select({ key: postReceipt.keyHash })
      .from(postReceipt)
      .where(and(eq(postReceipt.keyHash, keyHash), isNotNull(postReceipt.answer)))
    return row !== undefined
  },
})
