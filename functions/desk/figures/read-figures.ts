import { quarterId, quarterOf } from '#domain/basics/quarters.ts'
import { addDays, type Day, startOfDay } from '#domain/basics/time.ts'
import { sheetReach } from '#domain/desk/sheets.ts'
import { quietSince } from '#domain/figures/early-signs.ts'
import type { Measure } from '#domain/figures/measures.ts'
import { closedParts, daysFrom, type Period, periodBefore, periodOf } from '#domain/figures/periods.ts'
import { type Sums, sumsOf } from '#domain/figures/shares.ts'
import { pathOf, unit } from '#domain/places/areas.ts'
import type { Level } from '#domain/words/levels.ts'
import type { DeskStore } from '#store/ports/desk.ts'
import type { FigureSums, Sign } from '#store/ports/figures.ts'

/** The figures of one period as a unit may know them, with those of the period before. */

/** A line of a table: an area, a level, a category or a track. */
export interface Line {
  id: string
  sums: Sums
}

export interface Figures {
  period: Period
  before: Period
  closed: { first: Day; last: Day }
  all: Sums
  allBefore: Sums
  /** What was entered in the period for an earlier day, and what was entered after it for one of its days. */
  entered: ReadonlyMap<Measure, number>
  later: ReadonlyMap<Measure, number>
  /** Areas just below the reader's, and the area itself. */
  places: Line[]
  levels: (Line & { id: Level })[]
  categories: Line[]
  tracks: Line[]
  /** Of a quarter that is final: who was asked to rate, and who answered, at units with enough answers. */
  ratings: { asked: number; answered: number } | null
  signs: { list: Sign[]; judged: number; faded: number }
}

const mostSigns = 50
/** Signs of a year and what became of them; the months before the one that runs. */
const judgedMonths = 12

/** The area just below the reader's on the path of a unit, and the level of the unit. */
const placeOf = (home: string) => (unitId: string) => {
  const path = pathOf(unit(unitId).area)
  const here = path.findIndex(({ id }) => id === home)
  return `${path[here - 1]?.id ?? home} ${path[0]?.level}`
}

const linesOf = <Row extends { measure: Measure; value: number; n: number }>(
  rows: readonly Row[],
  idOf: (row: Row) => string,
): Line[] => [...Map.groupBy(rows, idOf)].map(([id, own]) => ({ id, sums: sumsOf(own) }))

const keyLines = ({ keys }: FigureSums, dim: 'category' | 'track'): Line[] =>
  linesOf(
    keys.flatMap((row) => (row.dim === dim ? { ...row, value: 0 } : [])),
    ({ key }) => key,
  )

const enteredIn = (places: FigureSums['places']): Map<Measure, number> => {
  const entered = new Map<Measure, number>()
  for (const { measure, key, n } of places)
    if (measure === 'late' && key) entered.set(key, (entered.get(key) ?? 0) + n)
  return entered
}

/** The reader's own area comes last. */
const depth = (areaId: string): number => pathOf(areaId).length

/**
 * How many were asked and answered in a quarter, at units with enough answers; null until it is counted, and for another
 * kind of period.
 */
const ratingsOf = async (store: Pick<DeskStore, 'ratingFigures'>, units: string[], period: Period) => {
  if (period.kind !== 'quarter') return null
  const rows = await store.ratingFigures({ units, quarter: quarterId(quarterOf(startOfDay(period.from))) })
  return (
    rows && {
      asked: rows.reduce((sum, row) => sum + (row.sum ? row.asked : 0), 0),
      answered: rows.reduce((sum, row) => sum + (row.sum?.answered ?? 0), 0),
    }
  )
}

/** The last months that are closed, for the share of false alarms. */
const monthsBefore = (last: Day): string[] => {
  const months: string[] = []
  for (let day = `${last.slice(0, 7)}-01`; months.length < judgedMonths; ) {
    day = `${periodOf('month', addDays(day, -1))}-01`
    months.push(day.slice(0, 7))
  }
  return months
}

/**
 * Reads the figures of a period.
 * @param unitId the reader's unit, whose sheets cover the desks that count
 */
export const readFigures = async (
  store: Pick<DeskStore, 'figures' | 'signs' | 'ratingFigures'>,
  unitId: string,
  { period, closed }: { period: Period; closed: { first: Day; last: Day } },
): Promise<Figures> => {
  const reach = sheetReach(unitId)
  const before = periodBefore(period)
  const home = unit(unitId).area
  const queryOf = (one: Period) => ({
    ...reach,
    ...{ periods: closedParts(one, closed.last), from: one.from, to: one.to },
  })
  const [read, signs, ratings] = await Promise.all([
    store.figures([queryOf(period), queryOf(before)], placeOf(home)),
    store.signs(
      reach.units,
      { days: daysFrom(quietSince(closed.last), closed.last), periods: monthsBefore(closed.last) },
      mostSigns,
    ),
    ratingsOf(store, reach.units, period),
  ])
  const [own, earlier] = read as [FigureSums, FigureSums]
  const part =
    (index: number) =>
    ({ place }: { place: string }): string =>
      place.split(' ')[index] ?? ''
  return {
    ...{ period, before, closed, ratings },
    all: sumsOf(own.places),
    allBefore: sumsOf(earlier.places),
    entered: enteredIn(own.places),
    later: new Map(own.later.map(({ measure, n }) => [measure, n])),
    places: linesOf(own.places, part(0)).sort((one, other) => depth(other.id) - depth(one.id)),
    levels: linesOf(own.places, part(1)) as Figures['levels'],
    categories: keyLines(own, 'category'),
    tracks: keyLines(own, 'track'),
    signs: { list: signs.signs, judged: signs.judged, faded: signs.faded },
  }
}
