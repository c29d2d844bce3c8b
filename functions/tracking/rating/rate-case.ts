import { fail, ok, type Result } from '#domain/basics/result.ts'
import type { Instant } from '#domain/basics/time.ts'
import { callsAt, isDrawn, looksAt } from '#domain/desk/rating-tasks.ts'
import {
  changeableUntil,
  type GivenRating,
  type Rating,
  type RatingChance,
  type RatingFault,
  ratingChance,
  readRating,
} from '#domain/following/rating.ts'
import { isRegistered } from '#domain/words/channels.ts'
import type { Ports } from '#ports'
import type { FollowedCase } from '#store/ports/following.ts'
import type { RatingStore } from '#store/ports/ratings.ts'

/** What the holder of the code can rate now; null if they are not asked. Only the complainant rates. */
export const chanceOf = ({ events, holder, ratings }: FollowedCase, now: Instant): RatingChance | null =>
  holder.party === 1 && !holder.staffSaw ? ratingChance(events, ratings, now) : null

const isSame = (given: GivenRating, { result, treated, text }: Rating): boolean =>
  given.result === result && given.treated === treated && given.text === text

/**
 * Stores what the holder answers, or changes it. A draw is made whatever case it is; the store calls nobody for a changed
 * answer.
 * @param key idempotency key of a program
 * @returns until when the answer can be changed; `notNow`: they are not asked now; `conflict`: the key was used for
 *   another answer
 */
export const rateCase = async (
  { store, clock, random }: Pick<Ports<RatingStore>, 'store' | 'clock' | 'random'>,
  followed: FollowedCase,
  fields: Parameters<typeof readRating>[0],
  key?: string,
): Promise<Result<{ until: Instant }, 'notNow' | 'conflict' | RatingFault[]>> => {
  const now = clock()
  const chance = chanceOf(followed, now)
  if (!chance) return fail('notNow')
  const answer = readRating(fields)
  if (!answer.ok) return answer
  const { given } = chance
  const until = changeableUntil(given?.answeredAt ?? now)
  const keyHash = key === undefined ? '' : await store.ratingKey(key)
  if (given && keyHash !== '' && given.keyHash === keyHash)
    return isSame(given, answer.value) ? ok({ until }) : fail('conflict')
  const { record, events } = followed
  const stored = await store.rate(followed, chance, answer.value, {
    now,
    keyHash,
    registered: isRegistered(events[0]?.data.channel),
    looks: looksAt(chance.unit, record),
    calls: isDrawn(random) ? callsAt(chance.unit, record, events) : [],
  })
  return stored.ok ? ok({ until }) : fail('notNow')
}
