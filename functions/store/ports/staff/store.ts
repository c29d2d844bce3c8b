import type { AccountStore } from './accounts.ts'
import type { EntryStore } from './entry.ts'
import type { LibraryStore } from './library.ts'
import type { LogStore } from './log.ts'
import type { FactorStore } from './second-factor.ts'
import type { SignInStore } from './sign-in.ts'

/** What the scheduler of the desk cleans up among the staff's rows. */
export interface StaffSweepStore {
  /** Removes sessions, challenges, links and marks past their life, and some rows of the log past theirs. */
  sweep(now: number): Promise<void>
}

/** The staff's part of the store; who uses a part of it asks for that part. */
export type StaffStore = AccountStore &
  EntryStore &
  FactorStore &
  LibraryStore &
  LogStore &
  SignInStore &
  StaffSweepStore
