import type { Measure } from '#domain/figures/measures.ts'
import type { PeriodId } from '#domain/figures/periods.ts'
import { pathOf, unit } from '#domain/places/areas.ts'
import type { Category } from '#domain/words/categories.ts'
import type { Base } from '#store/base.ts'
import type { QuarterFigureStore } from '#store/ports/figures.ts'
import { quoted } from '#store/quoted.ts'
import { petitionTracks } from './petitions.ts'

/** Exact counts of closed quarters, for the public page. */

// Distributions, signs and what was entered later stay inside.
const inside: readonly Measure[] = ['firstAnswer', 'endDays', 'late', 'sign', 'signFaded', 'signHeld']
const counts = () => `measure NOT IN (${quoted(inside)})`
const closedSql = "SELECT period FROM figure_closed WHERE kind = 'quarter' ORDER BY period DESC LIMIT ?1"
const categoriesSql = () =>
  `SELECT dim, key, measure, sum(n) AS n FROM figure WHERE period = ?1 AND dim IN ('category', 'petition') AND ${counts()} GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`
const townsSql = () =>
  `SELECT unit, key IN (${quoted(petitionTracks)}) AS petition, measure, sum(n) AS n FROM figure WHERE period = ?1 AND dim = 'track' AND ${counts()} GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`

interface CategoryRow {
  dim: 'category' | 'petition'
  key: Category
  measure: Measure
  n: number
}

interface UnitRow {
  unit: string
  petition: number
  measure: Measure
  n: number
}

const townOf = (id: string): string => pathOf(unit(id).area).find(({ level }) => level === 'town')?.id ?? ''

/** All cases by category, apart from those of petitions, which are rows of their own. */
const categoriesIn = (rows: readonly CategoryRow[]) => {
  const petitions = new Map(
    rows.flatMap(({ dim, key, measure, n }) => (dim === 'petition' ? [[`${key} ${measure}`, n]] : [])),
  )
  return rows
    .map(({ dim, key: category, measure, n }) => {
      const petition = dim === 'petition'
      const own = petition ? n : n - (petitions.get(`${category} ${measure}`) ?? 0)
      return { category, measure, petition, n: own }
    })
    .filter(({ n }) => n > 0)
}

const townsIn = (rows: readonly UnitRow[]) => {
  const towns = Map.groupBy(rows, (row) => `${townOf(row.unit)} ${row.petition} ${row.measure}`)
  return [...towns.values()].flatMap((own) => {
    const [first] = own
    if (!first) return []
    const n = own.reduce((sum, row) => sum + row.n, 0)
    return { town: townOf(first.unit), measure: first.measure, petition: first.petition === 1, n }
  })
}

export const quarterFigures = ({ d1 }: Base): QuarterFigureStore => {
  const [categories, towns] = [d1.prepare(categoriesSql()), d1.prepare(townsSql())]
  return {
    async closedQuarters(limit) {
      const { results } = await d1.prepare(closedSql).bind(limit).all<{ period: PeriodId }>()
      return results.map(({ period }) => period)
    },

    async quarterFigures(quarter) {
      const id = /^\d{4}-Q[1-4]$/.test(quarter) ? quarter : ''
      const [byCategory, byUnit] = await d1.batch([categories.bind(id), towns.bind(id)])
      return {
        categories: categoriesIn((byCategory?.results ?? []) as CategoryRow[]),
        towns: townsIn((byUnit?.results ?? []) as UnitRow[]),
      }
    },
  }
}
