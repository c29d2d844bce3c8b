import { spotDaysBack } from '#domain/basics/bounds.ts'
import type { readText } from '#domain/basics/normalise.ts'
import { readTypedDay } from '#domain/basics/read-day.ts'
import { fail, ok, type Result } from '#domain/basics/result.ts'
import { addDays, type Day } from '#domain/basics/time.ts'
import { filingSchema } from '#domain/filing/fields.ts'
import type { FaultCode } from '#domain/filing/schema.ts'
import { pathOf, unit } from '#domain/places/areas.ts'
import type { DangerWords } from '#domain/search/search-index.ts'
import type { Category } from '#domain/words/categories.ts'
import { type NotHere, notHereBy } from './refused-words.ts'

/** How the fields of a record on the spot are read: bounded and normalised like those of a filing. */

/**
 * `written`: the law asks for a paper in this matter; `elsewhere`: the place is not this unit's; `term`: the result has a
 * clause that no agreement may have.
 */
export type SpotFaultCode = FaultCode | NotHere | 'future' | 'tooOld' | 'written' | 'elsewhere' | 'term'

export type Read<T> = Result<T, SpotFaultCode>

/** The schema of one field of a filing. */
interface FieldSchema<T> {
  safeParse(
    typed: string,
  ): { success: true; data: T } | { success: false; error: { issues: { message: string }[] } }
}

const bySchema = <T>(schema: FieldSchema<T>, typed: string): Read<T> => {
  const read = schema.safeParse(typed)
  return read.success ? ok(read.data) : fail(read.error.issues[0]?.message as FaultCode)
}

/** Reads an answer by the schema of a filing. */
export const filled = (field: 'name' | 'phone' | 'narrative', typed: string): Read<string | undefined> =>
  bySchema<string | undefined>(filingSchema.shape[field], typed)

/** An answer that must be given. */
export const required = (read: Read<string | undefined>): Read<string> =>
  read.ok ? (read.value ? ok(read.value) : fail('required')) : read

/** One of the ids. */
export const chosen = <T extends string>(ids: readonly T[], typed: string): Read<T> => {
  const found = ids.find((id) => id === typed)
  return found ? ok(found) : fail(typed === '' ? 'required' : 'unknown')
}

/** A text that must be given. @param read `readText` or `readLine` */
export const written = (read: typeof readText, max: number, typed: string): Read<string> => {
  const text = read(typed, max)
  return text === null ? fail('tooLong') : required(ok(text))
}

/** What kind of matter it is. */
export const category = (typed: string): Read<Category> => bySchema(filingSchema.shape.category, typed)

/** A place of the unit: its own area, or one below. */
export const place = (typed: string, unitId: string): Read<string> => {
  const read = bySchema(filingSchema.shape.region, typed)
  if (!read.ok) return read
  const own = pathOf(read.value).some(({ id }) => id === unit(unitId).area)
  return own ? read : fail('elsewhere')
}

/** Today, or a day of the last thirty: what is older is not remembered well enough to be recorded in one line. */
export const recent = (typed: string, today: Day): Read<Day> => {
  if (typed.trim() === '') return fail('required')
  const read = readTypedDay(typed, today)
  if (!read.ok) return fail('type')
  if (read.value > today) return fail('future')
  return read.value < addDays(today, -spotDaysBack) ? fail('tooOld') : ok(read.value)
}

/** A text, unless it tells of what is never recorded on the spot. */
export const harmless = (read: Read<string>, danger: DangerWords[]): Read<string> => {
  const not = read.ok ? notHereBy(danger, read.value) : null
  return not ? fail(not) : read
}
