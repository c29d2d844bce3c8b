import { unansweredIn } from '#domain/history/conversation.ts'
import { type CaseEvent, type PartyScope, partyScope } from '#domain/history/events.ts'
import { statusIn } from '#domain/history/status-replay.ts'
import { keyUsed } from '#domain/words/key-used.ts'
import { statusesIn } from '#domain/words/statuses.ts'
import type { Track } from '#domain/words/tracks.ts'

/**
 * Asking for another mediator (人民调解法 19, 23): either side, by their code, without a reason, while the case is in hand.
 * Nobody is named: who handles it is nothing that a holder learns.
 */

/** Why nobody can ask now: it is no mediation, nobody has it in hand, or they have asked and wait. */
export type MediatorFault = 'track' | 'standing' | 'pending'

const inHand = statusesIn('work', 'asked')

/** Who was asked in knows of a case that was taken on already: their history begins with their invitation. */
const isInHand = (events: CaseEvent[]): boolean => {
  const status = statusIn(events)
  return inHand.includes(status) || (status === 'filed' && events[0]?.kind !== 'filed')
}

/** Why this person cannot ask now; null if they can. */
export const mediatorFault = (
  events: CaseEvent[],
  { track, party }: { track: Track; party: number },
): MediatorFault | null => {
  if (track !== 'mediation') return 'track'
  if (!isInHand(events)) return 'standing'
  return isWaiting(events, partyScope(party)) ? 'pending' : null
}

const isWaiting = (events: CaseEvent[], person: PartyScope): boolean =>
  unansweredIn(events).some(({ kind, actor }) => kind === 'mediator-asked' && actor === person)

export const mediatorMessages: Record<MediatorFault | 'conflict' | 'stale', string> = {
  track: '这件事不是调解，没有调解员。对办的人有意见，可以留话，也可以打 12345。',
  standing: '现在没有在调解，不用换。',
  pending: '已经说过要换了，办的单位看得到。换好了，会写在“走到哪一步”里。',
  conflict: keyUsed,
  stale: '刚才有人也在动这件事，没有交上去。请再按一次。',
}
