import { dayMeasures } from '#domain/figures/day-measures.ts'
import type { Dim, Measure } from '#domain/figures/measures.ts'
import { dayDigits } from '#domain/figures/periods.ts'
import type { Category } from '#domain/words/categories.ts'
import type { Base } from '#store/base.ts'
import type { FigureStore, KeyFigure, LaterFigure, PlaceFigure } from '#store/ports/figures.ts'
import { quoted } from '#store/quoted.ts'
import { figureClosing } from './closing.ts'

/** Figures as the desk reads them: sums of closed periods of some units, never a day of a closed month. */

const list = (place: number) => `(SELECT value FROM json_each(?${place}))`
const seen = () => `f.period IN ${list(2)} AND f.about IN ${list(3)}`
// CROSS JOIN keeps the order: each unit is found through the key.
const placesSql = () =>
  `SELECT u.value ->> 1 AS place, f.measure AS measure, f.key AS key, iif(f.measure = 'late', 0, f.value) AS value, sum(f.n) AS n FROM json_each(?1) u CROSS JOIN figure f ON f.unit = u.value ->> 0 WHERE f.dim = 'all' AND ${seen()} GROUP BY 1, 2, 3, 4`
/** A row `late` of a category or a track has its id before the measure (`lateKey`). */
const keysSql = () =>
  `SELECT f.dim AS dim, iif(f.measure = 'late', substr(f.key, 1, instr(f.key, ' ') - 1), f.key) AS id, f.measure AS measure, iif(f.measure = 'late', substr(f.key, instr(f.key, ' ') + 1), '') AS key, iif(f.measure IN (${quoted(dayMeasures)}), f.value, 0) AS value, sum(f.n) AS n FROM json_each(?1) u CROSS JOIN figure f ON f.unit = u.value ->> 0 WHERE f.dim IN ('category', 'track') AND ${seen()} GROUP BY 1, 2, 3, 4, 5`
// A day later than the period, in the order of texts; rolled up rows have no day they are about.
const laterSql = () =>
  `SELECT f.dim AS dim, f.unit AS unit, f.key AS key, sum(f.n) AS n FROM figure f WHERE f.measure = 'late' AND f.value BETWEEN ?2 AND ?3 AND f.period > ?4 AND f.unit IN (SELECT value ->> 0 FROM json_each(?1)) AND f.about IN ${list(5)} GROUP BY 1, 2, 3`

const signs = (what: string) =>
  `SELECT ${what} FROM figure WHERE dim = 'category' AND unit IN ${list(1)} AND about = 'none'`
const signsSql = () =>
  `${signs('period AS day, unit, key AS category, value AS recent')} AND measure = 'sign' AND period IN ${list(2)} ORDER BY period DESC, unit, key LIMIT ?3`
const judgedSql = () =>
  `${signs("coalesce(sum(n), 0) AS judged, coalesce(sum(iif(measure = 'signFaded', n, 0)), 0) AS faded")} AND measure IN ('signFaded', 'signHeld') AND period IN ${list(2)}`

interface LaterRow {
  dim: Dim
  unit: string
  key: string
  n: number
}

const laterFigure = ({ dim, unit, key, n }: LaterRow, placeOf: (unit: string) => string): LaterFigure => {
  const [measure, id] = key.split(' ').reverse() as [Measure, string | undefined]
  return { dim, id: id ?? placeOf(unit), measure, n }
}

export const figureReading = (base: Base): FigureStore => {
  const { d1 } = base
  return {
    closedDays: figureClosing(base).closedDays,

    async figures({ units, periods, ...query }, before, placeOf) {
      const places = JSON.stringify(units.map((unit) => [unit, placeOf(unit)]))
      const abouts = JSON.stringify(query.abouts)
      const bound = (sql: string, some: readonly string[]) =>
        d1.prepare(sql).bind(places, JSON.stringify(some), abouts)
      const [own, keys, later, earlier] = await d1.batch([
        bound(placesSql(), periods),
        bound(keysSql(), periods),
        d1.prepare(laterSql()).bind(places, dayDigits(query.from), dayDigits(query.to), query.to, abouts),
        bound(placesSql(), before.periods),
      ])
      return {
        own: {
          places: (own?.results ?? []) as PlaceFigure[],
          keys: (keys?.results ?? []) as KeyFigure[],
          later: ((later?.results ?? []) as LaterRow[]).map((row) => laterFigure(row, placeOf)),
        },
        before: (earlier?.results ?? []) as PlaceFigure[],
      }
    },

    async signs(units, { days, periods }, limit) {
      const own = JSON.stringify(units)
      const [rows, sums] = await d1.batch([
        d1.prepare(signsSql()).bind(own, JSON.stringify(days), limit),
        d1.prepare(judgedSql()).bind(own, JSON.stringify(periods)),
      ])
      const [{ judged, faded } = { judged: 0, faded: 0 }] = (sums?.results ?? []) as {
        judged: number
        faded: number
      }[]
      type Row = { day: string; unit: string; category: Category; recent: number }
      return { signs: (rows?.results ?? []) as Row[], judged, faded }
    },
  }
}
