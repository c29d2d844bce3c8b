import type { NewEvent } from './append.ts'

export interface NewCase {
  /** Case number with six random digits, and the one with seven for a year that is a fifth full. */
  numbers: { year: string; six: string; seven: string }
  trackingCode: string
  /** Staff see the code (代录). */
  staffSaw: boolean
  /** The first is `filed`. */
  events: NewEvent[]
  /** By which staff will find the person. */
  person: { phone?: string | undefined; name?: string | undefined }
  /** Absent when the caller sent no idempotency key. */
  receipt?: { key: string; body: string; expiresAt: number; answer: object } | undefined
}

/** `taken`: a random number or code, or the idempotency key, was in use; nothing was stored. */
export type FileOutcome =
  | { kind: 'stored'; number: string; lastHash: string }
  | { kind: 'taken'; what: 'number' | 'receipt' }

/** What is known of an earlier filing with the same key. */
interface Receipt {
  sameBody: boolean
  number: string
  /** The answer of then, with the hash of the last row of the filing; null once the person noted the code. */
  answer: unknown
}

/** Filing: by residents, and by staff who register a case. */
export interface FilingStore {
  /** Stores case, history, keys, code, indexes and receipt in one batch, or nothing. */
  file(filing: NewCase): Promise<FileOutcome>
  /** The living receipt of an idempotency key; null when there is none. One past its life is taken away. */
  receipt(key: string, body: string, now: number): Promise<Receipt | null>
  /** Takes the sealed answer away; key and body fingerprints stay. */
  forgetAnswer(key: string): Promise<void>
  /** Is the sealed answer of a key still kept? */
  keepsAnswer(key: string): Promise<boolean>
}
