import { describe, expect, it } from 'vitest'
import { isRefused } from '#domain/history/consent.ts'
import type { CaseEvent, EventData } from '#domain/history/events.ts'
import { guestsIn, invitedIn, withoutInvitation } from '#domain/history/other-side.ts'
import { personLabel } from '#domain/history/person-label.ts'
import { bindsIn, peopleIn, representativesOf, signingFault } from '#domain/history/roles.ts'
import { joiningFault } from '#domain/moves/joining.ts'
import { readMove } from '#domain/moves/read-move.ts'
import type { EventKind } from '#domain/words/events.ts'

/** Who the people of a case are, and what they may sign. */

type Row = [kind: EventKind, data: EventData]
const history = (...rows: Row[]): CaseEvent[] =>
  rows.map(([kind, data], index) => ({
    ...{ seq: index + 1, kind, data, actor: 'console', at: index, unit: 'qingshi-committee' },
    ...{ acting: '', hash: '' },
  }))
const filer: Row = ['party', { party: 1, side: 'complainant', role: 'principal' }]
const other = (party: number, more: EventData = {}): Row => ['party', { party, side: 'other', ...more }]
const own = (party: number, more: EventData = {}): Row => ['party', { party, side: 'complainant', ...more }]

describe('agreeing to a settlement', () => {
  it.each<[string, Row, ReturnType<typeof signingFault>, number[]]>([
    ['a principal signs for themselves', other(2, { role: 'principal' }), null, [2]],
    ['one of many signs for themselves', other(2, { role: 'member' }), null, [2]],
    ['a representative binds nobody else', other(2, { role: 'representative' }), null, [2]],
    ['a proxy without a paper does not', other(2, { role: 'proxy', for: 3 }), 'authority', []],
    [
      'a proxy whose paper names coming only does not',
      other(2, { role: 'proxy', for: 3, authority: 'general' }),
      'authority',
      [],
    ],
    [
      'a proxy whose paper names settling does',
      other(2, { role: 'proxy', for: 3, authority: 'special' }),
      null,
      [3],
    ],
    ['a guardian who heard nobody does not', other(2, { role: 'guardian', for: 3 }), 'unheard', []],
    ['a guardian of an infant does', other(2, { role: 'guardian', for: 3, heard: 'cannot' }), null, [3]],
  ])('%s', (_, row, fault, binds) => {
    const events = history(filer, row, other(3))
    expect([signingFault(events, 2), bindsIn(events, 2)]).toEqual([fault, binds])
  })

  it.each<[string, EventKind]>([
    ['stood down', 'stood-down'],
    ['was erased', 'erased'],
  ])('nobody does who %s', (_, kind) => {
    const events = history(filer, other(2), [kind, { party: 2 }])
    expect([signingFault(events, 2), bindsIn(events, 2)]).toEqual(['gone', []])
    expect(peopleIn(events).map(({ party }) => party)).toEqual([1])
  })
})

describe('a refusal', () => {
  it.each<[EventData['role'], boolean]>([
    ['principal', true],
    ['guardian', true],
    ['member', false],
    ['representative', false],
    ['proxy', false],
  ])('of a %s ends the mediation: %s', (role = 'principal', ends) => {
    expect(isRefused(history(filer, other(2, { role }), ['refused', { party: 2 }]))).toBe(ends)
    expect(isRefused(history(filer, own(2, { role }), ['refused', { party: 2 }]))).toBe(ends)
  })

  it('counts no more once it was disputed, taken back, its author is gone or the case was reopened', () => {
    for (const [kind, data] of [
      ['refusal-disputed', { party: 2 }],
      ['agreed', { party: 2 }],
      ['erased', { party: 2 }],
      ['reopened', {}],
    ] as const)
      expect(isRefused(history(filer, other(2), ['refused', { party: 2 }], [kind, data])), kind).toBe(false)
  })
})

describe('a code', () => {
  const group = [filer, own(2), other(3), other(4, { role: 'proxy', for: 3 }), other(5)]

  it('is given without an invitation to the complainant’s side, to others only once one was invited', () => {
    expect(withoutInvitation(history(...group))).toEqual([2])
    expect(withoutInvitation(history(...group, ['invited', { party: 3 }]))).toEqual([2, 4])
    expect(guestsIn(history(...group))).toEqual([2, 3, 4, 5])
  })

  it('begins what somebody knows of the case', () => {
    const events = history(...group, ['invited', { party: 3 }], ['code-given', { party: 4 }])
    expect([3, 4, 5].map((party) => invitedIn(events, party)?.seq)).toEqual([6, 7, undefined])
  })
})

describe('who joins', () => {
  const five = [1, 2, 3, 4, 5].map((at) => own(at + 1, { role: 'representative' }))

  it.each<[string, Row[], Parameters<typeof joiningFault>[1], ReturnType<typeof joiningFault>]>([
    [
      'a sixth representative',
      five,
      { onSide: 'complainant', role: 'representative' },
      'tooManyRepresentatives',
    ],
    [
      'another once one has stood down',
      [...five, ['stood-down', { party: 2 }]],
      { onSide: 'complainant', role: 'representative' },
      null,
    ],
    ['one of the other side', five, { onSide: 'other', role: 'representative' }, null],
    ['a proxy for the other side', [], { onSide: 'other', role: 'proxy', actsFor: '1' }, 'otherSidesPerson'],
    ['a proxy for nobody', [], { onSide: 'other', role: 'proxy', actsFor: '9' }, 'otherSidesPerson'],
    ['a proxy for their own side', [], { onSide: 'complainant', role: 'proxy', actsFor: '1' }, null],
    ['a principal', [], {}, null],
  ])('%s', (_, rows, input, fault) => {
    const events = history(filer, ...rows)
    expect(joiningFault(events, input)).toBe(fault)
    expect(representativesOf(events, 'other')).toEqual([])
  })

  it.each<[string, string[]]>([
    ['proxy', ['actsFor', 'authority']],
    ['guardian', ['actsFor', 'heard']],
    ['representative', []],
    ['', []],
  ])('as %s says for whom and by what', (role, missing) => {
    const values: Record<string, string> = { otherName: '周律', gotFrom: 'themselves', role }
    const read = readMove('party', 'mediation', (field) => [values[field] ?? ''], {}, '2026-11-24')
    expect(read.ok ? [] : read.error.map(({ field }) => field)).toEqual(missing)
  })
})

it('people are named by their side, their place and what they are', () => {
  const events = history(filer, other(2), other(3, { role: 'proxy', for: 2 }), own(4))
  expect([1, 2, 3, 4, 9].map((party) => personLabel(events, party))).toEqual([
    ...['申请人', '对方第 1 位', '对方第 2 位（代理人，有授权书）', '申请人一方'],
    '已经不在这件案子里的人',
  ])
})
