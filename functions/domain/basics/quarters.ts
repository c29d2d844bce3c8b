import { type Day, dayOf, type Instant, startOfDay } from './time.ts'

/** Quarters of a year in Asia/Shanghai. */

export interface Quarter {
  year: number
  /** 1 to 4. */
  quarter: number
  from: Instant
  /** The first instant after it. */
  before: Instant
}

const firstDay = (year: number, quarter: number): Day =>
  `${year}-${String(quarter * 3 - 2).padStart(2, '0')}-01`

const quarterAt = (index: number): Quarter => {
  const [year, quarter] = [Math.floor(index / 4), (index % 4) + 1]
  return {
    year,
    quarter,
    from: startOfDay(firstDay(year, quarter)),
    before: startOfDay(quarter === 4 ? firstDay(year + 1, 1) : firstDay(year, quarter + 1)),
  }
}

/** The quarter of an instant, or the one a number of quarters before it. */
export const quarterOf = (at: Instant, back = 0): Quarter => {
  const day = dayOf(at)
  return quarterAt(Number(day.slice(0, 4)) * 4 + Math.ceil(Number(day.slice(5, 7)) / 3) - 1 - back)
}

/** 2026 年第 3 季度. */
export const quarterName = ({ year, quarter }: Pick<Quarter, 'year' | 'quarter'>): string =>
  `${year} 年第 ${quarter} 季度`

/** The value that names a quarter in an address and in the database: 2026-3. */
export const quarterId = ({ year, quarter }: Pick<Quarter, 'year' | 'quarter'>): string =>
  `${year}-${quarter}`

/** The quarter of such a value; null if it is none. */
export const readQuarter = (id: string): Quarter | null => {
  const [, year, quarter] = /^(\d{4})-([1-4])$/.exec(id) ?? []
  return year && quarter ? quarterAt(Number(year) * 4 + Number(quarter) - 1) : null
}
