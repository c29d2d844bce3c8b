import { describe, expect, it } from 'vitest'
import { readDraft } from '#domain/agreement/draft.ts'
import { yuan } from '#domain/agreement/items.ts'
import { readYuan, type TypedItem } from '#domain/agreement/read-item.ts'
import { capitals, itemWords } from '#domain/agreement/words.ts'

/** How what staff type is read, and amounts in words. */

describe('an amount', () => {
  it.each([
    ['600', 60_000, '600 元', '陆佰元整'],
    ['1,250.5', 125_050, '1,250.50 元', '壹仟贰佰伍拾元伍角'],
    ['１２０００元', 1_200_000, '12,000 元', '壹万贰仟元整'],
    ['10001', 1_000_100, '10,001 元', '壹万零壹元整'],
    ['100.05', 10_005, '100.05 元', '壹佰元零伍分'],
    ['305000 元', 30_500_000, '305,000 元', '叁拾万伍仟元整'],
    ['0.5', 50, '0.50 元', '伍角'],
    ['100000000', 10_000_000_000, '100,000,000 元', '壹亿元整'],
  ])('%s', (typed, fen, words, capital) => {
    expect(readYuan(typed)).toBe(fen)
    expect(yuan(fen)).toBe(words)
    expect(capitals(fen)).toBe(capital)
  })

  it.each(['', '0', '很多', '1.234', '-5', '1'.repeat(30)])('is not %j', (typed) => {
    expect(readYuan(typed)).toBeNull()
  })
})

it.each<[string, number[], Partial<Parameters<typeof itemWords>[0]>, string]>([
  ['an act between two', [1, 2], {}, '装一道檐沟'],
  ['money between two', [1, 2], { what: '付工钱', amountFen: 60_000 }, '付工钱，600 元，给吴秀兰'],
  ['an act for one of several', [1, 2, 3], {}, '装一道檐沟（为吴秀兰）'],
  ['an act of all others', [1, 2, 3], { by: [2, 3] }, '装一道檐沟'],
  ['money of several', [1, 2, 3], { amountFen: 1_000, to: [1] }, '装一道檐沟，10 元，给吴秀兰'],
])('an item says who gets it, of %s', (_, parties, changes, words) => {
  const named = [
    { party: 1, name: '吴秀兰' },
    { party: 2, name: '陈建国' },
    { party: 3, name: '陈建军' },
  ].filter(({ party }) => parties.includes(party))
  expect(itemWords({ id: 1, by: [2], to: [1], what: '装一道檐沟', ...changes }, named)).toBe(words)
})

type People = Parameters<typeof readDraft>[1]
const makers: People = [
  { party: 1, side: 'complainant', role: 'principal', name: '吴秀兰' },
  { party: 2, side: 'other', role: 'principal', name: '陈建国' },
  { party: 3, side: 'other', role: 'representative', name: '陈建军' },
]
/** Nine more of the other side. */
const many = (role: People[number]['role']): People => [
  ...makers,
  ...Array.from(
    { length: 9 },
    (_, at) => ({ party: at + 4, side: 'other', role, name: `村民${at}` }) as const,
  ),
]
const item = (changes: Partial<TypedItem> = {}): TypedItem => ({
  ...{ what: '装一道檐沟', by: ['2'], to: [], yuan: '', due: '', times: '' },
  ...changes,
})
const read = (
  items: TypedItem[],
  {
    people = makers,
    chosen = [],
    today = '2026-11-24',
  }: { people?: People; chosen?: string[]; today?: string } = {},
) =>
  readDraft(
    { facts: '滴水', how: '', makers: chosen, mediators: ['m'], items },
    people,
    [{ id: 'm', name: '周明德' }],
    today,
  )

describe('a draft', () => {
  it('numbers its items without blank rows, and takes the other side where nobody is named', () => {
    const draft = read([item({ what: '', by: [] }), item(), item({ by: ['1'], due: '12 月 5 日' })])
    expect(draft.ok && draft.value.items).toEqual([
      { id: 1, by: [2], to: [1], what: '装一道檐沟' },
      { id: 2, by: [1], to: [2], what: '装一道檐沟', dueOn: '2026-12-05' },
    ])
  })

  it('binds people of one side to each other only if they are named', () => {
    const draft = read([item({ by: ['2'], to: ['3'] })], { chosen: ['2', '3'] })
    expect(draft.ok && draft.value.items[0]).toMatchObject({ by: [2], to: [3] })
    expect(read([item({ by: ['1', '2'] })]).ok).toBe(false)
  })

  it('names the row of a fault, and never somebody who is not of the case', () => {
    const draft = read([item(), item({ what: '', by: ['9'], yuan: 'x', due: '2026-2-30' })])
    expect(!draft.ok && draft.error.map(({ field }) => field)).toEqual(['what2', 'by2', 'yuan2', 'due2'])
  })

  it.each<[string, Partial<TypedItem>, (string | undefined)[]]>([
    ['said to be done once', { due: '2026-12-05' }, ['2026-12-05']],
    ['done three times', { due: '2026-12-01', times: '3' }, ['2026-12-01', '2027-01-01', '2027-02-01']],
    ['typed wide', { due: '2026-12-01', times: '２ 次' }, ['2026-12-01', '2027-01-01']],
    [
      'of a day that not every month has',
      { due: '2026-12-31', times: '3' },
      ['2026-12-31', '2027-01-31', '2027-02-28'],
    ],
  ])('makes an item for each month of a line %s', (_, typed, days) => {
    const line = item({ what: '付 500 元', yuan: '500', ...typed })
    const draft = read([item(), line, item({ by: ['1'] })])
    const made = draft.ok ? draft.value.items : []
    expect(made.map(({ id }) => id)).toEqual(Array.from({ length: days.length + 2 }, (__, at) => at + 1))
    expect(made.slice(1, -1).map(({ dueOn, amountFen }) => [dueOn, amountFen])).toEqual(
      days.map((one) => [one, 50_000]),
    )
  })

  it.each<[string, TypedItem[], string[]]>([
    ['without a first day', [item({ times: '3' })], ['due1']],
    ['no number', [item({ due: '2026-12-01', times: '每月' })], ['times1']],
    ['none', [item({ due: '2026-12-01', times: '0' })], ['times1']],
    ['more often than an agreement has items', [item({ due: '2026-12-01', times: '7' })], ['times1']],
    ['too often beside another', [item(), item({ due: '2026-12-01', times: '6' })], ['times2']],
  ])('refuses a line that is done %s', (_, items, fields) => {
    const draft = read(items)
    expect(!draft.ok && draft.error.map(({ field }) => field)).toEqual(fields)
  })

  it('leaves the last stop of an item to the page or paper that goes on after it', () => {
    const draft = read([item({ what: '装一道檐沟，引到水沟。 ' }), item({ what: '赔 1.5 袋米；' })])
    expect(draft.ok && draft.value.items.map(({ what }) => what)).toEqual([
      '装一道檐沟，引到水沟',
      '赔 1.5 袋米',
    ])
    expect(read([item({ what: '。' })]).ok).toBe(false)
  })

  it('reads each text up to its bound and no further', () => {
    expect(read([item({ what: '字'.repeat(160) })]).ok).toBe(true)
    expect(read([item({ what: '字'.repeat(161) })]).ok).toBe(false)
  })

  it.each<[string, People, string[], number[]]>([
    ['all principals, and not who only speaks for a group', makers, [], [1, 2]],
    ['a representative who was chosen', makers, ['2', '3'], [1, 2, 3]],
    ['nobody of the roll of a group', many('member'), [], [1, 2]],
    ['members who were chosen, beside who filed', many('member'), ['5', '7'], [1, 5, 7]],
    ['those who were chosen of many', many('principal'), ['2', '12'], [1, 2, 12]],
  ])('names %s', (_, people, chosen, parties) => {
    const draft = read([item({ by: ['1'] })], { people, chosen })
    expect(draft.ok && draft.value.parties.map(({ party }) => party)).toEqual(parties)
    expect(draft.ok && draft.value.items[0]?.to).toEqual(parties.slice(1))
  })

  it.each<[string, People, string[], TypedItem, string[]]>([
    ['of more than fit on it', many('principal'), [], item(), ['makers']],
    ['of one side', makers.slice(0, 1), [], item({ by: ['1'] }), ['makers', 'to1']],
    ['with who only speaks', makers.toSpliced(1, 1), [], item({ by: ['1'] }), ['makers', 'to1']],
    ['that names who does not make it', many('member'), ['4'], item({ to: ['5'] }), ['by1', 'to1']],
  ])('%s is refused, and nobody left out without a word', (_, people, chosen, one, fields) => {
    const draft = read([one], { people, chosen })
    expect(!draft.ok && draft.error.map(({ field }) => field)).toEqual(fields)
  })
})
