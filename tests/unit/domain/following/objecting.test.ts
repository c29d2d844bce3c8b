import { describe, expect, it } from 'vitest'
import { lengths } from '#domain/basics/bounds.ts'
import { objectionFault, readObjection } from '#domain/following/objecting.ts'
import type { CaseEvent } from '#domain/history/events.ts'
import { turnedTo } from '#domain/history/turned-to.ts'
import type { EventKind } from '#domain/words/events.ts'

const day = 86_400_000
const village = 'qingshi-liuwan-committee'
const above = 'qingshi-centre'
type Row = [kind: EventKind, days: number, more?: Partial<CaseEvent>]
const history = (...rows: Row[]): CaseEvent[] =>
  rows.map(([kind, days, more = {}], index) => ({
    ...{
      seq: index + 1,
      kind,
      at: days * day,
      unit: village,
      actor: 'console',
      acting: '',
      data: {},
      hash: '',
    },
    ...more,
  }))
const filed: Row = ['filed', 0]
const objected: Row = ['objected', 3, { data: { above } }]

describe('an objection', () => {
  it.each<[string, Row[], number, string | null]>([
    ['an open case', [filed, ['accepted', 1]], 2, 'open'],
    ...(['settled', 'answered', 'failed', 'declined'] as const).map((kind): [string, Row[], number, null] => [
      `a case that is ${kind}`,
      [filed, [kind, 1]],
      2,
      null,
    ]),
    ['a case that was withdrawn', [filed, ['withdrawn', 1]], 2, 'open'],
    ['a closed case', [filed, ['settled', 1], ['closed', 2]], 3, null],
    ['a case that ended without a result', [filed, ['merged', 1]], 2, 'open'],
    ['a case that was objected to', [filed, ['settled', 1], objected], 4, 'already'],
    ['one that was closed since', [filed, ['settled', 1], objected, ['closed', 4]], 5, 'already'],
    ['a reopened case', [filed, ['settled', 1], objected, ['reopened', 4]], 5, 'open'],
    ['one that ended anew', [filed, ['settled', 1], objected, ['reopened', 4], ['settled', 5]], 6, null],
    ['the thirtieth day after the end', [filed, ['settled', 1]], 31, null],
    ['the day after', [filed, ['settled', 1]], 32, 'late'],
  ])('to %s', (_, rows, days, fault) => {
    expect(objectionFault(history(...rows), above, days * day, 'complainant')).toBe(fault)
  })

  it('has nowhere to go where nobody is above', () => {
    expect(objectionFault(history(filed, ['settled', 1]), null, 2 * day, 'complainant')).toBe('county')
  })

  it('is for who filed alone', () => {
    expect(objectionFault(history(filed, ['settled', 1]), above, 2 * day, 'other')).toBe('side')
  })

  it.each<[string, Row[], boolean]>([
    ['at first', [], true],
    ['after the desk has closed the case', [['closed', 4]], true],
    ['after words of the desk', [['message', 4, { acting: village, data: { to: ['party:1'] } }]], true],
    ['after a note of the unit above', [['noted', 4, { acting: above }]], false],
    ['after the case was reopened', [['reopened', 4]], false],
    ['after the case went elsewhere', [['transferred', 4, { unit: above }]], false],
  ])('waits above: %s', (_, rows, waits) => {
    expect(turnedTo(history(filed, ['settled', 1], objected, ...rows)).has(above)).toBe(waits)
  })

  it.each([
    ['', 'required'],
    [' \u3000', 'required'],
    ['字'.repeat(lengths.objection + 1), 'tooLong'],
    [' 没有修好。 ', '没有修好。'],
  ])('is read: %s', (typed, expected) => {
    const read = readObjection(typed)
    expect(read.ok ? read.value : read.error).toBe(expected)
  })
})
