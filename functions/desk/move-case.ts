import { unit } from '../domain/areas.ts'
import { type ClockFacts, nextChange, startedBy } from '../domain/clocks.ts'
import { type Actor, complainant, type EventData, type Matter } from '../domain/events.ts'
import { applyMove, type MoveFault, type MoveKind } from '../domain/moves.ts'
import { normaliseText } from '../domain/normalise.ts'
import { fail, ok, type Result } from '../domain/result.ts'
import type { Status } from '../domain/statuses.ts'
import type { Ports } from '../ports.ts'
import type { NewEvent } from '../store/store.ts'

/** A move of staff on a case. */
export interface MoveRequest {
  number: string
  kind: MoveKind
  actor: Actor
  /** A word to the complainant; he reads it on his page. */
  message?: string | undefined
  /** 事由, at acceptance: a plain line without names. */
  subject?: string | undefined
  /** Kind of a complaint, at acceptance; it decides the clock. */
  matter?: Matter | undefined
}

export type MoveFailure = 'unknown' | 'stale' | MoveFault

/**
 * Moves a case: checks the table, starts clocks, appends one event.
 * @returns the new status, or why nothing happened; `stale` means that somebody else moved it first
 */
export const moveCase = async (
  { store, clock }: Pick<Ports, 'store' | 'clock'>,
  request: MoveRequest,
): Promise<Result<{ status: Status }, MoveFailure>> => {
  const record = await store.findByNumber(request.number)
  if (!record) return fail('unknown')
  const { kind, actor, subject, matter } = request
  const message = normaliseText(request.message ?? '')
  const moved = applyMove(kind, record.status, record.track, message)
  if (!moved.ok) return moved

  const now = clock()
  const facts: ClockFacts = {
    track: record.track,
    category: record.category,
    unitKind: unit(record.unit).kind,
    matter: record.track === 'complaint' ? matter : undefined,
  }
  const clocks = startedBy(kind, facts)
  const data: EventData = {
    ...(clocks.length > 0 && { clocks }),
    ...(facts.matter && { matter: facts.matter }),
  }
  const plain: NewEvent = { kind, actor, at: now, unit: record.unit, data }
  const event: NewEvent = message === '' ? plain : { ...plain, scope: complainant, words: { text: message } }

  const history = await store.history(record.id)
  const nextChangeAt = nextChange([...history, { ...event, seq: record.headSeq + 1, hash: '' }], now)
  const change = { status: moved.value, subject, nextChangeAt }
  return (await store.append(record, event, change)) === 'appended'
    ? ok({ status: moved.value })
    : fail('stale')
}
