import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dayOf, daysBetween, rfc3339, spokenDay, startOfDay } from '#domain/basics/time.ts'
import { type Calendar, isWorkday, lastDay } from '#domain/clocks/calendar.ts'
import { county } from '#generated/county.ts'

const calendar: Calendar = {
  years: county.calendar.years,
  holidays: new Set(county.calendar.holidays),
  workdays: new Set(county.calendar.workdays),
}

const days = fc.integer({ min: 0, max: 4000 }).map((offset) => addDays('2024-01-01', offset))

describe('days in the time zone Asia/Shanghai', () => {
  it.each([
    ['2026-11-24T15:59:59Z', '2026-11-24'],
    ['2026-11-24T16:00:00Z', '2026-11-25'],
    ['2026-12-31T16:00:00Z', '2027-01-01'],
    ['2028-02-28T16:00:00Z', '2028-02-29'],
  ])('the instant %s is on the day %s', (instant, day) => {
    expect(dayOf(Date.parse(instant))).toBe(day)
  })

  it('an instant is written with the offset +08:00', () => {
    expect(rfc3339(Date.parse('2026-11-24T16:00:00Z'))).toBe('2026-11-25T00:00:00+08:00')
    expect(Date.parse(rfc3339(startOfDay('2026-11-25')))).toBe(startOfDay('2026-11-25'))
  })

  it('a day is shown with its weekday, and with its year if that differs from today’s', () => {
    expect(spokenDay('2026-11-27', '2026')).toBe('11 月 27 日（周五）')
    expect(spokenDay('2027-01-04', '2026')).toBe('2027 年 1 月 4 日（周一）')
  })

  it('the days between a day and that day plus n are n (property)', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -900, max: 900 }), (day, n) => {
        expect(daysBetween(day, addDays(day, n))).toBe(n)
      }),
    )
  })
})

describe('the last day of a period (民法典 201–203)', () => {
  it.each<[string, number, boolean, string, boolean]>([
    // 2026-11-24 is a Tuesday.
    ['2026-11-24', 3, true, '2026-11-27', false],
    ['2026-11-27', 3, true, '2026-12-02', false],
    // 30 days end on Thursday 2026-12-24.
    ['2026-11-24', 30, false, '2026-12-24', false],
    // Ends on Saturday 2026-12-05: the next working day.
    ['2026-11-20', 15, false, '2026-12-07', false],
    // National Day: 1–7 October 2026 off, Saturday 10 October worked.
    ['2026-09-30', 1, true, '2026-10-08', false],
    ['2026-10-09', 1, true, '2026-10-10', false],
    ['2026-09-16', 15, false, '2026-10-08', false],
    // A year without announced holidays: weekends only, and provisional.
    ['2026-12-30', 5, true, '2027-01-06', true],
    ['2026-12-20', 30, false, '2027-01-19', true],
  ])(
    'from %s, %i days (working days: %s) is %s, provisional: %s',
    (from, count, workdays, day, provisional) => {
      expect(lastDay(calendar, from, count, workdays)).toEqual({ day, provisional })
    },
  )

  it('is never a day off, never before the end of the period, and grows with the period', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 90 }), fc.boolean(), (from, count, workdays) => {
        const { day } = lastDay(calendar, from, count, workdays)
        expect(isWorkday(calendar, day)).toBe(true)
        expect(daysBetween(from, day)).toBeGreaterThanOrEqual(count)
        expect(daysBetween(day, lastDay(calendar, from, count + 1, workdays).day)).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  it('has holidays in every year of the calendar data', () => {
    expect(calendar.years).toContain(2026)
    for (const year of calendar.years)
      expect(county.calendar.holidays.some((day) => day.startsWith(`${year}-`))).toBe(true)
  })
})
