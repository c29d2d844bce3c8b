import type { Quarter } from '#domain/basics/quarters.ts'
import type { Result } from '#domain/basics/result.ts'
import type { RatingGroup } from '#domain/desk/rating-groups.ts'
import type { SheetReach } from '#domain/desk/sheets.ts'
import type { TaskUnit } from '#domain/desk/units-above.ts'
import type { Rating, RatingChance } from '#domain/following/rating.ts'
import type { RatingPeriod, RatingResult, RatingTaskKind } from '#domain/words/ratings.ts'
import type { StoredCase } from './case.ts'
import type { FollowedCase } from './following.ts'
import type { NewReceipt, ReceiptStore } from './receipt.ts'

/** What the holder of a code rates. No other part of the store writes a rating, and none reads a single one. */
export interface RatingStore extends ReceiptStore {
  /**
   * Stores an answer, or changes the one given in this period, with the tasks it asks for.
   * @param change `looks`, `calls`: units to look into the case, and to call its holder if this is the first answer
   * @returns `closed` if the answer can no longer be changed, `repeated` if the key of the receipt was used within a day;
   *   then nothing is stored
   */
  rate(
    followed: FollowedCase,
    chance: RatingChance,
    rating: Rating,
    change: {
      now: number
      receipt: NewReceipt | undefined
      registered: boolean
      looks: readonly TaskUnit[]
      calls: readonly TaskUnit[]
    },
  ): Promise<Result<null, 'closed' | 'repeated'>>
}

/** A task that waits at a unit; it says nothing about the rating. */
interface RatingTask {
  caseId: string
  kind: RatingTaskKind
  /** True if the reader opened the case since the task is there. */
  looked: boolean
}

/** A task that was set aside. */
export interface DoneRatingTask {
  kind: RatingTaskKind
  doneAt: number
  doneBy: string
  reason: string | null
}

/** Who reads the tasks of a unit. */
interface TaskReader {
  id: string
  unit: string
}

/** Looks and calls that ratings ask for, at the units they are for. */
export interface RatingTaskStore {
  /**
   * Open tasks of the reader, oldest first, or those of one case: of the first unit of each task that can open the case
   * and has somebody who did not work on it. Without those about the reader's own work, of cases they must keep out of or
   * that a unit of the county has (a look comes back when the case has ended there), and calls to people who were erased.
   */
  ratingTasks(
    reader: TaskReader,
    now: number,
    of: { limit: number } | { caseId: string },
  ): Promise<RatingTask[]>
  /** The tasks of one case that a unit has set aside, latest first. */
  doneRatingTasks(stored: StoredCase, unit: string, limit: number): Promise<DoneRatingTask[]>
  /**
   * Sets the open tasks of one kind aside for a reader to whom `ratingTasks` shows them; the reason is sealed.
   * @returns `gone` if none is there any more: somebody else was first, or the case moved; then nothing was stored
   */
  setRatingTaskAside(
    stored: StoredCase,
    reader: TaskReader,
    kind: RatingTaskKind,
    reason: string,
    now: number,
  ): Promise<Result<null, 'gone'>>
}

/** What was answered by at least `fewestRatings` people. */
interface RatingSum extends Record<RatingResult, number> {
  answered: number
  /** Sum of the grades of how they were treated. */
  treated: number
}

/** One line of the figures: the answers at one time of the cases of one unit, whose code staff gave, or not. */
export interface RatingFigure {
  unit: string
  period: RatingPeriod
  registered: boolean
  asked: number
  /** Null below `fewestRatings`: the database does not give out smaller sums. */
  sum: RatingSum | null
}

/** Quarterly sums of ratings: one row for each unit and period, whoever reads it. */
export interface RatingFigureStore {
  /** The sums of a quarter (`quarterId`) of some units; null until it is counted. Reads a row a unit. */
  ratingFigures(query: Pick<SheetReach, 'units'> & { quarter: string }): Promise<RatingFigure[] | null>
  /**
   * The groups of some quarters that have no units but these, and which of the quarters are counted. Reads a row a quarter
   * and town.
   */
  ratingGroups(
    query: Pick<SheetReach, 'units'> & { quarters: readonly string[] },
  ): Promise<{ counted: string[]; groups: RatingGroup[] }>
}

/** What the scheduler does for ratings. */
export interface RatingClosingStore {
  /** Those of these quarters that are counted. */
  countedRatings(quarters: readonly string[]): Promise<string[]>
  /** Counts the answers of a quarter that is final at some units, and stores all sums and groups at once, for good. */
  closeRatings(quarter: Quarter, units: readonly string[]): Promise<void>
  /**
   * Forgets which units above could have had tasks that somebody below has, of at most so many cases; nothing that a reader
   * sees changes.
   * @returns the number of cases
   */
  narrowRatingTasks(limit: number): Promise<number>
}
