import { roles } from '#domain/staff/staff.ts'
import { eventRow } from '#domain/words/events.ts'
import type { Status } from '#domain/words/statuses.ts'
import type { Track } from '#domain/words/tracks.ts'
import type { UnitKind } from '#domain/words/unit-kinds.ts'
import type { Move } from './move.ts'
import type { Standing } from './standing.ts'
import { type MoveKind, moveKinds, moves } from './table.ts'

/** Who may make which move when. Buttons and checks use the same rules. */

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
  | 'gaveCode'
  | 'noCall'
  | 'anonymous'
  | 'noOthers'
  | 'notInvited'
  | 'noDraft'
  | 'notApproved'
  | 'refused'
  | 'unreached'
  | 'noRevisit'
  | 'noStory'
  | 'noStoryBack'
  | 'noPublication'
  | 'notAgreed'
  | 'proven'
  | 'noSession'
  | 'noBooking'
  | 'noCode'
  | 'nobodyJoined'
  | 'noStandIn'
  | 'notAsked'
  | 'notReviewable'
  | 'noMeasure'

/** True if the move asks for a unit and there is none to name. */
const leadsNowhere = ({ needs, target }: Move, { reaches }: Standing): boolean =>
  (needs.includes('unit') && target !== undefined && target !== 'cohandlers' && !reaches(target)) ||
  (needs.includes('proper') && !reaches('any'))

const kindsFor = (move: Move, track: Track): readonly UnitKind[] | undefined =>
  move.kindsOnTrack?.[track] ?? move.unitKinds

/**
 * True if the move waits until a person in danger was safely reached (rules.md R49): it writes to the other side, or
 * somebody who was invited reads of it, and with it that the case is at another desk. Who is rung hears that anyhow.
 */
const waitsForReach = (kind: MoveKind, { ifReached }: Move, { invited }: Standing): boolean => {
  const { otherSide, rings } = eventRow(kind)
  return ifReached === true || (invited && otherSide !== undefined && !rings)
}

/** Why a move towards the other side is not open now; null if nothing stands against it. */
const otherSideFault = (kind: MoveKind, move: Move, standing: Standing): MoveFault | null => {
  if (move.ifNamed && !standing.named) return 'anonymous'
  if (move.ifOthers && !standing.others) return 'noOthers'
  if (move.ifInvited && !standing.invited) return 'notInvited'
  if (move.ifDrafted && !standing.drafted) return 'noDraft'
  if (move.ifApproved && !standing.approved) return 'notApproved'
  if (move.ifWilling && standing.refused) return 'refused'
  if (move.ifAgreed && !standing.agreed) return 'notAgreed'
  if (standing.unreached && waitsForReach(kind, move, standing)) return 'unreached'
  if (move.ifSession && !standing.sessions.includes(move.ifSession)) return 'noSession'
  if (move.ifBooked && !standing.booked) return 'noBooking'
  if (move.ifJoined && !standing.joined) return 'nobodyJoined'
  if (move.ifStandIns && !standing.standIns) return 'noStandIn'
  return null
}

/** True if the role of the person may make the move. Whoever handles the case reopens it where an agreement is not kept. */
const isCapable = (move: Move, { role, relation, unkept }: Standing): boolean =>
  roles[role][move.can] ||
  (move.handlesIfUnkept === true && unkept && relation === 'desk' && roles[role].handles)

/** Why a move is not open to this person now; null if it is. Checks the person first, then the state of the case. */
export const moveFault = (kind: MoveKind, standing: Standing): MoveFault | null => {
  const move: Move = moves[kind]
  if (!move.by.includes(standing.relation)) return 'relation'
  if (!isCapable(move, standing)) return 'role'
  if (standing.objected && !move.evenIfObjected) return 'objected'
  if (move.tracks && !move.tracks.includes(standing.track)) return 'track'
  if (standing.track === 'complaint' && move.onMatter?.every((matter) => matter !== standing.matter))
    return 'track'
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
  if (move.ifCallAsked && !standing.callAsked) return 'noCall'
  if (move.ifUnconfirmed && !standing.unconfirmed) return 'notHeld'
  if (move.notByGiver && standing.gaveCode) return 'gaveCode'
  if (move.ifUntalked && !standing.untalked) return 'notHeld'
  const other = otherSideFault(kind, move, standing)
  if (other) return other
  if (move.ifRevisitDue && !standing.revisitDue) return 'noRevisit'
  if (move.ifFitsStory && !standing.fitsStory) return 'noStory'
  if (move.ifStoryBack && !standing.storyBack) return 'noStoryBack'
  if (move.ifPublication?.every((state) => state !== standing.publication)) return 'noPublication'
  if (move.ifUnproven && !standing.unproven) return 'proven'
  if (move.ifSupervised && !standing.supervised) return 'notAsked'
  if (move.ifReviewable && !standing.reviewable) return 'notReviewable'
  if (move.ifMeasureOpen && !standing.measureOpen) return 'noMeasure'
  if (move.needsCode && standing.codeless) return 'noCode'
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
