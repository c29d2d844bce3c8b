import type { Day } from '#domain/basics/time.ts'

/** What the history says of an agreement in the open; its text is sealed. */

/** What everybody who makes an agreement may know of an item without opening its text. */
export interface ItemFacts {
  /** Counted from 1 within its agreement. */
  id: number
  /** Numbers of the people who do it, and of those for whom; nobody is on both sides. */
  by: number[]
  to: number[]
  /** The last day for it. Absent: done when the agreement is made. */
  dueOn?: Day | undefined
}

/** What the event of a version says of it in the open. */
export interface AgreementFacts {
  /** Counted from 1 within the case. */
  version: number
  /** SHA-256 of salt and text in hexadecimal: both sides can compare that they read the same. */
  sum: string
  items: ItemFacts[]
}
