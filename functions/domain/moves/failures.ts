import type { MoveFault } from './rules.ts'

/**
 * Why a move came to nothing. `unknown`: no such case for this person. `stale`: somebody else moved it since.
 * `ownRequest`: who asks for an extension does not approve it. `otherUnknown`: the case to link or merge with is
 * not there for them; `otherHidden`: somebody who reads this case must not know of the other; `otherEnded`: it is over, so
 * nothing can be merged into it. `tooManyDays`: more than the rule allows. `tooEarly`: delivered before there was
 * anything to deliver.
 */
export type MoveFailure =
  | 'unknown'
  | 'stale'
  | 'ownRequest'
  | 'tooManyDays'
  | 'otherUnknown'
  | 'otherHidden'
  | 'otherEnded'
  | 'tooEarly'
  | MoveFault
