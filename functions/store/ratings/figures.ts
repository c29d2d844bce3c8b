import type { D1Database } from '@cloudflare/workers-types'
import { fewestRatings, ratingWindow } from '#domain/basics/bounds.ts'
import { type Quarter, quarterId } from '#domain/basics/quarters.ts'
import { complainant } from '#domain/history/events.ts'
import type { About } from '#domain/words/about.ts'
import { registeredChannelIds } from '#domain/words/channels.ts'
import { endKinds } from '#domain/words/ends.ts'
import type { EventKind } from '#domain/words/events.ts'
import { type RatingPeriod, ratingPeriodIds } from '#domain/words/ratings.ts'
import type { Base } from '#store/base.ts'
import { chunks } from '#store/listing-rows.ts'
import type { RatingClosingStore, RatingFigure, RatingFigureStore } from '#store/ports/ratings.ts'
import { quoted } from '#store/quoted.ts'
import { unprovenSql } from '#store/unproven.ts'
import { endOfDaySql } from './end-of-day.ts'

/**
 * Sums of ratings: counted once when a quarter is final (docs/adr/0057-counted-once.md). The database itself keeps back a sum
 * of too few answers (docs/adr/0038-ratings.md).
 */

const units = '(SELECT value FROM json_each(?1))'

/**
 * Ends of cases that opened a period in the quarter. A unit that sees another's sum may know of every case in it, but of
 * those about staff of the county: they are left out.
 */
const endedSql = (period: RatingPeriod, later: number) =>
  `SELECT e.case_id AS case_id, e.seq AS seq, e.unit AS unit, '${period}' AS period, e.at + ${later} AS asked_at, coalesce(f.data ->> 'channel' IN (${quoted(registeredChannelIds)}), 0) AS registered FROM case_event e JOIN cases c ON c.id = e.case_id AND c.imported = 0 AND c.about <> '${'county-staff' satisfies About}' JOIN case_event f ON f.case_id = e.case_id AND f.seq = 1 WHERE e.unit IN ${units} AND e.kind IN (${quoted(endKinds)}) AND e.at >= ?2 - ${later} AND e.at < ?3 - ${later}`
const ended = ratingPeriodIds
  .map((period, index) => endedSql(period, index * ratingWindow))
  .join(' UNION ALL ')
const until = endOfDaySql(`asked_at + ${ratingWindow}`)
/** From when the period was open: nobody could answer before there were ratings. */
const open = 'max(asked_at, (SELECT min(at) FROM rating_start))'
const codes = (kinds: readonly EventKind[]) =>
  `FROM case_event n WHERE n.case_id = e.case_id AND n.kind IN (${quoted(kinds)}) AND 'party:' || (n.data ->> 'party') = '${complainant}'`
/** Staff had seen the code when the period opened: they registered the case, or replaced a code that was lost. */
const seen = `coalesce((SELECT n.kind = 'code-reissued' ${codes(['code-reissued', 'code-replaced'])} AND n.at <= open ORDER BY n.seq DESC LIMIT 1), registered)`
/** From when the holder could answer: at once, or with a code that no staff have seen; null if they never could. */
const since = `iif(${seen}, (SELECT min(n.at) ${codes(['code-replaced'])} AND n.at > open), open)`
/** Staff gave the holder a code before the period ended, by registering the case or instead of a lost one. */
const given = `max(registered, EXISTS (SELECT 1 ${codes(['code-reissued'])} AND n.at < ${until}))`
/**
 * Who was asked: they could answer at some time in the period, since the case was not reopened, and they were not erased,
 * until then; and their case was not recorded on the spot without proof. All of this is decided when the period ends, so that a final sum never changes.
 */
const askedSql = `SELECT *, ${given} AS given FROM (SELECT *, ${since} AS since FROM (SELECT *, ${open} AS open FROM (${ended})) e) e WHERE since < ${until} AND NOT ${unprovenSql('e.case_id', 'e.seq', until)} AND NOT EXISTS (SELECT 1 FROM case_event o WHERE o.case_id = e.case_id AND o.at <= since AND (o.kind = 'reopened' AND o.seq > e.seq OR o.kind = 'erased' AND 'party:' || (o.data ->> 'party') = '${complainant}'))`
const sum = (value: string) => `iif(count(r.case_id) >= ${fewestRatings}, ${value}, NULL)`
const figuresSql = `SELECT e.unit AS unit, e.period AS period, e.given AS registered, count(*) AS asked, ${sum('count(r.case_id)')} AS answered, ${sum("sum(r.result = 'solved')")} AS solved, ${sum("sum(r.result = 'partly')")} AS partly, ${sum("sum(r.result = 'not')")} AS fails, ${sum('sum(r.treated)')} AS treated FROM (${askedSql}) e LEFT JOIN case_rating r ON r.case_id = e.case_id AND r.ended_seq = e.seq AND r.period = e.period GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`

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

/** Units of one statement: a busy one takes thirty thousand rows of a quarter. */
const unitsAtOnce = 10
/** The row without a unit says that the quarter is counted, also to a unit that is younger than the count. */
const storedSql =
  "SELECT unit, figures FROM rating_quarter WHERE quarter = ?2 AND unit IN (SELECT value FROM json_each(?1)) UNION ALL SELECT '', '[]' WHERE EXISTS (SELECT 1 FROM rating_quarter WHERE quarter = ?2) ORDER BY unit"
const closedSql =
  'SELECT q.value AS quarter FROM json_each(?1) q WHERE EXISTS (SELECT 1 FROM rating_quarter r WHERE r.quarter = q.value)'
const closeSql =
  'INSERT INTO rating_quarter (quarter, unit, figures) SELECT ?1, value ->> 0, value ->> 1 FROM json_each(?2)'

/** Counts the answers of a quarter at some units from the histories. */
export const countRatings = async (
  d1: D1Database,
  units: readonly string[],
  { from, before }: Pick<Quarter, 'from' | 'before'>,
): Promise<RatingFigure[]> => {
  const found: FigureRow[] = []
  for (const some of chunks([...units], unitsAtOnce)) {
    const statement = d1.prepare(figuresSql).bind(JSON.stringify(some), from, before)
    found.push(...(await statement.all<FigureRow>()).results)
  }
  return found.map(({ unit, period, registered, asked, answered, ...row }) => ({
    ...{ unit, period, registered: registered === 1, asked },
    sum:
      answered === null
        ? null
        : { answered, solved: row.solved, partly: row.partly, not: row.fails, treated: row.treated },
  }))
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
})

export const ratingClosing = ({ d1 }: Base): Omit<RatingClosingStore, 'narrowRatingTasks'> => ({
  async countedRatings(quarters) {
    const { results } = await d1.prepare(closedSql).bind(JSON.stringify(quarters)).all<{ quarter: string }>()
    return results.map(({ quarter }) => quarter)
  },

  async closeRatings(quarter, ids) {
    const figures = Map.groupBy(await countRatings(d1, ids, quarter), ({ unit }) => unit)
    // A unit without any has a row too: what has no row was no unit then.
    const rows = ids.map((id) => [id, JSON.stringify(figures.get(id) ?? [])])
    await d1.prepare(closeSql).bind(quarterId(quarter), JSON.stringify(rows)).run()
  },
})
