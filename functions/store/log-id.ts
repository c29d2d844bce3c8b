import { hex } from '#domain/basics/hex.ts'
import type { Random } from '#domain/basics/random.ts'

let drawn = 0

const inDigits = (at: number): string => String(at).padStart(15, '0')

/** Sorts before each key of this instant and later, and after all others. */
export const logIdFrom = inDigits

/**
 * Makes a unique key for a log row. Keys sort by time; within one process, also rows of the same instant keep their
 * order.
 * @param at epoch milliseconds, written with 15 digits, enough for some thirty thousand years
 */
export const logId = (at: number, random: Random): string => {
  drawn += 1
  const order = String(drawn % 1_000_000).padStart(6, '0')
  return `${inDigits(at)}-${order}-${hex(random(6))}`
}
