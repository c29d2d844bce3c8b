import { and, eq } from 'drizzle-orm'
import { factorRequestLife } from '#domain/staff/bounds.ts'
import { isAlive } from '#store/alive.ts'
import type { FactorStore } from '#store/ports/staff/second-factor.ts'
import type { StaffBase } from './base.ts'
import { endOf } from './end-of.ts'
import { logStatement } from './log.ts'
import { staffFactorRequest, staffTwoFactor, staffUser } from './schema.ts'

/** The part of the store for requests to remove a second factor, and for the removal. */
export const makeStaffFactor = (base: StaffBase): FactorStore => {
  const { db } = base
  return {
    async factorRequest(userId, now) {
      const { askedBy, askedAt, expiresAt } = staffFactorRequest
      const [found] = await db
        .select({ askedBy, askedAt, expiresAt })
        .from(staffFactorRequest)
        .where(and(eq(staffFactorRequest.userId, userId), isAlive(expiresAt, now, factorRequestLife)))
      return found ?? null
    },

    async askFactor(userId, request, log) {
      await db.batch([
        db
          .insert(staffFactorRequest)
          .values({ userId, ...request })
          .onConflictDoUpdate({ target: staffFactorRequest.userId, set: request }),
        logStatement(base, log),
      ])
    },

    async removeFactor(userId, log, here) {
      await db.batch([
        db.delete(staffTwoFactor).where(eq(staffTwoFactor.userId, userId)),
        db.update(staffUser).set({ twoFactorEnabled: false }).where(eq(staffUser.id, userId)),
        ...endOf(db, userId, here),
        db.delete(staffFactorRequest).where(eq(staffFactorRequest.userId, userId)),
        logStatement(base, log),
      ])
    },
  }
}
