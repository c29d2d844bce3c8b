import type { D1Database } from '@cloudflare/workers-types'

/** What cases ask again and again. */

/** Rows of a statement, with the names of its columns. */
export const rows =
  (sql: string, ...values: unknown[]) =>
  (db: D1Database): Promise<unknown> =>
    db
      .prepare(sql)
      .bind(...values)
      .raw({ columnNames: true })

/** What a statement changed, as D1 counts it. */
export const changed =
  (sql: string, ...values: unknown[]) =>
  async (db: D1Database): Promise<unknown> => {
    const { success, meta } = await db
      .prepare(sql)
      .bind(...values)
      .run()
    return { success, changes: meta.changes, last: meta.last_row_id, changed: meta.changed_db }
  }

/** Runs statements one after the other; the value of the last one. */
export const inTurn =
  (...asks: ((db: D1Database) => Promise<unknown>)[]) =>
  async (db: D1Database): Promise<unknown> => {
    let value: unknown
    for (const ask of asks) value = await ask(db)
    return value
  }

/** The error of what is asked, as a value. */
export const refused =
  (ask: (db: D1Database) => Promise<unknown>) =>
  (db: D1Database): Promise<unknown> =>
    ask(db).catch(({ message }: Error) => message)

/** Runs statements as one batch: the rows of each, or the error, and then what a table holds. */
export const batch =
  (sqls: (string | [string, ...unknown[]])[], after?: string) =>
  async (db: D1Database): Promise<unknown> => {
    const statements = sqls.map((one) => {
      const [sql, ...values] = typeof one === 'string' ? [one] : one
      return db.prepare(sql).bind(...values)
    })
    const answer = await db.batch(statements).then(
      (results) => results.map(({ results: found, meta }) => ({ found, changes: meta.changes })),
      (error: Error) => ({ threw: error.message }),
    )
    return after === undefined ? answer : { answer, after: await rows(after)(db) }
  }
