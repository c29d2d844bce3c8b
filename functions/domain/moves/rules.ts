import type { Instant } from '#domain/basics/time.ts'
import { type Clock, workdaysSince } from '#domain/clocks/clocks.ts'
import { heldIn } from '#domain/clocks/held.ts'
import type { Relation } from '#domain/desk/access.ts'
import {
  arrival,
  assigneeIn,
  cohandlersIn,
  pendingExtension,
  recusedIn,
} from '#domain/history/case-history.ts'
import { unansweredIn } from '#domain/history/conversation.ts'
import type { CaseEvent } from '#domain/history/events.ts'
import { area, unit, unitOf } from '#domain/places/areas.ts'
import { type Role, roles } from '#domain/staff/staff.ts'
import { eventRow } from '#domain/words/events.ts'
import type { Level } from '#domain/words/levels.ts'
import type { Matter } from '#domain/words/matters.ts'
import type { Status } from '#domain/words/statuses.ts'
import type { Track } from '#domain/words/tracks.ts'
import type { UnitKind } from '#domain/words/unit-kinds.ts'
import type { Move, Target } from './move.ts'
import { type MoveKind, moveKinds, moves } from './table.ts'

/** Who may make which move when. Buttons and checks use the same rules. */

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
  /** True if the case has a handler. */
  handled: boolean
  /** True if somebody is kept out of the case for an interest in it. */
  recusals: boolean
  /** True if the people of the case have written something that nobody has answered. */
  unanswered: boolean
  /** True if the holder of the code has asked for something that somebody has to confirm with them. */
  unconfirmed: boolean
  /** True if the time to object is over (信访工作条例 23: five working days). */
  tooLateToReturn: boolean
}

export type MoveFault =
  | 'status'
  | 'track'
  | 'relation'
  | 'role'
  | 'unitKind'
  | 'danger'
  | 'sender'
  | 'request'
  | 'shared'
  | 'lateReturn'
  | 'level'
  | 'inDanger'
  | 'notSentDown'
  | 'decides'
  | 'noExtension'
  | 'lateExtension'
  | 'noTarget'
  | 'objected'
  | 'noHandler'
  | 'noRecusal'
  | 'answered'
  | 'notHeld'

/** True if the move asks for a unit and there is none to name. */
const leadsNowhere = ({ needs, target }: Move, { reaches }: Standing): boolean =>
  (needs.includes('unit') && target !== undefined && target !== 'cohandlers' && !reaches(target)) ||
  (needs.includes('proper') && !reaches('any'))

const kindsFor = (move: Move, track: Track): readonly UnitKind[] | undefined =>
  move.kindsOnTrack?.[track] ?? move.unitKinds

/** Why a move is not open to this person now; null if it is. Checks the person first, then the state of the case. */
export const moveFault = (kind: MoveKind, standing: Standing): MoveFault | null => {
  const move: Move = moves[kind]
  if (!move.by.includes(standing.relation)) return 'relation'
  if (!roles[standing.role][move.can]) return 'role'
  if (standing.objected && !move.evenIfObjected) return 'objected'
  if (move.tracks && !move.tracks.includes(standing.track)) return 'track'
  if (standing.track === 'complaint' && move.onMatter && move.onMatter !== standing.matter) return 'track'
  if (kindsFor(move, standing.track)?.includes(standing.unitKind) === false) return 'unitKind'
  if (move.danger && !standing.danger) return 'danger'
  if (move.level && move.level !== standing.level) return 'level'
  if (move.notInDanger && standing.danger) return 'inDanger'
  if (!move.from.includes(standing.status)) return 'status'
  if (move.wasTransferred && standing.sender === null) return 'sender'
  if (move.sentDown && !standing.sentDown) return 'notSentDown'
  if (move.extension === 'asks' && !standing.extendable) return 'noExtension'
  if (move.onRequest && !standing.extensionAsked) return 'request'
  if (move.takesOff === 'assignee' && !standing.handled) return 'noHandler'
  if (move.whileRecused && !standing.recusals) return 'noRecusal'
  if (move.ifUnanswered && !standing.unanswered) return 'answered'
  if (move.ifUnconfirmed && !standing.unconfirmed) return 'notHeld'
  if (move.whileShared && !standing.shared) return 'shared'
  if (leadsNowhere(move, standing)) return 'noTarget'
  if (move.extension === 'grants' && !standing.extensionInTime) return 'lateExtension'
  // A superior who decides a dispute between two desks assigns the case to one of them and must not return it.
  if (move.transfersTo === 'objection' && standing.decides) return 'decides'
  if (move.transfersTo === 'objection' && standing.tooLateToReturn) return 'lateReturn'
  return null
}

/** The moves open to a person now, in the order of the table. */
export const movesFor = (standing: Standing): MoveKind[] =>
  moveKinds.filter((kind) => moveFault(kind, standing) === null)

/**
 * The status after a move.
 * @param before the status before the last question or referral
 */
export const statusAfter = (kind: MoveKind, status: Status, before: Status): Status => {
  const { leadsTo = status } = eventRow(kind)
  return leadsTo === 'back' ? before : leadsTo
}

/** True if the move ends the case and this person could not reopen it: then they are asked first. */
export const cannotUndo = (kind: MoveKind, standing: Standing): boolean => {
  const { final }: Move = moves[kind]
  const status = statusAfter(kind, standing.status, standing.status)
  return final === true && moveFault('reopened', { ...standing, status }) !== null
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

/** Derives the standing of a person towards a case from its history and clocks. */
export const standingOf = (
  events: CaseEvent[],
  clocks: Clock[],
  track: Track,
  now: Instant,
): Omit<
  Standing,
  'status' | 'track' | 'danger' | 'relation' | 'role' | 'unitKind' | 'level' | 'reaches' | 'objected'
> => {
  const lastArrival = arrival(events)
  const from = lastArrival?.data.from
  const sender = from ? successorOf(from) : null
  const request = pendingExtension(events)
  const running = clocks.filter(({ state }) => state === 'running')
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
    unanswered: unansweredIn(events).length > 0,
    unconfirmed: heldIn(events)?.unconfirmed === true,
    tooLateToReturn:
      track === 'complaint' && lastArrival !== null && workdaysSince(lastArrival.at, now) > objectionDays,
  }
}
