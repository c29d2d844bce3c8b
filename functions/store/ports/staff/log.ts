import type { LogData, LogKind } from '#domain/staff/desk-log.ts'

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

/** The log of the desk. */
export interface LogStore {
  log(entry: DeskLogEntry): Promise<void>
  /** The newest rows about one person. */
  ownLog(subject: string, limit: number): Promise<DeskLogRow[]>
  logPage(query: LogQuery): Promise<DeskLogRow[]>
  /** What others did since then that let somebody into this account: of each kind and person the newest. */
  notices(subject: string, since: number): Promise<DeskLogRow[]>
  /** Whoever opened or changed this account, or gave it a link, since then. */
  makersOf(subject: string, since: number): Promise<string[]>
}
