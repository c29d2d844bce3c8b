import { describe, expect, it } from 'vitest'
import { day } from '#domain/basics/bounds.ts'
import { type GivenRating, isLow, ratingChance, readRating } from '#domain/following/rating.ts'
import type { CaseEvent } from '#domain/history/events.ts'
import type { EventKind } from '#domain/words/events.ts'

/** When the holder of a code is asked, and what they can answer. */

const start = Date.parse('2026-11-24T10:00:00+08:00')
const village = 'qingshi-liuwan-committee'

/** A history of these kinds, an hour between two; the first ends at `start`. */
const historyOf = (...kinds: EventKind[]): CaseEvent[] =>
  kinds.map((kind, index) => ({
    ...{ seq: index + 1, kind, actor: 'console', unit: village, acting: '', hash: '' },
    at: start + (index - kinds.indexOf('settled')) * 3_600_000,
    data: kind === 'merged' ? { other: '2026-000001' } : {},
  }))

const settled = historyOf('filed', 'accepted', 'mediating', 'settled')
const given = (changes: Partial<GivenRating>): GivenRating => ({
  ...{ endedSeq: 4, period: 'end', answeredAt: start, calledAt: null },
  ...{ result: 'solved', treated: 5, text: '' },
  ...changes,
})
const chanceAt = (days: number, ratings: GivenRating[] = [], events = settled) =>
  ratingChance(events, ratings, start + days * day)

describe('a case that was settled', () => {
  it.each<[number, string | null]>([
    [0, 'end'],
    [29.9, 'end'],
    // The case ended at ten in the morning; the last day is a whole one.
    [30.58, 'end'],
    [30.59, 'later'],
    [60.58, 'later'],
    [60.59, null],
  ])('%d days after the end asks for: %s', (days, period) => {
    expect(chanceAt(days)?.period ?? null).toBe(period)
  })

  it.each<[string, number, Partial<GivenRating>[], string | null]>([
    ['an answer can be changed', 7.58, [{}], 'end'],
    ['an answer cannot be changed after the seventh day', 7.59, [{}], null],
    ['an answer of the first period does not stand for the second', 30, [{}], 'later'],
    [
      'an answer that can still be changed goes before the next period',
      31,
      [{ answeredAt: start + 28 * day }],
      'end',
    ],
    ['the next period opens once it cannot', 36, [{ answeredAt: start + 28 * day }], 'later'],
    [
      'an answer given on the last day can be changed after the period',
      62,
      [{}, { period: 'later', answeredAt: start + 59 * day }],
      'later',
    ],
    ['both are answered', 45, [{}, { period: 'later', answeredAt: start + 31 * day }], null],
    ['the county called two days ago', 32, [{ calledAt: start + 30 * day }], null],
    ['the county called almost seven days ago', 36.99, [{ calledAt: start + 30 * day }], null],
    ['the county called seven days ago', 37, [{ calledAt: start + 30 * day }], 'later'],
    ['an answer to an earlier end does not count', 1, [{ endedSeq: 2 }], 'end'],
  ])('%s', (_, days, answers, period) => {
    expect(chanceAt(days, answers.map(given))?.period ?? null).toBe(period)
  })

  it.each<EventKind>(['closed', 'failed'])(
    'is rated for the desk it ended at, from the first result on: %s later',
    (kind) => {
      const events = historyOf('filed', 'accepted', 'settled', kind)
      expect(chanceAt(1, [], events)).toMatchObject({ endedSeq: 3, askedAt: start, unit: village })
    },
  )

  it('is rated until the first instant after each period, and not at it', () => {
    const [end, later] = [chanceAt(0)?.until ?? 0, chanceAt(31)?.until ?? 0]
    expect([end, later]).toEqual(
      ['2026-12-25', '2027-01-24'].map((text) => Date.parse(`${text}T00:00:00+08:00`)),
    )
    const periodAt = (now: number) => ratingChance(settled, [], now)?.period
    expect([end - 1, end, later - 1].map(periodAt)).toEqual(['end', 'later', 'later'])
    for (const now of [start - 1, later]) expect(ratingChance(settled, [], now)).toBeNull()
  })
})

it.each<[string, EventKind[]]>([
  ['an open case', ['filed', 'accepted']],
  ['a case that was reopened', ['filed', 'accepted', 'settled', 'reopened']],
  ['a case that was reopened twice', ['filed', 'settled', 'reopened', 'failed', 'reopened']],
  ['a case that goes on in another', ['filed', 'accepted', 'merged']],
])('%s is not rated', (_, kinds) => {
  const events = historyOf(...kinds)
  for (const days of [0, 1, 31]) expect(chanceAt(days, [], events)).toBeNull()
})

it('a case that ended again is rated again', () => {
  const events = historyOf('filed', 'accepted', 'settled', 'reopened', 'failed')
  expect(chanceAt(1, [given({ endedSeq: 3 })], events)).toMatchObject({ endedSeq: 5, given: null })
})

it.each<[Parameters<typeof isLow>[0], boolean]>([
  [{ result: 'not', treated: 5 }, true],
  [{ result: 'solved', treated: 2 }, true],
  [{ result: 'partly', treated: 3 }, false],
  [{ result: 'solved', treated: 5 }, false],
])('%o is low: %s', (rating, low) => {
  expect(isLow(rating)).toBe(low)
})

const right = { result: 'partly', treated: '4', text: ' 一句\n话 ' }

describe('an answer', () => {
  it('is read from a form or a program, its words as one line', () => {
    expect(readRating(right)).toEqual({ ok: true, value: { result: 'partly', treated: 4, text: '一句 话' } })
    expect(readRating({ result: 'not', treated: 1, text: undefined })).toMatchObject({ ok: true })
  })

  it.each([1, 2, 3, 4, 5])('may be the grade %i, as a number or as its digit', (treated) => {
    for (const sent of [treated, `${treated}`])
      expect(readRating({ ...right, treated: sent })).toMatchObject({ value: { treated } })
  })

  it.each(['0x5', '5e0', '05', ' 5', '5 ', '5.0', '+5', '５', '五', '0', '6', 5.000001, -5, [5], true, {}])(
    'is no grade: %j',
    (treated) => {
      const fault = { field: 'treated', code: 'choice' }
      expect(readRating({ ...right, treated })).toEqual({ ok: false, error: [fault] })
    },
  )

  it.each<[string, Record<string, unknown>, string[]]>([
    ['nothing', { result: '', treated: '' }, ['result required', 'treated required']],
    ['neither', { result: null, treated: undefined }, ['result required', 'treated required']],
    ['words for choices', { result: 'good', treated: 'x' }, ['result choice', 'treated choice']],
    ['no result', { result: undefined }, ['result required']],
    ['no grade', { treated: null }, ['treated required']],
    ['a grade too low', { treated: 0 }, ['treated choice']],
    ['a grade too high', { treated: 6 }, ['treated choice']],
    ['a text too long', { text: '字'.repeat(201) }, ['text tooLong']],
    ['a number for words', { text: 5 }, ['text choice']],
    ['a list for words', { text: ['字'] }, ['text choice']],
  ])('of %s is refused, and each field named', (_, changes, faults) => {
    const read = readRating({ ...right, ...changes })
    expect(read.ok ? [] : read.error.map(({ field, code }) => `${field} ${code}`)).toEqual(faults)
  })
})
