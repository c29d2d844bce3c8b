import { deskEntry } from '../domain/desk-entry.ts'
import type { Actor } from '../domain/events.ts'
import type { MoveFailure } from '../domain/move-failures.ts'
import type { MoveInput } from '../domain/move-fields.ts'
import { moveFault, statusAfter } from '../domain/move-rules.ts'
import { type MoveKind, moves } from '../domain/moves.ts'
import { fail, ok, type Result } from '../domain/result.ts'
import type { Status } from '../domain/statuses.ts'
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

const approvesOwn = ({ events }: CaseFile, kind: MoveKind, actor: Actor): boolean =>
  kind === 'extended' &&
  actor !== 'console' &&
  events.findLast((event) => event.kind === 'extension-requested')?.actor === actor

/** The id of the other case, where one is named by its number. */
const otherOf = async (ports: UseCasePorts, { by, input, number }: MoveRequest): Promise<string | null> => {
  if (!input.other) return null
  const other = input.other === number ? null : await openFile(ports, by, input.other)
  return other?.record.id ?? ''
}

/**
 * Moves a case: checks the table, starts and stops clocks, appends to the history.
 * @returns the new status, or why nothing happened
 */
export const moveCase = async (
  ports: UseCasePorts,
  request: MoveRequest,
): Promise<Result<{ status: Status }, MoveFailure>> => {
  const { number, kind, by, seen } = request
  const file = await openFile(ports, by, number)
  if (!file) return fail('unknown')
  const { record, standing } = file
  if (seen !== undefined && seen !== record.headSeq) return fail('stale')
  const fault = moveFault(kind, standing)
  if (fault) return fail(fault)
  const actor = actorOf(by)
  if (approvesOwn(file, kind, actor)) return fail('ownRequest')
  const other = await otherOf(ports, request)
  if (other === '') return fail('otherUnknown')

  const { subject, people } = request.input
  const input = { ...request.input, ...(other && { other }) }
  const status = statusAfter(kind, standing)
  const leavesWaiting = record.status === 'waiting' && moves[kind].to !== null
  const now = ports.clock()
  const events = buildMove(kind, file, input, { actor, at: now }, leavesWaiting)
  const danger = kind === 'danger-lifted' ? false : record.danger
  const facts = { status, about: record.about, danger, people: people ?? record.people }
  const entry = deskEntry(withNew(file, events), facts, now)
  const change = { status, subject, people, danger, entry }
  return (await ports.store.append(record, events, change)) === 'appended' ? ok({ status }) : fail('stale')
}
