import { fewestRatings } from '#domain/basics/bounds.ts'
import { quarterId } from '#domain/basics/quarters.ts'
import {
  groupAreas,
  type RatingCell,
  type RatingGroup,
  ratingCount,
  ratingGroups,
  rootOf,
} from '#domain/desk/rating-groups.ts'
import type { Base } from '#store/base.ts'
import type { RatingClosingStore, RatingFigure, RatingFigureStore } from '#store/ports/ratings.ts'
import { countCells } from './cells.ts'

/**
 * Sums of ratings: counted once when a quarter is final (docs/adr/0057-counted-once.md). The tables hold no sum of too few
 * answers (docs/adr/0038-ratings.md).
 */

/** The row without a unit says that the quarter is counted, also to a unit that is younger than the count. */
const storedSql =
  "SELECT unit, figures FROM rating_quarter WHERE quarter = ?2 AND unit IN (SELECT value FROM json_each(?1)) UNION ALL SELECT '', '[]' WHERE EXISTS (SELECT 1 FROM rating_quarter WHERE quarter = ?2) ORDER BY unit"
// Each quarter has a row of the county (`groupRows`).
const closedSql =
  'SELECT DISTINCT quarter FROM rating_group WHERE quarter IN (SELECT value FROM json_each(?1))'
// A quarter whose sums were counted before there were groups keeps them.
const closeSql =
  'INSERT INTO rating_quarter (quarter, unit, figures) SELECT ?1, value ->> 0, value ->> 1 FROM json_each(?2) WHERE NOT EXISTS (SELECT 1 FROM rating_quarter WHERE quarter = ?1)'
const groupSql =
  'INSERT INTO rating_group (quarter, area, groups) SELECT ?1, value ->> 0, value ->> 1 FROM json_each(?2)'
const groupsSql =
  'SELECT quarter, groups FROM rating_group WHERE quarter IN (SELECT value FROM json_each(?1)) AND area IN (SELECT value FROM json_each(?2)) ORDER BY quarter, area'

/** The sums of each unit, of which too few answers are none. */
export const ratingSums = (cells: readonly RatingCell[]): RatingFigure[] =>
  [
    ...Map.groupBy(cells, ({ unit, period, registered }) => `${unit} ${period} ${registered}`).values(),
  ].flatMap((own) => {
    const [{ unit, period, registered }] = own as [RatingCell]
    const { asked, answered, solved, partly, not, treated } = ratingCount(own)
    const sum = { answered, solved, partly, not, treated }
    return { unit, period, registered, asked, sum: answered >= fewestRatings ? sum : null }
  })

/**
 * The rows of a quarter's groups: area and groups as text, one of the county if only of no groups.
 * @param cells of units that there are
 */
export const groupRows = (cells: readonly RatingCell[], unitIds: readonly string[]): Map<string, string> => {
  const groups = ratingGroups(cells)
  const areas = [...new Set([...unitIds.slice(0, 1).map(rootOf), ...groups.keys()])]
  return new Map(areas.map((area) => [area, JSON.stringify(groups.get(area) ?? [])]))
}

export const ratingFigures = ({ d1 }: Base): RatingFigureStore => ({
  async ratingFigures({ units: ids, quarter }) {
    const { results } = await d1
      .prepare(storedSql)
      .bind(JSON.stringify(ids), quarter)
      .all<{ unit: string; figures: string }>()
    return results.length === 0
      ? null
      : results.flatMap(({ figures }) => JSON.parse(figures) as RatingFigure[])
  },

  async ratingGroups({ units: ids, quarters }) {
    const own = new Set(ids)
    const { results } = await d1
      .prepare(groupsSql)
      .bind(JSON.stringify(quarters), JSON.stringify(groupAreas(ids)))
      .all<{ quarter: string; groups: string }>()
    return {
      counted: [...new Set(results.map(({ quarter }) => quarter))],
      groups: results
        .flatMap(({ groups }) => JSON.parse(groups) as RatingGroup[])
        .filter(({ units }) => units.every((id) => own.has(id))),
    }
  },
})

export const ratingClosing = ({ d1 }: Base): Omit<RatingClosingStore, 'narrowRatingTasks'> => ({
  async countedRatings(quarters) {
    const { results } = await d1.prepare(closedSql).bind(JSON.stringify(quarters)).all<{ quarter: string }>()
    return results.map(({ quarter }) => quarter)
  },

  async closeRatings(quarter, ids) {
    const cells = await countCells(d1, ids, quarter)
    const figures = Map.groupBy(ratingSums(cells), ({ unit }) => unit)
    // A unit without any has a row too: what has no row was no unit then.
    const rows = ids.map((id) => [id, JSON.stringify(figures.get(id) ?? [])])
    const bound = (sql: string, some: unknown) =>
      d1.prepare(sql).bind(quarterId(quarter), JSON.stringify(some))
    await d1.batch([bound(closeSql, rows), bound(groupSql, [...groupRows(cells, ids)])])
  },
})
