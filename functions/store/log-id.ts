import { hex } from '../domain/encoding.ts'

/**
 * A key for a row of a log: sorts by time and is never drawn twice.
 * @param at epoch milliseconds, 15 digits for some thirty thousand years
 */
export const logId = (at: number): string =>
  `${String(at).padStart(15, '0')}-${hex(crypto.getRandomValues(new Uint8Array(8)))}`
