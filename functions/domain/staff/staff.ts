import { area, unit } from '#domain/places/areas.ts'
import { type Level, rank } from '#domain/words/levels.ts'

/** Staff (工作人员): who works at the desk, for which unit, in which role. */

/** What a role may do. Code checks a capability, never the name of a role. */
export interface Capabilities {
  /** Sees and works on the cases of their unit. */
  handles: boolean
  /** Is responsible for the unit: assigns, approves, reopens cases. */
  decides: boolean
  /** Keeps the accounts of their area and below, and reads their log; signs in with a second factor. */
  keepsAccounts: boolean
  /** Reads everybody's log, if their unit is one of the whole county. */
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

/** One row per role: a new role is a new row. */
export const roles: Record<Role, { name: string; purpose: string } & Capabilities> = table

export const roleIds = Object.keys(roles) as Role[]

/** The roles that have a capability. */
export const rolesThat = (may: keyof Capabilities): Role[] => roleIds.filter((id) => roles[id][may])

/** True if this person handles cases and decides for their unit. */
export const decides = ({ role }: Pick<StaffMember, 'role'>): boolean =>
  roles[role].handles && roles[role].decides

/** The role with which the console moves a case: it may do what the desk may. */
export const consoleRole: Role = 'lead'

/** The role of the first account of a new county. */
export const firstRole: Role = 'admin'

/** A person who is signed in. */
export interface StaffMember {
  id: string
  username: string
  /** Name as colleagues know it. */
  name: string
  unit: string
  role: Role
}

/** The level a person works at: that of their unit's area. */
const levelOf = (member: Pick<StaffMember, 'unit'>): Level => area(unit(member.unit).area).level

/** Town and county, and admins, sign in with a second factor. */
export const needsSecondFactor = (member: Pick<StaffMember, 'unit' | 'role'>): boolean =>
  roles[member.role].keepsAccounts || rank(levelOf(member)) >= rank('town')
