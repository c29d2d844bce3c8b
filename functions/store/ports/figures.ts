import type { Day } from '#domain/basics/time.ts'
import type { SheetReach } from '#domain/desk/sheets.ts'
import type { Dim, Measure } from '#domain/figures/measures.ts'
import type { PeriodId } from '#domain/figures/periods.ts'
import type { Category } from '#domain/words/categories.ts'

/** Closes days of the figures; for the scheduler. */
export interface FigureClosingStore {
  /** The first and the last closed day; null without. */
  closedDays(): Promise<{ first: Day; last: Day } | null>
  /** The day of the oldest case; null without cases. Reads every case, so it is asked until the first day is closed. */
  oldestDay(): Promise<Day | null>
  /**
   * Counts a day that has ended and stores it with the periods that end with it, in one batch; a second run is refused by
   * the triggers. Reads the histories of the cases that had an event on that day, or a limit that passed, and no others.
   * @param first the first day that is closed, or this one: signs need a time before them
   * @returns how many histories were read
   */
  closeFigures(day: Day, first: Day): Promise<{ cases: number }>
}

/** What a reader may see of the figures of one period. */
interface FigureQuery extends SheetReach {
  /** The closed periods that make it up (`closedParts`). */
  periods: readonly PeriodId[]
  /** Its first and its last day: what was entered later for one of them stands beside it. */
  from: Day
  to: Day
}

/**
 * A sum at the places of a reader; `value` is a number of days of a distribution, otherwise 0; `key` of `late` is the measure
 * that was entered later, otherwise empty.
 */
export interface PlaceFigure {
  place: string
  measure: Measure
  key: Measure | ''
  value: number
  n: number
}

/** The same for a category or a track (`id`), of all units together. */
export interface KeyFigure extends Omit<PlaceFigure, 'place'> {
  dim: Exclude<Dim, 'all'>
  id: string
}

/** What was entered after the period for one of its days; `id` is the place, the category or the track. */
export interface LaterFigure {
  dim: Dim
  id: string
  measure: Measure
  n: number
}

export interface FigureSums {
  /** By place, as the caller named the place of each unit. */
  places: PlaceFigure[]
  keys: KeyFigure[]
  later: LaterFigure[]
}

/** A sign of the reader's units: a kind of matter at a unit, on the day it was seen. */
export interface Sign {
  day: Day
  unit: string
  category: Category
  /** Cases of the 28 days. */
  recent: number
}

/** Figures for the desk. */
export interface FigureStore extends Pick<FigureClosingStore, 'closedDays'> {
  /**
   * Reads a period and, in the whole, the one it is compared with, in one round trip; `placeOf` names the place under which a
   * unit is summed.
   */
  figures(
    query: FigureQuery,
    before: Pick<FigureQuery, 'periods'>,
    placeOf: (unit: string) => string,
  ): Promise<{ own: FigureSums; before: PlaceFigure[] }>
  /**
   * Signs of some days, newest first, and how many signs were judged in some periods, and had come to nothing. One round
   * trip.
   */
  signs(
    units: readonly string[],
    of: { days: readonly Day[]; periods: readonly PeriodId[] },
    limit: number,
  ): Promise<{ signs: Sign[]; judged: number; faded: number }>
}
