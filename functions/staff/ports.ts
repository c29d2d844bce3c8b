import type { StaffMember } from '#domain/staff/staff.ts'
import type { Ports } from '#ports'
import type { AccountStore } from '#store/ports/staff/accounts.ts'
import type { AuthTables } from '#store/ports/staff/auth-tables.ts'
import type { EntryStore } from '#store/ports/staff/entry.ts'
import type { LogStore } from '#store/ports/staff/log.ts'
import type { FactorStore } from '#store/ports/staff/second-factor.ts'
import type { SignInStore } from '#store/ports/staff/sign-in.ts'

/** Password hashing of the platform. */
export interface Password {
  hash: (password: string) => Promise<string>
  verify: (hash: string, password: string) => Promise<boolean>
  /** A hash that matches no password, used for names without one so that the check takes the same time. */
  decoy: string
}

/** The parts of the store that the sign-in uses. */
type AuthStore = SignInStore & EntryStore & AuthTables & Pick<LogStore, 'log'> & Pick<AccountStore, 'account'>

/** The dependencies of the sign-in. */
export type AuthPorts<Part = AuthStore> = Pick<Ports, 'keys' | 'clock' | 'random' | 'log'> & {
  staff: Part
  password: Password
}

/** The dependencies of the pages of staff and accounts. */
export type StaffPorts<Part = AuthStore & AccountStore & FactorStore & LogStore> = AuthPorts<Part> &
  Pick<Ports, 'clientAddress'> & {
    /**
     * Transfers every open case of a person to a colleague, or back to the desk of the unit.
     * @returns the number of transferred cases
     */
    reassignCases: (from: string, to: string | null, by: Pick<StaffMember, 'id' | 'unit'>) => Promise<number>
  }
