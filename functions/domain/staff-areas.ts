import { county } from '../generated/county.ts'
import { findUnit, pathOf } from './areas.ts'
import type { Unit } from './county.ts'
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
