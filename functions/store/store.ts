import type { About } from '../domain/about.ts'
import type { ListScope } from '../domain/access.ts'
import type { Category } from '../domain/categories.ts'
import type { DeskEntry, ListedCase, ReadKind, Waits } from '../domain/desk-entry.ts'
import type { Actor, CaseEvent, EventData, EventKind, Scope } from '../domain/events.ts'
import type { Level } from '../domain/levels.ts'
import type { Status } from '../domain/statuses.ts'
import type { Track } from '../domain/tracks.ts'

/** A case as lists and use-cases know it: plain columns, nothing a person wrote. */
export interface CaseRecord {
  id: string
  number: string
  track: Track
  category: Category
  region: string
  status: Status
  level: Level
  unit: string
  about: About
  danger: boolean
  subject: string | null
  filedAt: number
  headSeq: number
  headHash: string
  firstFollowedAt: number | null
  people: number | null
  /** Staff have seen the code: its holder gets another at its first use. */
  codeTemporary: boolean | null
}

/** An event before it is sealed and chained. `words` is what a person wrote; it is sealed under `scope`. */
export interface NewEvent {
  kind: EventKind
  actor: Actor
  at: number
  unit: string
  data: EventData
  scope?: Scope
  words?: unknown
}

export interface NewCase {
  /** Case number with six random digits, and the one with seven for a year that is a fifth full. */
  numbers: { year: string; six: string; seven: string }
  trackingCode: string
  track: Track
  category: Category
  region: string
  status: Status
  level: Level
  unit: string
  about: About
  danger: boolean
  filedAt: number
  entry: DeskEntry
  /** Staff see the code (代录). */
  codeTemporary: boolean
  events: NewEvent[]
  /** By which staff will find the person. */
  person: { phone?: string | undefined; name?: string | undefined }
  /** Absent when the caller sent no idempotency key. */
  receipt?: { key: string; body: string; expiresAt: number; answer: unknown } | undefined
}

/** `taken`: a random number or code, or the idempotency key, was in use; nothing was stored. */
export type FileOutcome =
  | { kind: 'stored'; number: string; lastHash: string }
  | { kind: 'taken'; what: 'number' | 'receipt' }

/** What is known of an earlier filing with the same key. */
export interface Receipt {
  sameBody: boolean
  number: string
  lastHash: string
  /** The answer of then; null once the person noted the code. */
  answer: unknown
}

export interface Follow {
  record: CaseRecord
  events: CaseEvent[]
  /** Opened messages to the complainant, by sequence number of their event. */
  messages: { seq: number; text: string }[]
}

/** Words of one event, opened. */
export interface SealedWords {
  seq: number
  scope: Scope
  words: unknown
}

/** A list of the desk: one scope, one order, from a key on. */
export interface ListQuery {
  scope: ListScope
  /** Open cases by due day; all that were touched, newest first; open ones whose colour turned, newest first. */
  order: 'due' | 'changed' | 'turned'
  waits?: Waits | undefined
  /** Rank of the warning colour. */
  colour?: number | undefined
  /** Only what is due before this instant. */
  dueBefore?: number | undefined
  /** Only what changed in this span, with `order: 'changed'`. */
  changedFrom?: number | undefined
  changedBefore?: number | undefined
  /** Only what turned from this instant on, with `order: 'turned'`. */
  turnedFrom?: number | undefined
  after?: { key: number; caseId: string } | undefined
  limit: number
}

/** What changes on a case with an appended event. */
export interface CaseChange {
  status: Status
  subject?: string | undefined
  people?: number | undefined
  danger?: boolean | undefined
  /** Somebody who joins: his own key scope, and the name he is found by. */
  party?: { scope: Scope; name: string } | undefined
  /** The area that took the case's area over. */
  region?: string | undefined
  /** Fingerprint of a new tracking code, which the holder alone has seen. */
  codeHash?: string | undefined
  entry: DeskEntry
}

/** The two marks of guessing: one address prefix, and everybody. */
export interface GuessMarks {
  address: number
  total: number
}

export interface Store {
  /** Stores case, history, keys, indexes, receipt and outbox row in one batch, or nothing. */
  file(filing: NewCase): Promise<FileOutcome>
  /** The living receipt of an idempotency key; null when there is none. */
  receipt(key: string, body: string, now: number): Promise<Receipt | null>
  /** Takes the sealed answer away; key and body fingerprints stay. */
  forgetAnswer(key: string): Promise<void>
  /** Is the sealed answer of a key still kept? */
  keepsAnswer(key: string): Promise<boolean>

  guesses(address: string, now: number): Promise<GuessMarks>
  /** Counts one unknown code and gives the marks after it, so that a burst of guesses is seen as one. */
  countGuess(address: string, now: number, expiresAt: number): Promise<GuessMarks>

  /** Fingerprint of a tracking code, for the session cookie. */
  codeHash(trackingCode: string): Promise<string>
  findByCode(codeHash: string): Promise<CaseRecord | null>
  findByNumber(number: string): Promise<CaseRecord | null>
  /** Case, history and messages in two statements; null when the code opens nothing (any more). */
  follow(codeHash: string): Promise<Follow | null>
  /** The history of a case, without sealed parts. */
  history(caseId: string): Promise<CaseEvent[]>
  /** Remembers the first use of a code, once. */
  markFollowed(caseId: string, at: number): Promise<void>

  /** Appends events in one batch; `stale` when somebody else was faster. */
  append(record: CaseRecord, events: NewEvent[], change: CaseChange): Promise<'appended' | 'stale'>

  /** What was sealed under the given scopes, by sequence number; what has no key (any more) is left out. */
  words(record: CaseRecord, scopes: Scope[]): Promise<SealedWords[]>

  /** A page of a list. */
  list(query: ListQuery): Promise<ListedCase[]>
  /** How many cases a list holds, counted no further than `most`. */
  countList(query: Omit<ListQuery, 'after' | 'limit'>, most: number): Promise<number>
  /** Cases of a person, by phone or full name, among those listed under the scopes. */
  findPerson(field: 'phone' | 'name', text: string, scopes: ListScope[]): Promise<ListedCase[]>
  /** Lines of known cases, as far as they are listed under the scopes. */
  linesOf(caseIds: string[], scopes: ListScope[]): Promise<ListedCase[]>

  /** Numbers of cases of some areas or on some desks; for a maintainer, since it reads the whole table. */
  numbersIn(regions: string[], units: string[], limit: number): Promise<string[]>

  /** Writes down that somebody read a case. */
  logRead(entry: { staff: string; caseId: string; kind: ReadKind; at: number }): Promise<void>
  /** Who read a case, newest first. */
  readsOf(caseId: string, limit: number): Promise<{ staff: string; kind: ReadKind; at: number }[]>

  /** Cases of which a clock changes by itself up to `now`, the longest due first. */
  dueCases(now: number, limit: number): Promise<CaseRecord[]>
  /** Removes rows past their life, a bounded number at a time. */
  sweep(now: number): Promise<void>
  /** Puts a case off that could not be made anew, so that it holds up no other. */
  postpone(caseId: string, until: number): Promise<void>
  /** Writes the derived rows of a case anew; nothing when it moved since `record` was read. */
  refresh(record: CaseRecord, entry: DeskEntry, now: number): Promise<void>

  /** Does the database answer? */
  healthy(): Promise<boolean>
}
