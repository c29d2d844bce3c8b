import type { Step } from './life.ts'

/** Parts that several lives share. */

/** Both sides come to the table: the last step is the other side's yes. */
export const table: readonly Step[] = [
  ['party', 0, 3],
  ['invitation', 0, 2],
  ['approves', 0, 3, 0.6],
  ['invitation-approved', 0, 2],
  ['invited', 0, 2],
  ['other-agrees', 1, 5, 0.6],
  ['agreed', 0, 2],
]

/** A meeting, agreed in two steps or set at once, and its minutes. */
export const meeting: readonly Step[] = [
  ['times-proposed', 0, 2, 0.4],
  ['chooses-times', 0, 2],
  ['session-set', 0, 1],
  ['session-arranged', 0, 2],
  ['session-absent', 0, 0, 0.06],
  ['session-held', 0, 1, 0.95],
  ['minutes-signed', 0, 1, 0.9],
]

/** An agreement is written, read and made. */
export const agreement: readonly Step[] = [
  ['draft', 0, 4],
  ['reads-agreement', 0, 2, 0.6],
  ['other-reads', 0, 2, 0.5],
  ['concluded', 0, 3, 0.93],
  ['settled', 1, 4],
]

/** What was promised is performed, rated and closed. */
export const kept: readonly Step[] = [
  ['rates', 1, 12, 0.45],
  ['rates-low', 1, 5, 0.04],
  ['other-did', 1, 15, 0.4],
  ['item-done', 2, 14],
  ['got-it', 1, 6, 0.4],
  ['item-received', 1, 10, 0.85],
  ['court-confirmed', 2, 20, 0.15],
  ['revisited', 31, 38, 0.85],
  ['closed', 1, 15, 0.85],
  ['reopened', 20, 90, 0.03],
  ['settled', 5, 20],
]

/** An answer, and what follows it. */
export const answering: readonly Step[] = [
  ['answered', 1, 14],
  ['delivered', 1, 4, 0.5],
  ['rates', 1, 9, 0.35],
  ['rates-low', 1, 9, 0.05],
  ['closed', 2, 25, 0.8],
]

/** What follows a talk that came to nothing. */
export const ending: readonly Step[] = [
  ['delivered', 1, 4, 0.4],
  ['objects', 2, 10, 0.12],
  ['rates-low', 1, 6, 0.2],
  ['reopened', 10, 60, 0.06],
  ['mediating', 1, 4],
  ['settled', 3, 15],
  ['closed', 4, 30, 0.8],
]
