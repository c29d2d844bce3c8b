import { describe, expect, it } from 'vitest'
import { importBounds } from '#domain/importing/bounds.ts'
import { categoryOf } from '#domain/importing/category-words.ts'
import { decoded, readDelimited, separatorOf } from '#domain/importing/delimited.ts'
import { guessField } from '#domain/importing/fields.ts'
import { findHead, guessColumns, watchingTitle, withoutWatching, yearIn } from '#domain/importing/head-row.ts'
import { readOldDay, serialDay } from '#domain/importing/old-day.ts'
import { placeIn, unitIn } from '#domain/importing/places.ts'
import { bounded, fillMerged } from '#domain/importing/table.ts'
import { watchingWord } from '#domain/importing/watching.ts'
import { toGbk } from '../../../support/gbk.ts'

/** Reading an old ledger: its texts, its head, its days, its kinds of dispute, its places (docs/adr/0055-import.md). */

const utf8 = new TextEncoder()
const rowsOf = (text: string) => {
  const read = readDelimited(text)
  return read.ok ? read.value.rows : read.error
}

describe('a table as text', () => {
  it.each([
    ['UTF-8', utf8.encode('序号,申请人')],
    ['UTF-8 with a mark', Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8.encode('序号,申请人'))],
    ['GB 18030', toGbk('序号,申请人')],
    [
      'UTF-16',
      Uint8Array.of(
        0xff,
        0xfe,
        ...new Uint8Array(new Uint16Array([...'序号,申请人'].map((c) => c.charCodeAt(0))).buffer),
      ),
    ],
  ])('is decoded from %s', (_, bytes) => {
    expect(decoded(bytes)).toBe('序号,申请人')
  })

  it.each([
    ['commas', 'a,b;c\n1,2', ','],
    ['tabs', 'a\tb,c\td\n1\t2', '\t'],
    ['semicolons', 'a;b;c\n1;2;3', ';'],
    ['quoted separators', '"a,b,c,d"\t"e"\tf\n', '\t'],
  ])('has its separator told by what stands outside quotes: %s', (_, text, separator) => {
    expect(separatorOf(text)).toBe(separator)
  })

  it('keeps quotes, line breaks and separators inside quotes, and the numbers of its rows', () => {
    expect(rowsOf('a,b\r\n"说：""好"", 行","第一行\n第二行"\r\n\r\n1,2')).toEqual([
      ['a', 'b'],
      ['说："好", 行', '第一行\n第二行'],
      [],
      ['1', '2'],
    ])
  })

  it('has bounds', () => {
    expect(rowsOf('')).toBe('empty')
    expect(rowsOf(',,,\n,,')).toBe('empty')
    expect(rowsOf('a,'.repeat(1_000_000))).toBe('tooWide')
    expect(rowsOf(`a,b${','.repeat(1000)}\n1`)).toEqual([['a', 'b'], ['1']])
    expect(rowsOf('a\n'.repeat(importBounds.rows + importBounds.headRows + 5))).toBe('tooMany')
    expect(bounded('', [['a'.repeat(importBounds.characters + 1)]])).toEqual({ ok: false, error: 'tooMuch' })
    const [[cell = ''] = []] = rowsOf('字'.repeat(5000)) as string[][]
    expect(cell.length).toBe(importBounds.cell + 1)
  })

  it('gives every cell of a merged area what stands in the first', () => {
    const rows = [['a', '', 'x'], ['', '', 'y'], ['b']]
    expect(fillMerged(rows, [{ startRow: 0, startCol: 0, endRow: 1, endCol: 1 }])).toEqual([
      ['a', 'a', 'x'],
      ['a', 'a', 'y'],
      ['b'],
    ])
    expect(fillMerged([['a']], [{ startRow: 0, startCol: 0, endRow: 1e9, endCol: 1e9 }])[0]).toHaveLength(60)
  })
})

describe('the days of an old ledger', () => {
  it.each([
    ['2024-3-5', '2024-03-05', undefined],
    ['2024.3.5', '2024-03-05', undefined],
    ['2024/03/05', '2024-03-05', undefined],
    ['2024年3月5日', '2024-03-05', undefined],
    ['二〇二四年三月五日', '2024-03-05', undefined],
    ['20240305', '2024-03-05', undefined],
    ['45356', '2024-03-05', undefined],
    ['45356.6041', '2024-03-05', undefined],
    ['2024-03-05 14:30', '2024-03-05', undefined],
    ['2024-03-05T00:00:00.000Z', '2024-03-05', undefined],
    ['2024年3月5日 星期二', '2024-03-05', undefined],
    ['24.3.5', '2024-03-05', 'shortYear'],
    ['3月5日', '2023-03-05', 'noYear'],
    ['3.5', '2023-03-05', 'noYear'],
  ])('reads %s', (typed, day, doubt) => {
    const read = readOldDay(typed, 2023)
    expect(read).toEqual({ ok: true, value: { day, ...(doubt && { doubt }) } })
  })

  it.each(['去年春天', '2024-13-1', '2024-2-30', '99999', '12', '2月30日', '1.38E+10', '2'.repeat(100)])(
    'does not guess at %s',
    (typed) => {
      expect(readOldDay(typed, 2023).ok).toBe(false)
    },
  )

  it('needs a year from somewhere', () => {
    expect(readOldDay('3月5日', undefined).ok).toBe(false)
    expect([serialDay(1), serialDay(61), serialDay(45356)]).toEqual([
      '1899-12-31',
      '1900-03-01',
      '2024-03-05',
    ])
  })
})

describe('the head of an old ledger', () => {
  const rows = [
    ['青石镇2023年度矛盾纠纷台账', '青石镇2023年度矛盾纠纷台账', '青石镇2023年度矛盾纠纷台账'],
    ['填报单位：青石镇', '', '填报人：王'],
    ['序号', '登记时间', '申请人', '联系电话', '对方当事人', '纠纷类型', '稳控责任人', '备注'],
    ['1', '2023-1-2', '张三', '13800001111', '李四', '邻里纠纷', '王五', ''],
  ]

  it('is found below titles, and its columns are guessed once each', () => {
    expect(findHead(rows)).toBe(2)
    expect(yearIn(rows[0] ?? [])).toBe(2023)
    expect(guessColumns(rows[2] ?? [])).toEqual([
      ...['number', 'registeredOn', 'name', 'phone', 'otherParty', 'category'],
      ...[null, null],
    ])
    expect(guessColumns(['电话', '联系电话'])).toEqual(['phone', null])
    expect(
      findHead([
        ['甲', '乙'],
        ['丙', '丁', '戊'],
      ]),
    ).toBe(1)
  })

  it.each([
    ['申 请 人', 'name'],
    ['当事人（姓名）', 'name'],
    ['对方当事人姓名', 'otherParty'],
    ['纠纷简要情况', 'narrative'],
    ['受理人', 'handler'],
    ['调解员', 'handler'],
    ['处理结果', 'result'],
    ['办结时间', 'endedOn'],
    ['序号', 'number'],
    ['备注', undefined],
  ])('knows %s', (head, field) => {
    expect(guessField(head)).toBe(field)
  })

  it.each([
    '稳控责任人',
    '是否重点人',
    '包保领导',
    '上访人员',
    '五包一',
    '稳 控 措 施',
    '赴京次数',
    '风险等级',
  ])('refuses the column %s and drops its cells', (head) => {
    expect(watchingWord(head)).toBeDefined()
    const table = [
      ['序号', '申请人', head],
      ['1', '张三', '王五'],
      ['2', '李四', '赵六'],
    ]
    const { rows: kept, refused } = withoutWatching(table, 0)
    expect(refused.map(({ column }) => column)).toEqual([2])
    expect(JSON.stringify(kept)).not.toMatch(/王五|赵六/)
  })

  it('refuses a column whose long head has the word at its end', () => {
    const head = `简要情况（写明起因、经过、双方意见、调解员意见、当地干部意见、${'依次另起一行写、'.repeat(6)}以及包保责任人）`
    expect(
      withoutWatching(
        [
          ['申请人', head],
          ['张三', '王五'],
        ],
        0,
      ),
    ).toMatchObject({
      rows: [
        ['申请人', ''],
        ['张三', ''],
      ],
      refused: [{ column: 1, head }],
    })
  })

  it.each([
    [
      'empty beside the group',
      [
        ['序号', '申请人', '责任', '', '类型'],
        ['', '', '责任单位', '稳控责任人', ''],
        ['1', '张三', '村委会', '王五', '邻里'],
      ],
    ],
    [
      'repeated by merged cells',
      [
        ['序号', '申请人', '责任', '责任', '类型'],
        ['序号', '申请人', '责任单位', '稳控责任人', '类型'],
        ['1', '张三', '村委会', '王五', '邻里'],
      ],
    ],
    [
      'under two rows of groups',
      [
        ['序号', '申请人', '责任', '', '类型'],
        ['', '', '单位', '个人', ''],
        ['', '', '责任单位', '稳控责任人', ''],
        ['1', '张三', '村委会', '王五', '邻里'],
      ],
    ],
  ])('refuses a column by a head below the head: %s', (_, table) => {
    const { rows: kept, refused } = withoutWatching(table, 0)
    expect(refused.map(({ column }) => column)).toEqual([3])
    expect(JSON.stringify(kept)).not.toContain('王五')
    expect(kept.at(-1)?.[2]).toBe('村委会')
  })

  it('refuses no cell for what it tells, and a table whose title says that it watches people', () => {
    const table = [
      ['序号', '处理结果'],
      ['1', '已稳控'],
    ]
    expect(withoutWatching(table, 0).refused).toEqual([])
    for (const ours of ['申请人', '联系电话', '处理结果', '纠纷类型', '办理单位', '登记时间'])
      expect(watchingWord(ours), ours).toBeUndefined()
    expect(watchingTitle('重点人员稳控台账', rows.slice(0, 2))).toBe('稳控')
    expect(watchingTitle('Sheet1', [['2023年重点人员名册', '', '']])).toBe('重点人')
    expect(watchingTitle('Sheet1', rows.slice(0, 2))).toBeUndefined()
  })
})

describe('kinds of dispute and places', () => {
  it.each([
    ['邻里纠纷', 'neighbour'],
    ['邻里相邻', 'neighbour'],
    ['婚姻家庭纠纷', 'family'],
    ['劳资纠纷（欠薪）', 'labour'],
    ['道路交通事故', 'traffic'],
    ['宅基地', 'land'],
    ['山林土地纠纷', 'land'],
    ['损害赔偿', 'injury'],
    ['其他', 'other'],
    ['甲类', undefined],
  ])('%s is %s', (typed, id) => {
    expect(categoryOf(typed)).toBe(id)
  })

  const places = {
    own: 'qingshi-committee',
    units: [
      'qingshi-committee',
      'qingshi-liuwan-committee',
      'qingshi-liuwan-1-grid',
      'qingshi-songping-committee',
    ],
  }
  it.each([
    [undefined, 'qingshi-committee'],
    ['柳湾村人民调解委员会', 'qingshi-liuwan-committee'],
    ['柳湾村调委会', 'qingshi-liuwan-committee'],
    ['柳湾村', 'qingshi-liuwan-committee'],
    ['青石镇柳湾村委会', 'qingshi-liuwan-committee'],
    ['柳湾村第一网格', 'qingshi-liuwan-1-grid'],
    ['溪桥村人民调解委员会', undefined],
    ['村', undefined],
  ])('%s is the unit %s', (typed, id) => {
    expect(unitIn(places, typed)).toBe(id)
  })

  it.each([
    ['qingshi-committee', '柳湾村', 'qingshi-liuwan', true],
    ['qingshi-committee', '青石镇柳湾村三组', 'qingshi-liuwan', true],
    ['qingshi-committee', '云溪镇', 'qingshi', false],
    ['qingshi-liuwan-committee', undefined, 'qingshi-liuwan', false],
  ])('of %s, %s is the place %s', (unitId, typed, id, found) => {
    expect(placeIn(unitId, typed)).toMatchObject({ id, found })
  })
})
