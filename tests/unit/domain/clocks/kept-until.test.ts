import { expect, it } from 'vitest'
import { startOfDay } from '#domain/basics/time.ts'
import { type KeptFor, keptFor } from '#domain/clocks/kept-until.ts'
import type { CaseEvent } from '#domain/history/events.ts'
import type { EventKind } from '#domain/words/events.ts'

/** For what, and until when, that which the holder gave is needed after the end of a case. */

type Row = [kind: EventKind, day: string, delivered?: string]
/** A history; each row happened at noon of its day, and may say on which day a paper was handed over. */
const history = (...rows: Row[]): CaseEvent[] =>
  rows.map(([kind, day, on], index) => ({
    ...{ seq: index + 1, kind, at: startOfDay(day) + 12 * 3_600_000, hash: '' },
    ...{
      unit: 'qingshi-office',
      actor: 'staff:a',
      acting: '',
      data: on ? { delivery: { by: 'hand', on } } : {},
    },
  }))
const answered: Row = ['answered', '2026-11-02']
const handed: Row = ['delivered', '2026-11-05', '2026-11-04']

it.each<[string, Row[], KeptFor[], string]>([
  ['an agreement', [['settled', '2026-11-02']], ['performance', 'confirmation'], '2027-01-31'],
  [
    'an agreement that is performed',
    [
      ['settled', '2026-11-02'],
      ['closed', '2026-11-04'],
    ],
    ['confirmation'],
    '2026-12-02',
  ],
  ['an answer', [answered], ['review'], '2026-12-02'],
  ['an answer that was handed over', [answered, handed], ['review'], '2026-12-04'],
  [
    'an answer that was handed over, whatever is noted since',
    [answered, handed, ['noted', '2026-11-06']],
    ['review'],
    '2026-12-04',
  ],
  [
    'an answer whose delivery was recorded anew',
    [answered, handed, ['delivered', '2026-11-10', '2026-11-09']],
    ['review'],
    '2026-12-09',
  ],
  [
    'an answer whose paper says that it came before',
    [answered, ['delivered', '2026-11-05', '2026-10-20']],
    ['review'],
    '2026-12-02',
  ],
])('%s is kept for %j, at the longest to the end of %s', (_, rows, reasons, last) => {
  const events = history(['filed', '2026-10-12'], ...rows)
  const midnight = startOfDay(last) + 86_400_000
  const now = startOfDay('2026-11-20')
  expect(keptFor(events, now).map((one) => one.for)).toEqual(reasons)
  expect(keptFor(events, now)[0]?.until).toBe(midnight)
  expect(keptFor(events, midnight - 1).map((one) => one.for)).toEqual(reasons.slice(0, 1))
  expect(keptFor(events, midnight)).toEqual([])
})

it('an agreement is confirmed from the day on which it took effect, whenever that was recorded', () => {
  const events = history(['filed', '2026-10-12'], ['settled', '2026-11-02'], ['closed', '2026-11-04'])
  const settled = events[1]
  if (settled) settled.data = { effectiveOn: '2026-10-28' }
  const [kept] = keptFor(events, startOfDay('2026-11-20'))
  expect(kept).toEqual({ for: 'confirmation', until: startOfDay('2026-11-27') + 86_400_000 })
})

it.each<[string, Row[]]>([
  ['an open case', []],
  ['a refusal', [['declined', '2026-11-01']]],
  ['a failed mediation', [['failed', '2026-11-01']]],
  [
    'a case reopened after its agreement',
    [
      ['settled', '2026-11-01'],
      ['reopened', '2026-11-02'],
    ],
  ],
])('%s needs nothing', (_, rows) => {
  expect(keptFor(history(['filed', '2026-10-12'], ...rows), startOfDay('2026-11-03'))).toEqual([])
})
