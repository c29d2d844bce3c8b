import { addDays, addMonths, type Day } from '#domain/basics/time.ts'

/** The periods that figures are kept for: a day, and a month, a quarter and a year once they are over. */

export type PeriodKind = 'day' | 'month' | 'quarter' | 'year'

/** 2026-11-24, 2026-11, 2026-Q4, 2026. */
export type PeriodId = string

export interface Period {
  id: PeriodId
  kind: PeriodKind
  /** Its first and its last day. */
  from: Day
  to: Day
}

const lastOf = (from: Day, months: number): Day => addDays(addMonths(from, months), -1)

/** A month, a quarter or a year by its id; null if the text is none. */
export const readPeriod = (id: string): Period | null => {
  const [, year = '', quarter, month] = /^(20\d{2})(?:-Q([1-4])|-(0[1-9]|1[0-2]))?$/.exec(id) ?? []
  if (!year) return null
  if (month) return { id, kind: 'month', from: `${id}-01`, to: lastOf(`${id}-01`, 1) }
  if (quarter) {
    const from = `${year}-${String(Number(quarter) * 3 - 2).padStart(2, '0')}-01`
    return { id, kind: 'quarter', from, to: lastOf(from, 3) }
  }
  return { id, kind: 'year', from: `${year}-01-01`, to: `${year}-12-31` }
}

/** The id of the period of a kind that a day is in. */
export const periodOf = (kind: PeriodKind, day: Day): PeriodId => {
  if (kind === 'day') return day
  if (kind === 'month') return day.slice(0, 7)
  const year = day.slice(0, 4)
  return kind === 'year' ? year : `${year}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
}

const must = (id: PeriodId): Period => {
  const period = readPeriod(id)
  if (!period) throw new Error(`no period: ${id}`)
  return period
}

/** The period of the same kind before it. */
export const periodBefore = ({ kind, from }: Period): Period => must(periodOf(kind, addDays(from, -1)))

/** The periods that end with a day, the shortest first: what is rolled up when the day closes. */
export const endingWith = (day: Day): Period[] =>
  (['month', 'quarter', 'year'] as const)
    .map((kind) => must(periodOf(kind, day)))
    .filter(({ to }) => to === day)

/** The days from one to another, both included. */
export const daysFrom = (from: Day, to: Day): Day[] => {
  const days: Day[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  return days
}

/** The months of a quarter, the quarters of a year. */
const partsOf = ({ kind, from, to }: Period): Period[] => {
  const smaller = kind === 'year' ? 'quarter' : 'month'
  const parts: Period[] = []
  for (let next = from; next <= to; next = addDays(parts.at(-1)?.to ?? to, 1))
    parts.push(must(periodOf(smaller, next)))
  return parts
}

/** What a period is rolled up from when it closes: the days of a month, the months of a quarter, the quarters of a year. */
export const rolledFrom = (period: Period): PeriodId[] =>
  period.kind === 'month' ? daysFrom(period.from, period.to) : partsOf(period).map(({ id }) => id)

/**
 * The closed periods that make one up as far as it is over: itself once it has ended, otherwise the largest parts that
 * have, and single days of the month that runs. At most 35, so a page reads few rows, however old the database.
 * @param closed the day that was closed last
 */
export const closedParts = (period: Period, closed: Day): PeriodId[] => {
  if (period.to <= closed) return [period.id]
  if (period.kind === 'month') return daysFrom(period.from, closed)
  return partsOf(period).flatMap((part) => closedParts(part, closed))
}

/** Day in digits, for a column of numbers: 20261124. */
export const dayDigits = (day: Day): number => Number(day.replaceAll('-', ''))
