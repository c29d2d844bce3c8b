import { lengths, units } from '#domain/basics/bounds.ts'
import { normaliseWidth, readLine } from '#domain/basics/normalise.ts'
import { readDayNear } from '#domain/basics/read-day.ts'
import { fail, ok, type Result } from '#domain/basics/result.ts'
import { addMonths, type Day } from '#domain/basics/time.ts'
import { type Item, mostItems } from './items.ts'
import type { Maker } from './makers.ts'
import { draftMessages, termMessage } from './messages.ts'
import { termFaults } from './terms.ts'

/** A line of the form of a draft: how what staff typed of an item is read. */

/** One item as it was typed; people by their numbers. */
export interface TypedItem {
  what: string
  by: string[]
  to: string[]
  yuan: string
  due: string
  /** How often it is done, once a month from the day on; empty: once. */
  times: string
}

/** A fault, by the name of its field in the form: of an item with the number of its row. */
export interface DraftFault {
  field: string
  text: string
}

const amountPattern = /^(\d{1,9})(?:\.(\d{1,2}))?(?:元|块|块钱)?$/

/** Hundredths of a yuan from 600, 1,250.5 or 600 元; null if it is no amount. */
export const readYuan = (typed: string): number | null => {
  if (typed.length > units.count) return null
  const [, whole, part = ''] = amountPattern.exec(normaliseWidth(typed).replaceAll(/[\s,，]/g, '')) ?? []
  const fen = whole === undefined ? 0 : Number(whole) * 100 + Number(part.padEnd(2, '0'))
  return fen > 0 ? fen : null
}

/** True for a line that nothing was typed into. */
export const isBlank = ({ what, by, yuan, due, times }: TypedItem): boolean =>
  by.length === 0 && [what, yuan, due, times].every((typed) => typed.trim() === '')

const timesPattern = /^(\d{1,3})(?:次|个月)?$/

/** How many items a line makes: from 2 to as many as an agreement has, or 1 if it says nothing; null if it is no such number. */
const readTimes = (typed: string): number | null => {
  if (typed.trim() === '') return 1
  if (typed.length > units.count) return null
  const [, digits] = timesPattern.exec(normaliseWidth(typed).replaceAll(/\s/g, '')) ?? []
  const times = Number(digits ?? 0)
  return times >= 1 && times <= mostItems ? times : null
}

/** Stops at the end: pages and papers go on after an item, and set their own. */
const lastStops = /[。．；，、.;,\s]+$/u

const past = (day: Day, today: Day) => (day < today ? 'past' : null)

/** Reads one line, an item for each month that it is done; people who are not named are everybody of the other side. */
export const readItem = (
  typed: TypedItem,
  row: number,
  id: number,
  makers: readonly Maker[],
  today: Day,
): Result<Item[], DraftFault[]> => {
  const faults: DraftFault[] = []
  const wrong = (field: string, text: string) => faults.push({ field: `${field}${row}`, text })
  const among = (values: string[]) =>
    makers.filter(({ party }) => values.includes(String(party))).map(({ party }) => party)
  const what = readLine(typed.what, lengths.term)?.replace(lastStops, '') ?? null
  if (what === null) wrong('what', draftMessages.termTooLong(id))
  if (what === '') wrong('what', draftMessages.noTerm(id))
  for (const fault of termFaults(what ?? '')) wrong('what', termMessage(id, fault))
  const by = among(typed.by)
  const isStranger = (value: string) => !makers.some(({ party }) => String(party) === value)
  if (typed.by.some(isStranger)) wrong('by', draftMessages.notMaker(id))
  else if (by.length === 0) wrong('by', draftMessages.noBy(id))
  const sides = new Set(makers.flatMap(({ party, side }) => (by.includes(party) ? side : [])))
  const others = makers.flatMap(({ party, side }) => (sides.has(side) ? [] : party))
  const to = typed.to.length > 0 ? among(typed.to) : others
  if (typed.to.some(isStranger)) wrong('to', draftMessages.notMaker(id))
  else if (by.length > 0 && (to.length === 0 || to.some((party) => by.includes(party))))
    wrong('to', draftMessages.noTo(id))
  const amountFen = typed.yuan.trim() === '' ? undefined : readYuan(typed.yuan)
  if (amountFen === null) wrong('yuan', draftMessages.amount(id))
  const due = readDayNear(typed.due, today, past)
  if (!due.ok) wrong('due', draftMessages[due.error === 'past' ? 'past' : 'day'](id))
  const times = readTimes(typed.times)
  if (times === null) wrong('times', draftMessages.times(id))
  else if (times > 1 && due.ok && !due.value) wrong('due', draftMessages.noFirstDay(id))
  if (faults.length > 0 || !due.ok || what === null || times === null) return fail(faults)
  const first = due.value
  return ok(
    Array.from({ length: times }, (_, months) => {
      const dueOn = first && addMonths(first, months)
      return { id, by, to, what, ...(amountFen && { amountFen }), ...(dueOn && { dueOn }) }
    }),
  )
}
