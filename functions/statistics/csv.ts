import { byteOrderMark, csvLine } from '#domain/basics/csv.ts'
import { type Figures, measureIds, measures, placeName } from '#domain/statistics/figures.ts'
import { categories } from '#domain/words/categories.ts'
import type { ShownQuarter } from './shown.ts'
import { kindNames } from './words.ts'

/** All published figures as CSV, the newest quarter first. */
export const statisticsCsv = (quarters: readonly ShownQuarter[]): string => {
  const lines = quarters.flatMap(({ name, tables }) =>
    tables.flatMap(({ kind, published }) => {
      const line = (table: string, of: string, figures: Figures) =>
        csvLine([name, kindNames[kind], table, of, ...measureIds.map((id) => figures[id])])
      return [
        ...published.categories.map((row) => line('按事情', categories[row.id].name, row)),
        ...published.places.map((row) => line('按地方', placeName(row.id), row)),
        line('全县', '全县', published.total),
      ]
    }),
  )
  const head = ['季度', '范围', '表', '项目', ...measureIds.map((id) => measures[id].name)]
  return [byteOrderMark, csvLine(head), ...lines].join('')
}
