import type { D1Database } from '@cloudflare/workers-types'
import { ratingWindow } from '#domain/basics/bounds.ts'
import type { Quarter } from '#domain/basics/quarters.ts'
import { offset } from '#domain/basics/time.ts'
import type { RatingCell } from '#domain/desk/rating-groups.ts'
import { complainant } from '#domain/history/events.ts'
import type { About } from '#domain/words/about.ts'
import { registeredChannelIds } from '#domain/words/channels.ts'
import { endKinds } from '#domain/words/ends.ts'
import type { EventKind } from '#domain/words/events.ts'
import { type RatingPeriod, ratingPeriodIds } from '#domain/words/ratings.ts'
import { chunks } from '#store/listing-rows.ts'
import { quoted } from '#store/quoted.ts'
import { unprovenSql } from '#store/unproven.ts'
import { endOfDaySql } from './end-of-day.ts'

/** Who was asked for a rating in a quarter, and what they answered: counted from the histories once the quarter is final. */

const units = '(SELECT value FROM json_each(?1))'

/**
 * Ends of cases that opened a period in the quarter. A unit that sees another's sum may know of every case in it, but of
 * those about staff of the county: they are left out.
 */
const endedSql = (period: RatingPeriod, later: number) =>
  `SELECT e.case_id AS case_id, e.seq AS seq, e.unit AS unit, c.category AS category, c.track AS track, '${period}' AS period, e.at + ${later} AS asked_at, coalesce(f.data ->> 'channel' IN (${quoted(registeredChannelIds)}), 0) AS registered FROM case_event e JOIN cases c ON c.id = e.case_id AND c.imported = 0 AND c.about <> '${'county-staff' satisfies About}' JOIN case_event f ON f.case_id = e.case_id AND f.seq = 1 WHERE e.unit IN ${units} AND e.kind IN (${quoted(endKinds)}) AND e.at >= ?2 - ${later} AND e.at < ?3 - ${later}`
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
/** The month of Asia/Shanghai in which they were asked. */
const month = `strftime('%Y-%m', (e.asked_at + ${offset}) / 1000, 'unixepoch')`
const sum = (what: string) => `coalesce(sum(${what}), 0)`
const cellsSql = `SELECT e.unit AS unit, e.period AS period, e.given AS registered, e.track AS track, e.category AS category, ${month} AS month, count(*) AS asked, count(r.case_id) AS answered, ${sum('r.treated')} AS treated, ${sum("r.result = 'solved'")} AS solved, ${sum("r.result = 'partly'")} AS partly, ${sum("r.result = 'not'")} AS fails FROM (${askedSql}) e LEFT JOIN case_rating r ON r.case_id = e.case_id AND r.ended_seq = e.seq AND r.period = e.period GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 1, 2, 3, 4, 5, 6`

type CellRow = Omit<RatingCell, 'registered' | 'not'> & { registered: number; fails: number }

/** Units of one statement: a busy one takes thirty thousand rows of a quarter. */
const unitsAtOnce = 10

/** Counts a quarter at some units, in the order of the units. */
export const countCells = async (
  d1: D1Database,
  unitIds: readonly string[],
  { from, before }: Pick<Quarter, 'from' | 'before'>,
): Promise<RatingCell[]> => {
  const found: RatingCell[] = []
  for (const some of chunks([...unitIds].sort(), unitsAtOnce)) {
    const { results } = await d1.prepare(cellsSql).bind(JSON.stringify(some), from, before).all<CellRow>()
    found.push(
      ...results.map(({ fails, registered, ...row }) => ({
        ...row,
        registered: registered === 1,
        not: fails,
      })),
    )
  }
  return found
}
