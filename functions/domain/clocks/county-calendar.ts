import { day as oneDay } from '#domain/basics/bounds.ts'
import { type Day, dayOf, type Instant } from '#domain/basics/time.ts'
import { county } from '#generated/county.ts'
import {
  type Calendar,
  type CountedSpan,
  countSpan,
  type LastDay,
  lastDay,
  type Span,
  workdaysBetween,
} from './calendar.ts'

/** Counting with the published calendar of the county. */

export const calendar: Calendar = {
  years: county.calendar.years,
  holidays: new Set(county.calendar.holidays),
  workdays: new Set(county.calendar.workdays),
}

/** Working days since an instant; its own day does not count (民法典 201). */
export const workdaysSince = (from: Instant, now: Instant): number =>
  workdaysBetween(calendar, dayOf(from), dayOf(now))

/**
 * The next year that due dates already reach and whose holidays are not in the calendar; null if none is
 * missing.
 */
export const missingCalendarYear = (now: Instant): number | null => {
  const years = [now, now + 90 * oneDay].map((at) => Number(dayOf(at).slice(0, 4)))
  return years.find((year) => !calendar.years.includes(year)) ?? null
}

/** The last day of a period of calendar days after a day (民法典 201, 203). */
export const lastDayAfter = (from: Day, days: number): LastDay => lastDay(calendar, from, days, false)

/** Counts a limit from a day with the known calendar. */
export const countLimit = (from: Day, span: Span): CountedSpan => countSpan(calendar, from, span)
