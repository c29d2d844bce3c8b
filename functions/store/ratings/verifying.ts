import type { D1Database } from '@cloudflare/workers-types'
import { readQuarter } from '#domain/basics/quarters.ts'
import { findUnit, unitIds } from '#domain/places/areas.ts'
import type { Mismatch } from '#store/verifying/mismatch.ts'
import { countCells } from './cells.ts'
import { groupRows, ratingSums } from './figures.ts'
import { at, callable, finds, isBelow, sameTask } from './task-rules.ts'

/** Rows that are of no open task and unit, and open tasks that are missing at the unit that has them. */
const unitsSql = `SELECT q.case_id AS id FROM rating_task_unit q WHERE NOT EXISTS (SELECT 1 FROM rating_task t JOIN json_each(t.units) u WHERE ${sameTask('q')} AND t.done_at IS NULL AND t.opens_at = q.opens_at AND u.key = q.place AND ${at('u', 'unit')} = q.unit) UNION SELECT t.case_id FROM rating_task t JOIN json_each(t.units) u WHERE t.done_at IS NULL AND ${callable} AND ${finds('u')} AND NOT ${isBelow('u.key')} AND NOT EXISTS (SELECT 1 FROM rating_task_unit q WHERE ${sameTask('q')} AND q.unit = ${at('u', 'unit')})`

/**
 * Creates the comparison of stored sums and groups of ratings with the histories, and of the units at which tasks are looked for with the
 * tasks; for maintainers and tests.
 */
export const createRatingVerify = (d1: D1Database) => async (): Promise<Mismatch[]> => {
  const { results } = await d1
    .prepare('SELECT quarter, unit, figures FROM rating_quarter ORDER BY quarter, unit')
    .all<{ quarter: string; unit: string; figures: string }>()
  const faults: Mismatch[] = []
  const { results: groups } = await d1
    .prepare('SELECT quarter, area, groups FROM rating_group ORDER BY quarter, area')
    .all<{ quarter: string; area: string; groups: string }>()
  for (const quarter of new Set(groups.map((row) => row.quarter)))
    if (!results.some((row) => row.quarter === quarter))
      faults.push({ caseId: '', what: `rating_group ${quarter}` })
  const tasks = await d1.prepare(unitsSql).all<{ id: string }>()
  faults.push(...tasks.results.map(({ id }) => ({ caseId: id, what: 'rating_task_unit' })))
  for (const [id, rows] of Map.groupBy(results, ({ quarter }) => quarter)) {
    const quarter = readQuarter(id)
    const stored = new Map(rows.map(({ unit, figures }) => [unit, figures]))
    // A unit that was none then has no row, and counts nothing.
    const units = [...new Set([...stored.keys(), ...unitIds()])].sort()
    const cells = quarter ? await countCells(d1, units, quarter) : []
    const counted = Map.groupBy(ratingSums(cells), ({ unit }) => unit)
    for (const unit of units) {
      const right = counted.get(unit) ?? []
      const figures = stored.get(unit)
      const missing = figures === undefined
      if (missing ? right.length > 0 : !quarter || !findUnit(unit) || figures !== JSON.stringify(right))
        faults.push({ caseId: '', what: `rating_quarter ${id} ${unit}` })
    }
    const known = cells.filter(({ unit }) => findUnit(unit))
    const rightGroups = groupRows(known, [...stored.keys()].filter(findUnit))
    const own = new Map(groups.flatMap((row) => (row.quarter === id ? [[row.area, row.groups]] : [])))
    for (const area of new Set([...rightGroups.keys(), ...own.keys()]))
      if (rightGroups.get(area) !== own.get(area))
        faults.push({ caseId: '', what: `rating_group ${id} ${area}` })
  }
  return faults
}
