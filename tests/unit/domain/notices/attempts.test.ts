import { describe, expect, it } from 'vitest'
import { mayTry, type Outcome, postponed, settle } from '#domain/notices/attempts.ts'
import { retryAfter, stoppedFor } from '#domain/notices/bounds.ts'

const now = 1_000_000_000_000

describe('an attempt', () => {
  it.each([
    // outcome, attempts, unsure before, takes our id → state, unsure after
    ['sent', 1, 0, false, 'sent', 0],
    ['again', 1, 0, false, 'failed', 0],
    ['refused', 1, 0, true, 'dead', 0],
    ['unsure', 1, 0, false, 'failed', 1],
    ['unsure', 2, 1, false, 'dead', 2],
    ['unsure', 2, 1, true, 'failed', 2],
    ['again', 2, 1, false, 'failed', 1],
    ['sent', 2, 1, false, 'sent', 1],
    ['again', retryAfter.length, 0, true, 'failed', 0],
    ['again', retryAfter.length + 1, 0, true, 'dead', 0],
    ['unsure', retryAfter.length + 1, 3, true, 'dead', 4],
  ] as [Outcome, number, number, boolean, string, number][])(
    'that is %s, the %i. with %i unsure before (takes our id: %s), leaves the notice %s',
    (outcome, attempts, unsure, takesId, state, after) => {
      const settled = settle({ attempts, unsure }, outcome, takesId, now)
      expect(settled).toMatchObject({ state, attempts, unsure: after })
      expect(settled.nextAt).toBe(state === 'failed' ? now + (retryAfter[attempts - 1] ?? 0) : now)
    },
  )

  it('is made once more after one that may have arrived, unless the receiver knows our id', () => {
    expect([0, 1, 2].map((unsure) => mayTry({ unsure }, false))).toEqual([true, true, false])
    expect(mayTry({ unsure: 9 }, true)).toBe(true)
  })

  it('that was put off does not count', () => {
    const claimed = { id: 'a', kind: 'holder', caseId: 'c', recipient: 'party:1', madeAt: now } as const
    expect(postponed({ ...claimed, attempts: 3, unsure: 1 }, now + 5)).toEqual({
      ...{ state: 'due', nextAt: now + 5, attempts: 2, unsure: 1 },
    })
  })

  it('that found the account of the provider shut is none of the notice', () => {
    expect(settle({ attempts: 3, unsure: 1 }, 'stopped', false, now)).toEqual({
      ...{ state: 'due', nextAt: now + stoppedFor, attempts: 2, unsure: 1 },
    })
  })

  it('waits longer each time', () => {
    expect([...retryAfter].sort((a, b) => a - b)).toEqual([...retryAfter])
  })
})
