/** Tables as CSV (RFC 4180) for spreadsheets: UTF-8 with a byte order mark, lines ended by CRLF. */

export const byteOrderMark = '\uFEFF'

/** What a spreadsheet would take for a formula; the full-width signs count too, which some fold. */
const formula = /^[=+\-@\t\r＝＋－＠]/

const cell = (value: string | number): string => {
  // An apostrophe makes it text; numbers of ours stay numbers.
  const text = typeof value === 'string' && formula.test(value) ? `'${value}` : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** One line. */
export const csvLine = (cells: readonly (string | number)[]): string => `${cells.map(cell).join(',')}\r\n`
