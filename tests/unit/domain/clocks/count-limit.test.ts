import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths, daysBetween } from '#domain/basics/time.ts'
import { countLimit } from '#domain/clocks/county-calendar.ts'
import { county } from '#generated/county.ts'
import { library } from '#generated/library.ts'
import { calendarFile } from '../../../../functions/deadlines/calendar-file.ts'

/** Limits counted by 民法典 200–204; each example was worked out by hand. */

const limit = (id: string) => {
  const found = library.limits.find((one) => one.id === id)
  if (!found) throw new Error(`no limit ${id}`)
  return found
}

describe('the limit', () => {
  it.each([
    // One year: the day with the same number (202).
    ['labour-arbitration', '2025-03-10', '2026-03-10', '2026-03-10'],
    // Ends on a Saturday: moved to Monday (203).
    ['labour-arbitration', '2025-03-14', '2026-03-14', '2026-03-16'],
    // Ends inside the National Day holiday of 2026: moved to the first day after it.
    ['labour-arbitration', '2025-10-02', '2026-10-02', '2026-10-08'],
    // Fifteen days: the first does not count (201); 16 February 2026 is in the Spring Festival.
    ['labour-award-suit', '2026-02-01', '2026-02-16', '2026-02-24'],
    // Thirty days.
    ['judicial-confirmation', '2026-03-02', '2026-04-01', '2026-04-01'],
    // Three days from Thursday end on Sunday: moved to Monday.
    ['traffic-review', '2026-05-14', '2026-05-17', '2026-05-18'],
    // Six months from the 31st: there is no such day, so the last of the month (202).
    ['administrative-suit', '2026-03-31', '2026-09-30', '2026-09-30'],
    ['guarantee', '2025-08-31', '2026-02-28', '2026-02-28'],
    // Three years from the 29th of February.
    ['civil-limitation', '2024-02-29', '2027-02-28', '2027-03-01'],
    // Sixty days that end on a Sunday.
    ['administrative-review', '2026-04-01', '2026-05-31', '2026-06-01'],
    // Seven days after delivery.
    ['online-return', '2026-06-01', '2026-06-08', '2026-06-08'],
    // Ninety days.
    ['contract-mistake', '2026-01-05', '2026-04-05', '2026-04-07'],
  ])('%s that starts on %s ends on %s by the calendar, last day %s', (id, from, arrives, last) => {
    const counted = countLimit(from, limit(id))
    expect(counted.begins).toBe(addDays(from, 1))
    expect(counted.arrives).toBe(arrives)
    expect(counted.day).toBe(last)
  })

  it('is provisional if it ends in a year without announced holidays', () => {
    expect(countLimit('2026-03-10', limit('civil-limitation')).provisional).toBe(true)
    expect(countLimit('2025-03-10', limit('labour-arbitration')).provisional).toBe(false)
  })

  it('says when it ends before the years whose holidays are known', () => {
    const [first = 0] = county.calendar.years
    const endsIn = (year: number) => countLimit(`${year - 1}-03-10`, limit('labour-arbitration')).beforeKnown
    expect([first - 20, first - 1, first, first + 1, first + 9].map(endsIn)).toEqual([
      ...[true, true],
      ...[false, false, false],
    ])
  })

  it('says so of working days that begin before them and end in them, and of other days not', () => {
    const [first = 0] = county.calendar.years
    const from = `${first - 1}-12-28`
    for (const [workdays, expected] of [
      [true, true],
      [false, false],
    ])
      expect(countLimit(from, { days: 10, workdays }).beforeKnown).toBe(expected)
    expect(countLimit(`${first}-01-02`, { days: 10, workdays: true }).beforeKnown).toBe(false)
  })
})

const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('any limit from any day (property)', () => {
  it('never ends before its calendar end, and at most ten days after it', () => {
    fc.assert(
      fc.property(day, fc.constantFrom(...library.limits), (from, one) => {
        const { arrives, day: last, begins } = countLimit(from, one)
        expect(begins > from).toBe(true)
        expect(daysBetween(arrives, last)).toBeGreaterThanOrEqual(0)
        expect(daysBetween(arrives, last)).toBeLessThanOrEqual(10)
        if (one.days) expect(daysBetween(from, arrives)).toBe(one.days)
      }),
    )
  })

  it('never ends earlier if it starts later', () => {
    fc.assert(
      fc.property(
        day,
        fc.integer({ min: 0, max: 400 }),
        fc.constantFrom(...library.limits),
        (from, days, one) => {
          expect(countLimit(addDays(from, days), one).day >= countLimit(from, one).day).toBe(true)
        },
      ),
    )
  })

  it('adding months never leaves the target month', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 60 }), (from, months) => {
        const to = addMonths(from, months)
        expect(Number(to.slice(8))).toBeLessThanOrEqual(Number(from.slice(8)))
        const apart =
          (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 +
          Number(to.slice(5, 7)) -
          Number(from.slice(5, 7))
        expect(apart).toBe(months)
      }),
    )
  })
})

describe('the calendar file of a limit', () => {
  const entry = { ...limit('labour-arbitration'), source: null }
  const file = calendarFile(entry, '2026-03-16', Date.parse('2026-01-01T00:00:00Z'))

  it('has an all-day event with two reminders (RFC 5545)', () => {
    expect(file).toMatch(/^BEGIN:VCALENDAR\r\n/)
    expect(file).toMatch(/\r\nEND:VCALENDAR\r\n$/)
    expect(file).toContain('DTSTART;VALUE=DATE:20260316\r\nDTEND;VALUE=DATE:20260317\r\n')
    expect(file.match(/BEGIN:VALARM/g)).toHaveLength(2)
  })

  it('folds lines at 75 octets without losing a character', () => {
    for (const line of file.split('\r\n'))
      expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
    expect(file.replaceAll('\r\n ', '')).toContain(entry.before)
  })
})
