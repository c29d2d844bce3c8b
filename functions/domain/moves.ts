import type { EventKind } from './events.ts'
import { fail, ok, type Result } from './result.ts'
import type { Status } from './statuses.ts'
import type { Track } from './tracks.ts'

/** A move of staff: from which statuses, to which, on which tracks. One table for checks, words and tests. */
export interface Move {
  from: readonly Status[]
  to: Status | null
  tracks?: readonly Track[]
  /** Must a word to the complainant go with it? */
  needsMessage?: boolean
}

const open = ['filed', 'accepted', 'mediating', 'handling', 'waiting', 'referred'] as const
const inHand = ['accepted', 'mediating', 'handling', 'waiting'] as const

/** Moves that the console knows until the desk takes them over. */
export const moves = {
  accepted: { from: ['filed'], to: 'accepted' },
  declined: { from: ['filed'], to: 'declined', needsMessage: true },
  mediating: { from: inHand, to: 'mediating', tracks: ['mediation'] },
  handling: { from: inHand, to: 'handling', tracks: ['complaint', 'consult', 'suggestion', 'tip'] },
  message: { from: open, to: null, needsMessage: true },
  settled: { from: inHand, to: 'settled', tracks: ['mediation', 'complaint'] },
  failed: { from: inHand, to: 'failed', tracks: ['mediation'], needsMessage: true },
  answered: {
    from: inHand,
    to: 'answered',
    tracks: ['complaint', 'consult', 'suggestion', 'tip'],
    needsMessage: true,
  },
  closed: { from: ['settled', 'failed', 'answered', 'declined', 'withdrawn'], to: 'closed' },
} as const satisfies Partial<Record<EventKind, Move>>

export type MoveKind = keyof typeof moves

export type MoveFault = 'status' | 'track' | 'message'

/**
 * The status a move leads to.
 * @returns the new status (the old one where a move changes none), or why the move is refused
 */
export const applyMove = (
  kind: MoveKind,
  status: Status,
  track: Track,
  message: string,
): Result<Status, MoveFault> => {
  const move: Move = moves[kind]
  if (!move.from.includes(status)) return fail('status')
  if (move.tracks && !move.tracks.includes(track)) return fail('track')
  if (move.needsMessage && message === '') return fail('message')
  return ok(move.to ?? status)
}
