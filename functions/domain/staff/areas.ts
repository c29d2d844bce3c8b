import type { Unit } from '#domain/content/regions.ts'
import { findUnit, pathOf } from '#domain/places/areas.ts'
import { county } from '#generated/county.ts'
import { roles, type StaffMember } from './staff.ts'

/** Who keeps whose accounts: those of their own area and below, never their own. */

/**
 * The units of the area of `unitId` and of all areas below, in the order of the file, without merged areas.
 */
export const unitsBelow = (unitId: string): Unit[] => {
  const top = findUnit(unitId)?.area
  return county.units.filter((unit) => {
    const path = pathOf(unit.area)
    return !path[0]?.mergedInto && path.some(({ id }) => id === top)
  })
}

/**
 * Does the unit represent the whole county? Its admin also sees accounts of units that are no longer in the
 * file.
 */
export const isCountyUnit = (unitId: string): boolean => {
  const unit = findUnit(unitId)
  return unit !== undefined && pathOf(unit.area).length === 1
}

/** May this person keep accounts of that unit? */
export const keepsAccountsOf = (member: Pick<StaffMember, 'unit' | 'role'>, unitId: string): boolean =>
  roles[member.role].keepsAccounts &&
  (isCountyUnit(member.unit) || unitsBelow(member.unit).some(({ id }) => id === unitId))

/**
 * Whose entries of the desk's log a person may read besides their own: account keepers those of their area;
 * people who work for the county and may read the log, all.
 * @returns unit ids, null for all, or undefined for none
 */
export const logReach = (member: Pick<StaffMember, 'unit' | 'role'>): string[] | null | undefined => {
  const { keepsAccounts, readsLog } = roles[member.role]
  if (readsLog && isCountyUnit(member.unit)) return null
  return keepsAccounts ? unitsBelow(member.unit).map(({ id }) => id) : undefined
}
