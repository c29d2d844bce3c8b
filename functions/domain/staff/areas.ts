import type { Unit } from '#domain/content/regions.ts'
import { findUnit, pathOf } from '#domain/places/areas.ts'
import { county } from '#generated/county.ts'
import type { StaffMember } from './staff.ts'

/** Who keeps whose accounts: an admin those of his own area and below, and never his own. */

/** The units of the area of `unitId` and of everything below, in the order of the file; without merged areas. */
export const unitsBelow = (unitId: string): Unit[] => {
  const top = findUnit(unitId)?.area
  return county.units.filter((unit) => {
    const path = pathOf(unit.area)
    return !path[0]?.mergedInto && path.some(({ id }) => id === top)
  })
}

/** Does the unit stand for the whole county? Its admin also sees accounts of units that are no longer in the file. */
export const isCountyUnit = (unitId: string): boolean => {
  const unit = findUnit(unitId)
  return unit !== undefined && pathOf(unit.area).length === 1
}

/** May this person keep accounts of that unit? */
export const keepsAccountsOf = (member: Pick<StaffMember, 'unit' | 'role'>, unitId: string): boolean =>
  member.role === 'admin' &&
  (isCountyUnit(member.unit) || unitsBelow(member.unit).some(({ id }) => id === unitId))

/**
 * Whose rows of the desk's log a person may read besides their own: an admin those of their area, the county's admins
 * and leads all.
 * @returns units, null for all, or undefined for nobody's
 */
export const logReach = (member: Pick<StaffMember, 'unit' | 'role'>): string[] | null | undefined => {
  const all = isCountyUnit(member.unit) && member.role !== 'handler'
  if (all) return null
  return member.role === 'admin' ? unitsBelow(member.unit).map(({ id }) => id) : undefined
}
