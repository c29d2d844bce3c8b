import type { Unit } from '#domain/content/regions.ts'
import { findUnit, pathOf } from '#domain/places/areas.ts'
import { county } from '#generated/county.ts'
import { roles, type StaffMember } from './staff.ts'

/** Who keeps whose accounts: those of their own area and below, and never their own. */

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
  roles[member.role].keepsAccounts &&
  (isCountyUnit(member.unit) || unitsBelow(member.unit).some(({ id }) => id === unitId))

/**
 * Whose rows of the desk's log a person may read besides their own: who keeps accounts those of their area; who works
 * for the county and may read the log, all.
 * @returns units, null for all, or undefined for nobody's
 */
export const logReach = (member: Pick<StaffMember, 'unit' | 'role'>): string[] | null | undefined => {
  const { keepsAccounts, readsLog } = roles[member.role]
  if (readsLog && isCountyUnit(member.unit)) return null
  return keepsAccounts ? unitsBelow(member.unit).map(({ id }) => id) : undefined
}
