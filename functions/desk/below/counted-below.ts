import type { Instant } from '#domain/basics/time.ts'
import type { ListScope } from '#domain/desk/access.ts'
import { type CountedCases, dayNumber, figureDays } from '#domain/desk/head-figures.ts'
import type { CountsStore } from '#store/ports/counts.ts'

/**
 * What triggers have counted of lists of cases below (docs/adr/0053-the-heads-view.md), as far as the figures of the week need
 * it. One round trip.
 * @param under a town of which the units are wanted; empty: the places right below
 * @param reader whose cases to keep out of are taken away; empty: nobody's, on a sheet that is the unit's
 */
export const countedBelow = (
  store: CountsStore,
  scopes: readonly ListScope[],
  under: string,
  now: Instant,
  reader = '',
): Promise<CountedCases[]> => {
  const { monday, sunday } = figureDays(now)
  return store.countedCases({
    ...{ scopes, under, reader },
    ...{ dueUntil: dayNumber(sunday), filedFrom: dayNumber(monday) },
  })
}
