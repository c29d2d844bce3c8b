import type { Status } from '#domain/words/statuses.ts'
import { type Move, type MoveKind, moves } from './table.ts'

/** Which of the open moves a desk is shown first: at most three sensible next steps, then the ways to others. */

const byStatus: Record<Status, readonly MoveKind[]> = {
  filed: ['accepted', 'message', 'declined'],
  accepted: ['mediating', 'handling', 'asked', 'message'],
  mediating: ['agreement', 'settled', 'failed', 'message'],
  handling: ['session-held', 'answered', 'asked', 'message'],
  waiting: ['message', 'mediating', 'handling', 'answered'],
  referred: ['referral-answered', 'message'],
  settled: ['spot-checked', 'revisited', 'closed', 'delivered', 'message'],
  answered: ['delivered', 'closed', 'message'],
  failed: ['closed', 'delivered', 'message'],
  declined: ['delivered', 'closed', 'message'],
  withdrawn: ['closed', 'message'],
  closed: ['revisited', 'reopened', 'message'],
}

/** Before everything else: the decision a superior is asked for, and what is owed to a person in danger. */
const deciding: readonly MoveKind[] = ['extended', 'extension-refused']
/** Before other steps too: a request that waits for somebody to speak with its holder, until that was done. */
const confirming: readonly MoveKind[] = ['request-confirmed', 'request-set-aside']
/** When its handler was taken off the case. */
const ownerless: readonly MoveKind[] = ['assigned']
/** When somebody wrote and waits for an answer, or a call; a new case is taken on first. */
export const answering: readonly MoveKind[] = ['called', 'message', 'told', 'set-aside']
/** When a unit above waits for an answer, with its day. */
const asked: readonly MoveKind[] = ['supervision-answered']
/** When a petition has no number of the state's system yet (信访工作条例 21). */
const numbering: readonly MoveKind[] = ['petition-recorded']
const inDanger: readonly MoveKind[] = ['contacted', 'duty-reported']
/** For those who see a case on another desk. */
const elsewhere: readonly MoveKind[] = ['supervised', 'noted', 'lead-named', 'judged']

const most = 3

/** True if the move gives the case, or a share in it, to somebody else. */
const givesAway = (kind: MoveKind): boolean => {
  const { target, transfersTo }: Move = moves[kind]
  return (
    target !== undefined || kind === 'referred' || (transfersTo !== undefined && kind !== 'danger-marked')
  )
}

interface Steps {
  /** The sensible next steps, the first one is the main one. */
  next: MoveKind[]
  /** Moves that give the case to others. */
  away: MoveKind[]
  /** All others. */
  rest: MoveKind[]
}

/**
 * Sorts the moves open to a person.
 * @param open from `movesFor`, which alone decides what is allowed
 * @param vacant from `handlerIn`: somebody has to take the case over
 * @param unanswered from `unansweredIn`: somebody waits for an answer
 * @param unnumbered from `numberMissing`: the number of a petition is to be recorded
 * @param towards from `towardsTable`, for a mediation in hand, or `towardsPerformed`, for a settled case
 * @param done kinds of events since the danger mark, so that a duty that was met is not asked for again
 */
export const stepsOf = (
  open: readonly MoveKind[],
  {
    status,
    danger,
    done,
    vacant = false,
    unanswered = false,
    unnumbered = false,
    towards = [],
  }: {
    status: Status
    danger: boolean
    done: readonly string[]
    vacant?: boolean
    unanswered?: boolean
    unnumbered?: boolean
    towards?: readonly MoveKind[]
  },
): Steps => {
  const owed = danger ? inDanger.filter((kind) => !done.includes(kind)) : []
  const wanted = [
    ...deciding,
    ...(open.includes('request-set-aside') ? confirming : []),
    ...(vacant ? ownerless : []),
    ...owed,
    ...asked,
    ...(unanswered && status !== 'filed' ? answering : []),
    ...(unnumbered && status !== 'filed' ? numbering : []),
    ...(danger ? [] : towards),
    ...byStatus[status],
    ...elsewhere,
  ]
  const next = [...new Set(wanted)].filter((kind) => open.includes(kind)).slice(0, most)
  const others = open.filter((kind) => !next.includes(kind))
  return { next, away: others.filter(givesAway), rest: others.filter((kind) => !givesAway(kind)) }
}
