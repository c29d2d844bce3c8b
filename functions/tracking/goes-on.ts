import { mergeHops } from '#domain/basics/bounds.ts'
import type { GoesOn } from '#domain/following/followed-view.ts'
import { publicCase } from '#domain/following/public-view.ts'
import { isOnePerson } from '#domain/following/same-person.ts'
import { mergedInto } from '#domain/history/case-history.ts'
import { complainant } from '#domain/history/events.ts'
import type { Ports } from '#ports'
import type { FollowedCase, FollowingStore } from '#store/ports/following.ts'

/**
 * Where a followed case goes on if it was merged into another (docs/how/following.md). Follows further
 * merges, a bounded number of them. Every case on the way must be of the holder, by what both gave; otherwise only the
 * number is told that the history of the followed case itself names.
 * @returns null if the case was not merged, or has been taken up again since
 */
export const goesOnIn = async (
  { store, clock }: Pick<Ports<Pick<FollowingStore, 'beside'>>, 'store' | 'clock'>,
  followed: FollowedCase,
): Promise<GoesOn | null> => {
  const first = mergedInto(followed.events)
  if (!first) return null
  const numbers: GoesOn['numbers'] = [first]
  let number: string | null = first
  for (let hop = 0; hop < mergeHops; hop += 1) {
    const found = await store.beside(followed, number)
    if (!found || !isOnePerson(found.own, found.theirs)) break
    number = mergedInto(found.events)
    if (number === null) {
      const { status, next } = publicCase(found.record, found.events, [], clock(), {
        scope: complainant,
        side: 'complainant',
        role: 'principal',
        track: found.record.track,
      })
      return { numbers, now: { status, next } }
    }
    numbers.push(number)
  }
  return { numbers: [first], now: null }
}
