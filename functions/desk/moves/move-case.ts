import { fail, ok, type Result } from '#domain/basics/result.ts'
import { type CaseEvent, complainant } from '#domain/history/events.ts'
import { draftIn } from '#domain/history/invitation.ts'
import { asStored, type NewEvent } from '#domain/history/new-event.ts'
import { isGiven, scopesOfPeople } from '#domain/history/people.ts'
import { statusBeforeBreak } from '#domain/history/status-replay.ts'
import { caseWords, parseWords, type WithWords } from '#domain/history/words.ts'
import type { MoveFailure } from '#domain/moves/failures.ts'
import type { MoveInput } from '#domain/moves/fields.ts'
import { personFault } from '#domain/moves/joining.ts'
import { statusAfter } from '#domain/moves/rules.ts'
import { type Move, type MoveKind, moves } from '#domain/moves/table.ts'
import { isSet } from '#domain/sessions/own-times.ts'
import { eventRow } from '#domain/words/events.ts'
import type { Status } from '#domain/words/statuses.ts'
import type { Ports } from '#ports'
import type { DeskStore } from '#store/ports/desk.ts'
import { isPublic, publicWordsFault, withDrafted } from '../after/publication.ts'
import { type ActingStaff, type DeskCase, openCase } from '../case/open-case.ts'
import { consultationFault, expertOf } from '../consultations/consultation-fault.ts'
import { sessionFault } from '../sessions/session-fault.ts'
import { withPlace } from '../sessions/with-place.ts'
import { buildMove } from './build-move.ts'
import { changeOf } from './case-change.ts'
import { historyFault } from './history-fault.ts'
import { type AllowedMove, judgeMove } from './judge-move.ts'
import { linkBack, otherOf } from './other-case.ts'

/** Who makes a move, with which answers to its fields. */
export interface MoveRequest {
  by: ActingStaff
  input: MoveInput
}

/** A case after a move: its status, the number of the move's first event, and the history with the new events. */
interface Moved {
  status: Status
  seq: number
  /** The code that a person of the other side gets. */
  trackingCode: string | undefined
  events: CaseEvent[]
}

type UseCasePorts = Pick<
  Ports<Pick<DeskStore, 'openCase' | 'append' | 'book' | 'samePerson'>>,
  'store' | 'clock' | 'random' | 'log'
>

/** The acting person as an event names them. */
export const actorOf = (by: ActingStaff): Pick<NewEvent, 'actor' | 'acting'> =>
  by === 'console' ? { actor: 'console', acting: '' } : { actor: `staff:${by.id}`, acting: by.unit }

/**
 * The input of a move with what is not asked for: who is invited, and the very words that the complainant approved; the
 * place of a meeting, as it was proposed.
 * @returns `notApproved`, `lostText` if these cannot be read any more
 */
export const completeInput = async (
  { kind, deskCase }: AllowedMove,
  input: MoveInput,
): Promise<Result<MoveInput, 'notApproved' | 'lostText'>> => {
  const { stored, events } = deskCase
  if (kind === 'publication-approved') return withDrafted(deskCase, input)
  if (input.fix) return ok(await withPlace(deskCase, input))
  if (!(moves[kind] as Move).ifApproved) return ok(input)
  const draft = draftIn(events)
  const [sealed] = draft ? await stored.words([complainant], new Set([draft.seq])) : []
  const invitation = sealed && parseWords('invitation', sealed.json)?.words.text
  return draft && invitation ? ok({ ...input, whom: String(draft.party), invitation }) : fail('notApproved')
}

/** A case with what was filed and what its people gave of themselves. */
const peopleOf = async (
  { log }: Pick<UseCasePorts, 'log'>,
  { stored, record, events }: DeskCase,
): Promise<WithWords> => {
  const given = new Set(
    events.flatMap((event) => (isGiven(event) || event.kind === 'filed' ? event.seq : [])),
  )
  const scopes = ['record' as const, ...scopesOfPeople(events)]
  return { events, words: caseWords(record.id, await stored.words(scopes, given), log) }
}

/** What stands against the words of a move beside those that the people of the case gave. */
const wordsFault = async (
  ports: Pick<UseCasePorts, 'log'>,
  { kind, deskCase }: AllowedMove,
  input: MoveInput,
): Promise<MoveFailure | null> => {
  if (kind === 'party') return personFault(await peopleOf(ports, deskCase), input)
  return isPublic(kind) ? publicWordsFault(await peopleOf(ports, deskCase), input) : null
}

/** The events of an allowed move. */
export const eventsOfMove = (
  { kind, deskCase }: AllowedMove,
  input: MoveInput,
  who: Pick<NewEvent, 'actor' | 'acting' | 'at'>,
): NewEvent[] => {
  const leavesWaiting = deskCase.record.status === 'waiting' && eventRow(kind).leadsTo !== undefined
  return buildMove(kind, deskCase, input, who, leavesWaiting)
}

/**
 * Makes an allowed move: checks it against the history, starts and stops clocks, appends events.
 * @returns what became of the case, or the reason why nothing was changed; `stale` if another person has moved it meanwhile
 */
export const moveOpenedCase = async (
  ports: UseCasePorts,
  move: AllowedMove,
  request: MoveRequest,
): Promise<Result<Moved, MoveFailure>> => {
  const { kind, deskCase } = move
  const { by } = request
  const complete = await completeInput(move, request.input)
  if (!complete.ok) return complete
  const input = complete.value
  const who = { ...actorOf(by), at: ports.clock() }
  const fault =
    historyFault(deskCase, kind, input, who.actor) ??
    sessionFault(deskCase, kind, input, who.at) ??
    consultationFault(deskCase, kind, input, who.at)
  if (fault) return fail(fault)
  const words = await wordsFault(ports, move, input)
  if (words) return fail(words)
  const other = await otherOf(ports, move, request)
  if (!other.ok) return other

  const events = eventsOfMove(move, input, who)
  const { append, book } = ports.store
  const change = changeOf(kind, input, events, ports.random)
  const expert = expertOf(kind, input)
  const add = expert || events.some((event) => isSet(event.kind)) ? book : append
  const appended = await add(deskCase.stored, events, { ...change, expert })
  if (!appended.ok) return fail(expert && appended.error === 'staffBooked' ? 'expertBooked' : appended.error)
  // If this append fails because the other case is moved concurrently, the link is still recorded in this case.
  if (other.value) await append(other.value.stored, linkBack(move, other.value, who))
  return ok({
    status: statusAfter(kind, deskCase.record.status, statusBeforeBreak(deskCase.events)),
    seq: deskCase.record.headSeq + 1,
    trackingCode: change.newCode?.trackingCode,
    events: [...deskCase.events, ...asStored(events, deskCase.record.headSeq)],
  })
}

/**
 * Opens a case by its number and moves it.
 * @param seen sequence number of the last event the person saw; absent means the current one
 */
export const moveCase = async (
  ports: UseCasePorts,
  {
    number,
    kind,
    seen,
    ...request
  }: MoveRequest & { number: string; kind: MoveKind; seen?: number | undefined },
): Promise<Result<Moved, MoveFailure>> => {
  const deskCase = await openCase(ports, request.by, number)
  if (!deskCase) return fail('unknown')
  const move = judgeMove(kind, deskCase, seen)
  return move.ok ? moveOpenedCase(ports, move.value, request) : move
}
