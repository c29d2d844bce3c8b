import type { LogData, LogKind } from '#domain/staff/desk-log.ts'

/** A row for the log of the desk; the store fills in the units of actor and subject when it writes the row. */
export interface DeskLogEntry {
  /** Id of the account it is about; empty for a sign-in with an unknown name. */
  subject: string
  /** Who did it: a person's id, `console`, or empty before sign-in. */
  actor: string
  kind: LogKind
  at: number
  data?: LogData
  /** Keyed fingerprint of what was typed. */
  mark?: string
  /** Number of the case it is about; the case need not exist. */
  caseNumber?: string
}

/** A stored row of the log. */
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
  /** Units whose rows the reader may see; null means all, including rows about no account. */
  units: string[] | null
  subject?: string | undefined
  /** Start of the span (epoch ms), inclusive. */
  from?: number | undefined
  /** End of the span, exclusive: an instant (epoch ms) or the id of a row. */
  to?: number | string | undefined
  limit: number
}

/** The log of the desk. */
export interface LogStore {
  log(entry: DeskLogEntry): Promise<void>
  /** The newest rows about one person. */
  ownLog(subject: string, limit: number): Promise<DeskLogRow[]>
  logPage(query: LogQuery): Promise<DeskLogRow[]>
  /** Actions of others since then that gave access to this account: the newest of each kind and actor. */
  notices(subject: string, since: number): Promise<DeskLogRow[]>
  /** Ids of those who created or changed this account, or gave it a link, since then (epoch ms). */
  makersOf(subject: string, since: number): Promise<string[]>
}
