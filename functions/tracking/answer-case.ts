import { clocksOf } from '../domain/clocks.ts'
import { deskEntry } from '../domain/desk-entry.ts'
import { type CaseEvent, complainant, type EventData } from '../domain/events.ts'
import { lengths } from '../domain/limits.ts'
import type { ReplyFault } from '../domain/messages.ts'
import { codePoints, normaliseText } from '../domain/normalise.ts'
import { fail, ok, type Result } from '../domain/result.ts'
import type { Status } from '../domain/statuses.ts'
import { makeTrackingCode } from '../domain/tracking-code.ts'
import type { Ports } from '../ports.ts'
import type { CaseChange, CaseRecord, NewEvent } from '../store/store.ts'

/** What the complainant himself does with his case: answer what was asked, take a code of his own. */

type UseCasePorts = Pick<Ports, 'store' | 'clock' | 'random'>

/** Where the case stood before it was asked of him. */
const statusBefore = (events: CaseEvent[]): Status => {
  const asked = events.findLastIndex(({ kind }) => kind === 'asked')
  const began = events
    .slice(0, asked)
    .findLast(({ kind }) => kind === 'mediating' || kind === 'handling' || kind === 'accepted')
  return began?.kind === 'mediating' || began?.kind === 'handling' ? began.kind : 'accepted'
}

const append = (
  { store }: UseCasePorts,
  record: CaseRecord,
  events: CaseEvent[],
  event: NewEvent,
  change: Omit<CaseChange, 'entry'>,
) => {
  const { about, danger, people } = record
  const history = [...events, { ...event, seq: record.headSeq + 1, hash: '' }]
  const entry = deskEntry(history, { status: change.status, about, danger, people }, event.at)
  return store.append(record, [event], { ...change, entry })
}

/**
 * Answers what the desk asked; clocks that stood still run again, and the desk sees that he answered.
 * @param codeHash the fingerprint his session is bound to
 */
export const replyToDesk = async (
  ports: UseCasePorts,
  codeHash: string,
  typed: string,
): Promise<Result<null, ReplyFault>> => {
  const text = normaliseText(typed)
  if (text === '') return fail('required')
  if (codePoints(text) > lengths.reply) return fail('tooLong')
  const record = await ports.store.findByCode(codeHash)
  if (record?.status !== 'waiting') return fail('notAsked')
  const events = await ports.store.history(record.id)
  const now = ports.clock()
  const resumes = clocksOf(events, now).flatMap(({ state, rule }) => (state === 'paused' ? rule.id : []))
  const data: EventData = resumes.length > 0 ? { resumes } : {}
  const event: NewEvent = {
    ...{ kind: 'replied', actor: complainant, at: now, unit: record.unit, data },
    ...{ scope: complainant, words: { text } },
  }
  const done = await append(ports, record, events, event, { status: statusBefore(events) })
  return done === 'appended' ? ok(null) : fail('stale')
}

/**
 * Gives the holder a code that staff have not seen; the one they wrote down opens nothing any more.
 * @returns the new code, or null when the code is his own already or somebody moved the case at the same moment
 */
export const takeOwnCode = async (ports: UseCasePorts, codeHash: string): Promise<string | null> => {
  const record = await ports.store.findByCode(codeHash)
  if (!record?.codeTemporary) return null
  const events = await ports.store.history(record.id)
  const trackingCode = makeTrackingCode(ports.random)
  const event: NewEvent = {
    ...{ kind: 'code-replaced', actor: complainant, at: ports.clock() },
    ...{ unit: record.unit, data: {} },
  }
  const change = { status: record.status, codeHash: await ports.store.codeHash(trackingCode) }
  return (await append(ports, record, events, event, change)) === 'appended' ? trackingCode : null
}
