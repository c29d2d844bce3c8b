import { areaAt, findArea, unit } from '#domain/places/areas.ts'
import { type Category, categoryIds } from '#domain/words/categories.ts'
import { county } from '#generated/county.ts'
import { roundedTables } from './rounded.ts'

/**
 * The figures that the public sees: two fixed tables a quarter, by category and by place, rounded; petitions in two of their
 * own, so that no difference of tables shows one (docs/adr/0056-public-statistics.md).
 */

/** What is counted, in the order of the columns, each with what it means. */
export const measures = {
  received: { name: '收到', means: '这一季度登记的件数，同一件只算一次。' },
  ended: {
    name: '有了结果',
    means:
      '这一季度有了结果的件数：调解成功、答复、调解不成、不予受理、撤回。同一件算最后那个结果，只算一次。',
  },
  settled: {
    name: '其中调解成功',
    means: '最后那个结果是达成协议的。当场调成、还没有两边签字或者核实的，不算。',
  },
} as const

export type Measure = keyof typeof measures

export const measureIds = Object.keys(measures) as Measure[]

/** Petitions stand apart from everything else. */
export type StatisticsKind = 'disputes' | 'petitions'

/** A count of cases at a desk, as the database groups them. */
export interface Counted {
  kind: StatisticsKind
  measure: Measure
  unit: string
  category: Category
  count: number
}

/** A published line: what its figures are of. */
export type Figures = Record<Measure, number>

/** The published tables of one kind. A place is a town with its villages and grids, or the desks of the county. */
export interface PublishedTables {
  categories: (Figures & { id: Category })[]
  places: (Figures & { id: string })[]
  total: Figures
}

/** The places of the second table: towns, then the county for its own desks. */
const placeIds = (): string[] => [
  ...county.areas.filter(({ level, mergedInto }) => level === 'town' && !mergedInto).map(({ id }) => id),
  ...county.areas.filter(({ level }) => level === 'county').map(({ id }) => id),
]

const placeOf = (unitId: string): string => {
  const { id, mergedInto } = areaAt(unit(unitId).area, 'town')
  return mergedInto ?? id
}

const nothing = (): Figures => ({ received: 0, ended: 0, settled: 0 })

/** The tables of one kind, rounded. */
export const publishedTables = (counted: readonly Counted[], kind: StatisticsKind): PublishedTables => {
  const categories = categoryIds.map((id) => ({ ...nothing(), id }))
  const places = placeIds().map((id) => ({ ...nothing(), id }))
  const total = nothing()
  for (const measure of measureIds) {
    const own = counted.filter((row) => row.kind === kind && row.measure === measure)
    const of = (fits: (row: Counted) => boolean): number =>
      own.filter(fits).reduce((sum, { count }) => sum + count, 0)
    const rounded = roundedTables(
      categories.map(({ id }) => of((row) => row.category === id)),
      places.map(({ id }) => of((row) => placeOf(row.unit) === id)),
    )
    for (const [index, row] of categories.entries()) row[measure] = rounded.first[index] ?? 0
    for (const [index, row] of places.entries()) row[measure] = rounded.second[index] ?? 0
    total[measure] = rounded.total
  }
  return { categories, places, total }
}

/** 青石镇; 县里各单位: the name of a place. */
export const placeName = (id: string): string =>
  findArea(id)?.level === 'county' ? '县里各单位' : (findArea(id)?.name ?? id)

/** Under so many ends a share would say more than the figures. */
const fewest = 20

/** 调解成功 of what ended, in percent, from published figures; null where they are too few. */
export const settledShare = ({ ended, settled }: Figures): number | null =>
  ended < fewest ? null : Math.min(100, Math.round((settled / ended) * 100))
