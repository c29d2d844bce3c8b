import { describe, expect, it } from 'vitest'
import { markDoubles, outcomesOf } from '#domain/importing/doubles.ts'
import { type ImportField, importFieldIds } from '#domain/importing/fields.ts'
import { judgeRows } from '#domain/importing/judge.ts'
import { likeTexts, rowText } from '#domain/importing/row-keys.ts'
import { doubtText, notText } from '#domain/importing/sentences.ts'

/** What becomes of a row of an old ledger (docs/adr/0055-import.md). */

const places = { own: 'qingshi-committee', units: ['qingshi-committee', 'qingshi-liuwan-committee'] }
const today = '2026-11-24'
const columns: ImportField[] = [
  'registeredOn',
  'name',
  'phone',
  'category',
  'narrative',
  'result',
  'endedOn',
  'unit',
]
const heads = ['登记时间', '申请人', '电话', '类型', '简要情况', '结果', '办结时间', '单位']
const right = ['2023-5-6', '张三', '13800001111', '邻里纠纷', '为一棵树争了几句。', '和好', '2023-5-9', '']

const judge = (rows: string[][], year?: number) =>
  judgeRows([heads, ...rows], { head: 0, columns, year }, places, today)
const changed = (field: ImportField, text: string): string[] =>
  right.map((cell, column) => (columns[column] === field ? text : cell))
const first = (row: string[]) => judge([row])[0]

describe('a row', () => {
  it('that is right is taken as it stands', () => {
    expect(first(right)).toEqual({
      line: 2,
      doubts: [],
      not: null,
      open: false,
      taken: {
        ...{ unit: 'qingshi-committee', region: 'qingshi', category: 'neighbour', name: '张三' },
        ...{ phone: '13800001111', narrative: '为一棵树争了几句。', result: '和好' },
        ...{ registeredOn: '2023-05-06', endedOn: '2023-05-09' },
      },
    })
  })

  it.each([
    ['registeredOn', '', 'noDay'],
    ['registeredOn', '去年春天', 'unreadDay'],
    ['registeredOn', '2027-1-1', 'future'],
    ['registeredOn', '23.5.6', 'shortYear'],
    ['endedOn', '2023-5-1', 'order'],
    ['name', '', 'noName'],
    ['phone', '没有', 'unreadPhone'],
    ['category', '甲类', 'category'],
    ['category', '', 'noCategory'],
    ['narrative', '', 'noStory'],
  ] as const)('whose %s is “%s” is taken with the doubt %s, said in a sentence', (field, text, code) => {
    const row = first(changed(field, text))
    expect(row?.not).toBeNull()
    expect(row?.doubts.map((doubt) => doubt.code)).toEqual([code])
    for (const doubt of row?.doubts ?? []) expect(doubtText(doubt).length).toBeGreaterThan(8)
  })

  it('loses nothing that could not be read', () => {
    expect(first(changed('registeredOn', '去年春天'))?.taken?.unread).toBe('去年春天')
    expect(first(changed('category', '甲类'))?.taken).toMatchObject({ category: 'other', unread: '甲类' })
  })

  it.each([
    [['合计', '', '', '', '12 件', '', '', ''], 'sum'],
    [['填表人：小何', '', '', '', '', '', '', ''], 'note'],
    [heads, 'head'],
    [['2023-5-6', '', '', '邻里纠纷', '', '和好', '', ''], 'nothing'],
    [changed('narrative', '字'.repeat(2001)), 'longCell'],
    [changed('name', '张'.repeat(61)), 'tooLong'],
    [changed('unit', '天外村调委会'), 'unit'],
  ])('%j is not imported: %s', (row, code) => {
    const [judged] = judge([row])
    expect(judged?.not?.code).toBe(code)
    expect(judged?.not && notText(judged.not).length).toBeGreaterThan(4)
  })

  it('that is empty is no row, and the others keep their numbers', () => {
    expect(judge([right, right.map(() => ''), right]).map(({ line }) => line)).toEqual([2, 4])
  })

  it('without a year has that of the rows above, and the first ones the chosen one', () => {
    const bare = changed('registeredOn', '5月6日')
    const days = judge([bare, changed('registeredOn', '2022-3-1'), bare], 2020).map(
      ({ taken }) => taken?.registeredOn,
    )
    expect(days).toEqual(['2020-05-06', '2022-03-01', '2022-05-06'])
    expect(judge([bare])[0]?.doubts[0]?.code).toBe('unreadDay')
  })

  it('has not ended if it says so, or names neither an end nor a result', () => {
    expect(first(changed('endedOn', ''))?.open).toBe(false)
    const open = right.map((cell, column) =>
      ['result', 'endedOn'].includes(columns[column] ?? '') ? '' : cell,
    )
    expect(first(open)?.open).toBe(true)
    const asks = (state: string) =>
      judgeRows(
        [
          [...heads, '状态'],
          [...right, state],
        ],
        { head: 0, columns: [...columns, 'state'], year: undefined },
        places,
        today,
      )[0]?.open
    expect(['已办结', '在办', '未化解', ''].map(asks)).toEqual([false, true, true, false])
  })

  it.each([
    ['正在办理', true],
    ['调解中', true],
    ['尚未化解，下周再谈', true],
    ['双方正在履行协议', false],
    ['达成协议，未结清的工钱月底付', false],
    ['树归李家。', false],
  ])('whose result is “%s”, without an end day: open is %s', (result, open) => {
    const row = right.map((cell, column) =>
      columns[column] === 'result' ? result : columns[column] === 'endedOn' ? '' : cell,
    )
    expect(first(row)?.open).toBe(open)
    expect(first(row.map((cell, column) => (columns[column] === 'endedOn' ? '2023-5-20' : cell)))?.open).toBe(
      false,
    )
  })

  it('never has a field that the table of fields lacks', () => {
    expect(new Set(columns.map((field) => importFieldIds.includes(field)))).toEqual(new Set([true]))
  })
})

describe('doubles', () => {
  const marked = (rows: string[][]) => markDoubles(judge(rows), ({ taken }) => rowText(taken))
  const nothing = { imported: new Map(), corrects: new Map(), filed: new Map() }

  it('in the file: an equal row is not imported, one of the same person and day is in doubt', () => {
    const rows = marked([right, right, changed('narrative', '另一件事，为水沟争了几句。')])
    expect(rows.map(({ not }) => not?.code)).toEqual([undefined, 'sameRow', undefined])
    expect(rows[2]?.doubts).toMatchObject([{ code: 'likeRow', taken: '2' }])
  })

  it('are known by the whole row without its running number, or by what a corrected row still has', () => {
    const [row] = judge([right])
    if (!row?.taken) throw new Error('not taken')
    expect(rowText({ ...row.taken, number: '1' })).toBe(rowText({ ...row.taken, number: '2' }))
    expect(rowText({ ...row.taken, result: '改了' })).not.toBe(rowText(row.taken))
    const likes = likeTexts(row.taken)
    const corrected = likeTexts({ ...row.taken, name: '张三丰', result: '改了' })
    expect(likes.filter((like) => corrected.includes(like)).length).toBeGreaterThan(0)
    expect(
      likeTexts({ ...row.taken, unit: 'qingshi-liuwan-committee' }).some((like) => likes.includes(like)),
    ).toBe(false)
    const { registeredOn: _, ...dayless } = row.taken
    expect(likeTexts(dayless)).toEqual([])
  })

  it.each([
    ['imported before', { ...nothing, imported: new Map([[2, '2026-000001']]) }, true, 'done'],
    [
      'imported before as a case that the reader may not open',
      { ...nothing, imported: new Map([[2, '']]) },
      true,
      'done',
    ],
    ['a correction of such a case', { ...nothing, corrects: new Map([[2, '']]) }, true, 'not'],
    ['a correction', { ...nothing, corrects: new Map([[2, '2026-000001']]) }, true, 'not'],
    ['filed here on that day', { ...nothing, filed: new Map([[2, '2026-000001']]) }, true, 'doubtful'],
    [
      'filed here, without what is in doubt',
      { ...nothing, filed: new Map([[2, '2026-000001']]) },
      false,
      'not',
    ],
    ['new', nothing, false, 'fine'],
  ] as const)('%s', (_, known, takeDoubtful, outcome) => {
    expect(outcomesOf(judge([right]), known, takeDoubtful).map((row) => row.outcome)).toEqual([outcome])
  })
})
