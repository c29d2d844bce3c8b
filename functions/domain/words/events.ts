import type { EventRow } from './event-row.ts'

/**
 * The kinds of event in a case. Each row of `case_event` has one of them; the list only grows, and no kind ever changes
 * its meaning (docs/adr/0004-history.md).
 */
export const eventTable = {
  filed: { words: 'filing', waits: 'nothing', leadsTo: 'filed' },
  party: { words: 'person', waits: 'same' },
  accepted: { words: 'subject', waits: 'nothing', leadsTo: 'accepted', notice: true },
  declined: {
    words: 'decision',
    waits: 'nothing',
    leadsTo: 'declined',
    decision: true,
    notice: true,
    otherSide: 'all',
  },
  mediating: { words: 'message', waits: 'nothing', leadsTo: 'mediating', otherSide: 'all' },
  handling: { words: 'message', waits: 'nothing', leadsTo: 'handling' },
  message: { words: 'message', waits: 'same' },
  settled: {
    words: 'decision',
    waits: 'nothing',
    leadsTo: 'settled',
    decision: true,
    notice: true,
    otherSide: 'all',
  },
  failed: {
    words: 'decision',
    waits: 'nothing',
    leadsTo: 'failed',
    decision: true,
    notice: true,
    otherSide: 'all',
  },
  answered: {
    words: 'decision',
    waits: 'nothing',
    leadsTo: 'answered',
    decision: true,
    notice: true,
    otherSide: 'all',
  },
  withdrawn: { words: 'none', waits: 'nothing', leadsTo: 'withdrawn', otherSide: 'all' },
  closed: { words: 'message', waits: 'nothing', leadsTo: 'closed', otherSide: 'all' },
  assigned: { words: 'none', waits: 'same' },
  transferred: { words: 'reason', waits: 'came' },
  escalated: { words: 'reason', waits: 'came' },
  'sent-down': { words: 'reason', waits: 'came' },
  returned: { words: 'reason', waits: 'back' },
  'reported-back': { words: 'reason', waits: 'reported' },
  'cohandler-joined': { words: 'reason', waits: 'same' },
  'cohandler-left': { words: 'none', waits: 'same' },
  referred: { words: 'referral', waits: 'nothing', leadsTo: 'referred' },
  'referral-answered': { words: 'reason', waits: 'nothing', leadsTo: 'back' },
  asked: { words: 'message', waits: 'nothing', leadsTo: 'waiting' },
  replied: { words: 'said', waits: 'replied', leadsTo: 'back' },
  noted: { words: 'reason', waits: 'same' },
  contacted: { words: 'reason', waits: 'same' },
  'duty-reported': { words: 'reason', waits: 'same' },
  'extension-requested': { words: 'reason', waits: 'nothing' },
  extended: { words: 'decision', waits: 'nothing', decision: true, decidesExtension: true, notice: true },
  'extension-refused': { words: 'reason', waits: 'nothing', decidesExtension: true },
  delivered: { words: 'none', waits: 'same' },
  'lead-named': { words: 'none', waits: 'same' },
  judged: { words: 'reason', waits: 'same' },
  'danger-marked': { words: 'reason', waits: 'nothing', publicAs: 'transferred' },
  'danger-lifted': { words: 'reason', waits: 'same' },
  reopened: { words: 'reason', waits: 'nothing', leadsTo: 'accepted', otherSide: 'all' },
  linked: { words: 'reason', waits: 'same' },
  merged: { words: 'message', waits: 'nothing', leadsTo: 'closed', notice: true, otherSide: 'all' },
  'subject-set': { words: 'subject', waits: 'same' },
  'code-replaced': { words: 'none', waits: 'same', otherSide: 'own' },
  'area-merged': { words: 'reason', waits: 'came' },
  'party-corrected': { words: 'person', waits: 'same' },
  erased: { words: 'none', waits: 'same', otherSide: 'own' },
  recused: { words: 'reason', waits: 'same', takesOff: 'recused', publicAs: 'transferred' },
  'recusal-recorded': { words: 'reason', waits: 'same', takesOff: 'recused' },
  'recusal-lifted': { words: 'reason', waits: 'same', liftsRecusal: true },
  'mediator-changed': { words: 'reason', waits: 'same', takesOff: 'objected', otherSide: 'all' },
  wrote: { words: 'said', waits: 'same', wantsAnswer: true },
  'set-aside': { words: 'reason', waits: 'same', setsAside: true },
  'code-reissued': { words: 'none', waits: 'same', otherSide: 'own' },
  // A file of a person of the case, and one that staff put to it (docs/adr/0040-evidence.md).
  'file-added': { words: 'file', waits: 'same', wantsAnswer: true },
  'file-recorded': { words: 'file', waits: 'same', otherSide: 'own' },
  'file-fact': { words: 'fact', waits: 'same' },
  urged: { words: 'none', waits: 'same', wantsAnswer: true, untilStep: true, whileOpen: true },
  'withdrawal-asked': { words: 'none', waits: 'same', asksFor: 'withdraw' },
  'request-cancelled': { words: 'none', waits: 'same', otherSide: 'own' },
  'request-confirmed': { words: 'reason', waits: 'same' },
  'erasure-asked': { words: 'none', waits: 'same', asksFor: 'erase', otherSide: 'own' },
  objected: { words: 'said', waits: 'same', forAbove: true },
  'request-set-aside': { words: 'reason', waits: 'same' },
  called: { words: 'reason', waits: 'same', rings: true, otherSide: 'own' },
  // The complainant read a written answer by their code: the days for a review run from here.
  'answer-opened': { words: 'none', waits: 'same' },
  // The other side (docs/adr/0042-the-other-party.md): what it is to be told, approved by the complainant, then sent.
  invitation: { words: 'message', waits: 'same' },
  'invitation-approved': { words: 'reason', waits: 'approved' },
  'invitation-declined': { words: 'said', waits: 'same', wantsAnswer: true, whileOpen: true },
  invited: { words: 'message', waits: 'nothing', otherSide: 'own' },
  agreed: { words: 'reason', waits: 'willing', otherSide: 'own' },
  refused: { words: 'reason', waits: 'refused', otherSide: 'own' },
  'refusal-disputed': {
    words: 'none',
    waits: 'same',
    wantsAnswer: true,
    whileOpen: true,
    otherSide: 'own',
  },
  told: { words: 'message', waits: 'same' },
  // After the end (docs/adr/0048-what-comes-after.md): somebody asked whether an agreement is kept.
  revisited: { words: 'reason', waits: 'same' },
  // The ledger (docs/adr/0054-sheets.md): the number in the state’s system, and reviews with their measures.
  'petition-recorded': { words: 'none', waits: 'same' },
  reviewed: { words: 'review', waits: 'same' },
  'measure-done': { words: 'reason', waits: 'same' },
  // A story: the words for one person, what they say to it, and that it was taken down.
  story: { words: 'message', waits: 'same', otherSide: 'own' },
  'story-agreed': { words: 'none', waits: 'same', otherSide: 'own' },
  'story-refused': { words: 'none', waits: 'same', otherSide: 'own' },
  'story-down': { words: 'reason', waits: 'same' },
  // The agreement (docs/adr/0044-the-agreement.md): a version of its text, who has read it, and what is performed of it.
  agreement: { words: 'agreement', waits: 'nothing', notice: true, otherSide: 'parties' },
  'agreement-read': { words: 'none', waits: 'same', otherSide: 'parties' },
  'item-done': { words: 'none', waits: 'same', notice: true, otherSide: 'parties' },
  'item-received': { words: 'none', waits: 'same', otherSide: 'parties' },
  'item-missed': {
    words: 'none',
    waits: 'same',
    notice: true,
    wantsAnswer: true,
    untilStep: true,
    otherSide: 'parties',
  },
  'court-confirmed': { words: 'none', waits: 'same', notice: true, otherSide: 'parties' },
  'item-due': { words: 'none', waits: 'same', reminds: true, otherSide: 'parties' },
  // Settled on the spot (docs/adr/0045-on-the-spot.md): a person says that it never happened; staff asked both sides.
  'spot-disputed': { words: 'said', waits: 'same', wantsAnswer: true, otherSide: 'own' },
  'spot-checked': { words: 'reason', waits: 'same', otherSide: 'all' },
  // Meetings (docs/adr/0043-sessions.md): an event for each person to be told, and one for the record.
  'times-proposed': { words: 'session', waits: 'same', otherSide: 'own', eachOwn: true },
  'times-chosen': { words: 'none', waits: 'chosen', otherSide: 'own', eachOwn: true },
  'session-set': { words: 'session', waits: 'nothing', otherSide: 'own', eachOwn: true },
  'session-arranged': { words: 'session', waits: 'nothing', otherSide: 'own', eachOwn: true },
  'council-set': { words: 'session', waits: 'nothing', otherSide: 'own', eachOwn: true },
  'hearing-set': { words: 'session', waits: 'nothing', otherSide: 'own', eachOwn: true },
  'session-postponed': { words: 'reason', waits: 'same', otherSide: 'own', eachOwn: true },
  'session-cancelled': { words: 'reason', waits: 'same', otherSide: 'own', eachOwn: true },
  'session-absent': { words: 'reason', waits: 'same' },
  'session-held': { words: 'minutes', waits: 'same' },
  'minutes-corrected': { words: 'minutes', waits: 'same' },
  'minutes-signed': { words: 'none', waits: 'same' },
  // Several people (docs/adr/0047-several-people.md): a code without an invitation, somebody whose part has ended, company.
  'code-given': { words: 'none', waits: 'same', otherSide: 'own' },
  'stood-down': { words: 'reason', waits: 'same' },
  'mediator-asked': { words: 'none', waits: 'same', wantsAnswer: true, whileOpen: true, otherSide: 'own' },
  'company-agreed': { words: 'reason', waits: 'same', otherSide: 'all' },
  // A consultation with an expert of the county (docs/adr/0049-consultations.md): nothing for anybody else of the case.
  'consultation-booked': { words: 'consultation', waits: 'same', otherSide: 'own', eachOwn: true },
  'consultation-cancelled': { words: 'none', waits: 'same', otherSide: 'own', eachOwn: true },
  // 督办 (docs/adr/0053-the-heads-view.md): a question of a unit above with a day for the answer, and the answer.
  supervised: { words: 'reason', waits: 'same' },
  'supervision-answered': { words: 'reason', waits: 'same' },
  // What an old ledger says of the case (docs/adr/0055-import.md); that it has ended is an event of its own.
  imported: { words: 'ledger', waits: 'same' },
  // The answer to a suggestion, published on request (docs/adr/0058-published-answers.md): words of the desk, which somebody
  // else approves and who filed agrees to.
  'publication-asked': { words: 'none', waits: 'same' },
  'publication-drafted': { words: 'publication', waits: 'same' },
  'publication-approved': { words: 'publication', waits: 'same', notice: true },
  'publication-agreed': { words: 'none', waits: 'same' },
  'publication-refused': { words: 'none', waits: 'same' },
  'publication-ended': { words: 'reason', waits: 'same' },
} as const satisfies Record<string, EventRow>

export type EventKind = keyof typeof eventTable

/** The properties of a kind. An unknown kind, written by a later release, has no effect; its event is kept. */
export const eventRow = (kind: string): EventRow =>
  Object.hasOwn(eventTable, kind) ? eventTable[kind as EventKind] : { words: 'none', waits: 'same' }

export const eventKinds = Object.keys(eventTable) as EventKind[]
