import type { AppendStore } from './append.ts'
import type { StoredCase } from './case.ts'
import type { FollowingStore, GuessedFrom, GuessMarks } from './following.ts'

/** A case as the number on a letter leads to it: to append to, never to show. Nothing sealed is loaded with it. */
export interface LetterCase {
  stored: StoredCase
  /** Number of the person the letter is for, and of the event with its words. */
  party: number
  seq: number
}

/** Asking the mediator with the number on a letter. */
export interface LetterStore extends AppendStore, Pick<FollowingStore, 'countGuess'> {
  /**
   * The case of a number, with the counts of guesses: one round trip, whatever the result.
   * @returns `found` is null if the number is unknown or has expired
   */
  byLetter(
    number: string,
    now: number,
    from: GuessedFrom,
  ): Promise<{ found: LetterCase | null; marks: GuessMarks }>
}

/** Printing letters. */
export interface LetterPrintStore {
  /** The number on the letter with the words of an event; the same each time it is printed. */
  letterNumber(caseNumber: string, seq: number): Promise<string>
}
