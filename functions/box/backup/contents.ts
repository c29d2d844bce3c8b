import { createHash } from 'node:crypto'
import type { DatabaseSync } from 'node:sqlite'
import { appliedIn } from '#store/sqlite/migrate.ts'
import { identifier, isOwnName } from '#store/sqlite/names.ts'

/** What a database contains, so that a copy can be compared with what it was made from. */

export interface Contents {
  /** The newest migration. */
  migration: string
  /** Rows of each table. */
  tables: Record<string, number>
  /** SHA-256 over the last row of the history of every case, in the order of their ids. */
  heads: string
}

const rowsOf = (database: DatabaseSync, sql: string): Record<string, unknown>[] => database.prepare(sql).all()

/** The tables of the product, in the order of their names. */
export const tableNames = (database: DatabaseSync): string[] =>
  rowsOf(database, `SELECT name FROM sqlite_master WHERE type = 'table' AND ${isOwnName} ORDER BY name`).map(
    ({ name }) => String(name),
  )

/** Rows of a table. */
export const countOf = (database: DatabaseSync, table: string): number =>
  Number(database.prepare(`SELECT count(*) AS n FROM ${identifier(table)}`).get()?.['n'])

const headsSql = `SELECT case_id, seq, hash FROM case_event AS last
  WHERE seq = (SELECT max(seq) FROM case_event WHERE case_id = last.case_id) ORDER BY case_id`

/** Reads what a database contains. */
export const contentsOf = (database: DatabaseSync): Contents => {
  const heads = createHash('sha256')
  for (const { case_id, seq, hash } of database.prepare(headsSql).iterate())
    heads.update(`${case_id} ${seq} ${hash}\n`)
  return {
    migration: appliedIn(database).at(-1) ?? '',
    tables: Object.fromEntries(tableNames(database).map((table) => [table, countOf(database, table)])),
    heads: heads.digest('hex'),
  }
}

/** Rows of a history that do not name the row before them. */
const brokenLinks = `SELECT count(*) AS n FROM case_event AS row
  LEFT JOIN case_event AS before ON before.case_id = row.case_id AND before.seq = row.seq - 1
  WHERE row.seq > 1 AND before.hash IS NOT row.prev`

/**
 * What is wrong with a database file, in words for a terminal: damage that SQLite finds, rows that refer to nothing,
 * histories with a gap. `liuchixiang verify` also recomputes every hash, which needs the keys.
 */
export const faultsIn = (database: DatabaseSync): string[] => {
  const integrity = rowsOf(database, 'PRAGMA integrity_check(5)').map((row) => String(row['integrity_check']))
  if (integrity.join() !== 'ok') return integrity.map((line) => `数据库文件坏了（${line}）`)
  const lost = rowsOf(database, 'PRAGMA foreign_key_check').length
  const broken = Number(database.prepare(brokenLinks).get()?.['n'])
  return [
    ...(lost > 0 ? [`有 ${lost} 行指着不存在的行`] : []),
    ...(broken > 0 ? [`案件的历史里有 ${broken} 步和前一步接不上`] : []),
  ]
}
