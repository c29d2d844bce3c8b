import type { Day, Instant } from '#domain/basics/time.ts'
import type { Clock } from '#domain/clocks/clocks.ts'
import type { WayDays } from '#domain/clocks/remaining-ways.ts'
import type { Consultation } from '#domain/experts/consultations.ts'
import type { CaseFile } from '#domain/history/case-files.ts'
import type { Side } from '#domain/history/events.ts'
import type { ShownTimes } from '#domain/sessions/own-times.ts'
import { heldIds } from '#domain/words/held.ts'
import type { Level } from '#domain/words/levels.ts'
import type { Status, turnOf } from '#domain/words/statuses.ts'
import type { HolderActs } from './acts.ts'
import type { GivenRating, RatingChance } from './rating.ts'

/** What the holder of a tracking code sees of a case (rules.md R11), in words for residents. */
export interface PublicCase {
  number: string
  status: Status
  /** The result the case came to since it was last reopened; it stays when the case is closed. */
  result: Status | null
  level: Level
  unit: string
  unitId: string
  unitSince: Instant
  lastHash: string
  clocks: Clock[]
  timeline: Step[]
  messages: Said[]
  /** Whose turn it is: the reader's, the unit's, an outside body's; null if nobody has to do anything. */
  turn: Turn
  /** Whether the reader can write and give files now; what else they can do is in `chance` and `acts`. */
  can: Action[]
  /** The files that the reader gave, oldest first. */
  files: CaseFile[]
  /** The last day on which the reader can write to the desk; null while the case is open. */
  writeUntil: Day | null
  /** Ids of the `limits` that are shown as remaining ways after a failed mediation. */
  ways: string[]
  /** The days from which the last days of these are counted. */
  wayDays: WayDays
  /** A revisit found that what was agreed is not kept. */
  unkept: boolean
  /** The day the written answer reached the person, from which review periods run. */
  deliveredOn: Day | null
  next: Next[]
}

/** A step of the case, by the number of its event. */
interface Step {
  seq: number
  at: Instant
  kind: string
  text: string
}

/** Words to or by the reader. */
export interface Said {
  seq: number
  at: Instant
  from: string
  text: string
  /** They ask to be called, and when. */
  call?: { when?: string } | undefined
  /** Words of the desk for the other side, which the reader approves. */
  forOther?: true | undefined
  /** Name of the unit that alone reads them: an objection to a result. */
  only?: string | undefined
  /** Of the reader's own words: they arrived; they were read and need no answer. Says nothing about who read them. */
  receipt?: 'arrived' | 'set-aside' | undefined
}

/** What the holder of a code can do. The list grows. */
export const actionIds = [
  'message',
  'file',
  'consent',
  'times',
  'invitation',
  'agreement',
  'rate',
  'urge',
  'object',
  ...heldIds,
  'mediator',
  'copy',
] as const
export type Action = (typeof actionIds)[number]

export type Turn = ReturnType<typeof turnOf>

/** What happens next, and by which day. */
export interface Next {
  what: string
  by: string
}

/** Where a case goes on that was merged into another. */
export interface GoesOn {
  /** The case it was merged into; then the one that was merged into in turn, and so on. */
  numbers: [string, ...string[]]
  /** The status and the next steps of the last one; null if the reader may see no more than the first number. */
  now: { status: Status; next: Next[] } | null
}

/** A case as the page and the API show it. */
export interface FollowedView extends PublicCase {
  /** Names the case and the reader in the forms of a page; the API does not show it. */
  mark: string
  /** What the holder can rate now, and what they have answered. */
  chance: RatingChance | null
  ratings: readonly GivenRating[]
  acts: HolderActs
  /** The meetings that the reader was asked to, with their places. */
  times: ShownTimes
  /** The reader's consultations that are not over: when, and nothing else. */
  consultations: Consultation[]
  /** Null unless the case was merged into another. */
  goesOn: GoesOn | null
  /** `complainant`: who filed; `other`: everybody else, of either side. */
  side: Side
  /** On which side they are. */
  on: Side
  /** Staff have seen the code: its holder should take one of their own. */
  codeSeen: boolean
  /** What the desk said with the result that the case came to; empty if it said nothing, or there is none. */
  answer: string
  /** What the desk asked and waits for, whatever was written since; empty if it does not wait. */
  question: string
  /** The words for the other side that wait for the reader's approval, and the number of their event; null if none do. */
  draft: { seq: number; text: string } | null
  /** Where older messages and steps go on; null if these are all. */
  more: string | null
  /** Messages to and by the reader so far, those that are not shown included. */
  said: number
}
