import type { Role } from '#domain/staff/staff.ts'
import type { DeskLogEntry } from './log.ts'

/** What the sign-in reads in one round trip: the counts including this attempt, and the account of the username. */
export interface SignInLook {
  /** Attempts so far, including this one; once a counter is over its limit, those after it are not raised. */
  pair: number
  pairDay: number
  nameDay: number
  address: number
  account: { id: string; unit: string; role: Role; hash: string | null; deactivated: boolean } | null
}

/** The keys of an attempt's counters: keyed fingerprints. */
export interface SignInMarks {
  pair: string
  pairDay: string
  nameDay: string
  address: string
}

/** Attempts to sign in. */
export interface SignInStore {
  /** Counts an attempt and looks up the account. */
  beginSignIn(username: string, marks: SignInMarks, now: number): Promise<SignInLook>
  /**
   * Records a successful sign-in and takes back the counts of `marks`, since the attempt did not fail.
   * @returns true if a link was made or a second factor removed since the person's last sign-in
   */
  cameIn(entry: DeskLogEntry, marks?: SignInMarks): Promise<boolean>
  /** Increments a counter and returns its count in the running window; concurrent requests are all counted. */
  count(key: string, now: number, life: number): Promise<number>
  forget(key: string): Promise<void>
}
