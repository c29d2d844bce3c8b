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
] as const

export type EventKind = (typeof eventKinds)[number]

/**
 * Kind of a matter on the complaint track, decided at acceptance; it decides the clock: `petition` 信访工作条例
 * 31(6), `consumer-mediation` 消保法实施条例 46 by consent of both, `other` anything else.
 */
export const matterIds = ['petition', 'consumer-mediation', 'other'] as const

export type Matter = (typeof matterIds)[number]

/** Who did it. A published encoding covers it, so these four forms are all there will be. */
export type Actor = `party:${number}` | `staff:${string}` | 'system' | 'console'

/** A key scope: what the committee must keep (人民调解法 27), or one person. */
export type Scope = 'record' | `party:${number}`

/** The complainant is always party 1. */
export const complainant = 'party:1' satisfies Scope

/** Plain facts of an event. They are covered by the hash and are never what a person wrote. */
export interface EventData {
  /** Clock rules that began with it, as they stood that day: a later edit of the data changes no running clock. */
  clocks?: StartedClock[]
  /** Kind of a complaint, at acceptance. */
  matter?: Matter
  /** Role of the person who joined. */
  role?: 'complainant' | 'other-party'
}

export interface StartedClock {
  rule: string
  days: number
  workdays: boolean
}

/** One row of a case's history, without its sealed part. */
export interface CaseEvent {
  seq: number
  kind: EventKind
  actor: Actor
  at: number
  /** The unit whose desk the case is on after this event. */
  unit: string
  data: EventData
  /** SHA-256 of the row (hex), which covers the row before. */
  hash: string
}
