import { fail, ok, type Result } from '#domain/basics/result.ts'
import type { Instant } from '#domain/basics/time.ts'
import { callsAt, isDrawn, looksAt } from '#domain/desk/rating-tasks.ts'
import {
  changeableUntil,
  type RatingChance,
  type RatingFault,
  ratingChance,
  readRating,
} from '#domain/following/rating.ts'
import { codeGivers } from '#domain/history/code-givers.ts'
import type { Ports } from '#ports'
import type { FollowedCase } from '#store/ports/following.ts'
import type { RatingStore } from '#store/ports/ratings.ts'
import { repeatOf } from '../repeat.ts'

/** What the holder of the code can rate now; null if they are not asked. Only the complainant rates. */
export const chanceOf = ({ events, holder, ratings }: FollowedCase, now: Instant): RatingChance | null =>
  holder.side === 'complainant' && !holder.staffSaw ? ratingChance(events, ratings, now) : null

/**
 * Stores what the holder answers, or changes it. A draw is made whatever case it is; the store calls nobody for a changed
 * answer. A repeat within a day gets the first answer, whatever has happened since.
 * @param key what a repeat of a program is known by
 * @returns until when the answer can be changed; `notNow`: they are not asked now; `conflict`: the key was used for
 *   another answer
 */
export const rateCase = async (
  { store, clock, random }: Pick<Ports<RatingStore>, 'store' | 'clock' | 'random'>,
  followed: FollowedCase,
  fields: Parameters<typeof readRating>[0],
  key?: string[],
): Promise<Result<{ until: Instant }, 'notNow' | 'conflict' | RatingFault[]>> => {
  const now = clock()
  const chance = chanceOf(followed, now)
  const read = readRating(fields)
  if (!read.ok) return chance ? read : fail('notNow')
  const { value: rated } = read
  const body = JSON.stringify([rated.result, rated.treated, rated.text])
  const receiptKey = key && ['rating', followed.holder.codeHash, ...key].join(':')
  const repeat = repeatOf<{ until: Instant }>(store, receiptKey, body)
  const before = await repeat.earlier(now)
  if (before) return before
  if (!chance) return fail('notNow')
  const answer = { until: changeableUntil(chance.given?.answeredAt ?? now) }
  const { record, events } = followed
  const stored = await store.rate(followed, chance, rated, {
    now,
    receipt: repeat.receiptFor(answer, now),
    registered: codeGivers(events).length > 0,
    looks: looksAt(chance.unit, record),
    calls: isDrawn(random) ? callsAt(chance.unit, record, events) : [],
  })
  return stored.ok ? ok(answer) : ((await repeat.earlier(now)) ?? fail('notNow'))
}
