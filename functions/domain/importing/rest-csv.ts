/** The rows that were not imported, as a table to be corrected and imported again. */

// A cell that begins so would be computed by a spreadsheet (OWASP, CSV injection).
const computed = /^[=+\-@\t\r]/

const cell = (text: string): string => {
  const safe = computed.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** Rows as CSV in UTF-8 with a byte order mark, which spreadsheets need for Chinese (RFC 4180). */
export const csvOf = (rows: readonly (readonly string[])[]): string =>
  `\ufeff${rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`
