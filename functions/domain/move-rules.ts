import type { Relation } from './access.ts'
import { workdaysSince } from './clocks.ts'
import { cohandlersIn } from './cohandlers.ts'
import type { CaseEvent } from './events.ts'
import type { Level } from './levels.ts'
import { type Move, type MoveKind, moveKinds, moves } from './moves.ts'
import type { Role } from './staff.ts'
import type { Status } from './statuses.ts'
import type { Instant } from './time.ts'
import type { Track } from './tracks.ts'
import type { UnitKind } from './unit-kinds.ts'

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
  /** Is an extension asked for and not decided? */
  extensionAsked: boolean
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

const kindsFor = (move: Move, track: Track): readonly UnitKind[] | undefined =>
  move.kindsOnTrack?.[track] ?? move.unitKinds

/** Why a move is not open to this person now; null when it is. Who may not is said before what does not fit. */
export const moveFault = (kind: MoveKind, standing: Standing): MoveFault | null => {
  const move: Move = moves[kind]
  if (!move.by.includes(standing.relation)) return 'relation'
  if (!move.roles.includes(standing.role)) return 'role'
  if (move.tracks && !move.tracks.includes(standing.track)) return 'track'
  if (kindsFor(move, standing.track)?.includes(standing.unitKind) === false) return 'unitKind'
  if (move.danger && !standing.danger) return 'danger'
  // Only the county says that somebody is safe again (DESIGN 10).
  if (kind === 'danger-lifted' && standing.level !== 'county') return 'level'
  if (move.calm && standing.danger) return 'inDanger'
  if (!move.from.includes(standing.status)) return 'status'
  if (move.cameFrom && standing.sender === null) return 'sender'
  if (move.onRequest && !standing.extensionAsked) return 'request'
  if (kind === 'cohandler-left' && !standing.shared) return 'shared'
  if (kind === 'returned' && standing.tooLateToReturn) return 'lateReturn'
  return null
}

/** The moves open to a person now, in the order of the table. */
export const movesFor = (standing: Standing): MoveKind[] =>
  moveKinds.filter((kind) => moveFault(kind, standing) === null)

/** The status a move leads to. */
export const statusAfter = (
  kind: MoveKind,
  { status, track }: Pick<Standing, 'status' | 'track'>,
): Status => {
  const { to }: Move = moves[kind]
  if (to === 'work') return track === 'mediation' ? 'mediating' : 'handling'
  return to ?? status
}

/** The event by which the case came to the desk it lies on; null while it lies where it began. */
export const arrival = (events: CaseEvent[]): CaseEvent | null => {
  const desk = events.at(-1)?.unit
  const away = events.findLastIndex((event) => event.unit !== desk)
  return away < 0 ? null : (events[away + 1] ?? null)
}

/** How often the case was returned. */
export const returnsIn = (events: CaseEvent[]): number =>
  events.filter(({ kind }) => kind === 'returned').length

const objectionDays = 5

/** What the history says for `Standing`. */
export const standingOf = (
  events: CaseEvent[],
  track: Track,
  now: Instant,
): Pick<Standing, 'sender' | 'extensionAsked' | 'shared' | 'tooLateToReturn'> => {
  const came = arrival(events)
  const asked = events.findLastIndex(({ kind }) => kind === 'extension-requested')
  const decided = events.findLastIndex(({ kind }) => kind === 'extended' || kind === 'extension-refused')
  return {
    sender: came?.data.from ?? null,
    extensionAsked: asked > decided,
    shared: cohandlersIn(events).length > 0,
    tooLateToReturn: track === 'complaint' && came !== null && workdaysSince(came.at, now) > objectionDays,
  }
}
