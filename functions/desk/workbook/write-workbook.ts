import { writeXlsxStream } from 'hucre/xlsx'

/** Workbooks for the spreadsheets of offices. Only this folder knows the library that writes them. */

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/**
 * A workbook of one sheet, as a stream: the first row stays in sight. Every cell is text (`inlineStr`), which no spreadsheet
 * takes for a formula, whatever it begins with.
 * @param name of the sheet, at most 31 characters
 */
export const writeXlsx = (
  name: string,
  head: readonly string[],
  rows: Iterable<string[]> | AsyncIterable<string[]>,
): ReadableStream<Uint8Array> =>
  writeXlsxStream(rows, { name, columns: head.map((header) => ({ header })), freezePane: { rows: 1 } })
