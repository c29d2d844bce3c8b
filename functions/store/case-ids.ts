import { hex } from '#domain/basics/hex.ts'
import type { Random } from '#domain/basics/random.ts'

/** Cases in a row whose ids begin alike. */
const inARow = 32

/**
 * Ids of cases: 32 hexadecimal digits, the last 22 random for each. Those made in a row begin with the same eight random
 * digits and count on in the next two, so that the rows of cases that are filed together stand together in every table,
 * instead of each on a page of its own (docs/adr/0071-rows-next-to-each-other.md). They tell no time, and spread evenly by
 * their first digits, from which published roots take their places (domain/anchors/places.ts).
 */
export const caseIds = (random: Random): (() => string) => {
  let start = ''
  let next = inARow
  return () => {
    if (next === inARow) {
      start = hex(random(4))
      next = 0
    }
    const id = start + hex(Uint8Array.of(next)) + hex(random(11))
    next += 1
    return id
  }
}
