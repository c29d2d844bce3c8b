import type { Role } from '#domain/staff/staff.ts'
import type { DeskLogEntry } from './log.ts'

/** What the sign-in looks at, in one round trip: the marks after this try, and the account with this username. */
export interface SignInLook {
  /** Tries so far, this one among them; a mark behind one that is over its limit is not counted. */
  pair: number
  pairDay: number
  nameDay: number
  address: number
  account: { id: string; unit: string; role: Role; hash: string | null; deactivated: boolean } | null
}

/** The marks of a try: keyed fingerprints. */
export interface SignInMarks {
  pair: string
  pairDay: string
  nameDay: string
  address: string
}

/** Trying to sign in. */
export interface SignInStore {
  /** Counts a try and looks the account up. */
  beginSignIn(username: string, marks: SignInMarks, now: number): Promise<SignInLook>
  /**
   * Writes that somebody came in, and takes back the marks that were no failures.
   * @returns whether a link was made or a second factor removed since they came in last
   */
  cameIn(entry: DeskLogEntry, marks?: SignInMarks): Promise<boolean>
  /** Counts once and gives the count in the running window; concurrent posts all count. */
  count(key: string, now: number, life: number): Promise<number>
  forget(key: string): Promise<void>
}
