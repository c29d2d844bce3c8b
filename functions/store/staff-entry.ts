import { and, eq, gt, isNotNull, isNull, lte, ne } from 'drizzle-orm'
import type { Db } from './client.ts'
import {
  staffAccount,
  staffInvite,
  staffMark,
  staffSession,
  staffTwoFactor,
  staffUser,
  staffVerification,
} from './staff-schema.ts'
import type { StaffStore } from './staff-store.ts'

type Entry = 'invite' | 'readInvite' | 'useInvite' | 'passwordHash' | 'touch' | 'endOtherSessions' | 'sweep'

/** Links, passwords and sessions. */
export const makeStaffEntry = (db: Db): Pick<StaffStore, Entry> => {
  const active = async (userId: string) => {
    const [user] = await db
      .select({ id: staffUser.id, username: staffUser.username })
      .from(staffUser)
      .where(and(eq(staffUser.id, userId), isNull(staffUser.deactivatedAt)))
    return user ?? null
  }
  const usable = (tokenHash: string, now: number) =>
    and(eq(staffInvite.tokenHash, tokenHash), isNull(staffInvite.usedAt), gt(staffInvite.expiresAt, now))

  return {
    async invite(userId, tokenHash, expiresAt) {
      await db.batch([
        db.delete(staffInvite).where(eq(staffInvite.userId, userId)),
        db.delete(staffAccount).where(eq(staffAccount.userId, userId)),
        db.delete(staffTwoFactor).where(eq(staffTwoFactor.userId, userId)),
        db.update(staffUser).set({ twoFactorEnabled: false }).where(eq(staffUser.id, userId)),
        db.delete(staffSession).where(eq(staffSession.userId, userId)),
        db.insert(staffInvite).values({ tokenHash, userId, expiresAt, usedAt: null }),
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

    async endOtherSessions(userId, sessionId) {
      await db
        .delete(staffSession)
        .where(and(eq(staffSession.userId, userId), ne(staffSession.id, sessionId)))
    },
  }
}
