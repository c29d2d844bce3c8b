import type { Role } from '#domain/staff/staff.ts'
import type { DeskLogEntry } from './log.ts'

/** One-time links, passwords and sessions. */
export interface EntryStore {
  /** Stores a new link and deletes older links, password, sessions and open sign-ins. A bound second factor stays. */
  invite(userId: string, tokenHash: string, expiresAt: number, log?: DeskLogEntry): Promise<void>
  /** The owner of an unused, unexpired link; null if there is none or they were deactivated. */
  readInvite(tokenHash: string, now: number): Promise<{ id: string; username: string; name: string } | null>
  /** Marks a link as used and returns its owner; null if it is unknown, used or expired, or they were deactivated. */
  useInvite(tokenHash: string, now: number): Promise<{ id: string; unit: string; role: Role } | null>
  /** The scrypt hash of the password; null if there is none. */
  passwordHash(userId: string): Promise<string | null>
  /** Records activity at `at` (epoch ms): the idle time counts from it. */
  touch(sessionId: string, at: number): Promise<void>
  /** Ends all sessions of a person except the given one. */
  endOtherSessions(userId: string, sessionId: string, log: DeskLogEntry): Promise<void>
  /** Records that a new password was set: sign-ins begun with the old one end. */
  passwordSet(userId: string, log: DeskLogEntry): Promise<void>
}
