import { describe, expect, it } from 'vitest'
import { isEnded, statusIds, turnOf } from '#domain/words/statuses.ts'

describe('whose turn it is', () => {
  it.each([
    ['filed', 'desk'],
    ['accepted', 'desk'],
    ['mediating', 'desk'],
    ['handling', 'desk'],
    ['waiting', 'you'],
    ['referred', 'outside'],
    ['settled', null],
    ['closed', null],
  ] as const)('in a case that is %s: %s', (status, turn) => {
    expect(turnOf(status)).toBe(turn)
  })

  it('is nobody’s exactly if the case has ended', () => {
    for (const status of statusIds) expect(turnOf(status) === null, status).toBe(isEnded(status))
  })
})
