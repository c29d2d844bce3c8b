import { byteOrderMark, csvLine } from '#domain/basics/csv.ts'
import { type Measure, measure, measureIds } from '#domain/figures/measures.ts'
import { percent, shareIds, shareTable } from '#domain/figures/shares.ts'
import { area } from '#domain/places/areas.ts'
import { categories } from '#domain/words/categories.ts'
import { levels } from '#domain/words/levels.ts'
import { tracks } from '#domain/words/tracks.ts'
import { periodName } from './period-options.ts'
import type { Figures, Line } from './read-figures.ts'

/** The figures of a period as a file for a spreadsheet (RFC 4180): one number a line, with what it counts beside it. */

type Cell = string | number

const plain = measureIds.filter((id) => measure(id).in !== 'days' && id !== 'late')
/** Money is in yuan, as on the page. */
const value = (id: Measure, n: number): number => (measure(id).in === '元' ? n / 100 : n)

const linesOf = (dim: string, lines: readonly Line[], nameOf: (id: string) => string): Cell[][] =>
  lines.flatMap(({ id, sums }) =>
    plain
      .filter((one) => sums.of(one) > 0)
      .map((one) => [dim, nameOf(id), measure(one).name, value(one, sums.of(one)), measure(one).definition]),
  )

/** The file, with the mark by which spreadsheets know UTF-8. */
export const figuresFile = (figures: Figures): string => {
  const { all, period } = figures
  const rows: Cell[][] = [
    ['分类', '名称', '指标', '数', '算法'],
    ...plain.map((id) => ['合计', '', measure(id).name, value(id, all.of(id)), measure(id).definition]),
    ...[...figures.entered].map(([id, n]) => [
      '其中补登',
      '',
      measure(id).name,
      n,
      measure('late').definition,
    ]),
    ...[...figures.later].map(([id, n]) => ['过后补登', '', measure(id).name, n, measure('late').definition]),
    ...shareIds.map((id) => {
      const share = shareTable[id]
      return ['比例（%）', '', share.name, percent(share.of(all)) ?? '', share.definition]
    }),
    ...linesOf('哪方面的事', figures.categories, (id) => categories[id as keyof typeof categories].name),
    ...linesOf('办理渠道', figures.tracks, (id) => tracks[id as keyof typeof tracks].name),
    ...linesOf('层级', figures.levels, (id) => levels[id as keyof typeof levels].name),
    ...linesOf('地方', figures.places, (id) => area(id).name),
  ]
  return [byteOrderMark, ...[[periodName(period)], ...rows].map(csvLine)].join('')
}
