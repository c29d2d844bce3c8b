import { fail, ok, type Result } from '#domain/basics/result.ts'
import { importBounds } from './bounds.ts'

/** A sheet as it was read: its name, and the texts of its cells. */
export interface Table {
  name: string
  rows: string[][]
}

/** Why a file cannot be read as a table. */
export type TableFault =
  | 'none'
  | 'tooBig'
  | 'tooMany'
  | 'tooWide'
  | 'tooMuch'
  | 'empty'
  | 'oldExcel'
  | 'locked'
  | 'unreadable'
  | 'inflates'

/** Cells that are one cell on the sheet: both ends included, from 0. */
export interface Merged {
  startRow: number
  startCol: number
  endRow: number
  endCol: number
}

/** Removes empty cells at the end of a row. */
const trimmed = (row: string[]): string[] => row.slice(0, row.findLastIndex((cell) => cell !== '') + 1)

/** A cell as it is kept: one character more than the bound shows that it was longer. */
export const cellText = (text: string): string => text.trim().slice(0, importBounds.cell + 1)

/**
 * Checks the size of a table.
 * @param rows all rows, empty ones included: the number of a row is its number in the file
 */
export const bounded = (name: string, rows: string[][]): Result<Table, TableFault> => {
  const last = rows.findLastIndex((row) => row.some((cell) => cell !== ''))
  if (last < 0) return fail('empty')
  if (last >= importBounds.rows + importBounds.headRows) return fail('tooMany')
  const kept = rows.slice(0, last + 1).map(trimmed)
  if (kept.some((row) => row.length > importBounds.columns)) return fail('tooWide')
  const characters = kept.flat().reduce((sum, cell) => sum + cell.length, 0)
  return characters > importBounds.characters ? fail('tooMuch') : ok({ name: name.slice(0, 100), rows: kept })
}

/** The part of an area that is inside the bounds of a table. */
const inside = ({ startRow, startCol, endRow, endCol }: Merged): Merged => ({
  ...{ startRow, startCol },
  endRow: Math.min(endRow, importBounds.rows + importBounds.headRows - 1),
  endCol: Math.min(endCol, importBounds.columns - 1),
})

/**
 * True if merged areas have more cells than a table may have. Areas of a sheet never overlap, so only a file that means harm
 * has so many; filling them would take seconds for each of some thousand areas.
 */
export const mergesTooMuch = (areas: readonly Merged[]): boolean => {
  const most = (importBounds.rows + importBounds.headRows) * importBounds.columns
  let cells = 0
  for (const area of areas) {
    const { startRow, startCol, endRow, endCol } = inside(area)
    // An area outside the bounds is looked at once too.
    cells += 1 + Math.max(0, endRow - startRow + 1) * Math.max(0, endCol - startCol + 1)
    if (cells > most) return true
  }
  return false
}

/** Gives each cell of a merged area what stands in its first one, inside the bounds of a table. */
export const fillMerged = (rows: string[][], areas: readonly Merged[]): string[][] => {
  const filled = rows.map((row) => [...row])
  const most = { rows: filled.length - 1, columns: importBounds.columns - 1 }
  for (const { startRow, startCol, endRow, endCol } of areas) {
    const text = filled[startRow]?.[startCol] ?? ''
    if (text === '') continue
    for (let at = startRow; at <= Math.min(endRow, most.rows); at += 1) {
      const row = filled[at] ?? []
      for (let column = startCol; column <= Math.min(endCol, most.columns); column += 1) {
        while (row.length < column) row.push('')
        row[column] = text
      }
    }
  }
  return filled
}
