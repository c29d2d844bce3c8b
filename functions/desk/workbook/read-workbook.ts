import { readXlsx } from 'hucre/xlsx'
import { fail, type Result } from '#domain/basics/result.ts'
import { importBounds } from '#domain/importing/bounds.ts'
import {
  bounded,
  cellText,
  fillMerged,
  mergesTooMuch,
  type Table,
  type TableFault,
} from '#domain/importing/table.ts'
import { checkArchive } from './zip-bounds.ts'

/** Letters of a column: 0 is A, 26 is AA. */
const letters = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : `${letters(Math.floor(column / 26) - 1)}${letters(column % 26)}`

// One column and one row more than is taken show that there are more.
const range = `A1:${letters(importBounds.columns)}${importBounds.rows + importBounds.headRows + 1}`

/** The text of a cell: days as yyyy-mm-dd; of a formula what it gave when the workbook was saved. */
const textOf = (value: unknown): string => {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10)
  return typeof value === 'object' ? '' : cellText(String(value))
}

/**
 * Reads the first sheet of a workbook (.xlsx) that is not hidden. Formulas are not computed. Merged cells all get what
 * stands in them.
 * @param bytes at most `importBounds.bytes`
 */
export const readWorkbook = async (bytes: Uint8Array<ArrayBuffer>): Promise<Result<Table, TableFault>> => {
  const checked = await checkArchive(bytes)
  if (!checked.ok) return checked
  let isFirst = true
  const first = ({ hidden, veryHidden }: { hidden?: boolean; veryHidden?: boolean }): boolean => {
    const taken = isFirst && !hidden && !veryHidden
    if (taken) isFirst = false
    return taken
  }
  const book = await readXlsx(bytes, { sheets: first, range }).catch(() => null)
  const [sheet] = book?.sheets ?? []
  if (!sheet) return fail('unreadable')
  const merges = sheet.merges ?? []
  if (mergesTooMuch(merges)) return fail('tooMuch')
  const rows = sheet.rows.map((row) => row.map(textOf))
  return bounded(sheet.name, fillMerged(rows, merges))
}
