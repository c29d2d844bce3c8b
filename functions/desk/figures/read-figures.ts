import { addDays, type Day } from '#domain/basics/time.ts'
import { sheetReach } from '#domain/desk/sheets.ts'
import { quietSince } from '#domain/figures/early-signs.ts'
import { closedParts, daysFrom, type Period, periodBefore, periodOf } from '#domain/figures/periods.ts'
import { type Sums, sumsOf } from '#domain/figures/shares.ts'
import { pathOf, unit } from '#domain/places/areas.ts'
import type { DeskStore } from '#store/ports/desk.ts'
import type { Sign } from '#store/ports/figures.ts'
import { figureLines, type Line, lineOf, placeKey } from './lines.ts'
import { type FigureRatings, readRatings } from './read-ratings.ts'
import type { RowKind } from './row-kinds.ts'

/** The figures of one period as a unit may know them, with those of the period before. */

export interface Figures {
  period: Period
  before: Period
  closed: { first: Day; last: Day }
  all: Omit<Line, 'id'>
  allBefore: Sums
  lines: Record<RowKind, Line[]>
  ratings: FigureRatings
  signs: { list: Sign[]; judged: number; faded: number }
}

const mostSigns = 50
/** Signs of a year and what became of them; the months before the one that runs. */
const judgedMonths = 12

/** The area just below the reader's on the path of a unit, and the level of the unit. */
const placeOf = (home: string) => (unitId: string) => {
  const path = pathOf(unit(unitId).area)
  const here = path.findIndex(({ id }) => id === home)
  return placeKey(path[here - 1]?.id ?? home, path[0]?.level ?? '')
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
  store: Pick<DeskStore, 'figures' | 'signs' | 'ratingGroups'>,
  unitId: string,
  { period, closed }: { period: Period; closed: { first: Day; last: Day } },
): Promise<Figures> => {
  const reach = sheetReach(unitId)
  const before = periodBefore(period)
  const home = unit(unitId).area
  const partsOf = (one: Period) => closedParts(one, closed.last)
  const [{ own, before: earlier }, signs, ratings] = await Promise.all([
    store.figures(
      { ...reach, periods: partsOf(period), from: period.from, to: period.to },
      { periods: partsOf(before) },
      placeOf(home),
    ),
    store.signs(
      reach.units,
      { days: daysFrom(quietSince(closed.last), closed.last), periods: monthsBefore(closed.last) },
      mostSigns,
    ),
    readRatings(store, reach.units, period, placeOf(home)),
  ])
  return {
    ...{ period, before, closed, ratings },
    all: lineOf(
      own.places,
      own.later.filter(({ dim }) => dim === 'all'),
    ),
    allBefore: sumsOf(earlier),
    lines: figureLines(own),
    signs: { list: signs.signs, judged: signs.judged, faded: signs.faded },
  }
}
