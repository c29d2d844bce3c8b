import type { DatabaseSync } from 'node:sqlite'
import { asD1, d1Error } from './errors.ts'
import type { Prepared } from './statements.ts'
import type { Value } from './values.ts'

/** Runs one prepared statement at once, and counts what it changed. */

/** A statement and what is bound to it. */
export interface Command {
  sql: string
  values: Value[]
}

/** What a statement returned, and what it changed. */
export interface Outcome {
  columns: string[]
  rows: unknown[][]
  changes: number
  lastRow: number
}

/** JavaScript loses digits of integers above 2^53, as D1 does. */
const asNumber = (value: unknown): unknown => (typeof value === 'bigint' ? Number(value) : value)

const isOutOfRange = (error: unknown): boolean => (error as { code?: string }).code === 'ERR_OUT_OF_RANGE'

const rowsOf = ({ statement, columns, writes }: Prepared, values: Value[]): unknown[][] => {
  if (columns.length === 0) {
    statement.run(...values)
    return []
  }
  const ask = () => statement.all(...values) as unknown as unknown[][]
  if (writes) return ask().map((row) => row.map(asNumber))
  try {
    return ask()
  } catch (error) {
    if (!isOutOfRange(error)) throw error
    statement.setReadBigInts(true)
    try {
      return ask().map((row) => row.map(asNumber))
    } finally {
      statement.setReadBigInts(false)
    }
  }
}

/** @returns a function that runs a statement; it throws what D1 throws */
export const runnerOf = (database: DatabaseSync) => {
  const counts = database.prepare('SELECT total_changes(), last_insert_rowid()')
  counts.setReturnArrays(true)
  const counted = () => counts.get() as unknown as [number, number]
  let [total, lastRow] = counted()
  return (prepared: Prepared, values: Value[]): Outcome => {
    if (values.length !== prepared.parameters)
      throw d1Error('Wrong number of parameter bindings for SQL query.')
    const before = total
    let rows: unknown[][]
    try {
      rows = rowsOf(prepared, values)
    } catch (error) {
      // What a statement changed before it failed is counted, although it is undone.
      if (prepared.writes) [total] = counted()
      throw asD1(error)
    }
    if (prepared.writes) [total, lastRow] = counted()
    const changes = total - before
    // A column was added after the statement was prepared.
    if (rows[0] && rows[0].length !== prepared.columns.length)
      prepared.columns = prepared.statement.columns().map(({ name }) => name)
    return { columns: prepared.columns, rows, changes, lastRow }
  }
}
