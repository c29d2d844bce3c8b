import type { Instant } from '#domain/basics/time.ts'
import { consentIn } from '#domain/history/consent.ts'
import { type CaseEvent, isPerson, type Side } from '#domain/history/events.ts'
import { statusIn } from '#domain/history/status-replay.ts'
import { answerMessages } from '#domain/words/key-used.ts'
import type { PartyRole } from '#domain/words/party-roles.ts'
import { isEnded } from '#domain/words/statuses.ts'
import type { Track } from '#domain/words/tracks.ts'

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

/** True if a person says it for themselves: who filed has said it so, a proxy says it for nobody, and only mediation asks. */
export const maySayWhetherToTalk = ({ side, role, track }: Asked): boolean =>
  side === 'other' && role !== 'proxy' && track === 'mediation'

interface Asked {
  side: Side
  role: PartyRole
  track: Track
}

/** What a person of the other side says: that they want to talk, do not, or never refused. */
export type Say = 'agreed' | 'refused' | 'refusal-disputed'

/** Why it cannot be said now: they filed; they are a proxy; the case has ended; nothing was recorded. */
export type SayFault = 'side' | 'proxy' | 'ended' | 'notRecorded'

/** Why somebody cannot say this now; null if they can, and `same` if they said it already. */
export const sayFault = (consent: Consent | null, say: Say): SayFault | 'same' | null => {
  if (!consent) return 'side'
  if (!consent.open) return 'ended'
  if (say === 'refusal-disputed') return consent.said === 'refused' && consent.recorded ? null : 'notRecorded'
  return consent.said === say && !consent.recorded ? 'same' : null
}

export const sayMessages: Record<SayFault | 'required' | 'conflict' | 'stale', string> = {
  proxy: '愿不愿意谈，要本人来说。本人的意思，可以写在“有话要说”里。',
  side: '这件事不用您在这里答。不想办了，由申请的人撤回。',
  ended: '这件事已经结束了，不用再答。',
  notRecorded: '没有记下您拒绝过。愿意谈、不愿意谈，可以直接说。',
  ...answerMessages,
}
