import { describe, expect, it } from 'vitest'
import { startOfDay } from '#domain/basics/time.ts'
import type { CaseEvent, EventData } from '#domain/history/events.ts'
import { isUnopened, receivedOn } from '#domain/history/received.ts'

type Row = [kind: string, day: string, data?: EventData]
const history = (...rows: Row[]): CaseEvent[] =>
  rows.map(([kind, day, data = {}], index) => ({
    ...{ seq: index + 1, kind: kind as CaseEvent['kind'], data, unit: 'u', acting: '', hash: '' },
    ...{ actor: kind === 'answer-opened' ? 'party:1' : 'staff:a', at: startOfDay(day) },
  }))
const answered: Row = ['answered', '2026-11-02']
const opened = (day: string): Row => ['answer-opened', day]
const delivered = (by: NonNullable<EventData['delivery']>['by'], on: string): Row => [
  'delivered',
  '2026-11-20',
  { delivery: { by, on } },
]

describe('a written answer is received (信访工作条例 35)', () => {
  it.each<[string, Row[], string | null]>([
    ['never without one', [['filed', '2026-11-01']], null],
    ['not by being written', [answered], null],
    ['on the day of a slip signed by hand', [answered, delivered('hand', '2026-11-05')], '2026-11-05'],
    ['on the day of a signed slip of the post', [answered, delivered('post', '2026-11-06')], '2026-11-06'],
    ['not because staff say they rang', [answered, delivered('phone', '2026-11-05')], null],
    ['not because staff say it was read', [answered, delivered('code', '2026-11-05')], null],
    ['on the day it was first opened', [answered, opened('2026-11-04'), opened('2026-11-09')], '2026-11-04'],
    [
      'on the earlier of the two',
      [answered, opened('2026-11-08'), delivered('hand', '2026-11-05')],
      '2026-11-05',
    ],
    [
      'on the day of the slip that was recorded last',
      [answered, delivered('hand', '2026-11-05'), delivered('post', '2026-11-07')],
      '2026-11-07',
    ],
    ['not before the case was reopened', [answered, opened('2026-11-04'), ['reopened', '2026-11-10']], null],
    [
      'anew after a second answer',
      [answered, opened('2026-11-04'), ['answered', '2026-11-12'], opened('2026-11-13')],
      '2026-11-13',
    ],
  ])('%s', (_, rows, day) => {
    expect(receivedOn(history(...rows))).toBe(day)
  })

  it.each<[string, Row[], boolean]>([
    ['nothing was answered', [['filed', '2026-11-01']], false],
    ['it was answered', [answered], true],
    ['it was opened', [answered, opened('2026-11-04')], false],
    ['it was answered again', [answered, opened('2026-11-04'), ['answered', '2026-11-12']], true],
  ])('is to be opened if %s', (_, rows, is) => {
    expect(isUnopened(history(...rows))).toBe(is)
  })
})
