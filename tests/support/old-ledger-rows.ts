import { addDays, daysBetween } from '#domain/basics/time.ts'

/**
 * A dirty ledger of 2,000 rows, always the same: titles, merged cells, days in six forms, missing names, rows that stand
 * there twice, sums, a head in the middle, a column that watches people.
 */

export const ledgerHeads = [
  ...['序号', '登记时间', '申请人', '联系电话', '对方当事人', '纠纷类型', '简要情况'],
  ...['调解员', '处理结果', '办结时间', '调解单位', '稳控责任人', '备注'],
]

/** A value that only the column of the watchers has: it must be nowhere afterwards. */
export const watcher = '盯人的老孙'

const surnames = '赵钱孙李周吴郑王冯陈'
const middles = '建国秀英桂芳志强丽娟春梅海燕玉兰永福'
const lasts = '明华军平红霞超勇刚梅'
const nameOf = (n: number): string =>
  `${surnames[n % 10]}${middles[Math.floor(n / 10) % 20]}${lasts[Math.floor(n / 200) % 10]}`

const dayOfRow = (n: number): string => addDays('2023-01-01', n % 365)
const serialOf = (day: string): number => daysBetween('1899-12-30', day)
const forms: ((day: string) => string)[] = [
  (day) => day.split('-').map(Number).join('-'),
  (day) => day.split('-').map(Number).join('.'),
  (day) => `${day.slice(0, 4)}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`,
  (day) => day.replaceAll('-', ''),
  (day) => String(serialOf(day)),
  (day) => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`,
]
const kinds = ['邻里纠纷', '婚姻家庭', '劳资纠纷', '土地承包', '损害赔偿', '其他']

const rowOf = (n: number): string[] => {
  if (n % 100 === 0) return [String(n), ...rowOf(n - 1).slice(1)]
  // 21, 421 …: the person of the row before, on the same day, with another matter.
  const of = n % 400 === 21 ? n - 1 : n
  const day = n % 200 === 33 ? '去年春天' : (forms[n % 6] ?? String)(dayOfRow(of))
  const open = n % 300 === 11
  return [
    String(n),
    day,
    n % 50 === 7 ? '' : nameOf(of),
    `138${String(10_000_000 + n)}`,
    nameOf(of + 3),
    n % 125 === 61 ? '甲类' : (kinds[n % kinds.length] ?? ''),
    `第${n}件：两家为地界和流水的事争了几句，说不到一处。`,
    n % 40 === 2 || n % 40 === 3 ? '老吴' : '老郑',
    open ? '' : '双方和好，各让一步。',
    open ? '' : addDays(dayOfRow(of), 12),
    n % 250 === 17 ? '天外村调委会' : of % 2 === 0 ? '柳湾村调委会' : '',
    watcher,
    n % 3 === 0 ? '=1+1' : '',
  ]
}

export const width = ledgerHeads.length
const alone = (text: string): string[] => [text, ...Array<string>(width - 1).fill('')]

/** The rows of the sheet, titles and head included. @param upTo how many cases */
export const ledgerRows = (upTo = 2000): string[][] => {
  const rows = [
    alone('青石镇2023年度矛盾纠纷调处台账'),
    ['单位：青石镇', '', '', '填表：小何', ...Array<string>(width - 4).fill('')],
    ledgerHeads,
  ]
  for (let n = 1; n <= upTo; n += 1) {
    rows.push(rowOf(n))
    if (n % 500 === 0)
      rows.push(['小计', '', '', '', '', '', '', '', '500 件', ...Array<string>(width - 9).fill('')])
    if (n === 1000) rows.push(ledgerHeads)
  }
  return [...rows, alone('填表人：小何')]
}

/** What becomes of these rows, counted by hand over the rules above and not by the code that is tested. */
export const counted = { rows: 2006, taken: 1972, doubtful: 381, not: 34, noName: 40, noYear: 327, open: 7 }

const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

/** The rows as CSV. */
export const asCsv = (rows: readonly string[][], separator = ','): string =>
  rows.map((row) => row.map(quoted).join(separator)).join('\r\n')
