import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { rolesThat } from '#domain/staff/staff.ts'
import type { AccountStore, StaffAccount } from '#store/ports/staff/accounts.ts'
import type { StaffBase } from './base.ts'
import { logStatement } from './log.ts'
import {
  staffFactorRequest,
  staffInvite,
  staffSession,
  staffUser,
  staffVerification,
  staffView,
} from './schema.ts'

const columns = {
  id: staffUser.id,
  username: staffUser.username,
  name: staffUser.name,
  unit: staffUser.unit,
  role: staffUser.role,
  publishedName: staffUser.publishedName,
  enrolled: staffUser.twoFactorEnabled,
  // Plain SQL: in a query of a single table drizzle omits the table names, which this subquery needs.
  ready: sql<number>`EXISTS (SELECT 1 FROM staff_account WHERE staff_account.user_id = staff_user.id)`,
  deactivatedAt: staffUser.deactivatedAt,
}

type Row = Omit<StaffAccount, 'enrolled' | 'ready' | 'deactivatedAt'> & {
  enrolled: boolean | null
  ready: number
  deactivatedAt: Date | null
}

const toAccount = (row: Row): StaffAccount => ({
  ...row,
  enrolled: row.enrolled === true,
  ready: row.ready === 1,
  deactivatedAt: row.deactivatedAt?.getTime() ?? null,
})

// One parameter for any number of units: D1 binds at most 100 values per statement.
const oneOf = (values: string[]) => sql`(SELECT value FROM json_each(${JSON.stringify(values)}))`

/** Accounts of staff. Every change writes its log row in the same batch. */
export const makeStaffAccounts = (base: StaffBase): AccountStore => {
  const { db } = base
  const own = (id: string) => eq(staffUser.id, id)

  return {
    async account(id) {
      const [row] = await db.select(columns).from(staffUser).where(own(id))
      return row ? toAccount(row) : null
    },

    async accounts(units, limit, after, found) {
      const rows = await db
        .select(columns)
        .from(staffUser)
        .where(
          and(
            units ? sql`${staffUser.unit} IN ${oneOf(units)}` : undefined,
            found &&
              sql`(instr(${staffUser.name}, ${found.text}) > 0 OR instr(${staffUser.username}, lower(${found.text})) > 0 OR ${staffUser.unit} IN ${oneOf(found.units)})`,
            after && sql`(${staffUser.unit}, ${staffUser.username}) > (${after.unit}, ${after.username})`,
          ),
        )
        .orderBy(asc(staffUser.unit), asc(staffUser.username))
        .limit(limit)
      return rows.map(toAccount)
    },

    colleagues: async (unit) =>
      db
        .select({ id: staffUser.id, name: staffUser.name })
        .from(staffUser)
        .where(
          and(
            eq(staffUser.unit, unit),
            inArray(staffUser.role, rolesThat('handles')),
            isNull(staffUser.deactivatedAt),
          ),
        )
        .orderBy(asc(staffUser.username)),

    async names(ids) {
      const rows = await db
        .select({ id: staffUser.id, name: staffUser.name })
        .from(staffUser)
        .where(inArray(staffUser.id, oneOf(ids)))
      return new Map(rows.map(({ id, name }) => [id, name]))
    },

    async change(id, change, log) {
      await db.batch([
        db
          .update(staffUser)
          .set({ ...change, updatedAt: new Date(log.at) })
          .where(own(id)),
        logStatement(base, log),
      ])
    },

    async deactivate(id, log) {
      await db.batch([
        db
          .update(staffUser)
          .set({ deactivatedAt: new Date(log.at) })
          .where(own(id)),
        db.delete(staffSession).where(eq(staffSession.userId, id)),
        db.delete(staffInvite).where(eq(staffInvite.userId, id)),
        db.delete(staffVerification).where(eq(staffVerification.value, id)),
        db.delete(staffFactorRequest).where(eq(staffFactorRequest.userId, id)),
        db.delete(staffView).where(eq(staffView.staff, id)),
        logStatement(base, log),
      ])
    },

    async reactivate(id, log) {
      await db.batch([
        db.update(staffUser).set({ deactivatedAt: null }).where(own(id)),
        logStatement(base, log),
      ])
    },
  }
}
