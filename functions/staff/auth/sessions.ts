import { minute } from '#domain/basics/bounds.ts'
import { fail, ok, type Result } from '#domain/basics/result.ts'
import { findUnit } from '#domain/places/areas.ts'
import {
  failuresAgain,
  passwordLength,
  signInWindow,
  staffIdle,
  staffLongest,
  staffTouchAfter,
} from '#domain/staff/bounds.ts'
import type { Role, StaffMember } from '#domain/staff/staff.ts'
import type { EntryStore } from '#store/ports/staff/entry.ts'
import type { LogStore } from '#store/ports/staff/log.ts'
import type { SignInStore } from '#store/ports/staff/sign-in.ts'
import type { AuthPorts } from '../ports.ts'
import { type AuthFault, attempt, type BetterAuth, setCookies } from './better-auth.ts'

/** The sessions and the password of the person who is signed in. */

export interface Present {
  member: StaffMember
  enrolled: boolean
  sessionId: string
}

export interface OpenSession {
  id: string
  userAgent: string
  began: number
  seen: number
}

type SessionStore = Pick<EntryStore, 'touch' | 'passwordHash' | 'passwordSet'> &
  Pick<SignInStore, 'count' | 'forget'> &
  Pick<LogStore, 'log'>

/** Reading, listing and ending the sessions of staff. */
export const makeSessions = (ports: AuthPorts<SessionStore>, auth: BetterAuth) => {
  const { staff, clock, keys } = ports

  /** The person whose session the request carries; null if there is none, it expired, or they were deactivated. */
  const current = async (headers: Headers): Promise<Present | null> => {
    const response = await auth.api.getSession({ headers })
    // Deactivating deletes the rows; this check catches a session that a concurrent sign-in created.
    if (!response || response.user.deactivatedAt || !findUnit(response.user.unit)) return null
    const { user, session } = response
    const now = clock()
    const silent = now - session.updatedAt.getTime()
    // Touched in what is now the future: the clock was ahead, and the session would be open for as long as that.
    if (silent < -minute || silent >= staffIdle || now - session.createdAt.getTime() >= staffLongest) {
      await (await auth.$context).internalAdapter.deleteSession(session.token)
      return null
    }
    if (silent >= staffTouchAfter) await staff.touch(session.id, now)
    const { id, username, name, unit } = user
    return {
      member: { id, username: username ?? '', name, unit, role: user.role as Role },
      enrolled: user.twoFactorEnabled === true,
      sessionId: session.id,
    }
  }

  return {
    current,

    async signOut(userId: string, headers: Headers): Promise<string[]> {
      const cookies = setCookies((await auth.api.signOut({ headers, returnHeaders: true })).headers)
      await staff.log({ subject: userId, actor: userId, kind: 'signed-out', at: clock() })
      return cookies
    },

    /** The person's own sessions, most recently used first. Tokens are not returned: pages name a session by its id. */
    async sessions(headers: Headers): Promise<OpenSession[]> {
      return (await auth.api.listSessions({ headers }))
        .map(({ id, createdAt, updatedAt, userAgent }) => ({
          id,
          userAgent: userAgent ?? '',
          began: createdAt.getTime(),
          seen: updatedAt.getTime(),
        }))
        .sort((a, b) => b.seen - a.seen)
    },

    async endSession(id: string, headers: Headers): Promise<void> {
      const row = (await auth.api.listSessions({ headers })).find((one) => one.id === id)
      if (!row) return
      await auth.api.revokeSession({ body: { token: row.token }, headers })
      const { userId } = row
      await staff.log({ subject: userId, actor: userId, kind: 'sessions-ended', at: clock() })
    },

    /** Checks the password again, before actions that a stranger at an unlocked machine must not take. */
    async isPassword(userId: string, password: string): Promise<Result<true, AuthFault>> {
      const key = `again:${await keys.mac('staff-mark', userId)}`
      if ((await staff.count(key, clock(), signInWindow)) > failuresAgain) return fail('tooMany')
      const hash = await staff.passwordHash(userId)
      if (!hash || !(await ports.password.verify(hash, password.slice(0, passwordLength.most)))) {
        await staff.log({
          subject: userId,
          actor: userId,
          kind: 'refused',
          at: clock(),
          data: { how: 'again' },
        })
        return fail('password')
      }
      await staff.forget(key)
      return ok(true)
    },

    /**
     * Sets a new password; ends all other sessions and all sign-ins begun with the old one. The caller has checked the
     * old password with `isPassword`.
     */
    async changePassword(
      userId: string,
      current: string,
      next: string,
      headers: Headers,
    ): Promise<Result<string[], AuthFault>> {
      const body = { currentPassword: current, newPassword: next, revokeOtherSessions: true }
      const done = await attempt(auth.api.changePassword({ body, headers, returnHeaders: true }))
      if (!done.ok) return done
      await staff.passwordSet(userId, { subject: userId, actor: userId, kind: 'password-set', at: clock() })
      return ok(setCookies(done.value.headers))
    },
  }
}
