import { and, eq, isNotNull, isNull, ne } from 'drizzle-orm'
import { hour } from '#domain/basics/bounds.ts'
import { inviteLife } from '#domain/staff/bounds.ts'
import { isAlive } from '#store/alive.ts'
import type { EntryStore } from '#store/ports/staff/entry.ts'
import type { StaffBase } from './base.ts'
import { endOf } from './end-of.ts'
import { logStatement } from './log.ts'
import {
  staffAccount,
  staffInvite,
  staffSession,
  staffTwoFactor,
  staffUser,
  staffVerification,
} from './schema.ts'

/** The part of the store for one-time links, passwords and sessions. */
export const makeStaffEntry = (base: StaffBase): EntryStore => {
  const { db } = base
  const active = async (userId: string) => {
    const { id, username, name, unit, role } = staffUser
    const [user] = await db
      .select({ id, username, name, unit, role })
      .from(staffUser)
      .where(and(eq(staffUser.id, userId), isNull(staffUser.deactivatedAt)))
    return user ?? null
  }
  const usable = (tokenHash: string, now: number) =>
    and(
      eq(staffInvite.tokenHash, tokenHash),
      isNull(staffInvite.usedAt),
      // A link may be made on another machine, whose clock nobody compares with this one.
      isAlive(staffInvite.expiresAt, now, inviteLife, hour),
    )

  return {
    async invite(userId, tokenHash, expiresAt, log) {
      await db.batch([
        db.delete(staffInvite).where(eq(staffInvite.userId, userId)),
        db.delete(staffAccount).where(eq(staffAccount.userId, userId)),
        // A factor that is not bound yet has proven nothing.
        db
          .delete(staffTwoFactor)
          .where(and(eq(staffTwoFactor.userId, userId), eq(staffTwoFactor.verified, false))),
        ...endOf(db, userId),
        db.insert(staffInvite).values({ tokenHash, userId, expiresAt, usedAt: null }),
        ...(log ? [logStatement(base, log)] : []),
      ])
    },

    async readInvite(tokenHash, now) {
      const [invite] = await db
        .select({ userId: staffInvite.userId })
        .from(staffInvite)
        .where(usable(tokenHash, now))
      return invite ? active(invite.userId) : null
    },

    async useInvite(tokenHash, now) {
      const [invite] = await db
        .update(staffInvite)
        .set({ usedAt: now })
        .where(usable(tokenHash, now))
        .returning({ userId: staffInvite.userId })
      return invite ? active(invite.userId) : null
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
        logStatement(base, log),
      ])
    },

    async passwordSet(userId, log) {
      await db.batch([
        db.delete(staffVerification).where(eq(staffVerification.value, userId)),
        logStatement(base, log),
      ])
    },
  }
}
