import { longestText, unitsPerSign } from './bounds.ts'

/**
 * What every typed text goes through before it is judged (rules.md R5), so that the schema, the
 * store and the tests see one form.
 */

// What a person cannot see and cannot have meant: control characters but tab and line feed, byte order marks, and
// the marks that turn the direction of text around (a name could be made to read as another).
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this removes
const invisible = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\uFEFF\u202A-\u202E\u2066-\u2069]/g

// Ordering the marks on one letter costs the square of their number, and no writing puts more than thirty there: the
// joiner U+034F parts them (Unicode Standard Annex 15, "Stream-Safe Text Format").
const manyMarks = /(?:(?!\u034F)\p{M}){30}(?=(?!\u034F)\p{M})/gu

/** The form in which equal texts are equal, at a cost that grows with the length and not with its square. */
const composed = (text: string, form: 'NFC' | 'NFKC'): string =>
  text.slice(0, longestText).toWellFormed().replace(manyMarks, '$&\u034F').normalize(form)

/**
 * Several lines: NFC, CRLF→LF, half emoji become U+FFFD, invisible characters go, trimmed incl. U+3000 (ECMAScript
 * white space). Nothing behind `longestText` is read: fields refuse what is too long before (`readText`).
 */
export const normaliseText = (text: string): string =>
  composed(text.slice(0, longestText).replace(/\r\n?/g, '\n').replace(invisible, ''), 'NFC').trim()

/** One line: as `normaliseText`, and line breaks and tabs become one space. */
export const normaliseLine = (text: string): string => normaliseText(text).replace(/[\n\t]+/g, ' ')

/** Digits as people write them: full-width digits become plain ones; spaces, dashes, brackets go. */
export const normaliseDigits = (text: string): string =>
  normaliseText(text)
    .replace(/[０-９＋]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u3000\u00a0\u200b-\u200f()（）·.．]|[-‐-―−－－–—_]/g, '')

/** A phone number: as `normaliseDigits`, without the country code. */
export const normalisePhone = (text: string): string => normaliseDigits(text).replace(/^(?:\+86|0086)/, '')

/** A case number: digits as people write them, with the dash put back. */
export const normaliseCaseNumber = (text: string): string =>
  normaliseDigits(text).replace(/^(\d{4})(\d{6,7})$/, '$1-$2')

/** What must fit letter for letter though it is typed in full width: user names, codes, days. NFKC, trimmed. */
export const normaliseWidth = (text: string): string => composed(text, 'NFKC').trim()

/** Short enough to be read at all, where `limit` code points are allowed? */
export const isBounded = (text: string, limit: number): boolean => text.length <= limit * unitsPerSign

/**
 * A typed text, normalised, when it has at most `limit` code points.
 * @returns null when it is too long; what is far too long is not looked at
 */
export const readText = (text: string, limit: number): string | null =>
  fitting(isBounded(text, limit) ? normaliseText(text) : null, limit)

/** The same for one line. */
export const readLine = (text: string, limit: number): string | null =>
  fitting(isBounded(text, limit) ? normaliseLine(text) : null, limit)

const fitting = (text: string | null, limit: number): string | null =>
  text !== null && codePoints(text) <= limit ? text : null

/** Length in code points: an emoji counts once. */
export const codePoints = (text: string): number => [...text].length
