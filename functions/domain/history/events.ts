import type { Day } from '#domain/basics/time.ts'
import type { Audience, FileKind } from '#domain/evidence/kinds.ts'
import type { About } from '#domain/words/about.ts'
import type { AgreementForm } from '#domain/words/agreement-forms.ts'
import type { Category } from '#domain/words/categories.ts'
import type { Channel } from '#domain/words/channels.ts'
import type { EventKind } from '#domain/words/events.ts'
import type { GotFrom } from '#domain/words/got-from.ts'
import type { LetterWay } from '#domain/words/letter-ways.ts'
import type { Matter } from '#domain/words/matters.ts'
import type { OutsideKind } from '#domain/words/outside-bodies.ts'
import type { Paper } from '#domain/words/papers.ts'
import type { Authority, Heard, PartyRole } from '#domain/words/party-roles.ts'
import type { PetitionSource, PetitionTimes } from '#domain/words/petitions.ts'
import type { ReviewCause } from '#domain/words/review-causes.ts'
import type { RevisitFound } from '#domain/words/revisits.ts'
import type { Track } from '#domain/words/tracks.ts'
import type { AgreementFacts } from './agreed.ts'
import type { SessionFacts } from './session-facts.ts'

/** A person of a case: as its actor, as an addressee, and as a key scope. */
export type PartyScope = `party:${number}`

/** Who acted. The published encoding covers it, so no other forms will be added. */
export type Actor = PartyScope | `staff:${string}` | 'system' | 'console'

/** Id of the member of staff who acted; null if nobody of the staff did. */
export const staffIdOf = (actor: Actor): string | null =>
  actor.startsWith('staff:') ? actor.slice('staff:'.length) : null

/** A key scope: the record, which the committee must keep (人民调解法 27), or one person. */
export type Scope = 'record' | PartyScope

/** A person of a case by their number. */
export const partyScope = (party: number): PartyScope => `party:${party}`

/** The number of a person of a case. */
export const partyOf = (person: PartyScope): number => Number(person.slice('party:'.length))

/** True if a person of the case acted, or is addressed. */
export const isPerson = (one: string): one is PartyScope => one.startsWith('party:')

/** The complainant is always party 1. */
export const complainant = 'party:1' satisfies Scope

/** The side of a person in a case: with the complainant, or with the other party. */
export type Side = 'complainant' | 'other'

/** How staff name the people of a side. */
export const sideNames = { complainant: '申请人', other: '对方' } as const satisfies Record<Side, string>

/** The addressee of words: one person of the case, or those who handle it. */
type Addressee = PartyScope | 'desk'

/** Plain facts of an event. The hash covers them; they never contain what a person wrote. */
export interface EventData {
  /** Clock rules that started with this event, as they were that day: later edits change no running clock. */
  clocks?: StartedClock[]
  /** Rules whose clocks pause from here on; `resumes` are those that run again. */
  pauses?: string[]
  resumes?: string[]
  /** Rules whose clocks end here because another kind of unit has the case now. */
  stops?: string[]
  /** Days requested for one clock; they count only after approval. */
  asks?: { rule: string; days: number }
  /** Days added to one clock, with the superior's approval. */
  extends?: { rule: string; days: number }
  /** Kind of a complaint, at acceptance. */
  matter?: Matter
  /** What was filed and through which channel, only in the `filed` event: access, lists and figures are based on it. */
  track?: Track
  category?: Category
  about?: About
  danger?: boolean
  anonymous?: boolean
  channel?: Channel
  /** Area of the case: in the `filed` event, and again if the area was merged into another. */
  region?: string
  /** The person who joined, whose data was corrected, or who was erased. */
  party?: number
  side?: Side
  role?: PartyRole
  /** The person for whom a proxy or a guardian stands, by number; what the paper names; whether the ward was heard. */
  for?: number
  authority?: Authority
  heard?: Heard
  /** Addressees of the words of this event; absent if the words are for the record. */
  to?: Addressee[]
  /** The person asks to be called; which number and when is sealed. */
  call?: true
  /** Whether the person was reached by the call that they asked for. */
  reached?: 'yes' | 'no'
  /** The unit the case came from; `unit` of the event is where it went. */
  from?: string
  /** At a return: the unit that the sender considers competent. */
  proper?: string
  /** A second return: the common superior decides (信访工作条例 24). */
  bySecondReturn?: boolean
  /** The day by which an answer is expected. */
  answerBy?: Day
  /** Id of the member of staff the case was assigned to, or who was taken off it. */
  staff?: string
  /** The other unit: co-handling, referral back. */
  with?: string
  /** Kind of the outside body that a case was referred to. */
  outside?: OutsideKind
  /** How and when something reached the person. */
  delivery?: { by: 'hand' | 'post' | 'phone' | 'code'; on: Day }
  /** Staff's judgement of the colour. */
  colour?: string
  /** People involved. */
  people?: number
  /** Of a petition: its number in the state's system, how often it came, and how. */
  petitionNumber?: string
  petitionTimes?: PetitionTimes
  petitionSource?: PetitionSource
  /** What a review found, and the day by which its measure is due; the review whose measure is done, by its number. */
  cause?: ReviewCause
  measureBy?: Day
  ofReview?: number
  /** Another case, by its number. */
  other?: string
  /** The other case was merged into this one; of `linked`. */
  merges?: boolean
  /**
   * The other remedies that are open, as ids of `limits` and `untimed` in content/deadlines.yaml (人民调解法 26), or `none`
   * alone.
   */
  ways?: string[]
  /** The day from which the periods of these ways run, if the desk knows it. */
  since?: Day
  /** The words came with a code that staff had seen: they may be somebody else's. */
  codeSeen?: true
  /** The paper by which staff made sure who stands in front of them. */
  paper?: Paper
  /** A duty to report, by its id in content/duties.yaml. */
  duty?: string
  /** The file that was added: `size` in bytes, as it is kept. */
  file?: { id: string; kind: FileKind; size: number; audience: Audience }
  /** Id of the file whose fact is named. */
  fileId?: string
  /** The rules of the clocks for which the holder of a code urges the desk. */
  urges?: string[]
  /** The unit above the desk that the holder of a code turns to as well. */
  above?: string
  /** The question of a unit above that the event answers, by the number of its event. */
  supervision?: number
  /** Where the desk knows a person of the other side from; they are told (个人信息保护法 17). */
  gotFrom?: GotFrom
  /** How a revisit found what was agreed. */
  kept?: RevisitFound
  /** Numbers of the people who make an agreement, each the other's reader. */
  parties?: number[]
  /** A version of the text of an agreement. */
  agreement?: AgreementFacts
  /** The version that was read or agreed. */
  version?: number
  /** How an agreement was made (人民调解法 28), and from which day on it binds (29, 30). */
  form?: AgreementForm
  effectiveOn?: Day
  /** The day on which each person signed, sealed or put their fingerprint to it. */
  signed?: { party: number; on: Day }[]
  /** The item of the agreement, by its number. */
  item?: number
  /** The day of the court's ruling that confirms an agreement (人民调解法 33). */
  confirmedOn?: Day
  /** It was settled on the spot and recorded afterwards, with the filing in one batch (docs/adr/0045-on-the-spot.md). */
  spot?: true
  /** On the spot: both sides signed the paper; the day of a paper that is not signed, and so not effective. */
  signedBoth?: true
  agreedOn?: Day
  /** The meeting that the event is about. */
  session?: SessionFacts
  /** The consultation that the event is about: the number of the event that booked it, when it is, its minutes. */
  consultation?: { id: number; start: number; length: number }
  /** The case came from an old ledger; of `filed`. */
  imported?: true
  /** The days that the old ledger names; of `imported`. */
  registeredOn?: Day
  endedOn?: Day
  /** It came with the number on a letter: nobody has made sure who wrote it. */
  letter?: LetterWay
}

/** A clock in hours. */
export interface StartedHours {
  rule: string
  hours: number
  /** When the hours begin: at the event, or when the next hours of the duty rota of that day begin. */
  from: number
}

/** A clock in days. */
export interface StartedDays {
  rule: string
  days: number
  workdays: boolean
  /** Start of counting if it is earlier than the day of the event, because this clock replaced another. */
  since?: Day
}

/** A clock that an event starts, with its length as the rule had it on that day. */
export type StartedClock = StartedDays | StartedHours

/** One event of a history, without its sealed part. */
export interface CaseEvent {
  seq: number
  kind: EventKind
  actor: Actor
  at: number
  /** The unit whose desk the case is on after this event. */
  unit: string
  /** The unit the acting member of staff worked for at that moment; empty if no member of staff acted. */
  acting: string
  data: EventData
  /** SHA-256 of the event in hexadecimal; it covers the hash of the previous event. */
  hash: string
}

/** The person whom an event names: who joined, was corrected, asked for something or was erased; undefined for others. */
export const personOf = ({ data: { party } }: Pick<CaseEvent, 'data'>): PartyScope | undefined =>
  party === undefined ? undefined : partyScope(party)

/** True if the event erased this person. */
export const erases = (event: Pick<CaseEvent, 'kind' | 'data'>, person: Scope | Actor): boolean =>
  event.kind === 'erased' && personOf(event) === person
