import type { D1Database } from '@cloudflare/workers-types'
import type { Random } from '#domain/basics/random.ts'
import { connect } from '#store/client.ts'
import type { StaffStore } from '#store/ports/staff/store.ts'
import { makeStaffAccounts } from './accounts.ts'
import { makeAuthTables } from './auth-tables.ts'
import { makeStaffEntry } from './entry.ts'
import { makeStaffLog } from './log.ts'
import { makeStaffMarks } from './marks.ts'
import { makeStaffFactor } from './second-factor.ts'
import { makeStaffSweep } from './sweep.ts'
import { makeStaffViews } from './views.ts'

/** Creates the staff part of the store over a D1 database. */
export const createStaffStore = (d1: D1Database, random: Random): StaffStore => {
  const db = connect(d1)
  const base = { db, random }
  return {
    ...makeStaffAccounts(base),
    ...makeStaffEntry(base),
    ...makeStaffFactor(base),
    ...makeAuthTables(db),
    ...makeStaffLog(base),
    ...makeStaffMarks(base),
    ...makeStaffViews(base),
    ...makeStaffSweep(db),
  }
}
