import { and, desc, eq, gt, inArray, ne, or, sql } from 'drizzle-orm'
import { failuresPerPair, failuresPerPairDay, nameWindow, signInWindow } from '#domain/staff/bounds.ts'
import { noticeKinds } from '#domain/staff/desk-log.ts'
import { countMark } from '#store/marks.ts'
import type { SignInStore } from '#store/ports/staff/sign-in.ts'
import type { StaffBase } from './base.ts'
import { logStatement } from './log.ts'
import { deskLog, staffMark, staffUser } from './schema.ts'

/** Counts sign-in attempts by name and address, and used one-time codes, within running time windows. */
export const makeStaffMarks = (base: StaffBase): SignInStore => {
  const { db } = base
  /** Increments a counter, unless a counter in `unless` is over its bound: a stopped attempt counts nowhere else. */
  const counting = (key: string, now: number, life: number, ...unless: { key: string; most: number }[]) => {
    const open = unless.map(
      (mark) =>
        sql`NOT EXISTS (SELECT 1 FROM staff_mark WHERE key = ${mark.key} AND count > ${mark.most} AND expires_at > ${now})`,
    )
    return countMark(db, staffMark, { key, now, expiresAt: now + life }, and(...open))
  }
  const uncount = (keys: string[]) =>
    db
      .update(staffMark)
      .set({ count: sql`${staffMark.count} - 1` })
      .where(and(inArray(staffMark.key, keys), gt(staffMark.count, 0)))

  return {
    async count(key, now, life) {
      return (await counting(key, now, life))[0]?.count ?? 1
    },

    async forget(key) {
      await db.delete(staffMark).where(eq(staffMark.key, key))
    },

    async beginSignIn(username, { pair, pairDay, nameDay, address }, now) {
      const thisPair = { key: pair, most: failuresPerPair }
      const thisDay = { key: pairDay, most: failuresPerPairDay }
      const [byPair, byPairDay, byNameDay, byAddress, users] = await db.batch([
        counting(pair, now, signInWindow),
        counting(pairDay, now, nameWindow, thisPair),
        counting(nameDay, now, nameWindow, thisPair, thisDay),
        counting(address, now, signInWindow, thisPair, thisDay),
        db
          .select({
            id: staffUser.id,
            unit: staffUser.unit,
            role: staffUser.role,
            gone: staffUser.deactivatedAt,
            hash: sql<
              string | null
            >`(SELECT password FROM staff_account WHERE staff_account.user_id = staff_user.id AND password IS NOT NULL LIMIT 1)`,
          })
          .from(staffUser)
          .where(eq(staffUser.username, username)),
      ])
      const [user] = users
      return {
        pair: byPair[0]?.count ?? 0,
        pairDay: byPairDay[0]?.count ?? 0,
        nameDay: byNameDay[0]?.count ?? 0,
        address: byAddress[0]?.count ?? 0,
        account: user
          ? {
              id: user.id,
              unit: user.unit,
              role: user.role,
              hash: user.hash,
              deactivated: user.gone !== null,
            }
          : null,
      }
    },

    async cameIn(entry, marks) {
      const { subject, actor, kind, id } = deskLog
      const kinds = [...noticeKinds, 'signed-in' as const]
      const last = db
        .select({ kind })
        .from(deskLog)
        .where(
          and(
            eq(subject, entry.subject),
            inArray(kind, kinds),
            or(ne(actor, entry.subject), eq(kind, 'signed-in')),
          ),
        )
        .orderBy(desc(id))
        .limit(1)
      const [[newest]] = await db.batch([
        last,
        ...(marks
          ? [
              db.delete(staffMark).where(inArray(staffMark.key, [marks.pair, marks.pairDay])),
              uncount([marks.nameDay, marks.address]),
            ]
          : []),
        logStatement(base, entry),
      ])
      return newest !== undefined && newest.kind !== 'signed-in'
    },
  }
}
