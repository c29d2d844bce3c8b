import { units } from './bounds.ts'
import { normaliseLine, normaliseWidth } from './normalise.ts'
import { fail, ok, type Result } from './result.ts'
import { addDays, type Day } from './time.ts'

/** A day in words as people write it: 2026-12-3, 2026.12.3, 20261203, ２０２６ 年 12 月 3 日, 二〇二六年三月一日, 3月1日. */

// White space can match in one part of the expression only, so that it never backtracks.
const full = /^(\d{4})(?:\s*[^\d\s]\s*|\s+)(\d{1,2})(?:\s*[^\d\s]\s*|\s+)(\d{1,2})(?:\s*[^\d\s])?$/
const compact = /^(\d{4})(\d{2})(\d{2})$/
const withoutYear = /^(\d{1,2})\s*(?:月|[-./])\s*(\d{1,2})\s*[日号]?$/

const numerals = '〇一二三四五六七八九'
const numeralValue = (sign: string): number => (sign === '零' || sign === '○' ? 0 : numerals.indexOf(sign))

/** 二〇二六 → 2026, 十二 → 12, 二十一 → 21. */
export const inDigits = (text: string): string =>
  text
    .replace(/[〇零○一二三四五六七八九]{4}/gu, (year) => [...year].map(numeralValue).join(''))
    .replace(/([一二三]?)十([一二三四五六七八九]?)/gu, (_, tens: string, ones: string) =>
      String((tens ? numeralValue(tens) : 1) * 10 + (ones ? numeralValue(ones) : 0)),
    )
    .replace(/[〇零一二三四五六七八九]/gu, (sign) => String(numeralValue(sign)))

/** `unreadable`, or a day that the calendar does not have: its month and the number of days of that month. */
export type DayFault = 'unreadable' | { year: number; month: number; has: number }

const existing = (year: string, month: string, date: string): Result<Day, DayFault> => {
  const has = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  if (Number(month) < 1 || Number(month) > 12) return fail('unreadable')
  if (Number(date) < 1 || Number(date) > has) return fail({ year: Number(year), month: Number(month), has })
  return ok(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`)
}

/** Without a year, the last such day up to `today` is meant. */
const lastSuch = (month: string, date: string, today: Day): Result<Day, DayFault> => {
  const year = Number(today.slice(0, 4))
  const given = existing(String(year), month, date)
  if (given.ok && given.value <= today) return given
  const before = existing(String(year - 1), month, date)
  // Of 29 February, the year before may be the one that has it; the fault is that of this year.
  return given.ok || before.ok ? before : given
}

/**
 * Reads a day from a date field or as people write it.
 * @param value at most `units.day` code units are read, longer texts are unreadable
 * @param today the day up to which a day without a year is looked for; without it, a year is needed
 */
export const readTypedDay = (value: string, today?: Day): Result<Day, DayFault> => {
  if (value.length > units.day) return fail('unreadable')
  const text = inDigits(normaliseWidth(normaliseLine(value)))
  const [, year, month, date] = full.exec(text) ?? compact.exec(text) ?? []
  if (year && month && date) return existing(year, month, date)
  const [, onlyMonth, onlyDate] = withoutYear.exec(text) ?? []
  return today && onlyMonth && onlyDate ? lastSuch(onlyMonth, onlyDate, today) : fail('unreadable')
}

/** The same, null for anything that is not a day. */
export const readDay = (value: string): Day | null => {
  const read = readTypedDay(value)
  return read.ok ? read.value : null
}

/**
 * Reads a day near today: without its year it is the last one, or the next one where only that is right.
 * @param wrong says what is wrong with a day that exists
 * @returns undefined for an empty text; `type` if it is no day
 */
export const readDayNear = <Wrong extends string>(
  value: string,
  today: Day,
  wrong: (day: Day, today: Day) => Wrong | null,
): Result<Day | undefined, Wrong | 'type'> => {
  if (value.trim() === '') return ok(undefined)
  const days = [today, addDays(today, 365)].flatMap((until) => {
    const read = readTypedDay(value, until)
    return read.ok ? [read.value] : []
  })
  const right = days.find((day) => wrong(day, today) === null)
  const [day] = days
  return right ? ok(right) : fail((day === undefined ? null : wrong(day, today)) ?? 'type')
}

/** Says what is wrong with a typed day. */
export const dayMessage = (fault: DayFault): string =>
  fault === 'unreadable'
    ? '这一天看不懂，请照 2026-3-1 或者 2026 年 3 月 1 日这样写'
    : `没有这一天：${fault.year} 年 ${fault.month} 月只有 ${fault.has} 天`
