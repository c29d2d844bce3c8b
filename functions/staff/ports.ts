import type { StaffMember } from '#domain/staff/staff.ts'
import type { Ports } from '#ports'
import type { AccountStore } from '#store/ports/staff/accounts.ts'
import type { EntryStore } from '#store/ports/staff/entry.ts'
import type { LibraryStore } from '#store/ports/staff/library.ts'
import type { LogStore } from '#store/ports/staff/log.ts'
import type { FactorStore } from '#store/ports/staff/second-factor.ts'
import type { SignInStore } from '#store/ports/staff/sign-in.ts'

/** Passwords as the platform hashes them natively. */
export interface Password {
  hash: (password: string) => Promise<string>
  verify: (hash: string, password: string) => Promise<boolean>
  /** A hash that no password fits, as costly to verify as any: names without a password cost the same look. */
  decoy: string
}

/** The parts of the store that the sign-in works on. */
type AuthStore = SignInStore &
  EntryStore &
  LibraryStore &
  Pick<LogStore, 'log'> &
  Pick<AccountStore, 'account'>

/** What the sign-in needs. */
export type AuthPorts<Part = AuthStore> = Pick<Ports, 'keys' | 'clock' | 'random' | 'log'> & {
  staff: Part
  password: Password
}

/** What the pages of staff and accounts need. */
export type StaffPorts<Part = AuthStore & AccountStore & FactorStore & LogStore> = AuthPorts<Part> &
  Pick<Ports, 'clientAddress'> & {
    /**
     * Hands every open case of a person to a colleague, or back to the unit's desk.
     * @returns how many cases changed hands
     */
    handOver: (from: string, to: string | null, by: Pick<StaffMember, 'id' | 'unit'>) => Promise<number>
  }
