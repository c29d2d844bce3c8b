import type { GivenRating } from '#domain/following/rating.ts'
import type { ReadDay } from '#domain/following/readers.ts'
import type { Fingerprint } from '#domain/following/same-person.ts'
import type { CaseEvent } from '#domain/history/events.ts'
import type { Unsealed } from '#domain/history/words.ts'
import type { AnchorStore } from './anchors.ts'
import type { AppendStore } from './append.ts'
import type { CaseRecord, CodeHolder, StoredCase } from './case.ts'
import type { ReceiptStore } from './receipt.ts'

/**
 * A case as the holder of a code knows it: for the complainant the whole history; for the other side what
 * `knownToOther` leaves, with the status and the unit that follow from it. Its words are messages to or by them.
 */
export interface FollowedCase extends Omit<StoredCase, 'keys'> {
  holder: CodeHolder
  /** The case as it is: what is added to it is judged and appended here, never shown. */
  whole: StoredCase
  /** What the holder has answered about the result. */
  ratings: GivenRating[]
}

/** Another case beside a followed one, without anything sealed. */
interface BesideCase {
  record: CaseRecord
  events: CaseEvent[]
  /** What its complainant gave, and what the holder of the followed case gave; empty for an erased person. */
  theirs: Fingerprint[]
  own: Fingerprint[]
}

/** The source of a guess: the sender's address, and their wider network, whose share of the total is bounded. */
export interface GuessedFrom {
  own: string
  shared: string
}

/** Counts of guessed codes: of this address and of all addresses. */
export interface GuessMarks {
  address: number
  total: number
  /** Guesses that named the same case, if this one named a case. */
  oneCase?: number
}

/** What is read together with a followed case beside the newest messages. */
export type Also = 'agreement'

/** Following a case by its tracking code. */
export interface FollowingStore extends AppendStore, ReceiptStore, Pick<AnchorStore, 'checkCase'> {
  /** Fingerprint of a tracking code, for the session cookie. */
  codeHash(trackingCode: string): Promise<string>
  /**
   * The case of a code, with the counts of guesses if `from` is given: one round trip, whatever the result.
   * @param also `agreement`: its newest text is among the words of the record, for whoever may know of it
   * @returns `found` is null if the code is unknown or no longer valid
   */
  follow(
    codeHash: string,
    now: number,
    from?: GuessedFrom,
    also?: Also,
  ): Promise<{ found: FollowedCase | null; marks: GuessMarks }>
  /** The case of a number, which a followed case was merged into; null if there is none. One round trip. */
  beside(followed: FollowedCase, number: string): Promise<BesideCase | null>
  /**
   * What the holder filed: the words of the filing if they are the complainant, and what they gave of themselves. One
   * round trip; `follow` leaves them in the database.
   */
  filed(followed: FollowedCase): Promise<Unsealed[]>
  /** Which units read the case before `before`, newest first; the people are left out. One round trip. */
  readers(followed: FollowedCase, before: number): Promise<ReadDay[]>
  /** Records the first use of a code; later calls change nothing. */
  markFirstUse(codeHash: string, at: number): Promise<void>
  /** Ends all sessions of this epoch of a code; sessions of earlier epochs have already ended. */
  endSessions(codeHash: string, epoch: number): Promise<void>
  /** The counts of guesses of this address and at this case, without counting one. */
  guessesAt(from: GuessedFrom, caseNumber: string, now: number): Promise<GuessMarks>
  /**
   * Counts one unknown code and returns the counts including it, so that concurrent guesses are all counted. One
   * network adds a bounded number to the total; a guess that names a case counts only for that case and its address.
   */
  countGuess(
    from: GuessedFrom,
    caseNumber: string | null,
    now: number,
    expiresAt: number,
  ): Promise<GuessMarks>
}
