import { pathOf, unit } from '#domain/places/areas.ts'
import { type About, aboutIds } from '#domain/words/about.ts'
import { county } from '#generated/county.ts'
import { mayHold, reachOf } from './access.ts'

/**
 * What the sheets of a day and of a week report (每日动态, 周小结): events, by the desk they happened at. A history never
 * changes, so a sheet of a past day is the same whenever it is printed.
 */

/** What a sheet covers: desks, and the cases its reader may know of. */
export interface SheetReach {
  units: string[]
  abouts: About[]
}

/** The desks that a unit reports: its own, and those it sees (`reachOf`). */
export const sheetReach = (unitId: string): SheetReach => {
  const home = unit(unitId)
  const reach = reachOf(home)
  const covers = (areaId: string): boolean =>
    reach !== 'own' &&
    (areaId === home.area ? reach === 'around' : pathOf(areaId).some(({ id }) => id === home.area))
  return {
    units: county.units.filter(({ id, area }) => id === unitId || covers(area)).map(({ id }) => id),
    abouts: aboutIds.filter((about) => mayHold(unitId, about)),
  }
}
