import { unit } from '#domain/places/areas.ts'
import { roles, type StaffMember } from '#domain/staff/staff.ts'
import { unitKinds } from '#domain/words/unit-kinds.ts'

/** True if the unit makes mediation agreements. */
export const makesAgreements = (unitId: string): boolean => unitKinds[unit(unitId).kind].makesAgreements

/** True if this person may record what was settled on the spot: of a unit that makes agreements (人民调解法 8, 28). */
export const mayRecord = ({ role, unit: unitId }: Pick<StaffMember, 'role' | 'unit'>): boolean =>
  roles[role].handles && makesAgreements(unitId)
