import type { Role, StaffMember } from '../domain/staff.ts'

/** Somebody's account, as those who keep accounts see it. */
export interface StaffAccount extends StaffMember {
  /** The name parties see; null: not published. */
  publishedName: string | null
  /** Is a second factor bound? */
  enrolled: boolean
  /** Has a password been set? Without one only a link leads in. */
  ready: boolean
  deactivatedAt: number | null
}

/** What was done to an account, and by whom: a person's id or `console`. */
export interface StaffLogEntry {
  actor: string
  userId: string
  kind: 'created' | 'changed' | 'link' | 'deactivated' | 'reactivated'
  at: number
  data: Record<string, string | number | null>
}

export interface AccountChange {
  name: string
  publishedName: string | null
  unit: string
  role: Role
}

/** What the sign-in keeps in the database: the library's rows by its adapter, ours by statements of our own. */
export interface StaffStore {
  /** Database and tables for the library's adapter; nobody else looks inside. */
  library: { database: object; tables: Record<string, object> }

  account(id: string): Promise<StaffAccount | null>
  /** A page of accounts by unit and username, after the account `after`; `units` null: all of them. */
  accounts(units: string[] | null, limit: number, after?: StaffAccount): Promise<StaffAccount[]>
  /** Active handlers and leads of a unit. */
  colleagues(unit: string): Promise<{ id: string; name: string }[]>
  /** Names by id, of active and former staff alike. */
  names(ids: string[]): Promise<Map<string, string>>

  change(id: string, change: AccountChange, log: StaffLogEntry): Promise<void>
  /** Ends a person's work here: no sign-in, no session, no link, in one batch. */
  deactivate(id: string, log: StaffLogEntry): Promise<void>
  /** Opens the account again; the person comes in by a new link. */
  reactivate(id: string, log: StaffLogEntry): Promise<void>
  log(entry: StaffLogEntry): Promise<void>

  /** A new link; older ones, password, second factor and sessions of that person are gone. */
  invite(userId: string, tokenHash: string, expiresAt: number): Promise<void>
  /** Whose link this is, while it can be used. */
  readInvite(tokenHash: string, now: number): Promise<{ id: string; username: string } | null>
  /** Uses a link up; null when it is unknown, used, old, or the person left. */
  useInvite(tokenHash: string, now: number): Promise<{ id: string; username: string } | null>

  /** scrypt text of the password, or null. */
  passwordHash(userId: string): Promise<string | null>
  /** Seen now: the idle limit counts from here. */
  touch(sessionId: string, at: number): Promise<void>
  /** Ends the sessions of a person but one. */
  endOtherSessions(userId: string, sessionId: string): Promise<void>

  /** Removes sessions, challenges, links and marks past their life. */
  sweep(now: number): Promise<void>

  /** Counts once and gives the count in the running window; concurrent posts all count. */
  count(key: string, now: number, life: number): Promise<number>
  /** Takes one count back: it was no failure. */
  uncount(key: string): Promise<void>
  forget(key: string): Promise<void>
}
