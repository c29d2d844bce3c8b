import type { ListScope } from '#domain/desk/access.ts'
import type { DeskEntry, ListedCase, ReadKind, Waits } from '#domain/desk/listing.ts'
import type { CaseState } from '#domain/history/case-state.ts'
import type { Actor, CaseEvent, EventData, Scope } from '#domain/history/events.ts'
import type { EventKind } from '#domain/words/events.ts'

/** A case as use-cases know it: what its history says, and the plain columns beside it; nothing a person wrote. */
export interface CaseRecord extends CaseState {
  id: string
  number: string
  subject: string | null
  filedAt: number
  headSeq: number
  headHash: string
}

/** Keys of one case by scope, opened when asked for. */
export interface CaseKeys {
  /** Null where the scope has no key: it never had one, or the person was erased. */
  of(scope: Scope): Promise<CryptoKey | null>
}

/** A case taken out of the store whole: one round trip. */
export interface StoredCase {
  record: CaseRecord
  events: CaseEvent[]
  /** What was sealed under the given scopes, in order; what has no key (any more) is left out. */
  words(scopes: readonly Scope[]): Promise<SealedWords[]>
  /** For the store itself: what `append` seals with. */
  keys: CaseKeys
}

/** Who follows with a code, and what a session of theirs hangs on. */
interface CodeHolder {
  codeHash: string
  party: number
  /** Raised when the holder leaves; a session of an earlier epoch is over. */
  epoch: number
  /** Staff have seen the code: its holder gets another at its first use. */
  staffSaw: boolean
  firstUsedAt: number | null
}

/** A case as the holder of a code finds it; words are those that were written to them or by them. */
export interface FollowedCase extends StoredCase {
  holder: CodeHolder
}

/** An event before it is sealed and chained. `words` is what a person wrote; it is sealed under `scope`. */
export interface NewEvent {
  kind: EventKind
  actor: Actor
  at: number
  unit: string
  /** Unit of the member of staff who acts; empty for everybody else. */
  acting: string
  data: EventData
  scope?: Scope
  words?: unknown
}

export interface NewCase {
  /** Case number with six random digits, and the one with seven for a year that is a fifth full. */
  numbers: { year: string; six: string; seven: string }
  trackingCode: string
  /** Staff see the code (代录). */
  staffSaw: boolean
  /** The first is `filed`. */
  events: NewEvent[]
  /** By which staff will find the person. */
  person: { phone?: string | undefined; name?: string | undefined }
  /** Absent when the caller sent no idempotency key. */
  receipt?: { key: string; body: string; expiresAt: number; answer: object } | undefined
}

/** `taken`: a random number or code, or the idempotency key, was in use; nothing was stored. */
export type FileOutcome =
  | { kind: 'stored'; number: string; lastHash: string }
  | { kind: 'taken'; what: 'number' | 'receipt' }

/** What is known of an earlier filing with the same key. */
interface Receipt {
  sameBody: boolean
  number: string
  /** The answer of then, with the hash of the last row of the filing; null once the person noted the code. */
  answer: unknown
}

/** A read of a case, as it is written down. */
interface ReadEntry {
  staff: string
  /** The unit they worked for at that moment. */
  acting: string
  caseId: string
  kind: ReadKind
  at: number
}

type CaseRead = Pick<ReadEntry, 'staff' | 'kind' | 'at'>

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

/** What changes beside the history with an appended event. */
interface CaseChange {
  subject?: string | undefined
  /** Somebody who joins: their key scope, and the name they are found by. */
  party?: { scope: Scope; name: string } | undefined
  /** A new tracking code for a holder, which they alone have seen. */
  newCode?: { from: CodeHolder; codeHash: string } | undefined
  /** Number of a person whose key, code and indexes go. */
  erased?: number | undefined
}

/** Where a guess comes from: the sender's own address, and the wider network whose share of the total is bounded. */
export interface GuessedFrom {
  own: string
  shared: string
}

/** The marks of guessing: this address, and everybody. */
export interface GuessMarks {
  address: number
  total: number
  /** Guesses that named the same case, where this one did. */
  oneCase?: number
}

export interface Store {
  /** Stores case, history, keys, code, indexes and receipt in one batch, or nothing. */
  file(filing: NewCase): Promise<FileOutcome>
  /** The living receipt of an idempotency key; null when there is none. One past its life is taken away. */
  receipt(key: string, body: string, now: number): Promise<Receipt | null>
  /** Takes the sealed answer away; key and body fingerprints stay. */
  forgetAnswer(key: string): Promise<void>
  /** Is the sealed answer of a key still kept? */
  keepsAnswer(key: string): Promise<boolean>

  /** Fingerprint of a tracking code, for the session cookie. */
  codeHash(trackingCode: string): Promise<string>
  /**
   * The case a code opens, with the marks of guessing where `from` is given: one round trip, whatever comes of it.
   * @returns `found` null when the code opens nothing (any more)
   */
  follow(
    codeHash: string,
    now: number,
    from?: GuessedFrom,
  ): Promise<{ found: FollowedCase | null; marks: GuessMarks }>
  /** Remembers the first use of a code, once. */
  markFirstUse(codeHash: string, at: number): Promise<void>
  /** Ends every session of a code's epoch; those of an earlier one are over already. */
  endSessions(codeHash: string, epoch: number): Promise<void>
  /**
   * Counts one unknown code and gives the marks after it, so that a burst of guesses is seen as one. One network adds
   * a bounded number to the total; a guess that names a case counts for that case and its address alone.
   */
  countGuess(
    from: GuessedFrom,
    caseNumber: string | null,
    now: number,
    expiresAt: number,
  ): Promise<GuessMarks>

  /** A case by its number, whole. A number that names nothing costs the same statements. */
  openCase(number: string): Promise<StoredCase | null>
  /** The same by its id. */
  openById(id: string): Promise<StoredCase | null>

  /** Appends events in one batch; `stale` when somebody else was faster. */
  append(stored: StoredCase, events: NewEvent[], change?: CaseChange): Promise<'appended' | 'stale'>

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

  /** Writes down that somebody read a case, and gives who read it lately, newest first. */
  logRead(entry: ReadEntry, limit: number): Promise<CaseRead[]>

  /**
   * Cases of which a clock changes by itself up to `now`, the longest due first, without what was sealed; `stored` null
   * where a history cannot be read.
   */
  dueCases(now: number, limit: number): Promise<{ id: string; stored: StoredCase | null }[]>
  /** Removes rows past their life, a bounded number at a time; rows of the read log after 200 days. */
  sweep(now: number): Promise<void>
  /** Puts a case off that could not be made anew, so that it holds up no other. */
  postpone(caseId: string, until: number): Promise<void>
  /** Writes the derived rows of cases anew, in one batch; nothing for one that moved since it was read. */
  refresh(cases: { stored: StoredCase; entry: DeskEntry }[], now: number): Promise<void>

  /** Does the database answer? */
  healthy(): Promise<boolean>
}
