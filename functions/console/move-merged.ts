import { findArea, unitOf } from '#domain/places/areas.ts'
import { county } from '#generated/county.ts'
import { moveMergedArea } from '../desk/moves/reassign-cases.ts'
import type { MaintenancePorts } from './maintenance-ports.ts'

/**
 * Moves the cases of an area that content/regions.yaml has merged into another, and those of the areas below it.
 * @param reason goes into the history of each case
 * @returns the area they are in now, and how many were moved
 * @throws if the area is not merged, or the other area lacks a unit for one of the old ones
 */
export const moveMerged = async (
  ports: MaintenancePorts,
  from: string,
  reason: string,
): Promise<{ to: string; moved: number }> => {
  const to = findArea(from)?.mergedInto
  if (!to || reason === '')
    throw new Error(`A reason is needed, and content/regions.yaml must set mergedInto for "${from}".`)
  const desks = new Map<string, string>()
  // The grids of a merged village are merged with it: their cases move to the committee of the village it was
  // merged into.
  const below = county.areas.filter(({ parent }) => parent === from).map(({ id }) => id)
  for (const old of county.units.filter(({ area }) => area === from || below.includes(area))) {
    const next = unitOf(to, old.area === from ? old.kind : 'people-mediation-committee')
    if (!next) throw new Error(`content/regions.yaml: ${to} has no unit of kind ${old.kind} for ${old.id}`)
    desks.set(old.id, next.id)
  }
  const moved = await moveMergedArea(ports, { from: [from, ...below], to, desks, reason })
  return { to, moved }
}
