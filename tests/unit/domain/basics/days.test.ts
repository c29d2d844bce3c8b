import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, afterDay, dayOf, daysBetween, startOfDay, weekday } from '#domain/basics/time.ts'

/** Days are counted as numbers and remembered; Date says what must come out. */

const hour = 3_600_000
/** From the year 1 to the year 9999, in China. */
const instants = fc.integer({ min: -62_135_000_000_000, max: 253_402_200_000_000 })
const dayBy = (at: number) => new Date(at + 8 * hour).toISOString().slice(0, 10)

describe('days in China', () => {
  it('begin, end and are numbered as Date says, whichever were asked for before', () => {
    fc.assert(
      fc.property(instants, fc.integer({ min: -4_000, max: 4_000 }), (at, days) => {
        const day = dayOf(at)
        expect(day).toBe(dayBy(at))
        expect(startOfDay(day)).toBe(Date.parse(`${day}T00:00:00+08:00`))
        expect(weekday(day)).toBe(new Date(`${day}T00:00:00Z`).getUTCDay())
        const later = Math.min(Math.max(at + days * 24 * hour, -62_135_000_000_000), 253_402_200_000_000)
        expect(daysBetween(day, dayOf(later))).toBe(
          (Date.parse(`${dayBy(later)}T00:00:00Z`) - Date.parse(`${day}T00:00:00Z`)) / (24 * hour),
        )
        expect(addDays(day, daysBetween(day, dayOf(later)))).toBe(dayBy(later))
      }),
      // More days than are remembered.
      { numRuns: 6_000 },
    )
  })

  it.each([
    ['2028-02-28', '2028-02-29', 2],
    ['2026-12-31', '2027-01-01', 5],
    ['1970-01-01', '1970-01-02', 5],
    ['1969-12-31', '1970-01-01', 4],
  ])('after %s comes %s', (day, next, nextWeekday) => {
    expect([addDays(day, 1), dayOf(afterDay(day)), weekday(next)]).toEqual([next, next, nextWeekday])
  })

  it.each(['', 'tomorrow', '2026-13-01', `${'2'.repeat(100_000)}`])('%s is none', (text) => {
    expect([startOfDay(text), weekday(text), daysBetween(text, '2026-11-24')]).toEqual([
      Number.NaN,
      Number.NaN,
      Number.NaN,
    ])
    expect(() => addDays(text, 1)).toThrow(RangeError)
  })
})
