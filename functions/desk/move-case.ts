import { findRule } from '../domain/clock-rules.ts'
import { deskEntry } from '../domain/desk-entry.ts'
import type { Actor } from '../domain/events.ts'
import type { MoveFailure } from '../domain/move-failures.ts'
import type { MoveInput } from '../domain/move-fields.ts'
import { moveFault, statusAfter } from '../domain/move-rules.ts'
import { type MoveKind, moves } from '../domain/moves.ts'
import { fail, ok, type Result } from '../domain/result.ts'
import { statusBeforeBreak } from '../domain/status-replay.ts'
import { isEnded, type Status } from '../domain/statuses.ts'
import { dayOf } from '../domain/time.ts'
import type { Ports } from '../ports.ts'
import type { NewEvent } from '../store/store.ts'
import { buildMove } from './build-move.ts'
import { type ActingStaff, type CaseFile, openFile } from './case-file.ts'

export interface MoveRequest {
  number: string
  kind: MoveKind
  by: ActingStaff
  input: MoveInput
  /** The last event the person saw; absent: whatever stands there now. */
  seen?: number | undefined
}

type UseCasePorts = Pick<Ports, 'store' | 'clock'>

const actorOf = (by: ActingStaff): Actor => (by === 'console' ? 'console' : `staff:${by.id}`)

/** New rows behind the history, as far as clocks and lists look at them. */
export const withNew = (file: Pick<CaseFile, 'events' | 'record'>, events: NewEvent[]) => [
  ...file.events,
  ...events.map(({ kind, actor, at, unit, data }, index) => ({
    ...{ kind, actor, at, unit, data },
    seq: file.record.headSeq + 1 + index,
    hash: '',
  })),
]

const results = ['settled', 'answered', 'failed', 'declined', 'withdrawn']

/** What the history itself forbids, beyond the table. */
const historyFault = ({ events }: CaseFile, kind: MoveKind, input: MoveInput, actor: Actor) => {
  if (kind === 'extended' && actor !== 'console') {
    const asked = events.findLast((event) => event.kind === 'extension-requested')
    if (asked?.actor === actor) return 'ownRequest'
  }
  if (kind === 'extension-requested')
    return (input.days ?? 0) > (findRule(input.rule ?? '')?.extendable ?? 0) ? 'tooManyDays' : null
  if (kind === 'delivered') {
    const result = events.findLast((event) => results.includes(event.kind))
    return result && (input.deliveryOn ?? '') < dayOf(result.at) ? 'tooEarly' : null
  }
  return null
}

/** The other case a move names: seen by this person, and open where one is to go into it. */
const otherOf = async (
  ports: UseCasePorts,
  { by, input, number, kind }: MoveRequest,
): Promise<Result<CaseFile | null, MoveFailure>> => {
  if (!input.other) return ok(null)
  const other = input.other === number ? null : await openFile(ports, by, input.other)
  if (!other) return fail('otherUnknown')
  return kind === 'merged' && isEnded(other.record.status) ? fail('otherEnded') : ok(other)
}

const store = (ports: UseCasePorts, file: CaseFile, events: NewEvent[], status: Status, input: MoveInput) => {
  const { record } = file
  const danger = events.some(({ kind }) => kind === 'danger-marked')
    ? true
    : events.some(({ kind }) => kind === 'danger-lifted')
      ? false
      : record.danger
  const { subject, people } = input
  const facts = { status, about: record.about, danger, people: people ?? record.people }
  const entry = deskEntry(withNew(file, events), facts, ports.clock())
  const joined = events.find(({ kind }) => kind === 'party')?.scope
  const party = joined && input.otherName ? { scope: joined, name: input.otherName } : undefined
  return ports.store.append(record, events, { status, subject, people, danger, party, entry })
}

/**
 * Moves a case: checks the table, starts and stops clocks, appends to the history.
 * @returns the new status, or why nothing happened
 */
export const moveCase = async (
  ports: UseCasePorts,
  request: MoveRequest,
): Promise<Result<{ status: Status }, MoveFailure>> => {
  const { number, kind, by, seen, input } = request
  const file = await openFile(ports, by, number)
  if (!file) return fail('unknown')
  const { record, standing, events: history } = file
  if (seen !== undefined && seen !== record.headSeq) return fail('stale')
  const actor = actorOf(by)
  const fault = moveFault(kind, standing) ?? historyFault(file, kind, input, actor)
  if (fault) return fail(fault)
  const other = await otherOf(ports, request)
  if (!other.ok) return other

  const status = statusAfter(kind, record.status, statusBeforeBreak(history))
  const leavesWaiting = record.status === 'waiting' && moves[kind].to !== null
  const at = ports.clock()
  const events = buildMove(kind, file, input, { actor, at }, leavesWaiting)
  if ((await store(ports, file, events, status, input)) !== 'appended') return fail('stale')
  if (other.value) {
    // The other case says so as well; if somebody moves it at this moment, this one still does.
    const linked: NewEvent = {
      actor,
      at,
      kind: 'linked',
      unit: other.value.record.unit,
      data: { other: number },
    }
    await store(ports, other.value, [linked], other.value.record.status, {})
  }
  return ok({ status })
}
