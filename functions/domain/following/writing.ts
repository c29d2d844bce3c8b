import { lengths, messagesPerDay, talkDays, units } from '#domain/basics/bounds.ts'
import { normaliseDigits, normaliseWidth, readLine, readText } from '#domain/basics/normalise.ts'
import { findableNumbers, phoneNumbers } from '#domain/basics/phone-numbers.ts'
import { fail, ok, type Result } from '#domain/basics/result.ts'
import { addDays, type Day, dayOf, type Instant } from '#domain/basics/time.ts'
import type { CaseEvent } from '#domain/history/events.ts'
import { statusIn } from '#domain/history/status-replay.ts'
import type { Words } from '#domain/history/words.ts'
import { eventRow } from '#domain/words/events.ts'
import { isEnded } from '#domain/words/statuses.ts'

/** What the holder of a code may write, and until when (docs/adr/0037-conversation.md). */

/** The last day on which the holder can write; null while the case is open, when there is none. */
export const writeUntil = (events: CaseEvent[]): Day | null => {
  const end = events.findLast(({ kind }) => eventRow(kind).leadsTo !== undefined)
  return end && isEnded(statusIn(events)) ? addDays(dayOf(end.at), talkDays) : null
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

type WritingField = 'text' | 'call' | 'call.number' | 'call.when'
type WritingCode =
  | 'notText'
  | 'notObject'
  | 'required'
  | 'tooLong'
  | 'noNumber'
  | 'otherNumber'
  | 'sameEnding'
  | 'guessed'
export interface WritingFault {
  field: WritingField
  code: WritingCode
}

/** Last digits by which a number is named. Any number of them would let it be guessed one digit at a time. */
const tail = 4

/** True if the text says nothing; one that is too long says something. */
export const isBlank = (text: string): boolean => readLine(text, units.short) === ''

/** The call that is asked for: by saying so, or by saying which number or when. */
export const askedCall = (asked: boolean, number: string, when: string): Typed['call'] =>
  asked || !isBlank(number) || !isBlank(when) ? { number, when } : null

/** Of the given numbers those that the text names, whole or by the last four digits, in words such as 尾号 1234. */
const namedIn = (typed: string, given: readonly string[]): string[] => {
  const line = normaliseWidth(typed)
  // One at a time, so that each is counted if it is wrong.
  const whole = phoneNumbers(line).length === 1 ? findableNumbers(line) : []
  const endings = (normaliseDigits(line).match(/\d+/g) ?? []).filter(({ length }) => length === tail)
  return given.filter(
    (number) =>
      [number, ...findableNumbers(number)].some((form) => whole.includes(form)) ||
      (endings.length === 1 && number.endsWith(endings[0] ?? number)),
  )
}

/** The number that is meant, of those given; undefined if it may be any of them. */
const numberOf = (typed: string, given: readonly string[]): Result<string | undefined, WritingCode> => {
  if (given.length === 0) return fail('noNumber')
  if (isBlank(typed)) return ok(undefined)
  const [meant, ...more] = typed.length > units.short ? [] : namedIn(typed, given)
  if (meant === undefined) return fail('otherNumber')
  return more.length > 0 ? fail('sameEnding') : ok(meant)
}

/**
 * Reads what the holder of a code wrote. While anything else is wrong, nothing is said about the number.
 * @param phones what they filed as their phone: a call goes only to a number in it
 */
export const readWriting = (typed: Typed, phones: string): Result<Words['wrote'], WritingFault[]> => {
  const faults: WritingFault[] = []
  const text = readText(typed.text, lengths.reply)
  if (text === null) faults.push({ field: 'text', code: 'tooLong' })
  // Asking for a call says enough.
  if (text === '' && !typed.call) faults.push({ field: 'text', code: 'required' })
  const when = typed.call && readLine(typed.call.when, lengths.callWhen)
  if (typed.call && when === null) faults.push({ field: 'call.when', code: 'tooLong' })
  if (text === null || faults.length > 0) return fail(faults)
  if (!typed.call) return ok({ text })
  const number = numberOf(typed.call.number, phoneNumbers(phones))
  if (!number.ok) return fail([{ field: 'call.number', code: number.error }])
  return ok({ text, call: { ...(number.value && { number: number.value }), ...(when && { when }) } })
}
