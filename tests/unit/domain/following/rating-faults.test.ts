import { expect, it } from 'vitest'
import { day, hour } from '#domain/basics/bounds.ts'
import { type RatingRow, ratingFaults } from '#domain/following/rating-faults.ts'
import type { CaseEvent } from '#domain/history/events.ts'

/** What the history of a case says of a stored rating. */

const start = Date.parse('2026-11-24T10:00:00+08:00')
const historyOf = (channel?: 'online' | 'visit'): CaseEvent[] =>
  (['filed', 'settled', 'reopened', 'failed'] as const).map((kind, index) => ({
    ...{ seq: index + 1, kind, actor: 'console', unit: `unit-${index + 1}`, acting: '', hash: '' },
    at: start + (index - 1) * hour,
    data: index === 0 && channel ? { channel } : {},
  }))
const row: RatingRow = {
  ...{ endedSeq: 2, period: 'end', unit: 'unit-2', registered: false, result: 'solved', treated: 5 },
  ...{ askedAt: start, answeredAt: start, changedAt: start },
}
const later = { period: 'later', askedAt: start + 30 * day, answeredAt: start + 30 * day } as const
/** From ten in the morning to the last moment of the day. */
const rest = 14 * hour - 1

it.each<[string, Partial<RatingRow>, string[]]>([
  ['an answer at once', {}, []],
  ['a second one', { ...later, changedAt: later.answeredAt }, []],
  [
    'an answer in the last moment',
    { answeredAt: start + 30 * day + rest, changedAt: start + 30 * day + rest },
    [],
  ],
  ['one changed in the last moment', { changedAt: start + 7 * day + rest }, []],
  [
    'one to the second end',
    {
      endedSeq: 4,
      unit: 'unit-4',
      askedAt: start + 2 * hour,
      answeredAt: start + day,
      changedAt: start + day,
    },
    [],
  ],
  ['the worst answer', { result: 'not', treated: 1 }, []],
  ['a row about what is no end', { endedSeq: 1 }, ['endedSeq']],
  ['a row about an event that is not there', { endedSeq: 5 }, ['endedSeq']],
  ['another unit', { unit: 'unit-4' }, ['unit']],
  ['a case that nobody registered', { registered: true }, ['registered']],
  ['another time', { askedAt: start + 1 }, ['askedAt']],
  ['another period', { period: 'later' }, ['askedAt', 'answeredAt']],
  ['an answer that is none', { result: 'fine' as 'not' }, ['result']],
  ['a grade that is none', { treated: 0 }, ['treated']],
  ['an answer before it was asked for', { answeredAt: start - 1 }, ['answeredAt']],
  [
    'an answer a day late',
    { answeredAt: start + 30 * day + rest + 1, changedAt: start + 31 * day },
    ['answeredAt'],
  ],
  ['a change before the answer', { changedAt: start - 1 }, ['changedAt']],
  ['a change a day late', { changedAt: start + 7 * day + rest + 1 }, ['changedAt']],
])('%s: %o', (_, changes, faults) => {
  expect(ratingFaults(historyOf('online'), { ...row, ...changes })).toEqual(faults)
})

it('a case whose code staff replaced before the answer is counted like one they registered', () => {
  const reissuedAt = (at: number) => [
    ...historyOf('online'),
    { ...(historyOf('online')[0] as CaseEvent), seq: 9, kind: 'code-reissued' as const, at, data: {} },
  ]
  expect(ratingFaults(reissuedAt(row.answeredAt), row)).toEqual(['registered'])
  expect(ratingFaults(reissuedAt(row.answeredAt), { ...row, registered: true })).toEqual([])
  expect(ratingFaults(reissuedAt(row.answeredAt + 1), row)).toEqual([])
})

it('a case that staff registered is counted as such', () => {
  expect(ratingFaults(historyOf('visit'), row)).toEqual(['registered'])
  expect(ratingFaults(historyOf('visit'), { ...row, registered: true })).toEqual([])
  // A history without a first row is a fault of the chain.
  expect(ratingFaults(historyOf().slice(1), row)).toEqual([])
})
