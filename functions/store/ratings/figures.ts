import { fewestRatings, ratingWindow } from '#domain/basics/bounds.ts'
import type { About } from '#domain/words/about.ts'
import { registeredChannelIds } from '#domain/words/channels.ts'
import { endKinds } from '#domain/words/ends.ts'
import { type RatingPeriod, ratingPeriodIds } from '#domain/words/ratings.ts'
import type { Base } from '#store/base.ts'
import type { RatingFigureStore } from '#store/ports/ratings.ts'

/** Sums of ratings. The database itself keeps back a sum of too few answers (docs/adr/0038-ratings.md). */

const quoted = (ids: readonly string[]): string => ids.map((id) => `'${id}'`).join(', ')
const units = '(SELECT value FROM json_each(?1))'
/** A unit that sees another's sum may know of every case in it, but of those about staff of the county: they are left out. */
const counted = (row: string) =>
  `JOIN cases c ON c.id = ${row}.case_id AND c.about <> '${'county-staff' satisfies About}'`

/** Cases whose holder was asked: they ended `later` before the quarter, and were not reopened until then. */
const askedSql = (period: RatingPeriod, later: number) =>
  `SELECT e.unit AS unit, '${period}' AS period, json_extract(f.data, '$.channel') IN (${quoted(registeredChannelIds)}) AS registered, count(*) AS asked, NULL AS answered, NULL AS solved, NULL AS partly, NULL AS fails, NULL AS treated FROM case_event e ${counted('e')} JOIN case_event f ON f.case_id = e.case_id AND f.seq = 1 WHERE e.unit IN ${units} AND e.kind IN (${quoted(endKinds)}) AND e.at >= ?2 - ${later} AND e.at < ?3 - ${later} AND NOT EXISTS (SELECT 1 FROM case_event o WHERE o.case_id = e.case_id AND o.seq > e.seq AND o.kind = 'reopened' AND o.at <= e.at + ${later}) GROUP BY 1, 2, 3`
const answeredSql = `SELECT r.unit, r.period, r.registered, 0, count(*), sum(r.result = 'solved'), sum(r.result = 'partly'), sum(r.result = 'not'), sum(r.treated) FROM case_rating r ${counted('r')} WHERE r.unit IN ${units} AND r.asked_at >= ?2 AND r.asked_at < ?3 GROUP BY 1, 2, 3 HAVING count(*) >= ${fewestRatings}`
const parts = [...ratingPeriodIds.map((period, index) => askedSql(period, index * ratingWindow)), answeredSql]
const figuresSql = `SELECT unit, period, coalesce(registered, 0) AS registered, sum(asked) AS asked, max(answered) AS answered, max(solved) AS solved, max(partly) AS partly, max(fails) AS fails, max(treated) AS treated FROM (${parts.join(' UNION ALL ')}) GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`

interface FigureRow {
  unit: string
  period: RatingPeriod
  registered: number
  asked: number
  answered: number | null
  solved: number
  partly: number
  fails: number
  treated: number
}

export const ratingFigures = ({ d1 }: Base): RatingFigureStore => ({
  async ratingFigures({ units: ids, from, before }) {
    const { results } = await d1.prepare(figuresSql).bind(JSON.stringify(ids), from, before).all<FigureRow>()
    return results.map(({ unit, period, registered, asked, answered, ...row }) => ({
      ...{ unit, period, registered: registered === 1, asked },
      sum:
        answered === null
          ? null
          : { answered, solved: row.solved, partly: row.partly, not: row.fails, treated: row.treated },
    }))
  },
})
