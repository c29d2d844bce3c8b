/**
 * What every typed text goes through before it is judged (CONTRACT.md, "Normalise first"), so that the schema, the
 * store and the tests see one form.
 */

// What a person cannot see and cannot have meant: control characters but tab and line feed, byte order marks, and
// the marks that turn the direction of text around (a name could be made to read as another).
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this removes
const invisible = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\uFEFF\u202A-\u202E\u2066-\u2069]/g

/** Several lines: NFC, CRLF→LF, half emoji become U+FFFD, invisible characters go, trimmed incl. U+3000 (ECMAScript white space). */
export const normaliseText = (text: string): string =>
  text.toWellFormed().replace(/\r\n?/g, '\n').replace(invisible, '').normalize('NFC').trim()

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

/** Length in code points: an emoji counts once. */
export const codePoints = (text: string): number => [...text].length
