import { and, eq, gt, isNotNull, isNull, lte, ne } from 'drizzle-orm'
import type { Db } from '#store/client.ts'
import type { StaffStore } from '#store/ports/staff-store.ts'
import { logStatement, sweepLogStatement } from './log.ts'
import {
  staffAccount,
  staffFactorRequest,
  staffInvite,
  staffMark,
  staffSession,
  staffTwoFactor,
  staffUser,
  staffVerification,
} from './schema.ts'

type Entry =
  | 'invite'
  | 'readInvite'
  | 'useInvite'
  | 'passwordHash'
  | 'touch'
  | 'endOtherSessions'
  | 'passwordSet'
  | 'factorRequest'
  | 'askFactor'
  | 'removeFactor'
  | 'sweep'

/** Links, passwords and sessions. */
export const makeStaffEntry = (db: Db): Pick<StaffStore, Entry> => {
  const active = async (userId: string) => {
    const { id, username, name, unit, role } = staffUser
    const [user] = await db
      .select({ id, username, name, unit, role })
      .from(staffUser)
      .where(and(eq(staffUser.id, userId), isNull(staffUser.deactivatedAt)))
    return user ?? null
  }
  /** Sessions, and sign-ins between password and code. */
  const endOf = (userId: string, here = '') =>
    [
      db.delete(staffSession).where(and(eq(staffSession.userId, userId), ne(staffSession.id, here))),
      db.delete(staffVerification).where(eq(staffVerification.value, userId)),
    ] as const
  const usable = (tokenHash: string, now: number) =>
    and(eq(staffInvite.tokenHash, tokenHash), isNull(staffInvite.usedAt), gt(staffInvite.expiresAt, now))

  return {
    async invite(userId, tokenHash, expiresAt, log) {
      await db.batch([
        db.delete(staffInvite).where(eq(staffInvite.userId, userId)),
        db.delete(staffAccount).where(eq(staffAccount.userId, userId)),
        // One that is not bound yet has proven nothing.
        db
          .delete(staffTwoFactor)
          .where(and(eq(staffTwoFactor.userId, userId), eq(staffTwoFactor.verified, false))),
        ...endOf(userId),
        db.insert(staffInvite).values({ tokenHash, userId, expiresAt, usedAt: null }),
        ...(log ? [logStatement(db, log)] : []),
      ])
    },

    async readInvite(tokenHash, now) {
      const [found] = await db
        .select({ userId: staffInvite.userId })
        .from(staffInvite)
        .where(usable(tokenHash, now))
      return found ? active(found.userId) : null
    },

    async useInvite(tokenHash, now) {
      const [used] = await db
        .update(staffInvite)
        .set({ usedAt: now })
        .where(usable(tokenHash, now))
        .returning({ userId: staffInvite.userId })
      return used ? active(used.userId) : null
    },

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

    async passwordHash(userId) {
      const [row] = await db
        .select({ password: staffAccount.password })
        .from(staffAccount)
        .where(and(eq(staffAccount.userId, userId), isNotNull(staffAccount.password)))
      return row?.password ?? null
    },

    async touch(sessionId, at) {
      await db
        .update(staffSession)
        .set({ updatedAt: new Date(at) })
        .where(eq(staffSession.id, sessionId))
    },

    async endOtherSessions(userId, sessionId, log) {
      await db.batch([
        db.delete(staffSession).where(and(eq(staffSession.userId, userId), ne(staffSession.id, sessionId))),
        logStatement(db, log),
      ])
    },

    async passwordSet(userId, log) {
      await db.batch([
        db.delete(staffVerification).where(eq(staffVerification.value, userId)),
        logStatement(db, log),
      ])
    },

    async factorRequest(userId, now) {
      const { askedBy, askedAt, expiresAt } = staffFactorRequest
      const [found] = await db
        .select({ askedBy, askedAt, expiresAt })
        .from(staffFactorRequest)
        .where(and(eq(staffFactorRequest.userId, userId), gt(expiresAt, now)))
      return found ?? null
    },

    async askFactor(userId, request, log) {
      await db.batch([
        db
          .insert(staffFactorRequest)
          .values({ userId, ...request })
          .onConflictDoUpdate({ target: staffFactorRequest.userId, set: request }),
        logStatement(db, log),
      ])
    },

    async removeFactor(userId, log, here) {
      await db.batch([
        db.delete(staffTwoFactor).where(eq(staffTwoFactor.userId, userId)),
        db.update(staffUser).set({ twoFactorEnabled: false }).where(eq(staffUser.id, userId)),
        ...endOf(userId, here),
        db.delete(staffFactorRequest).where(eq(staffFactorRequest.userId, userId)),
        logStatement(db, log),
      ])
    },
  }
}
