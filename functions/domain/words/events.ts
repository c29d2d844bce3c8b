import type { Status } from './statuses.ts'
import type { Waits } from './waits.ts'

/** What a row seals besides its plain facts: the shapes stand in `history/words.ts`. */
export type WordsShape =
  | 'none'
  | 'filing'
  | 'person'
  | 'message'
  | 'reason'
  | 'subject'
  | 'decision'
  | 'referral'

/** What one kind of event is; whatever asks about a kind reads it here. Its sentence stands in `following/timeline.ts`. */
export interface EventRow {
  words: WordsShape
  /** What waits at the desk after it: a thing of the desk's own, nothing, or the same as before. */
  waits: Waits | 'nothing' | 'same'
  /** The status of the case after it; `back`: the one before it was asked or referred; absent: the status stays. */
  leadsTo?: Status | 'back'
  /** Its message is kept in the record too, whoever is erased (人民调解法 27, 信访工作条例 32). */
  decision?: true
  /** It answers a request for more days. */
  decidesExtension?: true
  /** The kind it is called to a resident: nothing they see says that somebody is in danger (rules.md R49). */
  publicAs?: 'transferred'
}

/**
 * What can happen to a case. Every row of `case_event` has one of these kinds; the list only grows, a word in it
 * never changes its meaning (docs/adr/0004-history.md).
 */
export const eventTable = {
  filed: { words: 'filing', waits: 'nothing', leadsTo: 'filed' },
  party: { words: 'person', waits: 'same' },
  accepted: { words: 'subject', waits: 'nothing', leadsTo: 'accepted' },
  declined: { words: 'decision', waits: 'nothing', leadsTo: 'declined', decision: true },
  mediating: { words: 'message', waits: 'nothing', leadsTo: 'mediating' },
  handling: { words: 'message', waits: 'nothing', leadsTo: 'handling' },
  message: { words: 'message', waits: 'same' },
  settled: { words: 'decision', waits: 'nothing', leadsTo: 'settled', decision: true },
  failed: { words: 'decision', waits: 'nothing', leadsTo: 'failed', decision: true },
  answered: { words: 'decision', waits: 'nothing', leadsTo: 'answered', decision: true },
  withdrawn: { words: 'none', waits: 'nothing', leadsTo: 'withdrawn' },
  closed: { words: 'message', waits: 'nothing', leadsTo: 'closed' },
  assigned: { words: 'none', waits: 'same' },
  transferred: { words: 'reason', waits: 'came' },
  escalated: { words: 'reason', waits: 'came' },
  'sent-down': { words: 'reason', waits: 'came' },
  returned: { words: 'reason', waits: 'back' },
  'reported-back': { words: 'reason', waits: 'back' },
  'cohandler-joined': { words: 'reason', waits: 'same' },
  'cohandler-left': { words: 'none', waits: 'same' },
  referred: { words: 'referral', waits: 'nothing', leadsTo: 'referred' },
  'referral-answered': { words: 'reason', waits: 'nothing', leadsTo: 'back' },
  asked: { words: 'message', waits: 'nothing', leadsTo: 'waiting' },
  replied: { words: 'message', waits: 'replied', leadsTo: 'back' },
  noted: { words: 'reason', waits: 'same' },
  contacted: { words: 'reason', waits: 'same' },
  'duty-reported': { words: 'reason', waits: 'same' },
  'extension-requested': { words: 'reason', waits: 'nothing' },
  extended: { words: 'decision', waits: 'nothing', decision: true, decidesExtension: true },
  'extension-refused': { words: 'reason', waits: 'nothing', decidesExtension: true },
  delivered: { words: 'none', waits: 'same' },
  'lead-named': { words: 'none', waits: 'same' },
  judged: { words: 'reason', waits: 'same' },
  'danger-marked': { words: 'reason', waits: 'nothing', publicAs: 'transferred' },
  'danger-lifted': { words: 'reason', waits: 'same' },
  reopened: { words: 'reason', waits: 'nothing', leadsTo: 'accepted' },
  linked: { words: 'reason', waits: 'same' },
  merged: { words: 'message', waits: 'nothing', leadsTo: 'closed' },
  'subject-set': { words: 'subject', waits: 'same' },
  'code-replaced': { words: 'none', waits: 'same' },
  'area-merged': { words: 'reason', waits: 'came' },
  'party-corrected': { words: 'person', waits: 'nothing' },
  erased: { words: 'none', waits: 'nothing' },
} as const satisfies Record<string, EventRow>

export type EventKind = keyof typeof eventTable

/** What a kind is. A kind that a later release wrote says nothing here, and its row stays. */
export const eventRow = (kind: string): EventRow =>
  Object.hasOwn(eventTable, kind) ? eventTable[kind as EventKind] : { words: 'none', waits: 'nothing' }

export const eventKinds = Object.keys(eventTable) as EventKind[]
