import { describe, expect, it } from 'vitest'
import { hasHandIn, holderCalled } from '#domain/desk/lost-code.ts'
import type { CaseEvent, EventData } from '#domain/history/events.ts'
import type { CaseWords } from '#domain/history/words.ts'
import type { EventKind } from '#domain/words/events.ts'

/** Who may give somebody another code, and whose code it is (rules.md R66). */

type Row = [kind: EventKind, actor: string, data?: EventData]
const history = (...rows: Row[]): CaseEvent[] =>
  rows.map(([kind, actor, data = {}], index) => ({
    ...{ seq: index + 1, kind, actor: actor as CaseEvent['actor'], at: index, data, hash: '' },
    ...{ unit: 'qingshi-liuwan-committee', acting: '' },
  }))
const [li, wang] = ['staff:li', 'staff:wang']

describe('a member of staff has a hand in the case', () => {
  it.each<[string, Row[], boolean]>([
    ['who was never in it', [['accepted', wang, { staff: 'wang' }]], false],
    ['who handles it', [['accepted', wang, { staff: 'li' }]], true],
    ['who took it on', [['accepted', li]], true],
    [
      'whose colleague took it over',
      [
        ['accepted', li],
        ['assigned', wang, { staff: 'wang' }],
      ],
      true,
    ],
    [
      'who handled it once',
      [
        ['assigned', wang, { staff: 'li' }],
        ['assigned', wang, { staff: 'wang' }],
      ],
      true,
    ],
    ['who was taken off it', [['recusal-recorded', wang, { staff: 'li' }]], true],
    ['who answers for it', [['lead-named', wang, { staff: 'li' }]], true],
    ['who wrote to the complainant', [['message', li]], true],
    [
      'who only registered it',
      [
        ['filed', li],
        ['party', li, { party: 1, side: 'complainant' }],
      ],
      false,
    ],
    ['who recorded the other side', [['party', li, { party: 2, side: 'other' }]], true],
    ['who corrected the complainant', [['party-corrected', li, { party: 1, side: 'complainant' }]], true],
    ['who has replaced the code before', [['code-reissued', li, { party: 1 }]], false],
    [
      'who registered it and then wrote',
      [
        ['filed', li],
        ['message', li],
      ],
      true,
    ],
  ])('%s: %j is %s', (_, rows, hand) => {
    const filed: Row[] = rows[0]?.[0] === 'filed' ? [] : [['filed', 'party:1']]
    expect(hasHandIn(history(...filed, ...rows), { id: 'li' })).toBe(hand)
  })
})

describe('a person who asks for another code is the holder of one', () => {
  interface Given {
    name?: string
    phone?: string
  }
  /** A case in which two people gave this of themselves, the first one twice. */
  const view = (filed: Given, corrected: Given = {}, more: Row[] = []) => {
    const events = history(
      ['filed', 'party:1'],
      ['party', 'party:1', { party: 1, side: 'complainant' }],
      ['party', wang, { party: 2, side: 'other' }],
      ['party-corrected', wang, { party: 1 }],
      ...more,
    )
    const words: CaseWords = new Map([
      [2, { kind: 'party' as const, words: filed }],
      [3, { kind: 'party' as const, words: { name: '陈大力', phone: '13900000003' } }],
      [4, { kind: 'party-corrected' as const, words: corrected }],
    ])
    return { events, words }
  }
  const own = { name: '王秀英', phone: '13800000000' }
  const full = { name: '阿依古丽·买买提', phone: '13800000000，0715-6621234 家里' }

  it.each<[string, Given, Given, Required<Given>, boolean]>([
    ['by name and telephone', own, {}, own, true],
    ['not by the name alone', own, {}, { ...own, phone: '13800000001' }, false],
    ['not by the telephone alone', own, {}, { ...own, name: '王秀芳' }, false],
    ['not with those of somebody else in the case', own, {}, { name: '陈大力', phone: '13900000003' }, false],
    ['not with a name of one and a telephone of the other', own, {}, { ...own, phone: '13900000003' }, false],
    ['however the name is written', full, {}, { ...own, name: '阿依古丽 买买提' }, true],
    ['however the number is written', own, {}, { ...own, phone: '+86 138-0000-0000' }, true],
    ['by one of several numbers', full, {}, { name: full.name, phone: '6621234' }, true],
    ['as it was corrected', own, { phone: '13800000009' }, { ...own, phone: '13800000009' }, true],
    ['as it was before it was corrected', own, { phone: '13800000009' }, own, true],
    ['not without a name', { phone: own.phone }, {}, { ...own, name: '' }, false],
    ['not without a telephone', { name: own.name }, {}, { ...own, phone: '' }, false],
    ['not by words that are no number', { ...own, phone: '没有' }, {}, { ...own, phone: '没有' }, false],
  ])('%s', (_, filed, corrected, typed, known) => {
    expect(holderCalled(view(filed, corrected), typed)).toBe(known ? 1 : null)
  })

  const chen = { name: '陈大力', phone: '13900000003' }
  it.each<[string, Row[], number | null]>([
    ['who was never given a code', [['invitation', wang, { party: 2 }]], null],
    ['who was invited', [['invited', wang, { party: 2 }]], 2],
    ['who was given one', [['code-given', wang, { party: 2 }]], 2],
    ['who was there on the spot', [['settled', wang, { spot: true }]], 2],
    [
      'who was invited before somebody was in danger',
      [
        ['invited', wang, { party: 2 }],
        ['danger-marked', li],
      ],
      2,
    ],
    [
      'who stands for nobody any more',
      [
        ['code-given', wang, { party: 2 }],
        ['stood-down', li, { party: 2 }],
      ],
      null,
    ],
  ])('of the other side, %s: %j is %s', (_, more, party) => {
    expect(holderCalled(view(own, {}, more), chen)).toBe(party)
    expect(holderCalled(view(own, {}, more), { ...chen, phone: own.phone })).toBe(null)
  })

  it('for themselves, if they also stand for somebody', () => {
    expect(holderCalled(view(chen, {}, [['code-given', wang, { party: 2 }]]), chen)).toBe(1)
  })

  it('never once they are erased', () => {
    expect(holderCalled({ ...view(own), words: new Map() }, own)).toBe(null)
  })
})
