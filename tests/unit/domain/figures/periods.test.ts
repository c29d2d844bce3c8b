import { describe, expect, it } from 'vitest'
import { dayToCount } from '#domain/figures/days.ts'
import {
  closedParts,
  dayDigits,
  endingWith,
  periodBefore,
  periodOf,
  readPeriod,
  rolledFrom,
} from '#domain/figures/periods.ts'

/** Months, quarters and years of the figures, and what a page sums of one that still runs. */

const read = (id: string) => {
  const period = readPeriod(id)
  if (!period) throw new Error(id)
  return period
}

it.each([
  ['2026-02', 'month', '2026-02-01', '2026-02-28'],
  ['2028-02', 'month', '2028-02-01', '2028-02-29'],
  ['2026-12', 'month', '2026-12-01', '2026-12-31'],
  ['2026-Q1', 'quarter', '2026-01-01', '2026-03-31'],
  ['2026-Q4', 'quarter', '2026-10-01', '2026-12-31'],
  ['2028', 'year', '2028-01-01', '2028-12-31'],
])('%s is the %s from %s to %s', (id, kind, from, to) => {
  expect(read(id)).toEqual({ id, kind, from, to })
})

it('a day is the period of itself, and in digits', () => {
  expect(periodOf('day', '2026-11-24')).toBe('2026-11-24')
  expect(dayDigits('2026-11-24')).toBe(20_261_124)
})

it('before the year 2000 there is none', () => {
  expect(() => periodBefore(read('2000-01'))).toThrow('no period: 1999-12')
})

it.each([
  '',
  '2026-13',
  '2026-00',
  '2026-Q5',
  '2026-Q0',
  '2026-1',
  '1999',
  '26-01',
  '2026-11-24',
  '2026-Q1 ',
  '12026-01',
])('%j is no period', (id) => expect(readPeriod(id)).toBeNull())

it.each([
  ['2027-01', '2026-12'],
  ['2028-03', '2028-02'],
  ['2027-Q1', '2026-Q4'],
  ['2027', '2026'],
])('before %s is %s', (id, before) => expect(periodBefore(read(id)).id).toBe(before))

it.each([
  ['2026-02-27', []],
  ['2026-02-28', ['2026-02']],
  ['2028-02-28', []],
  ['2028-02-29', ['2028-02']],
  ['2026-03-31', ['2026-03', '2026-Q1']],
  ['2026-12-31', ['2026-12', '2026-Q4', '2026']],
])('with %s end %j', (day, periods) => expect(endingWith(day).map(({ id }) => id)).toEqual(periods))

it('rolls up days, months, quarters', () => {
  expect(rolledFrom(read('2028-02'))).toHaveLength(29)
  expect(rolledFrom(read('2026-Q4'))).toEqual(['2026-10', '2026-11', '2026-12'])
  expect(rolledFrom(read('2026'))).toEqual(['2026-Q1', '2026-Q2', '2026-Q3', '2026-Q4'])
  expect(periodOf('quarter', '2026-11-24')).toBe('2026-Q4')
})

describe('what a page sums', () => {
  it.each([
    ['2026-11', '2026-11-30', ['2026-11']],
    ['2026-11', '2027-03-01', ['2026-11']],
    ['2026-11', '2026-11-02', ['2026-11-01', '2026-11-02']],
    ['2026-11', '2026-10-31', []],
    ['2026', '2025-12-31', []],
    ['2026-Q4', '2026-11-01', ['2026-10', '2026-11-01']],
    ['2026', '2026-11-01', ['2026-Q1', '2026-Q2', '2026-Q3', '2026-10', '2026-11-01']],
    ['2026', '2026-12-31', ['2026']],
  ])('of %s, closed to %s: %j', (id, closed, parts) => {
    expect(closedParts(read(id), closed)).toEqual(parts)
  })

  it('is at most 35 parts', () => {
    expect(closedParts(read('2026'), '2026-12-30')).toHaveLength(3 + 2 + 30)
  })
})

describe('the next day to count', () => {
  const at = (time: string) => Date.parse(`${time}+08:00`)
  it.each([
    [null, null, '2026-11-24T10:00', null],
    [null, '2026-11-20', '2026-11-24T10:00', '2026-11-20'],
    [null, '2026-11-24', '2026-11-24T10:00', null],
    ['2026-11-22', null, '2026-11-24T10:00', '2026-11-23'],
    ['2026-11-23', null, '2026-11-24T23:59', null],
    // What was being stored at midnight is waited for.
    ['2026-11-23', null, '2026-11-25T00:09', null],
    ['2026-11-23', null, '2026-11-25T00:10', '2026-11-24'],
    // It slept over the end of February, and over a year.
    ['2028-02-28', null, '2028-03-09T10:00', '2028-02-29'],
    ['2026-12-31', null, '2028-03-09T10:00', '2027-01-01'],
  ])('last %s, oldest %s, at %s: %s', (last, oldest, now, day) => {
    expect(dayToCount(last, oldest, at(now))).toBe(day)
  })
})
