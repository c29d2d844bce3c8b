import { and, eq, gt, lte, sql } from 'drizzle-orm'
import type { Db } from './client.ts'
import { staffMark } from './staff-schema.ts'
import type { StaffStore } from './staff-store.ts'

/** Wrong passwords by name and by address, and one-time codes that were used, in running windows. */
export const makeStaffMarks = (db: Db): Pick<StaffStore, 'count' | 'uncount' | 'forget'> => ({
  async count(key, now, life) {
    await db.delete(staffMark).where(lte(staffMark.expiresAt, now))
    const [row] = await db
      .insert(staffMark)
      .values({ key, count: 1, expiresAt: now + life })
      .onConflictDoUpdate({ target: staffMark.key, set: { count: sql`${staffMark.count} + 1` } })
      .returning({ count: staffMark.count })
    return row?.count ?? 1
  },

  async uncount(key) {
    await db
      .update(staffMark)
      .set({ count: sql`${staffMark.count} - 1` })
      .where(and(eq(staffMark.key, key), gt(staffMark.count, 0)))
  },

  async forget(key) {
    await db.delete(staffMark).where(eq(staffMark.key, key))
  },
})
