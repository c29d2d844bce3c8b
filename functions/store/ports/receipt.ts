/** What is kept of a post for a day, so that a repeat with the same key gets the same answer (rules.md R9). */
export interface NewReceipt {
  key: string
  /** What was posted, in one form; only its fingerprint is stored. */
  body: string
  expiresAt: number
  answer: object
}

/** An earlier post with the same idempotency key. */
interface Receipt {
  sameBody: boolean
  /** Number of the case it made or belongs to. */
  number: string
  /** The answer sent then; null if it is not kept any more. */
  answer: unknown
}

/** Reading receipts. */
export interface ReceiptStore {
  /** The unexpired receipt of an idempotency key, or null. Deletes an expired one. */
  receipt(key: string, body: string, now: number): Promise<Receipt | null>
}
