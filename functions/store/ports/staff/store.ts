import type { AccountStore } from './accounts.ts'
import type { AuthTables } from './auth-tables.ts'
import type { EntryStore } from './entry.ts'
import type { LogStore } from './log.ts'
import type { FactorStore } from './second-factor.ts'
import type { SignInStore } from './sign-in.ts'
import type { ViewStore } from './views.ts'

/** Cleaning up staff rows, for the scheduler of the desk. */
export interface StaffSweepStore {
  /** Deletes expired sessions, challenges, links and counters, and a bounded number of expired log rows. */
  sweep(now: number): Promise<void>
}

/** The staff part of the store; code that uses it asks for one of its parts. */
export type StaffStore = AccountStore &
  EntryStore &
  FactorStore &
  AuthTables &
  LogStore &
  SignInStore &
  ViewStore &
  StaffSweepStore
