/** Tables as CSV (RFC 4180) for the spreadsheets of offices: UTF-8 with a byte order mark, lines end with CR LF. */

/** Without it, Excel reads UTF-8 as the encoding of the machine. */
export const byteOrderMark = '\uFEFF'

/**
 * A cell that a spreadsheet would take for a formula (CWE-1236): it begins with a sign of one, in half or full width, after
 * white space or characters that nobody sees too; or with a tab or the end of a line.
 */
const formula = /^(?:[\t\r\n]|[\p{White_Space}\p{Cf}]*[=+\-@＝＋－＠﹦﹢﹣﹫−])/u

/** What would end or split a cell, or be cut off, is quoted; semicolons and tabs separate cells in some spreadsheets. */
const quotes = /[",;\t\r\n]|^\s|\s$/

/** A cell: a number of ours, or text only, whatever it begins with. */
const csvCell = (value: string | number): string => {
  const text = String(value)
  const safe = typeof value === 'string' && formula.test(text) ? `'${text}` : text
  return quotes.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** One line of cells, with its end. */
export const csvLine = (cells: readonly (string | number)[]): string => `${cells.map(csvCell).join(',')}\r\n`
