import type { Role, StaffMember } from '#domain/staff/staff.ts'
import type { DeskLogEntry } from './log.ts'

/** Somebody's account, as those who keep accounts see it. */
export interface StaffAccount extends StaffMember {
  /** The name parties see; null: not published. */
  publishedName: string | null
  /** Is a second factor bound? */
  enrolled: boolean
  /** Has a password been set? Without one only a link leads in. */
  ready: boolean
  deactivatedAt: number | null
}

export interface AccountChange {
  name: string
  publishedName: string | null
  unit: string
  role: Role
}

/** Who works here, and what is done to accounts. */
export interface AccountStore {
  account(id: string): Promise<StaffAccount | null>
  /** A page of accounts by unit and username, after the account `after`; `units` null: all of them. */
  accounts(units: string[] | null, limit: number, after?: StaffAccount): Promise<StaffAccount[]>
  /** Active handlers and leads of a unit. */
  colleagues(unit: string): Promise<{ id: string; name: string }[]>
  /** Names by id, of active and former staff alike. */
  names(ids: string[]): Promise<Map<string, string>>
  change(id: string, change: AccountChange, log: DeskLogEntry): Promise<void>
  /** Ends a person's work here: no sign-in, no session, no link, in one batch. */
  deactivate(id: string, log: DeskLogEntry): Promise<void>
  /** Opens the account again; the person comes in by a new link. */
  reactivate(id: string, log: DeskLogEntry): Promise<void>
}
