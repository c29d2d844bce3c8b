import type { D1Database, D1PreparedStatement, D1Result } from '@cloudflare/workers-types'

/** Cost of some work: round trips, statements and rows, as counted by D1. */
export interface Cost {
  /** Batches and single statements. */
  roundTrips: number
  batches: number
  statements: number
  rowsRead: number
  rowsWritten: number
}

/** A D1 database that counts its cost and can be made to fail. */
export interface CountedD1 {
  db: D1Database
  /** Returns the cost so far and resets it. */
  take: () => Cost
  /** Called before each round trip; throws to simulate a database fault. */
  before: { call: () => void }
  /** Called after each round trip; throws to simulate a lost answer. */
  after: { call: () => void }
}

const nothing = (): Cost => ({ roundTrips: 0, batches: 0, statements: 0, rowsRead: 0, rowsWritten: 0 })

export const countedD1 = (d1: D1Database): CountedD1 => {
  let cost = nothing()
  const before = { call: () => {} }
  const after = { call: () => {} }
  const count = (results: D1Result[]) => {
    cost.roundTrips += 1
    cost.statements += results.length
    for (const { meta } of results) {
      cost.rowsRead += meta.rows_read
      cost.rowsWritten += meta.rows_written
    }
  }
  const originals = new WeakMap<object, D1PreparedStatement>()
  const wrap = (statement: D1PreparedStatement): D1PreparedStatement => {
    const wrapped = {
      bind: (...values: unknown[]) => wrap(statement.bind(...values)),
      async all() {
        before.call()
        const result = await statement.all()
        count([result])
        after.call()
        return result
      },
      run: () => wrapped.all(),
      // `raw` reports no cost: its rows are rebuilt from `all`, which needs distinct column names.
      async raw() {
        const { results } = await wrapped.all()
        return results.map((row) => Object.values(row as Record<string, unknown>))
      },
    }
    originals.set(wrapped, statement)
    return wrapped as unknown as D1PreparedStatement
  }
  const db = {
    prepare: (sql: string) => wrap(d1.prepare(sql)),
    async batch(statements: D1PreparedStatement[]) {
      before.call()
      const results = await d1.batch(
        statements.map((statement) => originals.get(statement) as D1PreparedStatement),
      )
      cost.batches += 1
      count(results)
      after.call()
      return results
    },
  } as unknown as D1Database
  const take = () => {
    const taken = cost
    cost = nothing()
    return taken
  }
  return { db, take, before, after }
}
