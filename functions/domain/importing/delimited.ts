import { fail, type Result } from '#domain/basics/result.ts'
import { importBounds } from './bounds.ts'
import { bounded, cellText, type Table, type TableFault } from './table.ts'

/** Tables as text (RFC 4180), as spreadsheets save them in China: with commas, tabs or semicolons, in UTF-8 or GB 18030. */

/** The text of a file: by its byte order mark, as UTF-8 if it is that, otherwise as GB 18030. */
export const decoded = (bytes: Uint8Array): string => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

const separators = [',', '\t', ';'] as const

/** The separator that occurs most often outside quotes in the first rows. */
export const separatorOf = (text: string): string => {
  const counts = new Map<string, number>()
  let quoted = false
  let lines = 0
  for (let at = 0; at < text.length && lines < importBounds.headRows; at += 1) {
    const sign = text[at] ?? ''
    if (sign === '"') quoted = !quoted
    else if (sign === '\n') lines += quoted ? 0 : 1
    else if (!quoted && (separators as readonly string[]).includes(sign))
      counts.set(sign, (counts.get(sign) ?? 0) + 1)
  }
  return separators.toSorted((one, other) => (counts.get(other) ?? 0) - (counts.get(one) ?? 0))[0] ?? ','
}

/**
 * Reads a table from text. It stops at the first row that is too wide and the first too many.
 * @param text at most `importBounds.bytes` characters
 */
export const readDelimited = (text: string): Result<Table, TableFault> => {
  const separator = separatorOf(text)
  const rows: string[][] = []
  let row: string[] = []
  let cell = ''
  let quoted = false
  let wide = false
  const endCell = () => {
    const kept = cellText(cell)
    if (row.length < importBounds.columns) row.push(kept)
    else wide ||= kept !== ''
    cell = ''
  }
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? ''
    if (quoted) {
      if (sign !== '"') cell += sign
      else if (text[at + 1] === '"') {
        cell += sign
        at += 1
      } else quoted = false
    } else if (sign === '"' && cell.trim() === '') {
      cell = ''
      quoted = true
    } else if (sign === separator) endCell()
    else if (sign === '\n' || sign === '\r') {
      if (sign === '\r' && text[at + 1] === '\n') at += 1
      endCell()
      rows.push(row)
      row = []
      if (rows.length > importBounds.rows + importBounds.headRows + 1) return fail('tooMany')
    } else cell += sign
    if (wide) return fail('tooWide')
  }
  endCell()
  if (wide) return fail('tooWide')
  rows.push(row)
  return bounded('', rows)
}
