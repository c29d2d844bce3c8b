import { describe, expect, it } from 'vitest'
import type { Day } from '#domain/basics/time.ts'
import { endOfWay, runningLimits, waysOf } from '#domain/clocks/remaining-ways.ts'

/** The last days of ways that remain after a failed mediation, worked out by hand (民法典 195, 200 to 203). */

describe('the last day of a way', () => {
  it.each<[string, string, Day | null, Day | null, Day | null, boolean]>([
    // Three years anew from the request (诉讼时效规定 12).
    ['is counted anew from the request', 'civil-limitation', '2026-11-24', null, '2029-11-26', true],
    ['of a request on the 29th of February', 'civil-limitation', '2024-02-29', null, '2027-03-01', true],
    ['of a request at the end of a year', 'civil-limitation', '2025-12-31', null, '2029-01-01', true],
    [
      'that had not expired at the request',
      'civil-limitation',
      '2026-11-24',
      '2024-01-05',
      '2029-11-26',
      true,
    ],
    // 24 November 2026 is the last day of the count itself: it still runs.
    ['whose last day is the request', 'civil-limitation', '2026-11-24', '2023-11-24', '2029-11-26', true],
    [
      'that had expired before the request',
      'civil-limitation',
      '2026-11-24',
      '2023-11-20',
      '2026-11-20',
      false,
    ],
    ['of five years, anew', 'pollution-damages', '2026-11-24', null, '2031-11-24', true],
    ['that no request interrupts', 'administrative-review', '2026-11-24', '2026-11-01', '2026-12-31', false],
    ['of labour, by its own rules', 'labour-arbitration', '2026-11-24', '2026-02-28', '2027-03-01', false],
    ['of six months from the 31st', 'administrative-suit', '2026-11-24', '2026-08-31', '2027-03-01', false],
    ['that begins on a day nobody knows', 'labour-arbitration', '2026-11-24', null, null, false],
    ['of a case that asked for something else', 'civil-limitation', null, null, null, false],
    ['of that case, from a known day', 'civil-limitation', null, '2024-02-29', '2027-03-01', false],
    ['that time does not bar', 'untimed-support', '2026-11-24', '2026-11-01', null, false],
    ['that the county has removed', 'no-such-way', '2026-11-24', '2026-11-01', null, false],
  ])('%s', (_, id, asked, since, day, renewed) => {
    const end = endOfWay(id, { asked, since })
    expect([end?.day ?? null, end?.renewed ?? false]).toEqual([day, renewed])
  })
})

it('what runs on is told by subject, and where none may show by what is the same for all', () => {
  const ids = (ways: { id: string }[]) => ways.map(({ id }) => id)
  expect(ids(runningLimits('labour'))).toEqual(
    expect.arrayContaining(['civil-limitation', 'labour-arbitration']),
  )
  expect(ids(runningLimits(null))).toEqual([
    'civil-limitation',
    'labour-arbitration',
    'administrative-review',
  ])
  expect(ids(waysOf('elderly'))[0]).toBe('untimed-support')
})
