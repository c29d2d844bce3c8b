import { addDays, addMonths, type Day, weekday } from '#domain/basics/time.ts'

/** Days that differ from the ordinary week, for the years the State Council has announced. */
export interface Calendar {
  /** The years announced. In other years only weekends count as days off, and dates are provisional. */
  years: readonly number[]
  /** Statutory holidays, including weekend days within them. */
  holidays: ReadonlySet<Day>
  /** Weekend days that are working days in exchange (调休). */
  workdays: ReadonlySet<Day>
}

const yearOf = (day: Day): number => Number(day.slice(0, 4))

/** Has the State Council's calendar for the year of `day` been entered? */
export const isKnown = (calendar: Calendar, day: Day): boolean => calendar.years.includes(yearOf(day))

/** Is `day` a working day? In unknown years: Monday to Friday. */
export const isWorkday = (calendar: Calendar, day: Day): boolean => {
  if (calendar.workdays.has(day)) return true
  if (calendar.holidays.has(day)) return false
  const week = weekday(day)
  return week !== 0 && week !== 6
}

/** The last day of a period, and whether every year it touches is in the calendar. */
export interface LastDay {
  day: Day
  provisional: boolean
}

const nextWorkday = (calendar: Calendar, day: Day): Day => {
  let last = day
  while (!isWorkday(calendar, last)) last = addDays(last, 1)
  return last
}

/** Working days after `from`, up to and including `to`. */
export const workdaysBetween = (calendar: Calendar, from: Day, to: Day): number => {
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkday(calendar, day)) count += 1
  return count
}

/** The day `days` working days after `from`; the first day does not count (民法典 201). */
const addWorkdays = (calendar: Calendar, from: Day, days: number): Day => {
  let day = from
  for (let remaining = days; remaining > 0; ) {
    day = addDays(day, 1)
    if (isWorkday(calendar, day)) remaining -= 1
  }
  return day
}

/**
 * The last day of a period of days that begins on `from` (民法典 201, 203): the first day does not count, and
 * a period of calendar days that would end on a day off ends on the next working day.
 * @param days how many
 * @param workdays count working days, otherwise calendar days
 */
export const lastDay = (calendar: Calendar, from: Day, days: number, workdays: boolean): LastDay => {
  const day = workdays ? addWorkdays(calendar, from, days) : nextWorkday(calendar, addDays(from, days))
  return { day, provisional: !isKnown(calendar, day) || (workdays && !isKnown(calendar, from)) }
}

/** The length of a limit, in one of three units. */
export interface Span {
  days?: number | undefined
  months?: number | undefined
  years?: number | undefined
  workdays?: boolean | undefined
}

/** A counted span: its first day, the day the count ends on, and its last day. */
export interface CountedSpan extends LastDay {
  /** The first day counted: the day after `from` (民法典 201). */
  begins: Day
  /** The day the count ends on (民法典 202), before a day off moves it (203). */
  arrives: Day
  /** Days off of a year before those of the calendar could move it: they are past, but not known here. */
  beforeKnown: boolean
}

/** Counts a span from a day (民法典 200–204). */
export const countSpan = (
  calendar: Calendar,
  from: Day,
  { days = 0, months = 0, years = 0, workdays }: Span,
): CountedSpan => {
  const arrives = workdays
    ? addWorkdays(calendar, from, days)
    : addMonths(addDays(from, days), months + 12 * years)
  const day = nextWorkday(calendar, arrives)
  return {
    begins: addDays(from, 1),
    arrives,
    day,
    provisional: !isKnown(calendar, day) || (workdays === true && !isKnown(calendar, from)),
    beforeKnown: yearOf(workdays ? from : day) < Math.min(...calendar.years),
  }
}
