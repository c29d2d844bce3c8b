import { agreementIn } from '#domain/agreement/current.ts'
import { findableNames } from '#domain/basics/folded-name.ts'
import { findableNumbers } from '#domain/basics/phone-numbers.ts'
import { fail, ok, type Result } from '#domain/basics/result.ts'
import { dayOf } from '#domain/basics/time.ts'
import { findRule } from '#domain/clocks/rules.ts'
import { readersMayKnow } from '#domain/desk/access.ts'
import { listedAs } from '#domain/desk/listing.ts'
import { makeTrackingCode } from '#domain/filing/tracking-code.ts'
import { type Actor, type CaseEvent, complainant } from '#domain/history/events.ts'
import { draftIn } from '#domain/history/invitation.ts'
import { asStored, type NewEvent } from '#domain/history/new-event.ts'
import { isGiven, scopesOfPeople } from '#domain/history/people.ts'
import { statusBeforeBreak } from '#domain/history/status-replay.ts'
import { caseWords, parseWords, type WithWords } from '#domain/history/words.ts'
import type { MoveFailure } from '#domain/moves/failures.ts'
import type { MoveInput } from '#domain/moves/fields.ts'
import { isOnBothSides, joiningFault } from '#domain/moves/joining.ts'
import { statusAfter } from '#domain/moves/rules.ts'
import { type Move, type MoveKind, moves } from '#domain/moves/table.ts'
import { isSet } from '#domain/sessions/own-times.ts'
import { eventRow } from '#domain/words/events.ts'
import { isEnded, isResult, type Status } from '#domain/words/statuses.ts'
import type { Ports } from '#ports'
import type { DeskStore } from '#store/ports/desk.ts'
import { type ActingStaff, type DeskCase, openCase } from '../case/open-case.ts'
import { sessionFault } from '../sessions/session-fault.ts'
import { withPlace } from '../sessions/with-place.ts'
import { buildMove } from './build-move.ts'
import { type AllowedMove, judgeMove } from './judge-move.ts'

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

/** True if the event brings a case to a result that can be delivered. */
const leadsToResult = ({ kind }: CaseEvent): boolean => {
  const { leadsTo } = eventRow(kind)
  return leadsTo !== undefined && leadsTo !== 'back' && isResult(leadsTo)
}

/** The failure if the history forbids the move, beyond the rules of the table. */
const historyFault = ({ events }: DeskCase, kind: MoveKind, input: MoveInput, actor: Actor) => {
  const { extension }: Move = moves[kind]
  const draft = kind === 'settled' ? agreementIn(events) : null
  if (draft && !draft.concluded) return 'drafted'
  if (kind === 'party') return joiningFault(events, input)
  if (extension === 'grants' && actor !== 'console') {
    const request = events.findLast(({ data }) => data.asks !== undefined)
    if (request?.actor === actor) return 'ownRequest'
  }
  if (extension === 'asks')
    return (input.days ?? 0) > (findRule(input.rule ?? '')?.extendable ?? 0) ? 'tooManyDays' : null
  if (input.deliveryOn) {
    const result = events.findLast(leadsToResult)
    return result && input.deliveryOn < dayOf(result.at) ? 'tooEarly' : null
  }
  return null
}

/**
 * The other case a move names. This person must be able to see it, and all who will read its number here must be
 * allowed to know that it exists (rules.md R50). A case is merged only into an open one of the same person: two people
 * with one dispute each keep their own case, their code and their answer.
 */
export const otherOf = async (
  ports: UseCasePorts,
  { kind, deskCase: { record, events } }: AllowedMove,
  { by, input }: MoveRequest,
): Promise<Result<DeskCase | null, MoveFailure>> => {
  if (!input.other) return ok(null)
  const other = input.other === record.number ? null : await openCase(ports, by, input.other)
  if (!other) return fail('otherUnknown')
  if (!readersMayKnow(listedAs(events, record.about), other.record.about)) return fail('otherHidden')
  if (kind !== 'merged') return ok(other)
  if (isEnded(other.record.status)) return fail('otherEnded')
  return (await ports.store.samePerson(record.id, other.record.id)) ? ok(other) : fail('otherPerson')
}

/** The event that links the other case back to this one, and says whether this one was merged into it; none if a reader there must not know of this case. */
const linkBack = (
  { kind, deskCase }: AllowedMove,
  other: DeskCase,
  by: Pick<NewEvent, 'actor' | 'acting' | 'at'>,
): NewEvent[] =>
  readersMayKnow(listedAs(other.events, other.record.about), deskCase.record.about)
    ? [
        {
          ...{ ...by, kind: 'linked', unit: other.record.unit },
          data: { other: deskCase.record.number, ...(kind === 'merged' && { merges: true }) },
        },
      ]
    : []

/**
 * The input of a move with what is not asked for: who is invited, and the very words that the complainant approved; the
 * place of a meeting, as it was proposed.
 * @returns `notApproved` if these cannot be read any more
 */
export const completeInput = async (
  { kind, deskCase }: AllowedMove,
  input: MoveInput,
): Promise<Result<MoveInput, 'notApproved'>> => {
  const { stored, events } = deskCase
  if (input.fix) return ok(await withPlace(deskCase, input))
  if (!(moves[kind] as Move).ifApproved) return ok(input)
  const draft = draftIn(events)
  const [sealed] = draft ? await stored.words([complainant], new Set([draft.seq])) : []
  const invitation = sealed && parseWords('invitation', sealed.json)?.words.text
  return draft && invitation ? ok({ ...input, whom: String(draft.party), invitation }) : fail('notApproved')
}

/** A case with what its people gave of themselves. */
const peopleOf = async (
  { log }: Pick<UseCasePorts, 'log'>,
  { stored, record, events }: DeskCase,
): Promise<WithWords> => {
  const given = new Set(events.flatMap((event) => (isGiven(event) ? event.seq : [])))
  return { events, words: caseWords(record.id, await stored.words(scopesOfPeople(events), given), log) }
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
  const fault = historyFault(deskCase, kind, input, who.actor) ?? sessionFault(deskCase, kind, input, who.at)
  if (fault) return fail(fault)
  if (kind === 'party' && isOnBothSides(await peopleOf(ports, deskCase), input)) return fail('bothSides')
  const other = await otherOf(ports, move, request)
  if (!other.ok) return other

  const events = eventsOfMove(move, input, who)
  const subject = events.flatMap(({ words }) =>
    words && 'subject' in words && words.subject ? words.subject : [],
  )[0]
  const joined = events.find((event) => event.kind === 'party')?.scope
  const party =
    joined && input.otherName
      ? {
          scope: joined,
          names: findableNames(input.otherName),
          phones: findableNumbers(input.otherPhone ?? ''),
        }
      : undefined
  const { append, book } = ports.store
  const endedCode = kind === 'stood-down' ? Number(input.whom) : undefined
  const newCode = (moves[kind] as Move).givesCode
    ? { party: Number(input.whom), trackingCode: makeTrackingCode(ports.random), staffSaw: true }
    : undefined
  const letter = kind === 'invitation' ? Number(input.whom) : undefined
  const add = events.some((event) => isSet(event.kind)) ? book : append
  const appended = await add(deskCase.stored, events, { subject, party, newCode, letter, endedCode })
  if (!appended.ok) return appended
  // If this append fails because the other case is moved concurrently, the link is still recorded in this case.
  if (other.value) await append(other.value.stored, linkBack(move, other.value, who))
  return ok({
    status: statusAfter(kind, deskCase.record.status, statusBeforeBreak(deskCase.events)),
    seq: deskCase.record.headSeq + 1,
    trackingCode: newCode?.trackingCode,
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
