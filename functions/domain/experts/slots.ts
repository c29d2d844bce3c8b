import { expertBookingDays, minute } from '#domain/basics/bounds.ts'
import { startDigits } from '#domain/basics/read-time.ts'
import {
  addDays,
  afterDay,
  type Day,
  dayOf,
  type Instant,
  startOfDay,
  startOfTime,
  weekday,
} from '#domain/basics/time.ts'
import type { Calendar } from '#domain/clocks/calendar.ts'
import type { Expert } from '#domain/content/experts.ts'
import type { Slot } from '#domain/history/session-facts.ts'

/** When an expert can be consulted: whole consultations of the hours in content/experts.yaml. */

type Hours = Pick<Expert, 'weekly' | 'off' | 'length'>

/**
 * The consultations of a day, in order; none on a day off of the expert or on a public holiday. A weekend that the State
 * Council makes a working day changes nothing: hours stand for a day of the week.
 * @param calendar the county's days off
 */
export const slotsOn = (calendar: Pick<Calendar, 'holidays'>, expert: Hours, day: Day): Slot[] => {
  if (expert.off.includes(day) || calendar.holidays.has(day)) return []
  const length = expert.length * minute
  return (
    expert.weekly
      // Sunday is 7 in the data, where the week begins on Monday.
      .filter((one) => one.day === (weekday(day) || 7))
      .flatMap(({ from, to }) => {
        const [begins, ends] = [startOfTime(day, from), startOfTime(day, to)]
        const count = Math.floor((ends - begins) / length)
        return Array.from({ length: count }, (_, index) => begins + index * length)
      })
      .toSorted((one, other) => one - other)
      .map((start) => ({ id: startDigits(start), start }))
  )
}

/** The days that can be booked now: from tomorrow on, because the sheet of a day is printed before it begins. */
const bookableDays = (now: Instant): Day[] =>
  Array.from({ length: expertBookingDays }, (_, index) => addDays(dayOf(now), index + 1))

/** All consultations that can be booked now, taken or not, in order. */
export const slotsFrom = (calendar: Pick<Calendar, 'holidays'>, expert: Hours, now: Instant): Slot[] =>
  bookableDays(now).flatMap((day) => slotsOn(calendar, expert, day))

/** The first instant that can be booked, and the first that cannot any more. */
export const bookableSpan = (now: Instant): { from: Instant; before: Instant } => {
  const days = bookableDays(now)
  return { from: startOfDay(days[0] ?? ''), before: afterDay(days.at(-1) ?? '') }
}

/**
 * The consultations that nobody has booked.
 * @param taken spans that are, of this expert; their length may be another than today's data say
 */
export const freeSlots = (
  calendar: Pick<Calendar, 'holidays'>,
  expert: Hours,
  taken: readonly { startAt: Instant; endAt: Instant }[],
  now: Instant,
): Slot[] =>
  slotsFrom(calendar, expert, now).filter(
    ({ start }) =>
      !taken.some(({ startAt, endAt }) => startAt < start + expert.length * minute && endAt > start),
  )
