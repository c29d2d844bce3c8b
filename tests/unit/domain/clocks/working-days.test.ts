import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths, type Day, daysBetween } from '#domain/basics/time.ts'
import {
  type Calendar,
  countSpan,
  isKnown,
  isWorkday,
  lastDay,
  type Span,
  workdaysBetween,
} from '#domain/clocks/calendar.ts'
import { county } from '#generated/county.ts'

/** Working days compared with a slow, obvious count: list every day, remove the days off. */

const calendar: Calendar = {
  years: county.calendar.years,
  holidays: new Set(county.calendar.holidays),
  workdays: new Set(county.calendar.workdays),
}
const first = Math.min(...county.calendar.years)
const last = Math.max(...county.calendar.years)

const isOff = (day: Day): boolean =>
  !county.calendar.workdays.includes(day) &&
  (county.calendar.holidays.includes(day) || /^S(at|un)/.test(new Date(`${day}T12:00:00Z`).toUTCString()))

/** The days after `from`, up to and including `to`. */
const daysAfter = (from: Day, to: Day): Day[] =>
  Array.from({ length: Math.max(0, daysBetween(from, to)) }, (_, index) => addDays(from, index + 1))

const days = fc.integer({ min: 0, max: 1400 }).map((offset) => addDays(`${first - 1}-06-01`, offset))

describe('the check for a working day', () => {
  it.each<[string, Day, boolean]>([
    ['a plain Friday', '2026-11-27', true],
    ['a plain Saturday', '2026-11-28', false],
    ['a plain Sunday', '2026-11-29', false],
    ['a plain Monday', '2026-11-30', true],
    ['National Day, a Thursday', '2026-10-01', false],
    ['a Saturday worked in exchange for a holiday', '2026-10-10', true],
    ['Labour Day, a Monday, of a year without announced holidays', '2090-05-01', true],
  ])('%s', (_, day, expected) => {
    expect(isWorkday(calendar, day)).toBe(expected)
  })

  it('accepts every day that is not off (property)', () => {
    fc.assert(
      fc.property(days, (day) => {
        expect(isWorkday(calendar, day)).toBe(!isOff(day))
      }),
    )
  })

  it('is final from the first to the last day of the announced years', () => {
    for (const [day, known] of [
      [`${first - 1}-12-31`, false],
      [`${first}-01-01`, true],
      [`${last}-12-31`, true],
      [`${last + 1}-01-01`, false],
    ] as const)
      expect(isKnown(calendar, day), day).toBe(known)
  })
})

describe('counting working days', () => {
  it('between two days counts the listed days that are not off', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -3, max: 120 }), (from, length) => {
        const to = addDays(from, length)
        expect(workdaysBetween(calendar, from, to)).toBe(
          daysAfter(from, to).filter((day) => !isOff(day)).length,
        )
      }),
    )
  })

  it('to the n-th working day gives the n-th listed day that is not off', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 60 }), (from, count) => {
        const listed = daysAfter(from, addDays(from, 200)).filter((day) => !isOff(day))
        expect(lastDay(calendar, from, count, true).day).toBe(listed[count - 1])
        expect(countSpan(calendar, from, { days: count, workdays: true })).toMatchObject({
          begins: addDays(from, 1),
          arrives: listed[count - 1],
          day: listed[count - 1],
        })
      }),
    )
  })

  it('of zero days ends on the start day', () => {
    expect(lastDay(calendar, '2026-11-27', 0, true).day).toBe('2026-11-27')
  })
})

describe('counting by the calendar (民法典 202, 203)', () => {
  it('ends on the calendar date, moved to the first day that is not off', () => {
    fc.assert(
      fc.property(
        days,
        fc.constantFrom('days', 'months', 'years'),
        fc.integer({ min: 1, max: 40 }),
        (from, measure, n) => {
          const arrives = {
            days: addDays(from, n),
            months: addMonths(from, n),
            years: addMonths(from, n * 12),
          }[measure]
          const day = [arrives, ...daysAfter(arrives, addDays(arrives, 30))].find((one) => !isOff(one))
          expect(countSpan(calendar, from, { [measure]: n })).toMatchObject({
            arrives,
            day,
            begins: addDays(from, 1),
          })
          if (measure === 'days') expect(lastDay(calendar, from, n, false).day).toBe(day)
        },
      ),
    )
  })
})

describe('a last day outside the announced years is provisional', () => {
  it.each<[string, Day, Span, boolean]>([
    ['working days inside the known years', `${last}-11-02`, { days: 10, workdays: true }, false],
    ['working days that run past the known years', `${last}-12-30`, { days: 10, workdays: true }, true],
    [
      'working days that start before the known years',
      `${first - 1}-12-29`,
      { days: 10, workdays: true },
      true,
    ],
    // Of calendar days, only the last one can be moved by a day off.
    ['calendar days that start before the known years', `${first - 1}-12-29`, { days: 10 }, false],
    ['calendar days that run past the known years', `${last}-12-30`, { days: 10 }, true],
    ['calendar days inside the known years', `${last}-11-02`, { days: 10 }, false],
  ])('%s', (_, from, span, provisional) => {
    expect(countSpan(calendar, from, span).provisional).toBe(provisional)
    expect(lastDay(calendar, from, span.days ?? 0, span.workdays ?? false).provisional).toBe(provisional)
  })
})
