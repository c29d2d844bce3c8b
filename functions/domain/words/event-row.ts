import type { Held } from './held.ts'
import type { Status } from './statuses.ts'
import type { Waits } from './waits.ts'

/** What an event seals besides its plain facts; the shapes are defined in `history/words.ts`. */
export type WordsShape =
  | 'none'
  | 'filing'
  | 'person'
  | 'message'
  | 'said'
  | 'reason'
  | 'subject'
  | 'decision'
  | 'referral'
  | 'file'
  | 'fact'
  | 'agreement'
  | 'session'
  | 'minutes'
  | 'publication'
  | 'consultation'
  | 'review'
  | 'ledger'

/** The properties of a kind of event, in one row. Its text for residents is defined in `following/timeline.ts`. */
export interface EventRow {
  words: WordsShape
  /** What waits at the desk after the event: a task of the desk, nothing, or the same as before. */
  waits: Waits | 'nothing' | 'same'
  /** The status after the event; `back`: the one before the last question or referral; absent: unchanged. */
  leadsTo?: Status | 'back'
  /** Its message is also stored in the record, which survives an erasure (人民调解法 27, 信访工作条例 32). */
  decision?: true
  /** The complainant gets a notice of it (domain/notices), as does anybody to whom words of an event are addressed. */
  notice?: true
  /** Those who owe something (`data.parties`) get a notice of it, and nobody else. */
  reminds?: true
  /** A person of the case wrote of their own accord: it waits until somebody answers or sets it aside. */
  wantsAnswer?: true
  /** It asks for a step: the next change of status is the answer. */
  untilStep?: true
  /** It asks for something of a case that goes on: nobody has to answer it once the case has ended. */
  whileOpen?: true
  /** Its words are read by the unit above that it names, and by nobody at the desk. */
  forAbove?: true
  /** The holder of a code asks for something that waits before it takes effect. */
  asksFor?: Held
  /** The event says that what was written needs no answer. */
  setsAside?: true
  /** The desk rang a person of the case: if they were reached, that is the answer to what they wrote. */
  rings?: true
  /** The event answers a request for more days. */
  decidesExtension?: true
  /**
   * The event takes a member of staff off the case: for a direct interest (信访工作条例 28), or because a side does not
   * want them as its mediator (人民调解法 23).
   */
  takesOff?: 'recused' | 'objected'
  /** The event says that somebody has no interest in the case after all. */
  liftsRecusal?: true
  /** The kind shown to residents instead: nothing they see reveals that a person is in danger (rules.md R49). */
  publicAs?: 'transferred'
  /**
   * Who of the other side knows of it beside those whom its words are for: everybody who was invited, or the person it is
   * about (`data.party`), or those who make the agreement (`data.parties`). Absent: nobody
   * (docs/adr/0042-the-other-party.md).
   */
  otherSide?: 'all' | 'own' | 'parties'
  /** Each person has an event of their own, reads of no other, and gets a notice of theirs. */
  eachOwn?: true
}
