import type { About } from './about.ts'
import type { Category } from './categories.ts'
import type { Day } from './time.ts'
import type { Track } from './tracks.ts'

/**
 * What can happen to a case. Every row of `case_event` has one of these kinds; the list only grows, a word in it
 * never changes its meaning (docs/adr/0004-history.md).
 */
export const eventKinds = [
  'filed',
  'party',
  'accepted',
  'declined',
  'mediating',
  'handling',
  'message',
  'settled',
  'failed',
  'answered',
  'withdrawn',
  'closed',
  'assigned',
  'transferred',
  'escalated',
  'sent-down',
  'returned',
  'reported-back',
  'cohandler-joined',
  'cohandler-left',
  'referred',
  'referral-answered',
  'asked',
  'replied',
  'noted',
  'contacted',
  'duty-reported',
  'extension-requested',
  'extended',
  'extension-refused',
  'delivered',
  'lead-named',
  'judged',
  'danger-marked',
  'danger-lifted',
  'reopened',
  'linked',
  'merged',
  'subject-set',
  'code-replaced',
  'area-merged',
  'party-corrected',
  'erased',
] as const

export type EventKind = (typeof eventKinds)[number]

/**
 * Kind of a matter on the complaint track, decided at acceptance; it decides the clock: `petition` 信访工作条例
 * 31(6), `consumer-mediation` 消保法实施条例 46 by consent of both, `other` anything else.
 */
export const matterIds = ['petition', 'consumer-mediation', 'other'] as const

export type Matter = (typeof matterIds)[number]

export const matters: Record<Matter, { name: string }> = {
  petition: { name: '申诉求决，要出具处理意见书（信访工作条例 31 条第六项）' },
  'consumer-mediation': { name: '消费投诉，双方都同意调解（消保法实施条例 46 条）' },
  other: { name: '其他投诉' },
}

/** Who did it. A published encoding covers it, so these four forms are all there will be. */
export type Actor = `party:${number}` | `staff:${string}` | 'system' | 'console'

/** A key scope: what the committee must keep (人民调解法 27), or one person. */
export type Scope = 'record' | `party:${number}`

/** The complainant is always party 1. */
export const complainant = 'party:1' satisfies Scope

/** How staff came to register a case for somebody (代录). */
export const registeredChannelIds = ['visit', 'call', 'round'] as const

export type RegisteredChannel = (typeof registeredChannelIds)[number]

/** How a case reached the desk: filed by the person online, or registered for them by staff. */
export const channelIds = ['online', ...registeredChannelIds] as const

export type Channel = (typeof channelIds)[number]

/** Did staff write it down for the person? */
export const isRegistered = (channel: Channel | undefined): channel is RegisteredChannel =>
  channel !== undefined && channel !== 'online'

/** Whose part somebody has in a case: the one who complains, or the one complained of. */
export type Side = 'complainant' | 'other'

/** As what somebody takes part on their side. The list grows. */
export type PartyRole = 'principal' | 'representative' | 'guardian'

/** Whom words are for: one person of the case, or those who handle it. */
export type Addressee = `party:${number}` | 'desk'

export const channels: Record<Channel, { name: string }> = {
  online: { name: '网上提交' },
  visit: { name: '来人说的' },
  call: { name: '打电话说的' },
  round: { name: '走访时发现的' },
}

/** Plain facts of an event. They are covered by the hash and are never what a person wrote. */
export interface EventData {
  /** Clock rules that began with it, as they stood that day: a later edit of the data changes no running clock. */
  clocks?: StartedClock[]
  /** Rules whose clock stands still from here, and those that run again. */
  pauses?: string[]
  resumes?: string[]
  /** Rules whose clock ends here because another kind of unit has the case now. */
  stops?: string[]
  /** Days asked for on one clock; they count only once approved. */
  asks?: { rule: string; days: number }
  /** Days added to one clock, with the superior's approval. */
  extends?: { rule: string; days: number }
  /** Kind of a complaint, at acceptance. */
  matter?: Matter
  /** What was filed and how it came, in the `filed` row alone: access, lists and figures start from here. */
  track?: Track
  category?: Category
  about?: About
  danger?: boolean
  anonymous?: boolean
  channel?: Channel
  /** Area of the case: in the `filed` row, and again where it was merged into another area. */
  region?: string
  /** The person who joined, whose data was corrected, or who was erased. */
  party?: number
  side?: Side
  role?: PartyRole
  /** Whom the words of this row are for; absent: they are for the record. */
  to?: Addressee[]
  /** The unit it came from; `unit` of the event is where it went. */
  from?: string
  /** At a return: the unit that is meant to be the right one. */
  proper?: string
  /** A second return: the common superior decides (信访工作条例 24). */
  bySecondReturn?: boolean
  /** By which day an answer is expected. */
  answerBy?: Day
  /** The member of staff it was given to, or who leads it. */
  staff?: string
  /** The other unit: co-handling, referral back. */
  with?: string
  /** Outside body a case was referred to, as a kind. */
  outside?: OutsideKind
  /** How and when something reached the person. */
  delivery?: { by: 'hand' | 'post' | 'phone' | 'code'; on: Day }
  /** Staff's judgement of the colour. */
  colour?: string
  /** People involved. */
  people?: number
  /** Another case, by its number. */
  other?: string
  /** The other ways that are open, by ids of `limits` in content/deadlines.yaml (人民调解法 26). */
  ways?: string[]
  /** A duty to report, by its id in content/duties.yaml. */
  duty?: string
}

export interface StartedClock {
  rule: string
  days: number
  workdays: boolean
  /** Counted from an earlier day than the event's: it took over from another clock. */
  since?: Day
}

/** Bodies outside the desk a case can be referred to (诉调、公调、访调对接). */
export const outsideIds = ['court', 'police', 'petition', 'arbitration', 'authority', 'legal-aid'] as const

export type OutsideKind = (typeof outsideIds)[number]

export const outsides: Record<OutsideKind, { name: string }> = {
  court: { name: '人民法院（诉调对接）' },
  police: { name: '公安机关（公调对接）' },
  petition: { name: '信访部门（访调对接）' },
  arbitration: { name: '仲裁机构' },
  authority: { name: '主管部门' },
  'legal-aid': { name: '法律援助中心' },
}

/** One row of a case's history, without its sealed part. */
export interface CaseEvent {
  seq: number
  kind: EventKind
  actor: Actor
  at: number
  /** The unit whose desk the case is on after this event. */
  unit: string
  /** The unit the member of staff worked for at that moment; empty where it was nobody of the staff. */
  acting: string
  data: EventData
  /** SHA-256 of the row (hex), which covers the row before. */
  hash: string
}
