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

/** What one kind of event is; everything that asks about a kind reads it here. */
export interface EventRow {
  words: WordsShape
}

/**
 * What can happen to a case. Every row of `case_event` has one of these kinds; the list only grows, a word in it
 * never changes its meaning (docs/adr/0004-history.md).
 */
export const eventTable = {
  filed: { words: 'filing' },
  party: { words: 'person' },
  accepted: { words: 'subject' },
  declined: { words: 'decision' },
  mediating: { words: 'message' },
  handling: { words: 'message' },
  message: { words: 'message' },
  settled: { words: 'decision' },
  failed: { words: 'decision' },
  answered: { words: 'decision' },
  withdrawn: { words: 'none' },
  closed: { words: 'message' },
  assigned: { words: 'none' },
  transferred: { words: 'reason' },
  escalated: { words: 'reason' },
  'sent-down': { words: 'reason' },
  returned: { words: 'reason' },
  'reported-back': { words: 'reason' },
  'cohandler-joined': { words: 'reason' },
  'cohandler-left': { words: 'none' },
  referred: { words: 'referral' },
  'referral-answered': { words: 'reason' },
  asked: { words: 'message' },
  replied: { words: 'message' },
  noted: { words: 'reason' },
  contacted: { words: 'reason' },
  'duty-reported': { words: 'reason' },
  'extension-requested': { words: 'reason' },
  extended: { words: 'decision' },
  'extension-refused': { words: 'reason' },
  delivered: { words: 'none' },
  'lead-named': { words: 'none' },
  judged: { words: 'reason' },
  'danger-marked': { words: 'reason' },
  'danger-lifted': { words: 'reason' },
  reopened: { words: 'reason' },
  linked: { words: 'reason' },
  merged: { words: 'message' },
  'subject-set': { words: 'subject' },
  'code-replaced': { words: 'none' },
  'area-merged': { words: 'reason' },
  'party-corrected': { words: 'person' },
  erased: { words: 'none' },
} as const satisfies Record<string, EventRow>

export type EventKind = keyof typeof eventTable

/** What a kind is; a kind that a later release wrote says nothing here, and its row stays. */
export const eventRow = (kind: string): EventRow =>
  Object.hasOwn(eventTable, kind) ? eventTable[kind as EventKind] : { words: 'none' }

export const eventKinds = Object.keys(eventTable) as EventKind[]
