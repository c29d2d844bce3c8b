import { describe, expect, it } from 'vitest'
import { stepsOf } from '#domain/moves/next-steps.ts'
import { type MoveKind, moveKinds } from '#domain/moves/table.ts'
import { type Status, statusIds } from '#domain/words/statuses.ts'

/** Which moves a case page shows first. */

const village: MoveKind[] = [
  ...(['accepted', 'declined', 'assigned', 'message', 'noted', 'transferred', 'escalated'] as const),
  ...(['contacted', 'duty-reported', 'danger-marked', 'linked'] as const),
]

describe('the next steps', () => {
  it.each<[string, Status, boolean, string[], string[]]>([
    ['a new case', 'filed', false, [], ['accepted', 'message', 'declined']],
    ['a new case with danger', 'filed', true, [], ['contacted', 'duty-reported', 'accepted']],
    [
      'one with danger where somebody was reached',
      'filed',
      true,
      ['contacted'],
      ['duty-reported', 'accepted', 'message'],
    ],
    [
      'one with danger where both were done',
      'filed',
      true,
      ['contacted', 'duty-reported'],
      ['accepted', 'message', 'declined'],
    ],
  ])('of %s', (_, status, danger, done, next) => {
    expect(stepsOf(village, { status, danger, done }).next).toEqual(next)
  })

  it('are a decision first, if one is asked for', () => {
    const open: MoveKind[] = ['extended', 'extension-refused', 'noted', 'judged']
    const { next } = stepsOf(open, { status: 'handling', danger: false, done: [] })
    expect(next).toEqual(['extended', 'extension-refused', 'noted'])
  })

  it('are a call first, if one is asked for', () => {
    const open: MoveKind[] = ['message', 'called', 'set-aside', 'mediating']
    const { next } = stepsOf(open, { status: 'accepted', danger: false, done: [], unanswered: true })
    expect(next).toEqual(['called', 'message', 'set-aside'])
  })

  it('are what brings both sides to a table, but never with somebody in danger', () => {
    const open: MoveKind[] = ['mediating', 'message', 'invited']
    const how = { status: 'accepted', danger: false, done: [] } as const
    expect(stepsOf(open, { ...how, towards: ['invited'] }).next).toEqual(['invited', 'mediating', 'message'])
    expect(stepsOf(open, { ...how, towards: ['invited'], danger: true }).next).not.toContain('invited')
    expect(stepsOf(open, how)).toMatchObject({ next: ['mediating', 'message'], rest: ['invited'] })
  })

  it('are a talk with the holder first, until it is set aside; then that is among the others', () => {
    const how = { status: 'accepted', danger: false, done: [] } as const
    expect(stepsOf(['request-confirmed', 'request-set-aside', 'mediating'], how).next).toEqual([
      'request-confirmed',
      'request-set-aside',
      'mediating',
    ])
    const { next, rest } = stepsOf(['request-confirmed', 'mediating'], how)
    expect([next, rest]).toEqual([['mediating'], ['request-confirmed']])
  })

  it.each(statusIds)('of a case that is %s are at most three, and no move is lost', (status) => {
    const { next, away, rest } = stepsOf(moveKinds, { status, danger: false, done: [] })
    expect(next.length).toBeLessThanOrEqual(3)
    expect([...next, ...away, ...rest].sort()).toEqual([...moveKinds].sort())
    expect(away).toContain('escalated')
  })
})
