import { ratingChange, ratingWindow } from '#domain/basics/bounds.ts'
import { type Day, dayOf, type Instant, startOfDay } from '#domain/basics/time.ts'

/** Quarters in which ratings are summed (docs/adr/0038-ratings.md). */

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

const quarterOf = (year: number, quarter: number): Quarter => ({
  year,
  quarter,
  from: startOfDay(firstDay(year, quarter)),
  before: startOfDay(quarter === 4 ? firstDay(year + 1, 1) : firstDay(year, quarter + 1)),
})

/**
 * From when the sums of a quarter are shown: nobody who was asked in it can answer or change an answer any more. Both
 * periods end with a day in Asia/Shanghai, and so does the quarter.
 */
export const finalFrom = ({ before }: Quarter): Instant => before + ratingWindow + ratingChange

/** The latest quarters whose sums are final at `now`, newest first. A sum that still grows would show single answers. */
export const finalQuarters = (now: Instant, count: number): Quarter[] => {
  // The quarter that was running then is the first that is not final.
  const day = dayOf(now - (ratingWindow + ratingChange))
  const [year, quarter] = [Number(day.slice(0, 4)), Math.ceil(Number(day.slice(5, 7)) / 3)]
  return Array.from({ length: count }, (_, back) => {
    const index = year * 4 + (quarter - 1) - (back + 1)
    return quarterOf(Math.floor(index / 4), (index % 4) + 1)
  })
}
