import type { Instant } from '#domain/basics/time.ts'
import { type Clock, workdaysSince } from '#domain/clocks/clocks.ts'
import type { Relation } from '#domain/desk/access.ts'
import { arrival, cohandlersIn, pendingExtension } from '#domain/history/case-history.ts'
import type { CaseEvent } from '#domain/history/events.ts'
import { area, unit, unitOf } from '#domain/places/areas.ts'
import { type Role, roles } from '#domain/staff/staff.ts'
import { eventRow } from '#domain/words/events.ts'
import type { Level } from '#domain/words/levels.ts'
import type { Matter } from '#domain/words/matters.ts'
import type { Status } from '#domain/words/statuses.ts'
import type { Track } from '#domain/words/tracks.ts'
import type { UnitKind } from '#domain/words/unit-kinds.ts'
import type { Move } from './move.ts'
import { type MoveKind, moveKinds, moves } from './table.ts'

/** Who may make which move when. One answer for the buttons and for the check. */

/** Everything the table looks at. */
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
  /** Was it sent down to this desk, with a day for the answer? */
  sentDown: boolean
  /** Did a common superior get it because two desks argued? */
  decides: boolean
  /** Kind of a complaint, decided at acceptance. */
  matter: Matter | null
  /** Is there a clock that may be extended? */
  extendable: boolean
  /** Is an extension asked for and not decided? */
  extensionAsked: boolean
  /** Does the clock it was asked for still run? */
  extensionInTime: boolean
  /** Do other units handle it together with the desk? */
  shared: boolean
  /** Has the desk sat on it too long to object (信访工作条例 23: five working days)? */
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

const kindsFor = (move: Move, track: Track): readonly UnitKind[] | undefined =>
  move.kindsOnTrack?.[track] ?? move.unitKinds

/** Why a move is not open to this person now; null when it is. Who may not is said before what does not fit. */
export const moveFault = (kind: MoveKind, standing: Standing): MoveFault | null => {
  const move: Move = moves[kind]
  if (!move.by.includes(standing.relation)) return 'relation'
  if (!roles[standing.role][move.can]) return 'role'
  if (move.tracks && !move.tracks.includes(standing.track)) return 'track'
  if (standing.track === 'complaint' && move.onMatter && move.onMatter !== standing.matter) return 'track'
  if (kindsFor(move, standing.track)?.includes(standing.unitKind) === false) return 'unitKind'
  if (move.danger && !standing.danger) return 'danger'
  if (move.level && move.level !== standing.level) return 'level'
  if (move.calm && standing.danger) return 'inDanger'
  if (!move.from.includes(standing.status)) return 'status'
  if (move.cameFrom && standing.sender === null) return 'sender'
  if (move.sentDown && !standing.sentDown) return 'notSentDown'
  if (move.extension === 'asks' && !standing.extendable) return 'noExtension'
  if (move.onRequest && !standing.extensionAsked) return 'request'
  if (move.whileShared && !standing.shared) return 'shared'
  if (move.extension === 'grants' && !standing.extensionInTime) return 'lateExtension'
  // Who decides between two that argue gives it to one of them, and not back into the quarrel.
  if (move.handsOn === 'objection' && standing.decides) return 'decides'
  if (move.handsOn === 'objection' && standing.tooLateToReturn) return 'lateReturn'
  return null
}

/** The moves open to a person now, in the order of the table. */
export const movesFor = (standing: Standing): MoveKind[] =>
  moveKinds.filter((kind) => moveFault(kind, standing) === null)

/** Does a move carry the case on, or only write something down? */
export const carriesOn = (kind: MoveKind): boolean => {
  const move: Move = moves[kind]
  return move.carriesOn === true || move.target !== undefined || eventRow(kind).leadsTo !== undefined
}

/**
 * The status a move leads to.
 * @param before where the case stood before it was asked or referred
 */
export const statusAfter = (kind: MoveKind, status: Status, before: Status): Status => {
  const { leadsTo = status } = eventRow(kind)
  return leadsTo === 'back' ? before : leadsTo
}

/** Has the desk got the case because two argued, and kept it since? */
const decidesHere = (events: CaseEvent[]): boolean => {
  const last = events.findLastIndex(({ kind }) => kind === 'returned')
  const returned = events[last]
  return (
    returned?.data.bySecondReturn === true &&
    events.slice(last).every(({ unit: desk }) => desk === returned.unit)
  )
}

const objectionDays = 5

/** The desk that got the cases of a desk whose area was merged; itself where none was. */
const living = (id: string): string => {
  const of = unit(id)
  const { mergedInto } = area(of.area)
  return mergedInto ? (unitOf(mergedInto, of.kind)?.id ?? id) : id
}

/** What history and clocks say for `Standing`. */
export const standingOf = (
  events: CaseEvent[],
  clocks: Clock[],
  track: Track,
  now: Instant,
): Omit<Standing, 'status' | 'track' | 'danger' | 'relation' | 'role' | 'unitKind' | 'level'> => {
  const came = arrival(events)
  const from = came?.data.from
  const sender = from ? living(from) : null
  const asked = pendingExtension(events)
  const running = clocks.filter(({ state }) => state === 'running')
  return {
    sender: sender === events.at(-1)?.unit ? null : sender,
    sentDown: came?.kind === 'sent-down',
    decides: decidesHere(events),
    matter: events.findLast(({ data }) => data.matter !== undefined)?.data.matter ?? null,
    extendable: running.some(({ rule, extended }) => rule.extendable !== undefined && extended === 0),
    extensionAsked: asked !== null,
    extensionInTime: running.some(({ rule }) => rule.id === asked?.rule),
    shared: cohandlersIn(events).length > 0,
    tooLateToReturn: track === 'complaint' && came !== null && workdaysSince(came.at, now) > objectionDays,
  }
}
