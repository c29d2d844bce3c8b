import { pathOf, unit } from '#domain/places/areas.ts'

/** The village or town of a unit, for a grid its village; empty for county units, whose staff choose it. */
export const ownRegion = (unitId: string): string =>
  pathOf(unit(unitId).area).find(({ level }) => level === 'village' || level === 'town')?.id ?? ''
