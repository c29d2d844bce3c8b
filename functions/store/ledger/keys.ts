import { afterDay, startOfDay } from '#domain/basics/time.ts'
import type { LedgerSort } from '#domain/ledger/filter.ts'
import type { LedgerQuery } from '#store/ports/ledger.ts'
import { conditions, type Part } from './conditions.ts'

/** The places of a stretch of a ledger: each scope is read through its own index, and a case that several list comes once. */

/** The column that orders, which is the one of an index after the scope. */
const orders: Record<
  LedgerSort,
  { by: 'filed_at' | 'due_at' | 'changed_at'; falling: boolean; of?: string }
> = {
  newest: { by: 'filed_at', falling: true },
  oldest: { by: 'filed_at', falling: false },
  // The index has whether a case is open before its due day.
  due: { by: 'due_at', falling: false, of: 'open = 1' },
  changed: { by: 'changed_at', falling: true },
}

const joined = (parts: readonly Part[], between: string): Part => [
  parts.map(([sql]) => sql).join(between),
  ...parts.flatMap(([, ...values]) => values),
]

/** The rows of one scope, at most as many as are looked at. */
const branch = (scope: string, { filter, sort, after, limit }: LedgerQuery): Part => {
  const { by, falling, of } = orders[sort]
  const parts: Part[] = [['scope = ?', scope], ...(of ? [[of] satisfies Part] : [])]
  if (filter.from) parts.push(['filed_at >= ?', startOfDay(filter.from)])
  if (filter.until) parts.push(['filed_at < ?', afterDay(filter.until)])
  if (after) parts.push([`(${by}, case_id) ${falling ? '<' : '>'} (?, ?)`, after.key, after.caseId])
  const [where, ...values] = joined(parts, ' AND ')
  const order = falling ? 'DESC' : 'ASC'
  return [
    `SELECT * FROM (SELECT case_id, ${by} AS key, open, due_at, colour FROM case_listing WHERE ${where} ORDER BY ${by} ${order}, case_id ${order} LIMIT ?)`,
    ...values,
    limit,
  ]
}

/** The statement of a stretch: `case_id`, `key`, `fits`. */
export const keysOf = (query: LedgerQuery): Part => {
  const order = orders[query.sort].falling ? 'DESC' : 'ASC'
  const [rows, ...listed] = joined(
    query.scopes.map((scope) => branch(scope, query)),
    ' UNION ',
  )
  const [fits, ...chosen] = joined(conditions(query), ' AND ')
  return [
    // CROSS JOIN keeps the order of reading: the stretch first, then each of its cases by its key.
    `SELECT k.case_id, k.key, (${fits}) AS fits FROM (${rows} ORDER BY key ${order}, case_id ${order} LIMIT ?) k CROSS JOIN cases c ON c.id = k.case_id ORDER BY k.key ${order}, k.case_id ${order}`,
    ...chosen,
    ...listed,
    query.limit,
  ]
}
