import { byteOrderMark, csvLine } from '#domain/basics/csv.ts'
import type { RatingCount } from '#domain/desk/rating-groups.ts'
import { dayMeasures } from '#domain/figures/day-measures.ts'
import { type Measure, measure, measureIds } from '#domain/figures/measures.ts'
import { percent, shareIds, shareTable, within } from '#domain/figures/shares.ts'
import { middles } from './cells.tsx'
import type { Late, Line } from './lines.ts'
import { periodName } from './period-options.ts'
import { ratingColumns, ratingDefinition } from './ratings.tsx'
import type { Figures } from './read-figures.ts'
import { type RowKind, rowKindIds, rowKinds } from './row-kinds.ts'

/** The figures of a period as a file for a spreadsheet (RFC 4180): one number a line, with what it counts beside it. */

type Cell = string | number

const plain = measureIds.filter((id) => measure(id).in !== 'days' && id !== 'late')
/** Money is in yuan, as on the page. */
const value = (id: Measure, n: number): number => (measure(id).in === '元' ? n / 100 : n)

const shareCells = (kind: string, row: string, { sums }: Pick<Line, 'sums'>): Cell[][] =>
  shareIds.map((id) => {
    const share = shareTable[id]
    return [kind, row, share.name, percent(share.of(sums)) ?? '', share.definition]
  })

const dayCells = (kind: string, row: string, { sums }: Pick<Line, 'sums'>): Cell[][] =>
  dayMeasures.flatMap((id) => {
    const { name, definition } = measure(id)
    return middles.map((middle): Cell[] => {
      const what = `${name}：${middle.name}的案件，不超过（天）`
      return [kind, row, what, within(sums.days(id), middle.share) ?? '', definition]
    })
  })

const ratingCells = (kind: string, row: string, count: RatingCount | undefined): Cell[][] =>
  count && count.answered > 0
    ? ratingColumns.map(({ name, n }): Cell[] => [kind, row, `满意度：${name}`, n(count), ratingDefinition])
    : []

const lateCells = (row: string, { entered, later }: Late): Cell[][] =>
  [
    ...[...entered].map((one) => ['其中补登', ...one] as const),
    ...[...later].map((one) => ['过后补登', ...one] as const),
  ].map(([when, id, n]): Cell[] => [when, row, measure(id).name, n, measure('late').definition])

/** Of a row only what it has. */
const lineCells = (kind: RowKind, line: Line): Cell[][] => {
  const { name, nameOf } = rowKinds[kind]
  const row = nameOf(line.id)
  const has = ([, , , value]: Cell[]) => value !== ''
  return [
    ...plain
      .filter((id) => line.sums.of(id) > 0)
      .map((id) => [name, row, measure(id).name, value(id, line.sums.of(id)), measure(id).definition]),
    ...shareCells(`${name}，比例（%）`, row, line).filter(has),
    ...dayCells(name, row, line).filter(has),
    ...lateCells(row, line),
  ]
}

/** The file, with the mark by which spreadsheets know UTF-8. */
export const figuresFile = ({ all, lines, period, ratings }: Figures): string => {
  const rows: Cell[][] = [
    ['分类', '名称', '指标', '数', '算法'],
    ...plain.map((id) => ['合计', '', measure(id).name, value(id, all.sums.of(id)), measure(id).definition]),
    ...lateCells('', all),
    ...shareCells('比例（%）', '', all),
    ...dayCells('合计', '', all),
    ...ratingCells('合计', '', ratings.all),
    ...rowKindIds.flatMap((kind) => [
      ...lines[kind].flatMap((line) => lineCells(kind, line)),
      ...[...ratings.rows[kind]].flatMap(([id, count]) =>
        ratingCells(rowKinds[kind].name, rowKinds[kind].nameOf(id), count),
      ),
    ]),
  ]
  return [byteOrderMark, ...[[periodName(period)], ...rows].map(csvLine)].join('')
}
