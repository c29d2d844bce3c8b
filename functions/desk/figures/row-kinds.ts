import { area, pathOf } from '#domain/places/areas.ts'
import { categories, categoryIds } from '#domain/words/categories.ts'
import { levelIds, levels } from '#domain/words/levels.ts'
import { trackIds, tracks } from '#domain/words/tracks.ts'

/** What the figures of a reader are broken down by, beside the whole. */

interface RowKindWords {
  name: string
  /** The name of a row by its id. */
  nameOf: (id: string) => string
  /** Compares ids: the order of the rows, which is never one of rank. */
  order: (one: string, other: string) => number
}

const listed = <Id extends string>(ids: readonly Id[], words: Record<Id, { name: string }>) => ({
  nameOf: (id: string) => words[id as Id].name,
  order: (one: string, other: string) => ids.indexOf(one as Id) - ids.indexOf(other as Id),
})

const depth = (areaId: string): number => pathOf(areaId).length

export const rowKinds = {
  category: { name: '哪方面的事', ...listed(categoryIds, categories) },
  track: { name: '办理渠道', ...listed(trackIds, tracks) },
  level: { name: '层级', ...listed(levelIds, levels) },
  // The reader's own area comes last.
  place: { name: '地方', nameOf: (id) => area(id).name, order: (one, other) => depth(other) - depth(one) },
} as const satisfies Record<string, RowKindWords>

export type RowKind = keyof typeof rowKinds
export const rowKindIds = Object.keys(rowKinds) as RowKind[]

/** The kind of row of an address; categories if it names none. */
export const chosenRowKind = (wanted: string): RowKind => rowKindIds.find((id) => id === wanted) ?? 'category'
