import type { D1Database, D1PreparedStatement } from '@cloudflare/workers-types'
import { getTableColumns, getTableName } from 'drizzle-orm'
import type { SQLiteTable } from 'drizzle-orm/sqlite-core'

/** The column name that drizzle's `casing: 'snake_case'` produces. */
const snake = (key: string): string => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

// D1 does not accept booleans.
const toDriver = (value: unknown): unknown => (typeof value === 'boolean' ? Number(value) : (value ?? null))

/** SQL that replaces the `?` of one column; it contains a `?` for each value in that column's list. */
export interface Worked<Key extends string> {
  column: Key
  sql: string
}

/**
 * Inserts rows of one table with one statement. The SQL is built once for each number of rows; drizzle rebuilds it each
 * time, which measurably slows filing (docs/performance.md).
 * @param worked a column whose value the database computes; the row holds the list of its input values there
 * @returns a function from complete rows to a bound statement; D1 binds at most 100 values
 */
export const inserter = <Table extends SQLiteTable, Key extends string = never>(
  d1: D1Database,
  table: Table,
  worked?: Worked<Key>,
) => {
  type Row = Omit<Table['$inferSelect'], Key> & Record<Key, unknown[]>
  const keys = Object.keys(getTableColumns(table))
  const made = new Map<number, D1PreparedStatement>()
  const row = `(${keys.map((key) => (key === worked?.column ? worked.sql : '?')).join(', ')})`
  const returning = worked ? ` RETURNING ${snake(worked.column)}` : ''
  const make = (count: number): D1PreparedStatement => {
    const rows = Array.from({ length: count }, () => row).join(', ')
    const statement = d1.prepare(
      `INSERT INTO ${getTableName(table)} (${keys.map(snake).join(', ')}) VALUES ${rows}${returning}`,
    )
    made.set(count, statement)
    return statement
  }
  const valuesOf = (rows: Record<string, unknown>[]): unknown[] => {
    const values: unknown[] = []
    for (const row of rows)
      for (const key of keys)
        if (key === worked?.column) values.push(...(row[key] as unknown[]))
        else values.push(toDriver(row[key]))
    return values
  }
  return (rows: Row[]): D1PreparedStatement =>
    (made.get(rows.length) ?? make(rows.length)).bind(...valuesOf(rows))
}
