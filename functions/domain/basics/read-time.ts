import { normaliseLine, normaliseWidth } from './normalise.ts'
import { type DayFault, inDigits, readTypedDay } from './read-day.ts'
import { fail, ok, type Result } from './result.ts'
import { addDays, type Day, type Instant, rfc3339, startOfTime } from './time.ts'

/** A day with a time in words as people write them: 12 月 3 日 9:30, 2026-12-3 下午 2 点半, 2026-12-03T14:00, 明天上午九点. */

/** `part`: an hour that could be of the night as well as of the afternoon. */
export type TimeFault = 'unreadable' | 'part'

const clock =
  /^(.*?)[\sT]*(上午|早上|中午|下午|晚上)?\s*(\d{1,2})\s*(?::\s*(\d{2})|[点时]\s*(?:(\d{1,2})\s*分?|(半))?)(?:钟|整)?$/

const longest = 60
/** Before this hour nobody meets; 2:30 without a part of the day may be meant for the afternoon. */
const firstHour = 6
/** 晚上 1 点 and 晚上 12 点 are of the night. */
const evening = (hour: number): boolean => hour >= 5 && hour !== 12

/** How many days after today these are. */
const near: Record<string, number> = { 今天: 0, 今日: 0, 明天: 1, 明日: 1, 后天: 2, 大后天: 3 }

const readNear = (typed: string, until: Day, today: Day): Result<Day, DayFault> => {
  const after = Object.hasOwn(near, typed) ? near[typed] : undefined
  return after === undefined ? readTypedDay(typed, until) : ok(addDays(today, after))
}

/** 九点 → 9点, 两点三十分 → 2点30分. */
const withDigits = (text: string): string =>
  text.replace(/[一二两三四五六七八九十]{1,3}(?=[点时分])/gu, (count) => inDigits(count.replace('两', '二')))

/**
 * Reads a day and a time in Asia/Shanghai.
 * @param until the day up to which a day without a year is looked for
 * @param today for 今天, 明天 and 后天
 */
export const readTypedTime = (value: string, until: Day, today: Day): Result<Instant, TimeFault> => {
  if (value.length > longest) return fail('unreadable')
  const text = withDigits(normaliseWidth(normaliseLine(value)))
  const [, typedDay = '', part, hour, exact, minutes, half] = clock.exec(text) ?? []
  const bare = typedDay.replace(/\s*[（(]?(?:周|星期)[一二三四五六日天][)）]?$/, '')
  const day = readNear(bare.trim(), until, today)
  if (!day.ok || hour === undefined) return fail('unreadable')
  const late = part === '下午' || part === '晚上' || (part === '中午' && Number(hour) < 11)
  const hours = Number(hour) + (late && Number(hour) < 12 ? 12 : 0)
  const past = half ? 30 : Number(exact ?? minutes ?? 0)
  if (hours > 23 || past > 59) return fail('unreadable')
  if (part ? part === '晚上' && !evening(Number(hour)) : hours < firstHour) return fail('part')
  const two = (count: number) => String(count).padStart(2, '0')
  return ok(startOfTime(day.value, `${two(hours)}:${two(past)}`))
}

/** The digits of a start, such as 202612030930. */
export const startDigits = (at: Instant): string => rfc3339(at).slice(0, 16).replaceAll(/\D/g, '')
