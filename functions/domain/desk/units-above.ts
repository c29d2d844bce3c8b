import type { Unit } from '#domain/content/regions.ts'
import { pathOf, unit, unitOf } from '#domain/places/areas.ts'
import type { About } from '#domain/words/about.ts'
import { mayHold, reachOf } from './access.ts'

/** The units above a desk that look into its work and may know of the case (rules.md R49, R50). */

/** Kinds of unit that look into the work of a unit below, in order; a petition office sees its own cases only. */
const lookers = ['centre', 'government-office', 'people-mediation-committee'] as const

/** A unit that can be given a task above a desk, and the area whose cases it sees. */
export interface TaskUnit {
  unit: string
  area: string
}

/** The unit of an area that looks into cases below it, if it may know of the case. */
const lookerOf = (areaId: string, about: About): TaskUnit[] =>
  lookers
    .flatMap((kind) => unitOf(areaId, kind) ?? [])
    .filter((found) => reachOf(found) !== 'own' && mayHold(found.id, about))
    .slice(0, 1)
    .map(({ id, area }) => ({ unit: id, area }))

/** Units of each level above a desk that look into cases below them and may know of the case, lowest first. */
export const lookersAbove = (desk: string, about: About): TaskUnit[] =>
  pathOf(unit(desk).area)
    .slice(1)
    .flatMap(({ id }) => lookerOf(id, about))

/** The unit that calls people back for the whole county; none if it handled the case, or must not know of it. */
export const callerAbove = (desk: string, about: About): TaskUnit[] => {
  const [, ...above] = pathOf(unit(desk).area)
  return above.slice(-1).flatMap(({ id }) => lookerOf(id, about))
}

/** The unit that calls both sides of a record on the spot: the same, also of a record of another unit of the county. */
export const callerOfSpot = (desk: string): TaskUnit[] =>
  pathOf(unit(desk).area)
    .slice(-1)
    .flatMap(({ id }) => lookerOf(id, 'none'))
    .filter((caller) => caller.unit !== desk)

/** The unit above a desk that may know of the case; null at the county, whatever the case is about (rules.md R49). */
export const unitAbove = (desk: string, about: About): Unit | null => {
  const [first] = lookersAbove(desk, about)
  return first ? unit(first.unit) : null
}
