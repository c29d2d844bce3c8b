import { clocksOf } from '../domain/clocks.ts'
import { deskEntry } from '../domain/desk-entry.ts'
import { type CaseEvent, complainant, type EventData } from '../domain/events.ts'
import { lengths } from '../domain/limits.ts'
import type { ReplyFault } from '../domain/messages.ts'
import { codePoints, normaliseText } from '../domain/normalise.ts'
import { fail, ok, type Result } from '../domain/result.ts'
import { statusBeforeBreak } from '../domain/status-replay.ts'
import type { Ports } from '../ports.ts'
import type { CaseChange, CaseRecord, NewEvent } from '../store/store.ts'

/** What the complainant himself does with his case: answer what was asked, take a code of his own. */

type UseCasePorts = Pick<Ports, 'store' | 'clock' | 'random'>

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
  // Whoever else has seen the code could write in his name: first he takes one of his own.
  if (record?.status !== 'waiting' || record.codeTemporary) return fail('notAsked')
  const events = await ports.store.history(record.id)
  const now = ports.clock()
  const resumes = clocksOf(events, now).flatMap(({ state, rule }) => (state === 'paused' ? rule.id : []))
  const data: EventData = resumes.length > 0 ? { resumes } : {}
  const event: NewEvent = {
    ...{ kind: 'replied', actor: complainant, at: now, unit: record.unit, data },
    ...{ scope: complainant, words: { text } },
  }
  const done = await append(ports, record, events, event, { status: statusBeforeBreak(events) })
  return done === 'appended' ? ok(null) : fail('stale')
}

/** May the holder take a code that staff have not seen? */
export const mayTakeCode = async ({ store }: UseCasePorts, codeHash: string): Promise<boolean> =>
  (await store.findByCode(codeHash))?.codeTemporary === true

/**
 * Makes a code that the holder has noted his own; the one that staff wrote down opens nothing any more. The old one
 * works until then, so that a lost answer locks nobody out.
 * @returns the fingerprint of the new code, or null when there was nothing to replace
 */
export const useOwnCode = async (
  ports: UseCasePorts,
  codeHash: string,
  trackingCode: string,
): Promise<string | null> => {
  const fresh = await ports.store.codeHash(trackingCode)
  const record = await ports.store.findByCode(codeHash)
  if (!record?.codeTemporary) return null
  const events = await ports.store.history(record.id)
  const event: NewEvent = {
    ...{ kind: 'code-replaced', actor: complainant, at: ports.clock() },
    ...{ unit: record.unit, data: {} },
  }
  const done = await append(ports, record, events, event, { status: record.status, codeHash: fresh })
  return done === 'appended' ? fresh : null
}
