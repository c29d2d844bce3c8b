import { fewestRatings } from '#domain/basics/bounds.ts'
import { area, areaAt, pathOf, unit } from '#domain/places/areas.ts'
import type { Category } from '#domain/words/categories.ts'
import type { RatingPeriod, RatingResult } from '#domain/words/ratings.ts'
import type { Track } from '#domain/words/tracks.ts'

/**
 * Groups of ratings (docs/adr/0063-figures-by-row.md): the answers of a final quarter in parts that do not overlap, each of at
 * least `fewestRatings` answers. Every sum that is shown is one of whole groups, so no difference of two sums is fewer.
 */

/** How many were asked, how many answered, and what they answered; `treated` is a sum of grades. */
export interface RatingCount extends Record<RatingResult, number> {
  asked: number
  answered: number
  treated: number
}

/** Those asked at one time, at one desk, of one kind of case, in one month. */
export interface RatingCell extends RatingCount {
  unit: string
  period: RatingPeriod
  registered: boolean
  category: Category
  track: Track
  /** The month in which they were asked: 2026-11. */
  month: string
}

/** Null: of several. */
export interface RatingGroup extends RatingCount {
  units: string[]
  category: Category | null
  track: Track | null
  month: string | null
}

/** Sums of cells or of groups. */
export const ratingCount = (counts: readonly RatingCount[]): RatingCount => {
  const sum = (of: keyof RatingCount) => counts.reduce((all, count) => all + count[of], 0)
  return {
    ...{ asked: sum('asked'), answered: sum('answered'), treated: sum('treated') },
    ...{ solved: sum('solved'), partly: sum('partly'), not: sum('not') },
  }
}

const isEnough = (cells: readonly RatingCell[]): boolean => ratingCount(cells).answered >= fewestRatings

const townOf = ({ unit: id }: RatingCell): string => areaAt(unit(id).area, 'town').id

/** What a group is divided by, in this order: what has fewer values first, so that the others can still be told apart. */
const attributes = [
  ({ unit: id }: RatingCell) => area(unit(id).area).level,
  ({ unit: id }: RatingCell) => id,
  ({ track }: RatingCell) => track,
  ({ category }: RatingCell) => category,
  ({ month }: RatingCell) => month,
] as const

type Attribute = (typeof attributes)[number]

/**
 * Divides enough answers by one attribute after the other. What is too few stays together; if all of that is too few, or
 * nothing, the smallest part that would be enough is taken to it.
 */
const divided = (
  cells: readonly RatingCell[],
  [attribute, ...rest]: readonly Attribute[],
): RatingCell[][] => {
  if (!attribute) return [[...cells]]
  const all = [...Map.groupBy(cells, attribute).values()]
  const parts = all
    .filter(isEnough)
    .sort((one, other) => ratingCount(other).answered - ratingCount(one).answered)
  const others = all.filter((part) => !isEnough(part)).flat()
  while (!isEnough(others)) others.push(...(parts.pop() ?? []))
  return [...parts, others].flatMap((part) => divided(part, rest))
}

/**
 * The cells of the sums that a desk has anyway (docs/adr/0038-ratings.md), and those of the others in one town together; what
 * is too few in each town, of the county together. The rest is in no group.
 */
const pools = (cells: readonly RatingCell[]): RatingCell[][] => {
  const sums = [...Map.groupBy(cells, (cell) => `${cell.unit} ${cell.period} ${cell.registered}`).values()]
  // Both periods ask the same people: ten answers of one period are ten people's.
  const few = Map.groupBy(sums.filter((some) => !isEnough(some)).flat(), ({ period }) => period)
  const together = [...few.values()].flatMap((some) => {
    const towns = [...Map.groupBy(some, townOf).values()]
    return [...towns.filter(isEnough), towns.filter((town) => !isEnough(town)).flat()]
  })
  return [...sums, ...together].filter(isEnough)
}

const only = <Value>(values: readonly Value[]): Value | null =>
  new Set(values).size === 1 ? (values[0] ?? null) : null

const groupOf = (cells: readonly RatingCell[]): RatingGroup => ({
  units: [...new Set(cells.map(({ unit: id }) => id))].sort(),
  category: only(cells.map(({ category }) => category)),
  track: only(cells.map(({ track }) => track)),
  month: only(cells.map(({ month }) => month)),
  ...ratingCount(cells),
})

/** The area on top of all others. */
export const rootOf = (unitId: string): string => pathOf(unit(unitId).area).at(-1)?.id ?? ''

/** The areas under which the groups are stored that have only units of these: their towns, and the county. */
export const groupAreas = (unitIds: readonly string[]): string[] => [
  ...new Set(unitIds.flatMap((id) => [areaAt(unit(id).area, 'town').id, rootOf(id)])),
]

/**
 * The groups of a quarter by the area under which they are stored: the town of all their units, otherwise the county.
 * @param cells all of the quarter, in an order that is always the same
 */
export const ratingGroups = (cells: readonly RatingCell[]): Map<string, RatingGroup[]> => {
  const areaOf = (some: readonly RatingCell[]): string =>
    only(some.map(townOf)) ?? rootOf(some[0]?.unit ?? '')
  const groups = pools(cells).flatMap((pool) => divided(pool, attributes))
  return new Map([...Map.groupBy(groups, areaOf)].map(([id, own]) => [id, own.map(groupOf)]))
}
