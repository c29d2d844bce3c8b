import { importBounds } from './bounds.ts'
import { foldedHead, guessField, type ImportField } from './fields.ts'
import { watchingWord } from './watching.ts'

/** Where the head of a ledger is, and what its columns are. */

const distinct = (row: readonly string[]): number => new Set(row.filter((cell) => cell !== '')).size

/**
 * The row with the heads: the one of the first rows in which most cells are known, otherwise the fullest. Titles above
 * it, which often are one merged cell, are no head.
 * @returns its index from 0
 */
export const findHead = (rows: readonly string[][]): number => {
  const score = (row: readonly string[]): number =>
    distinct(row) < 2
      ? 0
      : new Set(
          row.flatMap((cell) => (cell.length > 30 ? [] : (guessField(cell) ?? watchingWord(cell) ?? []))),
        ).size
  const top = rows.slice(0, importBounds.headRows)
  const scores = top.map(score)
  const best = Math.max(0, ...scores)
  if (best >= 2) return scores.indexOf(best)
  const fullest = top.map(distinct)
  return Math.max(0, fullest.indexOf(Math.max(...fullest)))
}

/** The first year that a title above the head names: 2023年度矛盾纠纷台账. */
export const yearIn = (texts: readonly string[]): number | undefined => {
  for (const text of texts) {
    const [, year] = /(?<!\d)((?:19|20)\d{2})\s*年/u.exec(text.slice(0, importBounds.cell)) ?? []
    if (year) return Number(year)
  }
  return undefined
}

/** True if a row repeats the head, as printed ledgers do on each page. */
export const repeatsHead = (row: readonly string[], heads: readonly string[]): boolean => {
  const named = heads.flatMap((head, column) => (head === '' ? [] : [column]))
  const same = named.filter((column) => foldedHead(row[column] ?? '') === foldedHead(heads[column] ?? ''))
  return same.length >= 2 && same.length * 2 > named.length
}

/** What each column most likely is: no field is guessed twice. */
export const guessColumns = (heads: readonly string[]): (ImportField | null)[] => {
  const taken = new Set<ImportField>()
  return heads.map((head) => {
    const field = guessField(head)
    if (!field || taken.has(field)) return null
    taken.add(field)
    return field
  })
}

/** A column that is refused because it watches people: its place and its head. */
export interface RefusedColumn {
  column: number
  head: string
}

/** True for a column that shares its head with another: the head is repeated, or empty beside it. */
const isGrouped = (heads: readonly string[], column: number): boolean => {
  const own = heads[column] ?? ''
  const beside = [heads[column - 1], heads[column + 1] ?? '']
  return own === '' || beside.includes(own) || heads[column + 1] === ''
}

/** True if a row below the head goes on with it: each of its cells repeats a head, or names a column of a group. */
const isSubHead = (row: readonly string[], heads: readonly string[]): boolean => {
  const filled = row.flatMap((cell, column) => (cell === '' ? [] : [column]))
  const repeats = (column: number) => foldedHead(row[column] ?? '') === foldedHead(heads[column] ?? '')
  return (
    repeatsHead(row, heads) ||
    (filled.length > 0 && filled.every((column) => repeats(column) || isGrouped(heads, column)))
  )
}

/** Rows that a head can have below its first. */
const subHeads = 2

/**
 * Empties the columns that watch people, before anything of the table is kept.
 * @param head index of the row with the heads; those above it may be heads of several columns
 */
export const withoutWatching = (
  rows: readonly string[][],
  head: number,
): { rows: string[][]; refused: RefusedColumn[] } => {
  const heads = rows[head] ?? []
  const below = rows.slice(head + 1, head + 1 + subHeads)
  const data = below.findIndex((row) => !isSubHead(row, heads))
  const headRows = [...rows.slice(0, head + 1), ...(data < 0 ? below : below.slice(0, data))]
  const refused: RefusedColumn[] = []
  for (let column = 0; column < importBounds.columns; column += 1) {
    const found = headRows.flatMap((row) => {
      const cell = row[column] ?? ''
      const isTitle = headRows.indexOf(row) < head && distinct(row) < 2
      const word = isTitle ? undefined : watchingWord(cell)
      return word ? { column, head: cell } : []
    })
    refused.push(...found.slice(-1))
  }
  const gone = new Set(refused.map(({ column }) => column))
  const emptied = (row: string[]) => row.map((cell, at) => (gone.has(at) ? '' : cell))
  return { rows: gone.size === 0 ? [...rows] : rows.map(emptied), refused }
}

/** The word by which a title says that the whole table watches people. */
export const watchingTitle = (name: string, rows: readonly string[][]): string | undefined =>
  [
    name,
    ...rows.slice(0, importBounds.headRows).flatMap((row) => (distinct(row) === 1 ? row.slice(0, 1) : [])),
  ]
    .map((title) => (title.length > 60 ? undefined : watchingWord(title)))
    .find((word) => word !== undefined)
