import { afterDay, startOfDay } from '#domain/basics/time.ts'
import type { PageKey } from '#domain/desk/page-key.ts'
import type { LedgerSort } from '#domain/ledger/filter.ts'
import { dueColumns, dueValues } from '#store/due-order.ts'
import type { LedgerQuery } from '#store/ports/ledger.ts'
import { conditions, type Part } from './conditions.ts'

/** The places of a stretch of a ledger: each scope is read through its own index, and a case that several list comes once. */

interface Order {
  /** The columns that order, which are those of an index after the scope. */
  by: readonly [first: string, ...string[]]
  falling: boolean
  of?: string
  valuesOf: (after: PageKey) => readonly (string | number)[]
}

const byOne = (column: 'filed_at' | 'changed_at', falling: boolean): Order => ({
  ...{ by: [column, 'case_id'], falling },
  valuesOf: ({ key, caseId }) => [key, caseId],
})

const orders: Record<LedgerSort, Order> = {
  newest: byOne('filed_at', true),
  oldest: byOne('filed_at', false),
  // The index has whether a case is open before its due day.
  due: { by: dueColumns, falling: false, of: 'open = 1', valuesOf: dueValues },
  changed: byOne('changed_at', true),
}

const joined = (parts: readonly Part[], between: string): Part => [
  parts.map(([sql]) => sql).join(between),
  ...parts.flatMap(([, ...values]) => values),
]

const inOrder = (columns: readonly string[], falling: boolean): string =>
  columns.map((column) => `${column} ${falling ? 'DESC' : 'ASC'}`).join(', ')

/** The rows of one scope, at most as many as are looked at. */
const branch = (scope: string, { filter, sort, after, limit }: LedgerQuery): Part => {
  const { by, falling, of, valuesOf } = orders[sort]
  const parts: Part[] = [['scope = ?', scope], ...(of ? [[of] satisfies Part] : [])]
  // With a day and a key as bounds of one side, SQLite would read the pages before through the day: the plus hides it.
  const day = (isStart: boolean) => (after && isStart ? '+filed_at' : 'filed_at')
  if (filter.from) parts.push([`${day(!falling)} >= ?`, startOfDay(filter.from)])
  if (filter.until) parts.push([`${day(falling)} < ?`, afterDay(filter.until)])
  if (after) parts.push([`(${by}) ${falling ? '<' : '>'} (${by.map(() => '?')})`, ...valuesOf(after)])
  const [where, ...values] = joined(parts, ' AND ')
  return [
    `SELECT * FROM (SELECT case_id, ${by[0]} AS key, filed_at, open, due_at, colour FROM case_listing WHERE ${where} ORDER BY ${inOrder(by, falling)} LIMIT ?)`,
    ...values,
    limit,
  ]
}

/** The statement of a stretch: `case_id`, `key`, `filed_at`, `fits`. */
export const keysOf = (query: LedgerQuery): Part => {
  const { by, falling } = orders[query.sort]
  const order = inOrder(['key', ...by.slice(1)], falling)
  const [rows, ...listed] = joined(
    query.scopes.map((scope) => branch(scope, query)),
    ' UNION ',
  )
  const [fits, ...chosen] = joined(conditions(query), ' AND ')
  return [
    // CROSS JOIN keeps the order of reading: the stretch first, then each of its cases by its key.
    `SELECT k.case_id AS case_id, k.key AS key, k.filed_at AS filed_at, (${fits}) AS fits FROM (${rows} ORDER BY ${order} LIMIT ?) k CROSS JOIN cases c ON c.id = k.case_id ORDER BY ${order}`,
    ...chosen,
    ...listed,
    query.limit,
  ]
}
