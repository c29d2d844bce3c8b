import { findUnit } from '#domain/places/areas.ts'

/** A unit by name; one that is no longer in the file by its id. */
export const unitName = (id: string): string => findUnit(id)?.name ?? id
