import { day as dayLength, hour } from './bounds.ts'

/** Days and instants. All days are in Asia/Shanghai, which has had no daylight saving time since 1991. */

/** A day, `yyyy-mm-dd`, in Asia/Shanghai. */
export type Day = string
/** Milliseconds since 1970, from the clock port. */
export type Instant = number

/** How far the clocks of Asia/Shanghai are ahead of UTC. */
export const offset = 8 * hour

/** Days that are remembered: those of eleven years. */
const remembered = 4_000

/** The same function, which remembers what it has worked out. What is no day is not kept: its text has any length. */
const remembering = <Key, Value extends Day | number>(work: (key: Key) => Value) => {
  const known = new Map<Key, Value>()
  return (key: Key): Value => {
    const found = known.get(key)
    if (found !== undefined) return found
    const value = work(key)
    if (known.size >= remembered) known.clear()
    if (!Number.isNaN(value)) known.set(key, value)
    return value
  }
}

/** Days since 1970, NaN of what is no day. Remembered, because the clocks of one case ask hundreds of times. */
const numberOf = remembering((day: Day) => Date.parse(`${day}T00:00:00Z`) / dayLength)
const dayAt = remembering((number: number): Day => new Date(number * dayLength).toISOString().slice(0, 10))

/** The day of an instant in Asia/Shanghai. */
export const dayOf = (at: Instant): Day => dayAt(Math.floor((at + offset) / dayLength))

/** RFC 3339 with +08:00, to the second. */
export const rfc3339 = (at: Instant): string => `${new Date(at + offset).toISOString().slice(0, 19)}+08:00`

/** The first instant of a day in Asia/Shanghai. */
export const startOfDay = (day: Day): Instant => numberOf(day) * dayLength - offset

/** The first instant after a day in Asia/Shanghai. */
export const afterDay = (day: Day): Instant => startOfDay(addDays(day, 1))

/** The first instant after the day of an instant in Asia/Shanghai. */
export const endOfDay = (at: Instant): Instant => afterDay(dayOf(at))

/** An instant of a day by its time, such as 08:00, in Asia/Shanghai. */
export const startOfTime = (day: Day, time: string): Instant => Date.parse(`${day}T${time}:00+08:00`)

/** A day plus a number of calendar days. */
export const addDays = (day: Day, days: number): Day => dayAt(numberOf(day) + days)

/** A day plus a number of months; if that month has no such day, its last day (民法典 202). */
export const addMonths = (day: Day, months: number): Day => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  const target = new Date(Date.UTC(year, month - 1 + months, 1))
  const lastOfMonth = new Date(Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0)).getUTCDate()
  target.setUTCDate(Math.min(date, lastOfMonth))
  return target.toISOString().slice(0, 10)
}

/** The first day of the month of a day. */
export const firstOfMonth = (day: Day): Day => `${day.slice(0, 8)}01`

/** Calendar days from `from` to `to`; negative if `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => numberOf(to) - numberOf(from)

/** How many days the last day of something is over; 1 on any day of which less has passed. */
export const daysPast = (due: Day, today: Day): number => Math.max(1, daysBetween(due, today))

/** Day of the week: 0 is Sunday, 6 is Saturday. */
export const weekday = (day: Day): number => (((numberOf(day) + 4) % 7) + 7) % 7

/** The Monday of the week of a day. */
export const monday = (day: Day): Day => addDays(day, -((weekday(day) + 6) % 7))

const weekdays = ['日', '一', '二', '三', '四', '五', '六']

/** 11 月 12 日（周四）, with the year if it is not `thisYear`. */
export const spokenDay = (day: Day, thisYear = ''): string => {
  const [year = '', month, date] = day.split('-')
  const prefix = thisYear && thisYear !== year ? `${year} 年 ` : ''
  return `${prefix}${Number(month)} 月 ${Number(date)} 日（周${weekdays[weekday(day)]}）`
}

/** 2026 年 11 月 24 日（周二）, for printed pages and distant days. */
export const fullDay = (day: Day): string => `${day.slice(0, 4)} 年 ${spokenDay(day)}`

/** 2026 年 11 月 24 日: the day on a paper that is signed. */
export const signedDay = (day: Day): string => {
  const [year, month, date] = day.split('-')
  return `${year} 年 ${Number(month)} 月 ${Number(date)} 日`
}

/** 17:05: the hour and minute of an instant. */
export const spokenTime = (at: Instant): string => rfc3339(at).slice(11, 16)

/** 2026 年 11 月 24 日（周二）17:05, for slips; a space goes between it and a word that follows. */
export const spokenInstant = (at: Instant): string => `${fullDay(dayOf(at))}${spokenTime(at)}`
