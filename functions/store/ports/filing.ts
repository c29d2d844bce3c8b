import type { Result } from '#domain/basics/result.ts'
import type { TaskUnit } from '#domain/desk/units-above.ts'
import type { NewEvent } from '#domain/history/new-event.ts'
import type { NewReceipt, ReceiptStore } from './receipt.ts'

export interface NewCase {
  /** Case number with six random digits; with seven once a fifth of the year's numbers are used. */
  numbers: { year: string; six: string; seven: string }
  trackingCode: string
  /** True if staff see the code (代录). */
  staffSaw: boolean
  /** The events to start the history with; the first is `filed`. */
  events: NewEvent[]
  /** The forms of phones and names by which staff can find the person's case. */
  person: { phones: string[]; names: string[] }
  /** What a case recorded with its result has at once (docs/adr/0045-on-the-spot.md). */
  spot?: {
    /** What it is about, in one line. */
    subject: string
    /** The person of the other side: the code that staff give them, and the forms by which staff find them. */
    other: { party: number; trackingCode: string; phones: string[]; names: string[] }
    /** Units that call both sides if the record was drawn, and the number of the event with the result. */
    calls: readonly TaskUnit[]
    endedSeq: number
  }
  /** Absent when the caller sent no idempotency key. */
  receipt?: NewReceipt | undefined
}

/** A stored case: its number, and the hash of the last event of its filing. */
interface Stored {
  number: string
  lastHash: string
}

/** Filing a case, by residents or by staff who register it. */
export interface FilingStore extends ReceiptStore {
  /**
   * Stores case, history, keys, code, indexes and receipt in one batch.
   * @returns `number`: the random number or code is in use; `receipt`: the idempotency key is; then nothing was stored
   */
  file(filing: NewCase): Promise<Result<Stored, 'number' | 'receipt'>>
  /** Deletes the sealed answer; the fingerprints of key and body stay. */
  forgetAnswer(key: string): Promise<void>
  /** True if the sealed answer of a key is still stored. */
  keepsAnswer(key: string): Promise<boolean>
}
