import { randomBytes } from 'node:crypto'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { caseIds } from '#store/case-ids.ts'
import { openDatabase } from '#store/sqlite/open.ts'
import { systemRandom } from '../../../functions/node-random.ts'

/** What a filing writes, and nothing else: the rows of one that was filed, with ids, numbers and hashes of their own. */

/** Tables in which a filing writes, in its order, and the column that names the case. */
const tables = {
  cases: 'id',
  post_receipt: 'case_id',
  case_code: 'case_id',
  case_key: 'case_id',
  case_event: 'case_id',
  blind_index: 'case_id',
  case_listing: 'case_id',
}
type Row = Record<string, SQLInputValue>

const hex = (bytes: number): string => randomBytes(bytes).toString('hex')

/** Columns that are another value in each case. */
const ownOf = (id: string, number: number) => {
  let head = '0'.repeat(64)
  return {
    id: () => id,
    case_id: () => id,
    number: () => `2026-${number}`,
    code_hash: () => hex(32),
    key_hash: () => hex(32),
    prev: () => head,
    hash: () => {
      head = hex(32)
      return head
    },
  } as Record<string, () => string>
}

/**
 * @param path a database with the schema of the app
 * @param source the database of an app in which a case was filed
 * @returns a function that writes the rows of so many filings in one transaction
 */
export const filingWriter = (path: string, source: string): ((count: number) => void) => {
  const database = openDatabase(path)
  const filed = new DatabaseSync(source, { readOnly: true })
  const id = filed.prepare('SELECT id FROM cases ORDER BY id LIMIT 1').get()?.['id'] as string
  const parts = Object.entries(tables).map(([table, key]) => {
    const rows = filed.prepare(`SELECT * FROM ${table} WHERE ${key} = ?`).all(id) as Row[]
    const columns = Object.keys(rows[0] ?? {})
    const values = rows.map(() => `(${columns.map(() => '?').join(', ')})`).join(', ')
    const insert = database.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES ${values}`)
    return { rows, columns, insert }
  })
  filed.close()
  const nextId = caseIds(systemRandom())
  let number = 1_000_000
  const writeOne = (): void => {
    number += 1
    const own = ownOf(nextId(), number)
    for (const { rows, columns, insert } of parts)
      insert.run(...rows.flatMap((row) => columns.map((column) => own[column]?.() ?? row[column] ?? null)))
  }
  return (count) => {
    database.exec('BEGIN IMMEDIATE')
    for (let written = 0; written < count; written += 1) writeOne()
    database.exec('COMMIT')
  }
}
