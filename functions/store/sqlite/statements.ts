import type { DatabaseSync, StatementSync } from 'node:sqlite'
import { asD1, codeOf, d1Error } from './errors.ts'
import type { Guard } from './guard.ts'
import type { Value } from './values.ts'

/** Statements that are prepared once and used again. */

export interface Prepared {
  sql: string
  statement: StatementSync
  /** Names of the columns it returns; none if it returns no rows. */
  columns: string[]
  /** How many values it takes. */
  parameters: number
  writes: boolean
}

/** Statements kept; the least recently used is dropped. The whole app has about four hundred texts. */
const kept = 500
const outOfRange = 25

/** How many values a statement takes: SQLite refuses one too many, and EXPLAIN of a statement takes the same ones. */
const countParameters = (database: DatabaseSync, sql: string): number => {
  if (!/[?:@$]/.test(sql)) return 0
  const probe = database.prepare(/^\s*explain\b/i.test(sql) ? sql : `EXPLAIN ${sql}`)
  const takes = (count: number): boolean => {
    try {
      probe.get(...Array<Value>(count).fill(null))
      return true
    } catch (error) {
      if (codeOf(error) === outOfRange) return false
      throw error
    }
  }
  let count = sql.split('?').length - 1
  while (count > 0 && !takes(count)) count -= 1
  while (takes(count + 1)) count += 1
  return count
}

const prepareNew = (database: DatabaseSync, guard: Guard, sql: string): Prepared => {
  if (sql.replaceAll(/^\s*--.*/gm, '').trim() === '') throw d1Error('No SQL statements detected.')
  try {
    const { value, writes } = guard.watch(() => {
      const statement = database.prepare(sql)
      return { statement, parameters: countParameters(database, sql) }
    })
    const rest = sql.slice(value.statement.sourceSQL.length)
    if (rest.replaceAll(/--.*|\/\*[\s\S]*?\*\//g, '').trim() !== '')
      throw d1Error('A prepared SQL statement must contain only one statement.')
    value.statement.setReturnArrays(true)
    return { sql, ...value, writes, columns: value.statement.columns().map(({ name }) => name) }
  } catch (error) {
    throw asD1(error)
  }
}

/** Prepares statements under the guard, each text once. Throws what D1 throws for a wrong text. */
export const statementsOf = (database: DatabaseSync, guard: Guard) => {
  const known = new Map<string, Prepared>()
  return (sql: string): Prepared => {
    const found = known.get(sql)
    if (found) {
      known.delete(sql)
      known.set(sql, found)
      return found
    }
    const prepared = prepareNew(database, guard, sql)
    known.set(sql, prepared)
    if (known.size > kept) known.delete(known.keys().next().value ?? '')
    return prepared
  }
}
