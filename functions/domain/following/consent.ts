import type { Instant } from '#domain/basics/time.ts'
import { consentIn } from '#domain/history/consent.ts'
import { type CaseEvent, isPerson } from '#domain/history/events.ts'
import { statusIn } from '#domain/history/status-replay.ts'
import { isEnded } from '#domain/words/statuses.ts'

/** What a person of the other side said about talking, and what they can say now (人民调解法 17, 23). */
export interface Consent {
  /** True while the case is open: they can agree, refuse, or stop at any time. */
  open: boolean
  said: 'agreed' | 'refused' | null
  at: Instant
  /** Staff recorded it: how and on which day it was said. A refusal of this kind can be disputed. */
  recorded: CaseEvent['data']['delivery'] | null
}

/** The consent of one person, from the history as they know it. */
export const consentOf = (events: readonly CaseEvent[], party: number): Consent => {
  const last = consentIn(events, party)
  const said = last?.kind === 'agreed' || last?.kind === 'refused' ? last.kind : null
  return {
    open: !isEnded(statusIn([...events])),
    said,
    at: last?.at ?? 0,
    recorded: last && !isPerson(last.actor) ? (last.data.delivery ?? null) : null,
  }
}

/** What a person of the other side says: that they want to talk, do not, or never refused. */
export type Say = 'agreed' | 'refused' | 'refusal-disputed'

/** Why it cannot be said now: they did not file but were not asked either; the case has ended; nothing was recorded. */
export type SayFault = 'side' | 'ended' | 'notRecorded'

/** Why somebody cannot say this now; null if they can, and `same` if they said it already. */
export const sayFault = (consent: Consent | null, say: Say): SayFault | 'same' | null => {
  if (!consent) return 'side'
  if (!consent.open) return 'ended'
  if (say === 'refusal-disputed') return consent.said === 'refused' && consent.recorded ? null : 'notRecorded'
  return consent.said === say && !consent.recorded ? 'same' : null
}

export const sayMessages: Record<SayFault, string> = {
  side: '这件事是您申请的，不用在这里答。不想办了，可以撤回。',
  ended: '这件事已经结束了，不用再答。',
  notRecorded: '没有记下您拒绝过。愿意谈、不愿意谈，可以直接说。',
}
