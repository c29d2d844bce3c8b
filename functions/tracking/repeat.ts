import { receiptLife } from '#domain/basics/bounds.ts'
import { fail, ok, type Result } from '#domain/basics/result.ts'
import type { Instant } from '#domain/basics/time.ts'
import type { NewReceipt, ReceiptStore } from '#store/ports/receipt.ts'

/**
 * A post that may come again within a day (rules.md R9).
 * @param key what the repeat is known by; empty or absent: each post is a new one
 * @param body what was posted, as one text
 */
export const repeatOf = <Answer extends object>(
  store: Pick<ReceiptStore, 'receipt'>,
  key: string | undefined,
  body: string,
) => ({
  /** The answer to the first post of this key, null if it is the first; `conflict`: the key was used for something else. */
  async earlier(now: Instant): Promise<Result<Answer, 'conflict'> | null> {
    const receipt = key ? await store.receipt(key, body, now) : null
    if (!receipt) return null
    return receipt.sameBody && receipt.answer ? ok(receipt.answer as Answer) : fail('conflict')
  },
  /** The receipt to store with the first answer. */
  receiptFor: (answer: Answer, at: Instant): NewReceipt | undefined =>
    key ? { key, body, expiresAt: at + receiptLife, answer } : undefined,
})
