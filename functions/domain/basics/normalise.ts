import { longestText, unitsPerCharacter } from './bounds.ts'

/**
 * Normalises every typed text before it is validated (rules.md R5), so that schema, store and tests see the
 * same form.
 */

// Characters a person can neither see nor have meant: control characters except tab and line feed, byte order
// marks, and marks that change the direction of text (which can make one name read as another).
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this removes
const invisible = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\uFEFF\u202A-\u202E\u2066-\u2069]/g

// A text of nothing but such characters and white space is empty. Among others they stay: joiners are part of emoji.
const nothingToSee = /^[\s\p{Default_Ignorable_Code_Point}]+$/u

// Ordering the marks on one letter takes time quadratic in their number, and no script puts more than thirty
// on one: the joiner U+034F separates longer runs (Unicode Standard Annex 15, "Stream-Safe Text Format").
const manyMarks = /(?:(?!\u034F)\p{M}){30}(?=(?!\u034F)\p{M})/gu

/**
 * Characters that older phones and systems keep at U+E815 to U+E864, in the private area, because GBK had them before
 * Unicode: row FE of GB 18030. 䶮, in the names of people, is one. Others see a box there. Its bytes lead to the character
 * itself; one that has none stays.
 */
const madePublic = (text: string): string =>
  text.replace(/[\uE815-\uE864]/g, (character) => {
    const place = 0x50 + character.charCodeAt(0) - 0xe815
    return new TextDecoder('gb18030').decode(Uint8Array.of(0xfe, place < 0x7f ? place : place + 1))
  })

/** A Unicode normal form, in time linear in the length of the text. */
const composed = (text: string, form: 'NFC' | 'NFKC'): string =>
  madePublic(text.slice(0, longestText)).toWellFormed().replace(manyMarks, '$&\u034F').normalize(form)

/**
 * Normalises a text of several lines: NFC, CRLF → LF, lone surrogates become U+FFFD, invisible characters are
 * removed, white space is trimmed (ECMAScript white space, including U+3000). Ignores everything after
 * `longestText`; fields reject longer texts first (`readText`).
 */
export const normaliseText = (text: string): string =>
  composed(text.slice(0, longestText).replace(/\r\n?/g, '\n').replace(invisible, ''), 'NFC')
    .trim()
    .replace(nothingToSee, '')

/** Normalises one line: as `normaliseText`, with line breaks and tabs replaced by a space. */
export const normaliseLine = (text: string): string => normaliseText(text).replace(/[\n\t]+/g, ' ')

/** Normalises digits: full-width digits become ASCII; spaces, dashes and brackets are removed. */
export const normaliseDigits = (text: string): string =>
  normaliseText(text)
    .replace(/[０-９＋]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u3000\u00a0\u200b-\u200f()（）·.．]|[-‐-―−－－–—_]/g, '')

/** Normalises a case number: as `normaliseDigits`, with the dash put back. */
export const normaliseCaseNumber = (text: string): string =>
  normaliseDigits(text).replace(/^(\d{4})(\d{6,7})$/, '$1-$2')

/**
 * Normalises what must match exactly but may be typed in full width (user names, codes, days): NFKC, trimmed.
 */
export const normaliseWidth = (text: string): string => composed(text, 'NFKC').trim()

/** Is a text short enough to be normalised at all, if `bound` code points are allowed? */
export const isBounded = (text: string, bound: number): boolean => text.length <= bound * unitsPerCharacter

/**
 * Normalises a typed text of at most `bound` code points.
 * @returns null if it is too long; a text over `isBounded` is not normalised at all
 */
export const readText = (text: string, bound: number): string | null =>
  fitting(isBounded(text, bound) ? normaliseText(text) : null, bound)

/** The same as `readText`, for one line. */
export const readLine = (text: string, bound: number): string | null =>
  fitting(isBounded(text, bound) ? normaliseLine(text) : null, bound)

const fitting = (text: string | null, bound: number): string | null =>
  text !== null && codePoints(text) <= bound ? text : null

/** Length in code points, so that most emoji count once. */
export const codePoints = (text: string): number => [...text].length
