import { area, unit } from '#domain/places/areas.ts'
import { type Level, rank } from '#domain/words/levels.ts'

/** Staff (工作人员): who works at the desk, for which unit, in which role. */

export const roleIds = ['handler', 'lead', 'admin'] as const

export type Role = (typeof roleIds)[number]

/** `handler` works on the cases of his unit; `lead` answers for it and approves; `admin` keeps accounts, no cases. */
export const roles: Record<Role, { name: string; purpose: string }> = {
  handler: { name: '经办人', purpose: '受理、调解、回话，办自己单位的案件' },
  lead: { name: '负责人', purpose: '经办人能做的都能做，还要分派、批准延期、包案' },
  admin: { name: '管理员', purpose: '管账号，看不到案件内容' },
}

/** Somebody who is signed in. */
export interface StaffMember {
  id: string
  username: string
  /** Name as colleagues know it. */
  name: string
  unit: string
  role: Role
}

/** The level a person works at: that of his unit's area. */
const levelOf = (member: Pick<StaffMember, 'unit'>): Level => area(unit(member.unit).area).level

/** Town and county, and whoever keeps accounts, sign in with a second factor. */
export const needsSecondFactor = (member: Pick<StaffMember, 'unit' | 'role'>): boolean =>
  member.role === 'admin' || rank(levelOf(member)) >= rank('town')
