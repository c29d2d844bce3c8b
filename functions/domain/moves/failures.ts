import type { JoiningFault } from './joining.ts'
import type { MoveFault } from './rules.ts'

/**
 * Why a move failed. `unknown`: no such case exists for this person. `stale`: another person has moved it since.
 * `ownRequest`: the person who requested an extension must not approve it. `otherUnknown`: the case to link or merge with
 * does not exist for them; `otherHidden`: a reader of this case must not know of the other; `otherEnded`: it has ended, so
 * nothing can be merged into it; `otherPerson`: it is another person's. `tooManyDays`: more than the rule allows.
 * `tooEarly`: there is no result to deliver yet. `drafted`: the draft of an agreement is concluded on its own page.
 * `noItem`: the agreement has no such item. `pastTime`, `sameTime`: a time that has passed, or stands twice;
 * `otherSession`: who or what was chosen is not of this meeting; `manySessions`: too many meetings are planned;
 * `staffBooked`, `roomBooked`: the mediator or the room has another meeting at that time; `expertBooked`: so has the
 * expert; `noSlot`: the expert is not there then; `bookedBefore`, `bookedOften`: the person has a consultation to come, or
 * had too many lately; `ownDraft`: who wrote words for everybody does not approve them; `namesSomebody`, `tellsDanger`:
 * what stands in these; `lostText`: they cannot be read. Those of joining are in `joining.ts`.
 */
export type MoveFailure =
  | 'unknown'
  | 'stale'
  | 'ownRequest'
  | 'tooManyDays'
  | 'otherUnknown'
  | 'otherHidden'
  | 'otherEnded'
  | 'otherPerson'
  | 'tooEarly'
  | 'drafted'
  | 'noItem'
  | 'pastTime'
  | 'sameTime'
  | 'otherSession'
  | 'manySessions'
  | 'staffBooked'
  | 'roomBooked'
  | 'expertBooked'
  | 'noSlot'
  | 'bookedBefore'
  | 'bookedOften'
  | 'ownDraft'
  | 'namesSomebody'
  | 'tellsDanger'
  | 'lostText'
  | JoiningFault
  | MoveFault
