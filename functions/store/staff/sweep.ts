import { lte } from 'drizzle-orm'
import type { Db } from '#store/client.ts'
import type { StaffSweepStore } from '#store/ports/staff/store.ts'
import { sweepLogStatement } from './log.ts'
import { staffFactorRequest, staffInvite, staffMark, staffSession, staffVerification } from './schema.ts'

/** Deletes expired rows of the staff tables, for the scheduler. */
export const makeStaffSweep = (db: Db): StaffSweepStore => ({
  async sweep(now) {
    await db.batch([
      db.delete(staffSession).where(lte(staffSession.expiresAt, new Date(now))),
      db.delete(staffVerification).where(lte(staffVerification.expiresAt, new Date(now))),
      db.delete(staffInvite).where(lte(staffInvite.expiresAt, now)),
      db.delete(staffMark).where(lte(staffMark.expiresAt, now)),
      db.delete(staffFactorRequest).where(lte(staffFactorRequest.expiresAt, now)),
      sweepLogStatement(db, now),
    ])
  },
})
