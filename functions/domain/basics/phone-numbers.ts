import { normaliseWidth } from './normalise.ts'

/**
 * Telephone numbers as people write them, in China: with a country code, brackets, dashes, spaces, an extension, several
 * in one field, with a note whose number it is.
 */

const gap = String.raw`[\s.()·‐-―−_-]{0,3}`
const digits = (count: string): string => `(?:${gap}\\d)${count}`
const extension = `(?:${gap}(?:转|分机|-|#)${gap}\\d{1,6})?`

const mobile = `1[3-9]${digits('{9}')}`
const service = `[48]00${digits('{7}')}`
/** The forms that can be dialled, those with more digits first. */
const forms = [
  mobile,
  service,
  // A landline with its area code.
  `0\\d{2,3}${digits('{7,8}')}${extension}`,
  // A landline of the same town, and the short numbers of a group or a village.
  `[2-9]${digits('{6,7}')}${extension}`,
  '[1-9]\\d{4,5}',
]
/** After the code of the country an area code is written with or without its zero. */
const fromAbroad = `(?:\\+?86|0086)${gap}(?:${mobile}|${service}|0?[1-9]\\d{1,2}${digits('{7,8}')}${extension})`
const elsewhere = `\\+(?!86)\\d${digits('{6,13}')}`
const pattern = new RegExp(`(?<![\\d+])(?:${elsewhere}|${fromAbroad}|${forms.join('|')})(?!\\d)`, 'gu')

const bare = (written: string): string =>
  written
    .replace(/(?:转|分机|#).*$/u, '')
    .replace(/(?<=\d{7})-\d{1,6}$/u, '')
    .replace(/[^\d+]/g, '')
    .replace(/^(?:\+?86|0086)(?=\d{9})/, '')
    .replace(/^(?=(?!1[3-9]\d{9}$|[48]00\d{7}$)[1-9]\d{8,10}$)/, '0')

/**
 * The numbers in a typed text.
 * @param text bounded by the caller
 * @returns digits only, without the country code of China and without extensions; others keep their `+`
 */
export const phoneNumbers = (text: string): string[] => [
  ...new Set([...normaliseWidth(text).matchAll(pattern)].map(([written]) => bare(written))),
]

/** The area codes of two digits after the zero: 010 and 02x. All others have three. */
const areaCode = /^0(?:10|2\d|\d{3})(?=\d{7,8}$)/

/** The forms under which a number is found: as it is, and without its area code. */
export const findableNumbers = (text: string): string[] => [
  ...new Set(phoneNumbers(text).flatMap((number) => [number, number.replace(areaCode, '')])),
]
