import type { Role } from '#domain/staff/staff.ts'
import type { DeskLogEntry } from './log.ts'

/** One-time links, passwords and sessions. */
export interface EntryStore {
  /** A new link; older ones, password, sessions and open sign-ins of that person are gone. The second factor stays. */
  invite(userId: string, tokenHash: string, expiresAt: number, log?: DeskLogEntry): Promise<void>
  /** Whose link this is, while it can be used. */
  readInvite(tokenHash: string, now: number): Promise<{ id: string; username: string; name: string } | null>
  /** Uses a link up; null when it is unknown, used, old, or the person left. */
  useInvite(tokenHash: string, now: number): Promise<{ id: string; unit: string; role: Role } | null>
  /** scrypt text of the password, or null. */
  passwordHash(userId: string): Promise<string | null>
  /** Seen now: the idle limit counts from here. */
  touch(sessionId: string, at: number): Promise<void>
  /** Ends the sessions of a person but one. */
  endOtherSessions(userId: string, sessionId: string, log: DeskLogEntry): Promise<void>
  /** A new password was set: what was begun with the old one ends. */
  passwordSet(userId: string, log: DeskLogEntry): Promise<void>
}
