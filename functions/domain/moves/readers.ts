import { units } from '#domain/basics/bounds.ts'
import { normaliseCaseNumber, normaliseDigits, readText } from '#domain/basics/normalise.ts'
import { readDayNear } from '#domain/basics/read-day.ts'
import { readTypedTime } from '#domain/basics/read-time.ts'
import { fail, ok, type Result } from '#domain/basics/result.ts'
import { type Told, toldIn } from '#domain/basics/telling.ts'
import { addDays, type Day, dayOf, type Instant } from '#domain/basics/time.ts'

/** How the posted values of a move's field are read: bounded, normalised, then validated, like a filing. */

/** What can be wrong with a field of a move. */
export type MoveFaultCode =
  | 'required'
  | 'unknown'
  | 'type'
  | 'tooLong'
  | 'number'
  | 'past'
  | 'future'
  | 'either'
  | 'time'
  | 'part'
  | 'register'
  | `told-${Told}`

export interface Option<T extends string = string> {
  id: T
  name: string
  /** A line below the name. */
  note?: string
}

/** Reads all values posted for a field; an empty answer is undefined. */
export type Read<T> = (
  values: readonly string[],
  options: readonly Option[],
  today: Day,
) => Result<T | undefined, MoveFaultCode>

/** @param read `readText` or `readLine` */
export const text =
  (read: typeof readText, max: number): Read<string> =>
  ([value = '']) => {
    const written = read(value, max)
    return written === null ? fail('tooLong') : ok(written || undefined)
  }

/** A text that everybody may read: it is refused with what leads to a person. */
export const publicText =
  (max: number): Read<string> =>
  (values, options, today): ReturnType<Read<string>> => {
    const written = text(readText, max)(values, options, today)
    const told = written.ok && written.value ? toldIn(written.value) : null
    return told ? fail(`told-${told}` as const) : written
  }

/** Reads one of the options; none chosen is no answer. */
export const choice = <T extends string>(
  [value = '']: readonly string[],
  options: readonly Option[],
): Result<T | undefined, MoveFaultCode> => {
  if (value === '') return ok(undefined)
  return options.some(({ id }) => id === value) ? ok(value as T) : fail('unknown')
}

/** Any number of options, without duplicates. */
export const severalOf: Read<string[]> = (values, options) => {
  // No more values than there are options: the history stores its content permanently.
  if (values.length > options.length) return fail('unknown')
  const chosen = [...new Set(values)]
  if (!chosen.every((value) => options.some(({ id }) => id === value))) return fail('unknown')
  return ok(chosen.length > 0 ? chosen : undefined)
}

/** All of the options; fewer are no answer. */
export const allOf: Read<string[]> = (values, options, today) => {
  const chosen = severalOf(values, options, today)
  return chosen.ok && chosen.value?.length !== options.length ? ok(undefined) : chosen
}

export const number =
  (least: number, most: number): Read<number> =>
  ([value = '']) => {
    if (value.length > units.count) return fail('number')
    const digits = normaliseDigits(value)
    if (digits === '') return ok(undefined)
    const count = /^\d{1,6}$/.test(digits) ? Number(digits) : Number.NaN
    return count >= least && count <= most ? ok(count) : fail('number')
  }

/**
 * A day without its year is the last one, or the next one where only that is right.
 * @param wrong says what is wrong with a day that exists
 */
export const date =
  (wrong: (day: Day, today: Day) => MoveFaultCode | null): Read<Day> =>
  ([value = ''], _, today) =>
    readDayNear(value, today, wrong)

/** Half a year: a meeting is never that far off, so a day without its year that has just passed is not next year's. */
const timeAhead = 183

/** A day with its time; 明天 counts from today, a day without its year is the next one, within half a year. */
export const dayAndTime: Read<Instant> = ([value = ''], _, today) => {
  if (value.trim() === '') return ok(undefined)
  const reads = [today, addDays(today, timeAhead)].map((until) => readTypedTime(value, until, today))
  const right = reads.flatMap((read) => (read.ok ? read.value : [])).find((at) => dayOf(at) >= today)
  if (right !== undefined) return ok(right)
  const [first] = reads
  return fail(first?.ok ? 'past' : first?.error === 'part' ? 'part' : 'time')
}

/** Reads a case number, normalised; whether such a case exists is not checked. */
export const caseNumber: Read<string> = ([value = '']) =>
  value.length > units.short ? fail('unknown') : ok(normaliseCaseNumber(value) || undefined)
