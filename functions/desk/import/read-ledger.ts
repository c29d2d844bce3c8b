import { fail, ok, type Result } from '#domain/basics/result.ts'
import { importBounds } from '#domain/importing/bounds.ts'
import { decoded, readDelimited } from '#domain/importing/delimited.ts'
import {
  findHead,
  guessColumns,
  type RefusedColumn,
  watchingTitle,
  withoutWatching,
  yearIn,
} from '#domain/importing/head-row.ts'
import type { Chosen } from '#domain/importing/judge.ts'
import type { Table, TableFault } from '#domain/importing/table.ts'
import { readWorkbook } from '../workbook/read-workbook.ts'

/** Reads the file of an old ledger: what kind of file it is, where its head is, what its columns are. */

const startsWith = (bytes: Uint8Array, ...first: number[]): boolean =>
  first.every((byte, place) => bytes[place] === byte)

/** By its first bytes: the name of a file says nothing. */
const readTable = async (bytes: Uint8Array<ArrayBuffer>): Promise<Result<Table, TableFault>> => {
  if (bytes.length === 0) return fail('none')
  if (bytes.length > importBounds.bytes) return fail('tooBig')
  if (startsWith(bytes, 0x50, 0x4b)) return readWorkbook(bytes)
  // Old workbooks, and those with a password, are compound files (MS-CFB 2.2); tables saved as web pages are named .xls too.
  if (startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return fail('oldExcel')
  const text = decoded(bytes)
  if (/^\s*<(?:!doctype|html|\?xml)/i.test(text.slice(0, 200))) return fail('oldExcel')
  return text.slice(0, 4000).includes('\0') ? fail('unreadable') : readDelimited(text)
}

/** What was chosen for a ledger, and what was refused. */
export interface LedgerState extends Chosen {
  /** Columns that watch people: their cells were dropped before anything was kept. */
  refused: RefusedColumn[]
  /** Import what is in doubt as well. */
  takeDoubtful: boolean
  /** What the old ledger has no end of waits at the desk. */
  keepOpen: boolean
  /** Rows below the head. */
  count: number
  /** The person has seen the page of the columns. */
  matched: boolean
  /** Every row is stored, or a copy of one that is: it is not offered any more. */
  finished: boolean
}

export interface Ledger {
  state: LedgerState
  rows: string[][]
}

/** A whole table that watches people, with the word that says so. */
export interface Watching {
  watching: string
}

/** What is chosen for a head before the person chooses. */
export const withHead = (
  rows: string[][],
  head: number,
  year: number | undefined,
  refusedBefore: RefusedColumn[] = [],
): Ledger => {
  const { rows: kept, refused } = withoutWatching(rows, head)
  const state = {
    ...{ head, columns: guessColumns(kept[head] ?? []), year },
    refused: [...refusedBefore, ...refused],
    ...{ takeDoubtful: true, keepOpen: false, matched: false, finished: false },
    count: kept.slice(head + 1).filter((row) => row.some((cell) => cell !== '')).length,
  }
  return { state, rows: kept }
}

/** Reads the bytes of a file; refuses a table that as a whole watches people. */
export const readLedger = async (
  bytes: Uint8Array<ArrayBuffer>,
): Promise<Result<Ledger, TableFault | Watching>> => {
  const table = await readTable(bytes)
  if (!table.ok) return table
  const { name, rows } = table.value
  const head = findHead(rows)
  const watching = watchingTitle(name, rows.slice(0, head))
  if (watching) return fail({ watching })
  return ok(withHead(rows, head, yearIn([...rows.slice(0, head).flat(), name])))
}
