import type { D1Database } from '@cloudflare/workers-types'
import { connect } from '#store/client.ts'
import type { StaffStore } from '#store/ports/staff/store.ts'
import { makeStaffAccounts } from './accounts.ts'
import { makeStaffEntry } from './entry.ts'
import { makeStaffLibrary } from './library.ts'
import { makeStaffLog } from './log.ts'
import { makeStaffMarks } from './marks.ts'
import { makeStaffFactor } from './second-factor.ts'
import { makeStaffSweep } from './sweep.ts'

/** The staff's part of the store over a D1 database. */
export const createStaffStore = (d1: D1Database): StaffStore => {
  const db = connect(d1)
  return {
    ...makeStaffAccounts(db),
    ...makeStaffEntry(db),
    ...makeStaffFactor(db),
    ...makeStaffLibrary(db),
    ...makeStaffLog(db),
    ...makeStaffMarks(db),
    ...makeStaffSweep(db),
  }
}
