import { afterDay, type Day, dayOf, startOfDay } from '#domain/basics/time.ts'
import { caseDay, laterLooks } from '#domain/figures/case-day.ts'
import { endingWith, rolledFrom } from '#domain/figures/periods.ts'
import { type FigureRow, tally } from '#domain/figures/tally.ts'
import { stateOf } from '#domain/history/case-state.ts'
import { unitIds } from '#domain/places/areas.ts'
import { eventKinds } from '#domain/words/events.ts'
import { agreementMoney } from '#store/agreement-money.ts'
import type { Base } from '#store/base.ts'
import { chunks } from '#store/listing-rows.ts'
import type { FigureClosingStore } from '#store/ports/figures.ts'
import { concludes, historiesOf } from './histories.ts'
import { addSeenOnce } from './seen-once.ts'
import { addSigns } from './signs.ts'

/** Closes days: reads the histories that a day touched, and stores the sums with the mark of the day in one batch. */

const list = (place: number) => `(SELECT value FROM json_each(?${place}))`
// All units and kinds are named, so that the index by desk, kind and time finds the events of a day.
const touchedSql = () =>
  `SELECT case_id FROM case_event WHERE unit IN ${list(1)} AND kind IN ${list(2)} AND at >= ?3 AND at < ?4 UNION SELECT case_id FROM figure_look WHERE day <= ?5`
const addSql =
  'INSERT INTO figure (period, dim, unit, about, measure, key, value, n) SELECT ?1, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6 FROM json_each(?2)'
const rollSql = () =>
  `INSERT INTO figure (period, dim, unit, about, measure, key, value, n) SELECT ?1, dim, unit, about, measure, key, iif(measure = 'late', 0, value) AS value, sum(n) FROM figure WHERE period IN ${list(2)} GROUP BY 2, 3, 4, 5, 6, 7`
const lookSql =
  'INSERT INTO figure_look (day, case_id) SELECT value ->> 0, value ->> 1 FROM json_each(?1) WHERE true ON CONFLICT DO NOTHING'
// Staff are found by what they did for a unit on that day.
const namesSql = () =>
  `INSERT INTO closed_name (day, staff, name) SELECT DISTINCT ?1, u.id, u.name FROM case_event e JOIN staff_user u ON u.id = substr(e.actor, ${'staff:'.length + 1}) WHERE e.acting IN ${list(2)} AND e.acting <> '' AND e.actor LIKE 'staff:%' AND e.at >= ?3 AND e.at < ?4`
const closeSql =
  'INSERT INTO figure_closed (kind, period, rows) SELECT ?1, ?2, (SELECT count(*) FROM figure WHERE period = ?2)'
// From the first day on that counts what was entered later under category and track as well.
const lateSql =
  "INSERT INTO figure_closed (kind, period, rows) SELECT 'late', ?1, 0 WHERE NOT EXISTS (SELECT 1 FROM figure_closed WHERE kind = 'late')"
const closedSql =
  "SELECT (SELECT min(period) FROM figure_closed WHERE kind = 'day') AS first, (SELECT max(period) FROM figure_closed WHERE kind = 'day') AS last"

const casesAtOnce = 100
const rowsAtOnce = 1000

export const figureClosing = ({ d1, keys }: Base): FigureClosingStore => {
  /** What the cases count for on the day, and on which days they are looked at again. */
  const countCases = async (day: Day, ids: readonly string[]) => {
    const rows = tally()
    const looks: [Day, string][] = []
    for (const some of chunks([...ids], casesAtOnce)) {
      const histories = await historiesOf(d1, some, afterDay(day))
      const settled = [...histories].flatMap(([id, events]) => (concludes(events, startOfDay(day)) ? id : []))
      const money = await agreementMoney({ d1, keys }, settled)
      for (const [id, events] of histories) {
        rows.add(stateOf(events), caseDay(events, day, money.get(id)))
        looks.push(...laterLooks(events, day).map((look): [Day, string] => [look, id]))
      }
    }
    return { rows, looks }
  }

  const stored = (day: Day, rows: readonly FigureRow[], looks: readonly [Day, string][]) => {
    const plain = rows.map(({ dim, unit, about, measure, key, value, n }) => [
      ...[dim, unit, about, measure, key, value, n],
    ])
    return [
      ...chunks(plain, rowsAtOnce).map((some) => d1.prepare(addSql).bind(day, JSON.stringify(some))),
      d1.prepare(namesSql()).bind(day, JSON.stringify(unitIds()), startOfDay(day), afterDay(day)),
      d1.prepare(closeSql).bind('day', day),
      d1.prepare(lateSql).bind(day),
      ...endingWith(day).flatMap((period) => [
        d1.prepare(rollSql()).bind(period.id, JSON.stringify(rolledFrom(period))),
        d1.prepare(closeSql).bind(period.kind, period.id),
      ]),
      ...chunks([...looks], rowsAtOnce).map((some) => d1.prepare(lookSql).bind(JSON.stringify(some))),
      d1.prepare('DELETE FROM figure_look WHERE day <= ?1').bind(day),
    ]
  }

  const closedDays: FigureClosingStore['closedDays'] = async () => {
    const { results } = await d1.prepare(closedSql).all<{ first: Day | null; last: Day | null }>()
    const [{ first, last } = { first: null, last: null }] = results
    return first && last ? { first, last } : null
  }

  return {
    closedDays,

    async oldestDay() {
      const { results } = await d1
        .prepare('SELECT min(filed_at) AS at FROM cases')
        .all<{ at: number | null }>()
      const at = results[0]?.at
      return at ? dayOf(at) : null
    },

    async closeFigures(day, first) {
      const units = JSON.stringify(unitIds())
      const span = [startOfDay(day), afterDay(day)] as const
      const { results } = await d1
        .prepare(touchedSql())
        .bind(units, JSON.stringify(eventKinds), ...span, day)
        .all<{ case_id: string }>()
      const { rows, looks } = await countCases(
        day,
        results.map(({ case_id: id }) => id),
      )
      await addSeenOnce(d1, rows, ...span)
      await addSigns(d1, rows, day, first)
      await d1.batch(stored(day, rows.rows(), looks))
      return { cases: results.length }
    },
  }
}
