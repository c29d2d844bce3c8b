import { addDays, type Day } from '#domain/basics/time.ts'
import { signBounds } from './figure-bounds.ts'

/**
 * Early signs: a plain rule for one kind of matter at one unit. It names matters and units, never people. What became of
 * each sign is counted as well, so that its false alarms stand beside it.
 */

const { recentDays, earlierDays, fewest, times, fewestAfter, timesAfter } = signBounds

/** The rule as it is printed beside the signs. */
export const signRule = () =>
  `一个单位一类事，${recentDays} 天里收到 ${fewest} 件以上，又超过之前 ${earlierDays / 7} 周每 ${recentDays} 天平均数的 ${times} 倍，就是苗头；${recentDays} 天里只报一次。此后 ${recentDays} 天不满 ${fewestAfter} 件，或者没有超过那个平均数的 ${timesAfter} 倍，就是落空（虚报）。`

/** The first day that the rule looks at for a sign of a day. */
export const signSince = (day: Day): Day => addDays(day, 1 - recentDays - earlierDays)
/** The same for the signs that are judged when a day closes. */
export const fadedSince = (day: Day): Day => signSince(addDays(day, -recentDays))

/** The day whose signs are judged when a day closes. */
export const judgedOn = (day: Day): Day => addDays(day, -recentDays)

/** Days on which an earlier sign keeps a new one back. */
export const quietSince = (day: Day): Day => addDays(day, 1 - recentDays)

const sum = (counts: ReadonlyMap<Day, number>, from: Day, to: Day): number =>
  [...counts].reduce((all, [day, n]) => all + (day >= from && day <= to ? n : 0), 0)

const meanBefore = (counts: ReadonlyMap<Day, number>, day: Day): number =>
  (sum(counts, signSince(day), addDays(day, -recentDays)) * recentDays) / earlierDays

/**
 * The number of cases of the last 28 days if they are a sign; null if not.
 * @param counts cases received by day
 */
export const signOf = (counts: ReadonlyMap<Day, number>, day: Day): number | null => {
  const recent = sum(counts, quietSince(day), day)
  return recent >= fewest && recent > times * meanBefore(counts, day) ? recent : null
}

/** True if the sign of a day came to nothing in the 28 days after it. */
export const hasFaded = (counts: ReadonlyMap<Day, number>, day: Day): boolean => {
  const after = sum(counts, addDays(day, 1), addDays(day, recentDays))
  return after < fewestAfter || after <= timesAfter * meanBefore(counts, day)
}
