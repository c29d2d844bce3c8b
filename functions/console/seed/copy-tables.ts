import type { DatabaseSync, SQLInputValue } from 'node:sqlite'

/** Copies of the rows that stand beside the history of a case, whatever tables there are. */

/**
 * Tables of a case that are made anew for a copy, or that a copy has nothing of: receipts, letters and notices belong to one
 * person at one time, reads and the log of the desk to what staff did. Triggers make the units of a
 * task, and the row of an old ledger is one case.
 */
const others = new Set([
  ...['case_event', 'case_key', 'case_code', 'blind_index', 'case_file'],
  ...['filing_receipt', 'post_receipt', 'letter_number', 'outbox', 'read_log', 'desk_log'],
  ...['rating_task_unit', 'rating_task_wide', 'ledger_row'],
])

/** What a copied row has of its own: a place in the calendar belongs to one case, and what is sealed opens in one only. */
const own: Record<string, Record<string, string>> = {
  cases: { id: '?2', number: '?3', head_hash: '?4' },
  case_session: { case_id: '?2', staff: "''", room: "''" },
  case_rating: { case_id: '?2', sealed: 'NULL' },
  rating_task: { case_id: '?2', reason: 'NULL' },
  // The public page shows it, so it is not the id of the case.
  published_answer: { case_id: '?2', id: 'substr(?2, 17) || substr(?2, 1, 16)' },
}

const columnsOf = (sqlite: DatabaseSync, table: string): string[] =>
  sqlite
    .prepare('SELECT name FROM pragma_table_info(?)')
    .all(table)
    .map(({ name }) => String(name))

/** Prepares the copying of rows from one case to another. */
export const tableCopier = (sqlite: DatabaseSync) => {
  const tables = sqlite
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table'")
    .all()
    .map(({ name }) => String(name))
    .filter((name) => name === 'cases' || (!others.has(name) && columnsOf(sqlite, name).includes('case_id')))
  const copies = tables.map((table) => {
    const columns = columnsOf(sqlite, table)
    const values = columns.map((name) => own[table]?.[name] ?? (name === 'case_id' ? '?2' : name))
    const source = `${table} WHERE ${table === 'cases' ? 'id' : 'case_id'} = ?1`
    const sql = `INSERT INTO ${table} (${columns.join(', ')}) SELECT ${values.join(', ')} FROM ${source}`
    return { statement: sqlite.prepare(sql), takesAll: table === 'cases' }
  })
  return (from: string, to: { id: string; number: string; headHash: string }): void => {
    for (const { statement, takesAll } of copies)
      statement.run(from, to.id, ...(takesAll ? [to.number, to.headHash] : []))
  }
}

/** Prepares inserting rows whose columns are the keys of an object, in snake_case. */
export const rowInserter = (sqlite: DatabaseSync, table: string) => {
  const prepared = new Map<string, ReturnType<DatabaseSync['prepare']>>()
  return (row: Record<string, unknown>): void => {
    const keys = Object.keys(row)
    const names = keys
      .map((key) => key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`))
      .join(', ')
    const marks = keys.map(() => '?').join(', ')
    const statement =
      prepared.get(names) ?? sqlite.prepare(`INSERT INTO ${table} (${names}) VALUES (${marks})`)
    prepared.set(names, statement)
    const plain = (value: unknown) => (typeof value === 'boolean' ? Number(value) : (value ?? null))
    statement.run(...(Object.values(row).map(plain) as SQLInputValue[]))
  }
}
