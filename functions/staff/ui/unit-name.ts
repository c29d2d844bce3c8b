import { findUnit } from '#domain/places/areas.ts'

/** The name of a unit, or its id if it is no longer in the county's data. */
export const unitName = (id: string): string => findUnit(id)?.name ?? id
