import type { Role, StaffMember } from '#domain/staff/staff.ts'
import type { DeskLogEntry } from './log.ts'

/** An account as admins see it. */
export interface StaffAccount extends StaffMember {
  /** The name parties see; null if it is not published. */
  publishedName: string | null
  /** True if a second factor is bound. */
  enrolled: boolean
  /** True if a password has been set; without one the person can only use a one-time link. */
  ready: boolean
  deactivatedAt: number | null
}

export interface AccountChange {
  name: string
  publishedName: string | null
  unit: string
  role: Role
}

/** Accounts of staff. */
export interface AccountStore {
  account(id: string): Promise<StaffAccount | null>
  /**
   * A page of accounts ordered by unit and username, after the account `after`; `units` null means all units.
   * @param found only those whose name or username contains the text, or who work for one of the units
   */
  accounts(
    units: string[] | null,
    limit: number,
    after?: StaffAccount,
    found?: { text: string; units: string[] },
  ): Promise<StaffAccount[]>
  /** Active handlers and leads of a unit. */
  colleagues(unit: string): Promise<{ id: string; name: string }[]>
  /** Names by id, of active and former staff. */
  names(ids: string[]): Promise<Map<string, string>>
  change(id: string, change: AccountChange, log: DeskLogEntry): Promise<void>
  /** Deactivates an account and deletes its sessions, open sign-ins and link, in one batch. */
  deactivate(id: string, log: DeskLogEntry): Promise<void>
  /** Reactivates an account; the person needs a new link to sign in. */
  reactivate(id: string, log: DeskLogEntry): Promise<void>
}
