import type { D1Database } from '@cloudflare/workers-types'
import type { StaffStore } from '#store/ports/staff-store.ts'
import { connect } from './client.ts'
import { makeStaffAccounts } from './staff-accounts.ts'
import { makeStaffEntry } from './staff-entry.ts'
import { makeStaffLog } from './staff-log.ts'
import { makeStaffMarks } from './staff-marks.ts'
import { staffAccount, staffSession, staffTwoFactor, staffUser, staffVerification } from './staff-schema.ts'

/** The staff's part of the store over a D1 database. */
export const createStaffStore = (d1: D1Database): StaffStore => {
  const db = connect(d1)
  return {
    library: {
      database: db,
      tables: {
        user: staffUser,
        session: staffSession,
        account: staffAccount,
        verification: staffVerification,
        twoFactor: staffTwoFactor,
      },
    },
    ...makeStaffAccounts(db),
    ...makeStaffEntry(db),
    ...makeStaffLog(db),
    ...makeStaffMarks(db),
  }
}
