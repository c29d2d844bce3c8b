import type { Random } from '#domain/basics/random.ts'
import { hex } from '#domain/history/encoding.ts'

let drawn = 0

/**
 * A key for a row of a log: sorts by time, within one process also where the instant is the same, and is never drawn
 * twice.
 * @param at epoch milliseconds, 15 digits for some thirty thousand years
 */
export const logId = (at: number, random: Random): string => {
  drawn += 1
  const order = String(drawn % 1_000_000).padStart(6, '0')
  return `${String(at).padStart(15, '0')}-${order}-${hex(random(6))}`
}
