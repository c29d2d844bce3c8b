import type { Area } from '#domain/content/regions.ts'
import { findArea, townsAndVillages } from './areas.ts'

/** Which places the residents' form offers: all of them, or in a large county the towns, and the village on the next page. */

/**
 * Most villages in the form's one list. 60 with names that differ weigh 0.9 KB compressed, and the form without them
 * 13.2 KB of its 14 (docs/several-counties.md).
 */
export const villagesOnForm = 60

type Places = ReturnType<typeof townsAndVillages>

/** True if the form asks for the town and the check page for the village. */
export const asksTownFirst = (places: Places = townsAndVillages()): boolean =>
  places.reduce((sum, { villages }) => sum + villages.length, 0) > villagesOnForm

/**
 * The towns of the form, each with the villages that are listed under it.
 * @param chosen id of the place that is filled in; its town keeps its list
 */
export const formPlaces = (chosen: string, places: Places = townsAndVillages()): Places =>
  asksTownFirst(places)
    ? places.map(({ town, villages }) => ({
        town,
        villages: [town, ...villages].some(({ id }) => id === chosen) ? villages : [],
      }))
    : places

/** The villages from which the check page lets a person choose; none if the place is not a town of a large county. */
export const villagesToAsk = (region: string, places: Places = townsAndVillages()): Area[] =>
  asksTownFirst(places) ? (places.find(({ town }) => town.id === region)?.villages ?? []) : []

/** The village if it is in the town, otherwise the town. */
export const villageOr = (town: string, village: string): string => {
  const found = findArea(village)
  return found?.level === 'village' && found.parent === town ? found.id : town
}
