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

/**
 * What the rule gave in years of the sample county, drawn as `npm run seed` draws them, in which nothing changed but what was
 * planted: outbreaks of one kind at one unit, `extra` cases more in `weeks` weeks
 * (`npx vitest run --project unit tests/unit/domain/figures/sign-years.test.ts` counts again and compares).
 */
export const signTrial = {
  ...{ years: 4, casesAYear: 3300, outbreaks: 10, extra: 14, weeks: 8 },
  /** Signs a year without any outbreak: all of them false. */
  falseAYear: 55,
  /** With outbreaks: percent of them that were seen, percent of the signs that were false. */
  ...{ seen: 75, wrong: 83 },
  /** Percent of the signs without any outbreak that the rule itself takes back after its time. */
  takenBack: 70,
} as const

/** The same as it is printed beside the rule. */
export const signTrialWords = (): string => {
  const { casesAYear, falseAYear, takenBack, outbreaks, weeks, extra, seen, wrong } = signTrial
  return `拿示例县的数据试过：一年 ${casesAYear} 件、什么都没有变，也会报 ${falseAYear} 次，全是虚报，其中 ${takenBack}% 后来自己落空；一年里真有 ${outbreaks} 处一类事 ${weeks} 周多出 ${extra} 件，报得出 ${seen}%，报的里面 ${wrong}% 是虚报。所以苗头只是提醒去看一看。`
}

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
