import { normaliseLine, normaliseWidth } from '#domain/basics/normalise.ts'
import { importBounds } from '#domain/importing/bounds.ts'
import { decoded, readDelimited } from '#domain/importing/delimited.ts'

/** A fault of a table, in plain words for the person who wrote it; `line` is the row as a spreadsheet counts it. */
export interface Fault {
  file: string
  line?: number
  says: string
}

/** A row by the names of its columns; a missing cell is an empty text. */
export interface Row<C extends string> {
  line: number
  cells: Record<C, string>
}

/** The columns of a table: every head under which each is known, the usual one first. */
export type Columns<C extends string> = Record<C, { heads: readonly string[]; needed?: true }>

/** 第 3 行: a fault as it is printed. */
export const sayFault = ({ file, line, says }: Fault): string =>
  `${file}${line === undefined ? '' : ` 第 ${line} 行`}：${says}`

/** A cell or head without the differences that nobody sees: width, and white space inside. */
export const folded = (text: string): string => normaliseWidth(text).replace(/\s/gu, '')

const tableFaults: Record<string, string> = {
  empty: '里面没有内容',
  tooMany: `行太多，最多 ${importBounds.rows} 行`,
  tooWide: `列太多，最多 ${importBounds.columns} 列`,
  tooMuch: '字太多',
}

/** The place of each column in the first row. */
const placesOf = <C extends string>(head: readonly string[], columns: Columns<C>): Record<C, number> => {
  const names = head.map(folded)
  const place = ({ heads }: { heads: readonly string[] }) => names.findIndex((name) => heads.includes(name))
  return Object.fromEntries(
    Object.entries<Columns<C>[C]>(columns).map(([column, one]) => [column, place(one)]),
  ) as Record<C, number>
}

/**
 * Reads a table that a spreadsheet saved as CSV (UTF-8 with or without a byte order mark, GB 18030, UTF-16; commas, tabs
 * or semicolons). Its first row has the heads; empty rows are left out.
 * @param file name of the file, for the faults
 */
export const readTable = <C extends string>(
  file: string,
  bytes: Uint8Array,
  columns: Columns<C>,
): { rows: Row<C>[]; faults: Fault[] } => {
  const refuse = (says: string, line?: number) => ({
    rows: [],
    faults: [{ file, says, ...(line !== undefined && { line }) }],
  })
  if (bytes.length > importBounds.bytes) return refuse('文件太大，最多 2 MB')
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return refuse('这是 Excel 工作簿，请另存为 CSV')
  const table = readDelimited(decoded(bytes))
  if (!table.ok) return refuse(tableFaults[table.error] ?? '读不懂这个文件')
  const [head = [], ...below] = table.value.rows
  const places = placesOf(head, columns)
  const missing = Object.entries<Columns<C>[C]>(columns).flatMap(([column, { heads, needed }]) =>
    needed && places[column as C] < 0 ? [heads[0]] : [],
  )
  if (missing.length > 0) return refuse(`第一行要有表头，缺：${missing.join('、')}`, 1)
  const rows = below.flatMap((row, index): Row<C>[] => {
    if (row.every((cell) => cell === '')) return []
    const cells = Object.fromEntries(
      Object.entries<number>(places).map(([column, place]) => [column, normaliseLine(row[place] ?? '')]),
    )
    return [{ line: index + 2, cells: cells as Record<C, string> }]
  })
  return { rows, faults: [] }
}
