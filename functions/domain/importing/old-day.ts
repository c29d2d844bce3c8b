import { units } from '#domain/basics/bounds.ts'
import { normaliseLine, normaliseWidth } from '#domain/basics/normalise.ts'
import { readTypedDay } from '#domain/basics/read-day.ts'
import { fail, ok, type Result } from '#domain/basics/result.ts'
import { addDays, type Day } from '#domain/basics/time.ts'

/** Days as old ledgers write them. */

/** `noYear`: the year was taken from the rows before or the title; `shortYear`: it had two digits. */
export type DayDoubt = 'noYear' | 'shortYear'

/** The first and last day that a number of a spreadsheet is taken for: 1990 to 2099. */
const serials = { first: 32_874, last: 73_050 }

const serial = /^(\d{5})(?:\.\d{1,12})?$/
// What follows a day: the time, or the day of the week.
const behind =
  /(?:[ T]+\d{1,2}[:：]\d{2}(?:[:：]\d{2})?(?:\.\d+)?Z?|[ (（]*(?:星期|周)[一二三四五六日天][)）]?)$/u
const shortYear = /^['’]?(\d{2})(?:年|[-./])\s*(\d{1,2})(?:月|[-./])\s*(\d{1,2})\s*[日号]?$/
const withoutYear = /^\d{1,2}\s*(?:月|[-./])\s*\d{1,2}\s*[日号]?$/

/** The day of a number that a spreadsheet counts days by: 1 is 1 January 1900, and it has a 29 February 1900. */
export const serialDay = (number: number): Day => addDays('1899-12-30', Math.floor(number))

/**
 * Reads a day of an old ledger.
 * @param typed one cell
 * @param year the year that a day without one is of; undefined if nothing tells it
 * @returns the day, with what is in doubt about it; fails if it is none
 */
export const readOldDay = (
  typed: string,
  year: number | undefined,
): Result<{ day: Day; doubt?: DayDoubt }, 'unreadable'> => {
  if (typed.length > 2 * units.day) return fail('unreadable')
  const text = normaliseWidth(normaliseLine(typed)).replace(behind, '').trim()
  const [, count] = serial.exec(text) ?? []
  if (count) {
    const number = Number(count)
    return number >= serials.first && number <= serials.last
      ? ok({ day: serialDay(number) })
      : fail('unreadable')
  }
  const whole = readTypedDay(text)
  if (whole.ok) return ok({ day: whole.value })
  const [, short, month, date] = shortYear.exec(text) ?? []
  if (short) {
    const read = readTypedDay(`20${short}-${month}-${date}`)
    return read.ok ? ok({ day: read.value, doubt: 'shortYear' }) : fail('unreadable')
  }
  if (year === undefined || !withoutYear.test(text)) return fail('unreadable')
  // The last such day up to the end of that year is the one of that year.
  const read = readTypedDay(text, `${year}-12-31`)
  return read.ok && read.value.startsWith(`${year}-`)
    ? ok({ day: read.value, doubt: 'noYear' })
    : fail('unreadable')
}
