import type { Proof } from '#domain/anchors/tree.ts'
import type { Day } from '#domain/basics/time.ts'
import type { StoredCase } from './case.ts'

/** The root of a day. */
export interface PublishedRoot {
  day: Day
  /** In hexadecimal. */
  root: string
}

/** What the history of a case is worth, checked row by row and against the newest published root. */
export interface CheckedCase {
  /**
   * `locked`: every row fits, and the path leads to the root; `waiting`: every row fits, no root covers the case yet, or it was
   * stored after the day of the newest one was closed, with an instant of that day; `broken`: a row or the path does not fit.
   */
  state: 'locked' | 'waiting' | 'broken'
  /** Of `locked` only. */
  proof: Proof | null
}

/** The published roots, for everybody, and the check of one case, for who filed it. */
export interface AnchorStore {
  /** Roots from a day on, oldest first, at most `limit`. One round trip. */
  anchors(since: Day, limit: number): Promise<PublishedRoot[]>
  /** Recomputes the history of a case and its path. One round trip; no row of another case is read, unless it has no leaf. */
  checkCase(stored: StoredCase): Promise<CheckedCase>
}

/** Closes days; for the scheduler. */
export interface ClosingStore {
  /** The day of the newest root; null without. */
  lastAnchor(): Promise<Day | null>
  /**
   * Computes the root of a day and stores it, or goes on where an earlier run stopped. Reads each case once, and holds it
   * against the tree of the last day.
   * @param closing.mostCases after so many cases it stops for this run
   * @returns `more` if another run is needed, `full` if the tree is too small; and the ids of cases that stand in the tree
   *   of the last day with no head: written again since (`broken`), or stored after it was closed (`late`)
   */
  closeDay(closing: {
    day: Day
    last: Day | null
    mostCases: number
  }): Promise<{ result: 'closed' | 'more' | 'full'; broken: string[]; late: string[] }>
}
