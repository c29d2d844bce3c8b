import { quarterId, quarterOf } from '#domain/basics/quarters.ts'
import { addMonths, startOfDay } from '#domain/basics/time.ts'
import { type RatingCount, type RatingGroup, ratingCount } from '#domain/desk/rating-groups.ts'
import type { Period } from '#domain/figures/periods.ts'
import type { RatingFigureStore } from '#store/ports/ratings.ts'
import { areaOfKey, levelOfKey } from './lines.ts'
import type { RowKind } from './row-kinds.ts'

/** Satisfaction of a period: the answers of those asked in it, in the whole and by row. */

export interface FigureRatings {
  all: RatingCount
  /** Sums of the groups that are of one row alone, by its id. */
  rows: Record<RowKind, ReadonlyMap<string, RatingCount>>
  /** Of a month: answers of the quarter that are in a group of several months, so in no month. */
  ofSeveralMonths: number
  /** Quarters of the period that are not counted yet. */
  missing: number
}

const quartersOf = ({ from, to }: Period): string[] =>
  [0, 3, 6, 9]
    .map((months) => addMonths(from, months))
    .filter((day) => day <= to)
    .map((day) => quarterId(quarterOf(startOfDay(day))))

const byRow = (groups: readonly RatingGroup[], rowOf: (group: RatingGroup) => string | null) => {
  const rows = Map.groupBy(groups, rowOf)
  return new Map([...rows].flatMap(([id, own]) => (id === null ? [] : [[id, ratingCount(own)] as const])))
}

/**
 * Reads the groups of a period that the reader's units have to themselves.
 * @param placeOf the place under which a unit is summed (`placeKey`)
 */
export const readRatings = async (
  store: Pick<RatingFigureStore, 'ratingGroups'>,
  units: readonly string[],
  period: Period,
  placeOf: (unit: string) => string,
): Promise<FigureRatings> => {
  const quarters = quartersOf(period)
  const { counted, groups } = await store.ratingGroups({ units: [...units], quarters })
  const own = groups.filter(({ month }) => period.kind !== 'month' || month === period.id)
  const onlyOne = (of: (place: string) => string) => (group: RatingGroup) => {
    const [first = null, ...others] = new Set(group.units.map((id) => of(placeOf(id))))
    return others.length > 0 ? null : first
  }
  return {
    all: ratingCount(own),
    rows: {
      category: byRow(own, ({ category }) => category),
      track: byRow(own, ({ track }) => track),
      level: byRow(own, onlyOne(levelOfKey)),
      place: byRow(own, onlyOne(areaOfKey)),
    },
    ofSeveralMonths:
      period.kind === 'month' ? ratingCount(groups.filter(({ month }) => month === null)).answered : 0,
    missing: quarters.length - counted.length,
  }
}
