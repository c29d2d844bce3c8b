import type { Relation } from '#domain/desk/access.ts'
import type { Capabilities } from '#domain/staff/staff.ts'
import type { EventKind } from '#domain/words/events.ts'
import type { Level } from '#domain/words/levels.ts'
import type { Matter } from '#domain/words/matters.ts'
import { type Status, statusesIn } from '#domain/words/statuses.ts'
import type { Track } from '#domain/words/tracks.ts'
import { kindsThat, type UnitKind } from '#domain/words/unit-kinds.ts'

/** What a row of the table of moves can say, and the lists that rows share. Where a move leads is said by its event. */

/** What a move asks the member of staff for. */
export type MoveField =
  | 'message'
  | 'reason'
  | 'body'
  | 'subject'
  | 'matter'
  | 'people'
  | 'unit'
  | 'proper'
  | 'staff'
  | 'answerBy'
  | 'outside'
  | 'deliveryBy'
  | 'deliveryOn'
  | 'colour'
  | 'other'
  | 'rule'
  | 'days'
  | 'ways'
  | 'duty'
  | 'otherName'

/** Where a move hands a case, seen from the desk. */
export type Target = 'side' | 'above' | 'below' | 'sender' | 'any' | 'cohandlers'

export interface Move {
  /** The button. */
  name: string
  /** One line under it: what it does. */
  purpose: string
  from: readonly Status[]
  by: readonly Relation[]
  /** What the person's role must allow. */
  can: keyof Pick<Capabilities, 'handles' | 'decides'>
  tracks?: readonly Track[]
  /** Kinds of the unit that makes the move; absent: all. */
  unitKinds?: readonly UnitKind[]
  /** On one track only these kinds. */
  kindsOnTrack?: Partial<Record<Track, readonly UnitKind[]>>
  /** Only a case that was sent down to this desk. */
  sentDown?: true
  /** Only cases with the danger mark. */
  danger?: true
  /** Not while somebody is in danger: nobody has to sit down with whom they fear (rules.md R49). */
  calm?: true
  needs: readonly MoveField[]
  /** Needed besides on one track. */
  onTrack?: Partial<Record<Track, readonly MoveField[]>>
  may?: readonly MoveField[]
  target?: Target
  /**
   * It hands the case on: to its target; back, as an objection that a superior decides the second time
   * (信访工作条例 23, 24); or to the county, which takes what is dangerous.
   */
  handsOn?: 'target' | 'objection' | 'county'
  /** Who makes it has the case in hand from then on. */
  takesOn?: true
  /** It is offered among the steps that carry the case on, though neither status nor desk change. */
  carriesOn?: true
  /** On the complaint track only for this kind of matter. */
  onMatter?: Matter
  /** The case must have come to this desk from another. */
  cameFrom?: true
  /** Only while other units share the case. */
  whileShared?: true
  /** Only by staff of this level. */
  level?: Level
  /** An extension must have been asked for. */
  onRequest?: true
  /** It asks for more days, where a clock can be extended; or grants them, while that clock runs. */
  extension?: 'asks' | 'grants'
}

/** Rows of a chapter. */
export type Moves = Partial<Record<EventKind, Move>>

export const open = statusesIn('new', 'work', 'asked', 'outside')
export const inHand = statusesIn('work', 'asked')
export const working = statusesIn('work')
export const results = statusesIn('done', 'over')
export const ended = statusesIn('done', 'over', 'archived')
export const anytime = [...open, ...ended]

/** Tracks that offices handle. */
export const office = ['complaint', 'consult', 'suggestion', 'tip'] as const
export const deciding = kindsThat('decides')
export const offices = kindsThat('takesPetitions')
export const committees = kindsThat('makesAgreements')

export const desk = { by: ['desk'], can: 'handles' } as const
export const shared = { by: ['desk', 'cohandler'], can: 'handles' } as const
