import type { StaffMember } from '#domain/staff/staff.ts'
import type { Ports } from '#ports'
import type { StaffStore } from '#store/ports/staff-store.ts'

/** Passwords as the platform hashes them natively. */
export interface Password {
  hash: (password: string) => Promise<string>
  verify: (hash: string, password: string) => Promise<boolean>
  /** A hash that no password fits, as costly to verify as any: names without a password cost the same look. */
  decoy: string
}

/** What the sign-in needs. */
export type AuthPorts = Pick<Ports, 'keys' | 'clock' | 'random' | 'log'> & {
  staff: StaffStore
  password: Password
}

/** What the pages of staff and accounts need. */
export type StaffPorts = AuthPorts &
  Pick<Ports, 'clientAddress'> & {
    /**
     * Hands every open case of a person to a colleague, or back to the unit's desk.
     * @returns how many cases changed hands
     */
    handOver: (from: string, to: string | null, by: Pick<StaffMember, 'id' | 'unit'>) => Promise<number>
  }
