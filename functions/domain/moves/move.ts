import type { Relation } from '#domain/desk/access.ts'
import type { PublicationState } from '#domain/history/publication.ts'
import type { SessionNeed } from '#domain/sessions/sessions.ts'
import type { Capabilities } from '#domain/staff/staff.ts'
import type { EventKind } from '#domain/words/events.ts'
import type { Level } from '#domain/words/levels.ts'
import type { Matter } from '#domain/words/matters.ts'
import { type Status, statusesIn } from '#domain/words/statuses.ts'
import type { Track } from '#domain/words/tracks.ts'
import { kindsThat, type UnitKind } from '#domain/words/unit-kinds.ts'
import type { MoveField } from './fields.ts'

/** The columns of the table of moves, and values its rows share. The resulting status is defined by the event. */

/** Where a move transfers a case, relative to its desk. */
export type Target = 'side' | 'above' | 'below' | 'sender' | 'any' | 'cohandlers'

export interface Move {
  /** Label of the button. */
  name: string
  /** One line below the button: what the move does. */
  purpose: string
  from: readonly Status[]
  by: readonly Relation[]
  /** The capability that the person's role must have. */
  can: keyof Pick<Capabilities, 'handles' | 'decides'>
  tracks?: readonly Track[]
  /** Kinds of unit that may make the move; absent means all. */
  unitKinds?: readonly UnitKind[]
  /** On one track only these kinds. */
  kindsOnTrack?: Partial<Record<Track, readonly UnitKind[]>>
  /** Only a case that was sent down to this desk. */
  sentDown?: true
  /** Only cases with the danger mark. */
  danger?: true
  /** Not for cases with the danger mark: no one must negotiate with a person they fear (rules.md R49). */
  notInDanger?: true
  needs: readonly MoveField[]
  /** Fields also required where the case has options for them. */
  ifOffered?: readonly MoveField[]
  /** Fields also required on one track. */
  onTrack?: Partial<Record<Track, readonly MoveField[]>>
  may?: readonly MoveField[]
  /** Hints in place of those of the fields. */
  hints?: Partial<Record<MoveField, string>>
  target?: Target
  /**
   * The move transfers the case: to its target; back to the sender, as an objection that a superior decides the second
   * time (信访工作条例 23, 24); or to the county, which takes cases with danger.
   */
  transfersTo?: 'target' | 'objection' | 'county'
  /** The person who makes the move becomes the handler of the case. */
  becomesHandler?: true
  /** Who is taken off the case, where the form does not ask: the person who makes the move, or the handler. */
  takesOff?: 'maker' | 'assignee'
  /** Only while somebody is kept out of the case for an interest in it. */
  whileRecused?: true
  /** The case must go to one of these units if nobody else of its desk can handle it. */
  ifAlone?: 'above' | 'any'
  /** Also for the mediator whom a side does not want: it gives the case to others, or records something. */
  evenIfObjected?: true
  /** On the complaint track only for these kinds of matter. */
  onMatter?: readonly Matter[]
  /** The case ends with it: whoever cannot reopen the case is asked first whether they are sure. */
  final?: true
  /** The case must have come to this desk from another. */
  wasTransferred?: true
  /** Only while the case is shared with other units. */
  whileShared?: true
  /** Only by staff of this level. */
  level?: Level
  /** Only if an extension has been requested. */
  onRequest?: true
  /** Only while the people of the case have written something that nobody has answered. */
  ifUnanswered?: true
  /** Answers what the people of the case have written: its form shows everything that waits, the latest included. */
  answers?: true
  /** Only while the holder of the code has asked for something that somebody has to confirm with them. */
  ifUnconfirmed?: true
  /** Not by somebody who gave the holder a code: the request may be their own. */
  notByGiver?: true
  /** Only until the desk has set that aside. */
  ifUntalked?: true
  /** Only while the people of the case wait for a call. */
  ifCallAsked?: true
  /** Only in a case whose complainant gave their name: nobody is invited by somebody unknown. */
  ifNamed?: true
  /** Only if somebody of the other side is registered. */
  ifOthers?: true
  /** Only if somebody of the other side was invited. */
  ifInvited?: true
  /** Only while words for the other side wait for the complainant. */
  ifDrafted?: true
  /** Only with words for the other side that the complainant has approved; these are what the person gets. */
  ifApproved?: true
  /** Only if somebody gets a code without an invitation. */
  ifJoined?: true
  /** Only if somebody stands for others, or is one of many. */
  ifStandIns?: true
  /** The person of the other side gets a tracking code, which staff see. */
  givesCode?: true
  /** Brings both sides together: not against a clear refusal (人民调解法 17). */
  ifWilling?: true
  /** Only with an agreement that was made. */
  ifAgreed?: true
  /** Not before a person in danger was safely reached (rules.md R49); what the other side reads of needs no such column. */
  ifReached?: true
  /** Only if it is time to ask whether an agreement is kept. */
  ifRevisitDue?: true
  /** Only a case that may become a story; only one whose story must be taken down. */
  ifFitsStory?: true
  ifStoryBack?: true
  /** Only while publishing the answer to a suggestion is as far as one of these. */
  ifPublication?: readonly PublicationState[]
  /** Also by who handles cases at the desk, if a revisit found that the agreement is not kept. */
  handlesIfUnkept?: true
  /** Only while a record on the spot waits to be proven (docs/adr/0045-on-the-spot.md). */
  ifUnproven?: true
  /** Only while a unit above waits for an answer (domain/desk/supervisions.ts). */
  ifSupervised?: true
  /** Only a case that failed, came again or is many people’s; only while a measure of its review is open. */
  ifReviewable?: true
  ifMeasureOpen?: true
  /** Only if the complainant has a code to read it with: a case from an old ledger has none (docs/adr/0055-import.md). */
  needsCode?: true
  /** Only if some meeting of the case is so. */
  ifSession?: SessionNeed
  /** Only while a consultation of somebody of the case is to come. */
  ifBooked?: true
  /** `asks`: requests more days, if a clock can be extended; `grants`: grants them, while that clock runs. */
  extension?: 'asks' | 'grants'
}

/** The rows of one chapter of the table. */
export type Moves = Partial<Record<EventKind, Move>>

export const open = statusesIn('new', 'work', 'asked', 'outside')
export const inHand = statusesIn('work', 'asked')
export const working = statusesIn('work')
export const results = statusesIn('done', 'over')
export const ended = statusesIn('done', 'over', 'archived')
export const anytime = [...open, ...ended]

/** Tracks handled by offices. */
export const office = ['complaint', 'consult', 'suggestion', 'tip'] as const
export const deciding = kindsThat('decides')
export const offices = kindsThat('takesPetitions')
export const committees = kindsThat('makesAgreements')

export const desk = { by: ['desk'], can: 'handles' } as const
export const shared = { by: ['desk', 'cohandler'], can: 'handles' } as const
