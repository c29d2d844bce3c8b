import { agreementIn } from '#domain/agreement/current.ts'
import type { Instant } from '#domain/basics/time.ts'
import { type Clock, isOpen } from '#domain/clocks/clocks.ts'
import { workdaysSince } from '#domain/clocks/county-calendar.ts'
import { heldsIn, waitsForTalk } from '#domain/clocks/held.ts'
import { isRevisitDue, isUnkept } from '#domain/clocks/revisit.ts'
import type { Relation } from '#domain/desk/access.ts'
import { askedFromAbove } from '#domain/desk/supervisions.ts'
import { plannedIn } from '#domain/experts/consultations.ts'
import {
  arrival,
  assigneeIn,
  cohandlersIn,
  pendingExtension,
  recusedIn,
} from '#domain/history/case-history.ts'
import { isRefused } from '#domain/history/consent.ts'
import { unansweredIn } from '#domain/history/conversation.ts'
import type { CaseEvent } from '#domain/history/events.ts'
import { isImported } from '#domain/history/imported.ts'
import { draftIn } from '#domain/history/invitation.ts'
import { guestsIn, invitedIn, othersIn, withoutInvitation } from '#domain/history/other-side.ts'
import { type PublicationState, publicationIn } from '#domain/history/publication.ts'
import { openMeasures, reviewReasonsIn } from '#domain/history/review.ts'
import { roleIn, standInsIn } from '#domain/history/roles.ts'
import { isUnproven } from '#domain/history/spot.ts'
import { fitsStory, storyIn } from '#domain/history/story.ts'
import { area, unit, unitOf } from '#domain/places/areas.ts'
import { needsMet, type SessionNeed } from '#domain/sessions/sessions.ts'
import type { Role } from '#domain/staff/staff.ts'
import type { Level } from '#domain/words/levels.ts'
import type { Matter } from '#domain/words/matters.ts'
import type { Status } from '#domain/words/statuses.ts'
import type { Track } from '#domain/words/tracks.ts'
import type { UnitKind } from '#domain/words/unit-kinds.ts'
import type { Target } from './move.ts'

/** How a person stands towards a case: what the rules of moves depend on. */

/** Everything the rules depend on. */
export interface Standing {
  status: Status
  track: Track
  danger: boolean
  relation: Relation
  role: Role
  /** Kind and level of the unit the person works for. */
  unitKind: UnitKind
  level: Level
  /** The unit this desk got the case from. */
  sender: string | null
  /** True if the case was sent down to this desk with a day for the answer. */
  sentDown: boolean
  /** True if this desk got the case as the common superior of two desks that disagreed. */
  decides: boolean
  /** Kind of a complaint, decided at acceptance; null before it. */
  matter: Matter | null
  /** True if a clock can be extended. */
  extendable: boolean
  /** True if an extension was requested and is not decided yet. */
  extensionAsked: boolean
  /** True if the clock of the requested extension is still running. */
  extensionInTime: boolean
  /** True if other units handle the case together with the desk. */
  shared: boolean
  /** True if the case can go anywhere in this direction. */
  reaches: (target: Exclude<Target, 'cohandlers'>) => boolean
  /** True if a side of the case does not want this person as its mediator. */
  objected: boolean
  /** True if this person gave the holder a code: they registered the case, or replaced a code that was lost. */
  gaveCode: boolean
  /** True if the case has a handler. */
  handled: boolean
  /** True if somebody is kept out of the case for an interest in it. */
  recusals: boolean
  /** True if the people of the case have written something that nobody has answered. */
  unanswered: boolean
  /** True if the holder of the code has asked for something that somebody has to confirm with them. */
  unconfirmed: boolean
  /** True until the desk has recorded what came of that. */
  untalked: boolean
  /** True if the people of the case wait for a call. */
  callAsked: boolean
  /** True if the complainant gave their name. */
  named: boolean
  /** True if somebody of the other side is registered; if somebody of them was invited. */
  others: boolean
  invited: boolean
  /** True if words for the other side wait for the complainant. */
  drafted: boolean
  /** True if they approved the newest words, sent or not. */
  approved: boolean
  /** True if somebody of the other side does not want to talk. */
  refused: boolean
  /** True if the people of the case have made an agreement. */
  agreed: boolean
  /** True if somebody gets a code without an invitation; if somebody stands for others or is one of many. */
  joined: boolean
  standIns: boolean
  /** True if a person in danger was not reached yet. */
  unreached: boolean
  /** True if it is time to ask whether an agreement is kept; if that found that it is not. */
  revisitDue: boolean
  unkept: boolean
  /** True if the case may become a story; if its story must be taken down. */
  fitsStory: boolean
  storyBack: boolean
  /** How far publishing the answer to a suggestion is; null if nobody asked. */
  publication: PublicationState | null
  /** True while a record on the spot waits to be proven. */
  unproven: boolean
  /** True while a unit above waits for an answer of the desk. */
  supervised: boolean
  /** True if the case is one to be reviewed (以案促改); true while a measure of a review is open. */
  reviewable: boolean
  measureOpen: boolean
  /** True if the case came from an old ledger, and nobody has given its complainant a code. */
  codeless?: true
  /** What some meeting of the case is. */
  sessions: readonly SessionNeed[]
  /** True while a consultation of somebody of the case is to come. */
  booked: boolean
  /** True if the time to object is over (信访工作条例 23: five working days). */
  tooLateToReturn: boolean
}

/** True if the case came to the desk as a dispute between two desks and has been there since. */
const decidesHere = (events: CaseEvent[]): boolean => {
  const last = events.findLastIndex(({ kind }) => kind === 'returned')
  const returned = events[last]
  return (
    returned?.data.bySecondReturn === true &&
    events.slice(last).every(({ unit: desk }) => desk === returned.unit)
  )
}

const objectionDays = 5

/** Id of the unit that took over from a unit whose area was merged; the unit itself if it was not. */
const successorOf = (id: string): string => {
  const former = unit(id)
  const { mergedInto } = area(former.area)
  return mergedInto ? (unitOf(mergedInto, former.kind)?.id ?? id) : id
}

const isCodeless = (events: CaseEvent[]): boolean =>
  isImported(events) && !events.some(({ kind }) => kind === 'code-reissued')

/** Derives the standing of a person towards a case from its history and clocks. */
export const standingOf = (
  events: CaseEvent[],
  clocks: Clock[],
  track: Track,
  now: Instant,
): Omit<
  Standing,
  | 'status'
  | 'track'
  | 'danger'
  | 'relation'
  | 'role'
  | 'unitKind'
  | 'level'
  | 'reaches'
  | 'objected'
  | 'gaveCode'
> => {
  const lastArrival = arrival(events)
  const from = lastArrival?.data.from
  const sender = from ? successorOf(from) : null
  const request = pendingExtension(events)
  const unanswered = unansweredIn(events)
  const running = clocks.filter(({ state }) => state === 'running')
  const draft = draftIn(events)
  const agreement = agreementIn(events)
  const isApproved = draft?.state === 'approved' || draft?.state === 'sent'
  return {
    sender: sender === events.at(-1)?.unit ? null : sender,
    sentDown: lastArrival?.kind === 'sent-down',
    decides: decidesHere(events),
    matter: events.findLast(({ data }) => data.matter !== undefined)?.data.matter ?? null,
    extendable: running.some(({ rule, extended }) => rule.extendable !== undefined && extended === 0),
    extensionAsked: request !== null,
    extensionInTime: running.some(({ rule }) => rule.id === request?.rule),
    handled: assigneeIn(events) !== null,
    recusals: recusedIn(events).length > 0,
    shared: cohandlersIn(events).length > 0,
    unanswered: unanswered.length > 0,
    callAsked: unanswered.some(({ data }) => data.call === true),
    unconfirmed: heldsIn(events).some(({ unconfirmed }) => unconfirmed),
    untalked: waitsForTalk(events),
    named: events[0]?.data.anonymous !== true,
    others: othersIn(events).length > 0,
    invited: guestsIn(events).some((party) => invitedIn(events, party)),
    drafted: draft?.state === 'drafted',
    approved: isApproved && roleIn(events, draft?.party ?? 0) !== undefined,
    refused: isRefused(events),
    agreed: agreement?.concluded !== undefined,
    joined: withoutInvitation(events).length > 0,
    standIns: standInsIn(events).length > 0,
    unreached: clocks.some((clock) => isOpen(clock) && clock.rule.owes === 'contact'),
    revisitDue: isRevisitDue(events, now),
    unkept: isUnkept(events) || agreement?.items.some(({ state }) => state === 'missed') === true,
    fitsStory: fitsStory(events, now),
    storyBack: storyIn(events)?.toTakeDown === true,
    publication: publicationIn(events)?.state ?? null,
    unproven: isUnproven(events),
    supervised: askedFromAbove(events).length > 0,
    reviewable: reviewReasonsIn(events).length > 0,
    measureOpen: openMeasures(events).length > 0,
    ...(isCodeless(events) && { codeless: true as const }),
    sessions: needsMet(events, now),
    booked: plannedIn(events, now).length > 0,
    tooLateToReturn:
      track === 'complaint' && lastArrival !== null && workdaysSince(lastArrival.at, now) > objectionDays,
  }
}
