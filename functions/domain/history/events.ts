import type { Day } from '#domain/basics/time.ts'
import type { About } from '#domain/words/about.ts'
import type { Category } from '#domain/words/categories.ts'
import type { Channel } from '#domain/words/channels.ts'
import type { EventKind } from '#domain/words/events.ts'
import type { Matter } from '#domain/words/matters.ts'
import type { OutsideKind } from '#domain/words/outside-bodies.ts'
import type { Track } from '#domain/words/tracks.ts'

/** Who did it. A published encoding covers it, so these four forms are all there will be. */
export type Actor = `party:${number}` | `staff:${string}` | 'system' | 'console'

/** A key scope: what the committee must keep (人民调解法 27), or one person. */
export type Scope = 'record' | `party:${number}`

/** The complainant is always party 1. */
export const complainant = 'party:1' satisfies Scope

/** Whose part somebody has in a case: the one who complains, or the one complained of. */
type Side = 'complainant' | 'other'

/** As what somebody takes part on their side. The list grows. */
type PartyRole = 'principal' | 'representative' | 'guardian'

/** Whom words are for: one person of the case, or those who handle it. */
type Addressee = `party:${number}` | 'desk'

/** Plain facts of an event. They are covered by the hash and are never what a person wrote. */
export interface EventData {
  /** Clock rules that began with it, as they stood that day: a later edit of the data changes no running clock. */
  clocks?: StartedClock[]
  /** Rules whose clock stands still from here, and those that run again. */
  pauses?: string[]
  resumes?: string[]
  /** Rules whose clock ends here because another kind of unit has the case now. */
  stops?: string[]
  /** Days asked for on one clock; they count only once approved. */
  asks?: { rule: string; days: number }
  /** Days added to one clock, with the superior's approval. */
  extends?: { rule: string; days: number }
  /** Kind of a complaint, at acceptance. */
  matter?: Matter
  /** What was filed and how it came, in the `filed` row alone: access, lists and figures start from here. */
  track?: Track
  category?: Category
  about?: About
  danger?: boolean
  anonymous?: boolean
  channel?: Channel
  /** Area of the case: in the `filed` row, and again where it was merged into another area. */
  region?: string
  /** The person who joined, whose data was corrected, or who was erased. */
  party?: number
  side?: Side
  role?: PartyRole
  /** Whom the words of this row are for; absent: they are for the record. */
  to?: Addressee[]
  /** The unit it came from; `unit` of the event is where it went. */
  from?: string
  /** At a return: the unit that is meant to be the right one. */
  proper?: string
  /** A second return: the common superior decides (信访工作条例 24). */
  bySecondReturn?: boolean
  /** By which day an answer is expected. */
  answerBy?: Day
  /** The member of staff it was given to, or who leads it. */
  staff?: string
  /** The other unit: co-handling, referral back. */
  with?: string
  /** Outside body a case was referred to, as a kind. */
  outside?: OutsideKind
  /** How and when something reached the person. */
  delivery?: { by: 'hand' | 'post' | 'phone' | 'code'; on: Day }
  /** Staff's judgement of the colour. */
  colour?: string
  /** People involved. */
  people?: number
  /** Another case, by its number. */
  other?: string
  /** The other ways that are open, by ids of `limits` in content/deadlines.yaml (人民调解法 26). */
  ways?: string[]
  /** A duty to report, by its id in content/duties.yaml. */
  duty?: string
}

export interface StartedClock {
  rule: string
  days: number
  workdays: boolean
  /** Counted from an earlier day than the event's: it took over from another clock. */
  since?: Day
}

/** One row of a case's history, without its sealed part. */
export interface CaseEvent {
  seq: number
  kind: EventKind
  actor: Actor
  at: number
  /** The unit whose desk the case is on after this event. */
  unit: string
  /** The unit the member of staff worked for at that moment; empty where it was nobody of the staff. */
  acting: string
  data: EventData
  /** SHA-256 of the row (hex), which covers the row before. */
  hash: string
}
