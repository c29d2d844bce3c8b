import type { AppendStore } from './append.ts'
import type { CodeHolder, StoredCase } from './case.ts'

/** A case as the holder of a code finds it; words are those that were written to them or by them. */
export interface FollowedCase extends StoredCase {
  holder: CodeHolder
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

/** Following a case by its tracking code. */
export interface FollowingStore extends AppendStore {
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
}
