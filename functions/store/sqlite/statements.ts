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
const tooBig = 18

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

/** The texts that D1 takes for no statement at all: empty, or indented comments (miniflare's database.worker.ts). */
export const isEmpty = (sql: string): boolean =>
  !/^\s*\w/.test(sql) && sql.replaceAll(/^\s+--.*/gm, '').trim() === ''

const noStatement = 'SQL code did not contain a statement.'

/** What follows the first statement of a text. D1 takes spaces. */
const checkRest = (rest: string): void => {
  if (rest.trim() === '') return
  const comments = rest.replaceAll(/--.*|\/\*[\s\S]*?\*\//g, '').trim() === ''
  throw d1Error(comments ? noStatement : 'A prepared SQL statement must contain only one statement.')
}

const faultOf = (error: unknown): unknown => {
  if (codeOf(error) === tooBig) return d1Error('statement too long: SQLITE_TOOBIG')
  return /contains no statements/.test((error as Error).message) ? d1Error(noStatement) : asD1(error)
}

const prepareNew = (database: DatabaseSync, guard: Guard, sql: string): Prepared => {
  if (isEmpty(sql)) throw d1Error('No SQL statements detected.')
  try {
    const { value, writes } = guard.watch(() => {
      const statement = database.prepare(sql)
      return { statement, parameters: countParameters(database, sql) }
    })
    const { statement } = value
    // What SQLite kept of a text is its first statement; a comment at the end of one statement belongs to it.
    if (statement.sourceSQL.trimEnd().endsWith(';')) checkRest(sql.slice(statement.sourceSQL.length))
    statement.setReturnArrays(true)
    const columns = statement.columns().map(({ name }) => name)
    // Rows that are returned by a write cannot be asked for a second time (run.ts).
    statement.setReadBigInts(writes && columns.length > 0)
    return { sql, ...value, writes, columns }
  } catch (error) {
    throw faultOf(error)
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
