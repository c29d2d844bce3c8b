import { describe, expect, it } from 'vitest'
import { dayToClose } from '#domain/anchors/days.ts'

/** Which day is closed next, by the last one and the time in the county. */

describe('the day to close', () => {
  it.each([
    ['begins with yesterday', null, '2026-11-24T10:00:00+08:00', '2026-11-23'],
    ['has nothing to do on the same day', '2026-11-23', '2026-11-24T23:59:59+08:00', null],
    ['waits ten minutes after midnight', '2026-11-23', '2026-11-25T00:09:59+08:00', null],
    ['closes then', '2026-11-23', '2026-11-25T00:10:00+08:00', '2026-11-24'],
    ['counts days in the county, not in UTC', '2026-11-23', '2026-11-24T16:30:00Z', '2026-11-24'],
    [
      'catches up on missed days, the first one first',
      '2026-11-20',
      '2026-11-24T10:00:00+08:00',
      '2026-11-21',
    ],
    ['leaves a gap of more than 31 days', '2026-01-01', '2026-11-24T10:00:00+08:00', '2026-10-24'],
    ['closes nothing while the clock is behind', '2026-12-24', '2026-11-24T10:00:00+08:00', null],
  ])('%s', (_, last, now, due) => {
    expect(dayToClose(last, Date.parse(now))).toBe(due)
  })
})
