import type { LogData, LogKind } from '#domain/staff/desk-log.ts'
import type { Role, StaffMember } from '#domain/staff/staff.ts'

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

/** A row for the log of the desk; the units of actor and subject are filled in as it is written. */
export interface DeskLogEntry {
  /** Whose account it is about; empty for a sign-in with a name nobody has. */
  subject: string
  /** Who did it: a person's id, `console`, or empty while nobody has signed in. */
  actor: string
  kind: LogKind
  at: number
  data?: LogData
  /** Keyed fingerprint of what was typed. */
  mark?: string
  /** The case it is about, by its number; there may be none. */
  caseNumber?: string
}

/** A row of the log as it is read back. */
export interface DeskLogRow {
  id: string
  subject: string
  actor: string
  unit: string
  place: string
  kind: LogKind
  at: number
  caseId: string | null
  mark: string | null
  data: LogData
}

/** Which rows a page of the log shows, newest first. */
interface LogQuery {
  /** Units whose staff the reader answers for; null: all, and what is about nobody. */
  units: string[] | null
  subject?: string | undefined
  /** From this instant on. */
  from?: number | undefined
  /** Before this instant, or before the row with this id. */
  to?: number | string | undefined
  limit: number
}

/** What the sign-in looks at, in one round trip: the marks after this try, and the account with this username. */
export interface SignInLook {
  /** Tries so far, this one among them; a mark behind one that is over its limit is not counted. */
  pair: number
  pairDay: number
  nameDay: number
  address: number
  account: { id: string; unit: string; role: Role; hash: string | null; deactivated: boolean } | null
}

/** The marks of a try: keyed fingerprints. */
export interface SignInMarks {
  pair: string
  pairDay: string
  nameDay: string
  address: string
}

/** A second factor is to be removed: who asked, and until when somebody else may agree. */
export interface FactorRequest {
  askedBy: string
  askedAt: number
  expiresAt: number
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

  change(id: string, change: AccountChange, log: DeskLogEntry): Promise<void>
  /** Ends a person's work here: no sign-in, no session, no link, in one batch. */
  deactivate(id: string, log: DeskLogEntry): Promise<void>
  /** Opens the account again; the person comes in by a new link. */
  reactivate(id: string, log: DeskLogEntry): Promise<void>

  log(entry: DeskLogEntry): Promise<void>
  /** The newest rows about one person. */
  ownLog(subject: string, limit: number): Promise<DeskLogRow[]>
  logPage(query: LogQuery): Promise<DeskLogRow[]>
  /** What others did since then that let somebody into this account: of each kind and person the newest. */
  notices(subject: string, since: number): Promise<DeskLogRow[]>
  /** Whoever opened or changed this account, or gave it a link, since then. */
  makersOf(subject: string, since: number): Promise<string[]>

  /** Counts a try and looks the account up. */
  beginSignIn(username: string, marks: SignInMarks, now: number): Promise<SignInLook>
  /**
   * Writes that somebody came in, and takes back the marks that were no failures.
   * @returns whether a link was made or a second factor removed since they came in last
   */
  cameIn(entry: DeskLogEntry, marks?: SignInMarks): Promise<boolean>

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

  /** Who asked to remove the second factor of this person, while that can be agreed to. */
  factorRequest(userId: string, now: number): Promise<FactorRequest | null>
  askFactor(userId: string, request: FactorRequest, log: DeskLogEntry): Promise<void>
  /** Removes the second factor; sessions and open sign-ins end, but for the session that asks for it. */
  removeFactor(userId: string, log: DeskLogEntry, here?: string): Promise<void>

  /** Removes sessions, challenges, links and marks past their life, and some rows of the log past theirs. */
  sweep(now: number): Promise<void>

  /** Counts once and gives the count in the running window; concurrent posts all count. */
  count(key: string, now: number, life: number): Promise<number>
  forget(key: string): Promise<void>
}
