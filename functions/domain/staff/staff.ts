import { area, unit } from '#domain/places/areas.ts'
import { type Level, rank } from '#domain/words/levels.ts'

/** Staff (工作人员): who works at the desk, for which unit, in which role. */

/** What a role may do. Code asks for a capability, never for a role by its name. */
export interface Capabilities {
  /** Sees and works on the cases of their unit. */
  handles: boolean
  /** Answers for the unit: assigns, approves, takes a case up again. */
  decides: boolean
  /** Keeps accounts of their area and below, and reads the log of those; signs in with a second factor. */
  keepsAccounts: boolean
  /** Reads the log of everybody, while they work for a unit of the whole county. */
  readsLog: boolean
}

const table = {
  handler: {
    name: '经办人',
    purpose: '受理、调解、回话，办自己单位的案件',
    handles: true,
    decides: false,
    keepsAccounts: false,
    readsLog: false,
  },
  lead: {
    name: '负责人',
    purpose: '经办人能做的都能做，还要分派、批准延期、包案',
    handles: true,
    decides: true,
    keepsAccounts: false,
    readsLog: true,
  },
  admin: {
    name: '管理员',
    purpose: '管账号，看不到案件内容',
    handles: false,
    decides: false,
    keepsAccounts: true,
    readsLog: true,
  },
} satisfies Record<string, { name: string; purpose: string } & Capabilities>

export type Role = keyof typeof table

/** One row a role: a new role is a new row. */
export const roles: Record<Role, { name: string; purpose: string } & Capabilities> = table

export const roleIds = Object.keys(roles) as Role[]

/** The roles that may do something. */
export const rolesThat = (may: keyof Capabilities): Role[] => roleIds.filter((id) => roles[id][may])

/** As whom the console moves a case: it may do what the desk itself may. */
export const consoleRole: Role = 'lead'

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
  roles[member.role].keepsAccounts || rank(levelOf(member)) >= rank('town')
