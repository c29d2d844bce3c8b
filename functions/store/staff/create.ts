import type { D1Database } from '@cloudflare/workers-types'
import { connect } from '#store/client.ts'
import type { StaffStore } from '#store/ports/staff-store.ts'
import { makeStaffAccounts } from './accounts.ts'
import { makeStaffEntry } from './entry.ts'
import { makeStaffLog } from './log.ts'
import { makeStaffMarks } from './marks.ts'
import { staffAccount, staffSession, staffTwoFactor, staffUser, staffVerification } from './schema.ts'

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
