import { lengths, messagesPerDay, talkDays, units } from '#domain/basics/bounds.ts'
import { normaliseDigits, readLine, readText } from '#domain/basics/normalise.ts'
import { phoneNumbers } from '#domain/basics/phone-numbers.ts'
import { fail, ok, type Result } from '#domain/basics/result.ts'
import { addDays, type Day, dayOf, type Instant } from '#domain/basics/time.ts'
import type { CaseEvent } from '#domain/history/events.ts'
import { statusIn } from '#domain/history/status-replay.ts'
import type { AskedCall, Words } from '#domain/history/words.ts'
import { eventRow } from '#domain/words/events.ts'
import { isEnded } from '#domain/words/statuses.ts'

/** What the holder of a code may write, and until when (docs/adr/0037-conversation.md). */

/** The last day on which the holder can write; null while the case is open, when there is none. */
export const writeUntil = (events: CaseEvent[]): Day | null => {
  if (!isEnded(statusIn(events))) return null
  const end = events.findLast(({ kind }) => eventRow(kind).leadsTo !== undefined)
  return addDays(dayOf(end?.at ?? 0), talkDays)
}

/** True if the holder can write now. */
export const mayWrite = (events: CaseEvent[], now: Instant): boolean => {
  const until = writeUntil(events)
  return until === null || dayOf(now) <= until
}

/** True if this person has written as much on this day as anybody may; the next day is the one the calendar says. */
export const wroteEnough = (events: readonly CaseEvent[], by: CaseEvent['actor'], now: Instant): boolean =>
  events.filter(
    ({ kind, actor, at }) =>
      actor === by && (kind === 'wrote' || kind === 'replied') && dayOf(at) === dayOf(now),
  ).length >= messagesPerDay

/** What was typed; `call` if a call was asked for. */
export interface Typed {
  text: string
  call: { number: string; when: string } | null
}

type WritingField = 'text' | 'call.number' | 'call.when'
type WritingCode = 'required' | 'tooLong' | 'noNumber' | 'otherNumber'
export interface WritingFault {
  field: WritingField
  code: WritingCode
}

/** Last digits by which one number is told from another. */
const shortestTail = 4

/** The number that is meant, of those given; undefined if it may be any of them. */
const numberOf = (typed: string, given: readonly string[]): Result<string | undefined, WritingCode> => {
  if (given.length === 0) return fail('noNumber')
  const digits = typed.length > units.short ? typed : normaliseDigits(typed)
  if (digits === '') return ok(undefined)
  const meant = given.filter((number) => number.endsWith(digits) || digits.endsWith(number))
  return digits.length >= shortestTail && meant.length > 0 ? ok(meant[0]) : fail('otherNumber')
}

/**
 * Reads what the holder of a code wrote.
 * @param phones what they filed as their phone: a call goes only to a number in it
 */
export const readWriting = (typed: Typed, phones: string): Result<Words['wrote'], WritingFault[]> => {
  const faults: WritingFault[] = []
  const text = readText(typed.text, lengths.reply)
  if (text === null) faults.push({ field: 'text', code: 'tooLong' })
  // Asking for a call says enough.
  if (text === '' && !typed.call) faults.push({ field: 'text', code: 'required' })
  const call: AskedCall = {}
  if (typed.call) {
    const number = numberOf(typed.call.number, phoneNumbers(phones))
    const when = readLine(typed.call.when, lengths.callWhen)
    if (!number.ok) faults.push({ field: 'call.number', code: number.error })
    else if (number.value) call.number = number.value
    if (when === null) faults.push({ field: 'call.when', code: 'tooLong' })
    else if (when) call.when = when
  }
  return faults.length > 0 ? fail(faults) : ok({ text: text ?? '', ...(typed.call && { call }) })
}
