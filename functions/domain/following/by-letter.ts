import { lengths, units } from '#domain/basics/bounds.ts'
import { readLine } from '#domain/basics/normalise.ts'
import { phoneNumbers } from '#domain/basics/phone-numbers.ts'
import { fail, ok, type Result } from '#domain/basics/result.ts'
import { type LetterFault, letterFault, readLetterNumber } from '#domain/filing/letter-number.ts'
import { unansweredIn } from '#domain/history/conversation.ts'
import { type CaseEvent, partyScope } from '#domain/history/events.ts'
import type { LetterWay } from '#domain/words/letter-ways.ts'
import { letterWayIds } from '#domain/words/letter-ways.ts'

/** Asking the mediator with the number on a letter: to be rung, or to come to the window. Nothing else opens with it. */

/** What was typed in the form. */
export interface TypedAsk {
  letterNumber: string
  way: string
  phone: string
  when: string
}

/** What somebody with a letter asks for. */
export interface LetterAsk {
  number: string
  way: LetterWay
  /** Where and when to ring; only if that is what they ask for. */
  call: { number: string; when?: string } | null
}

type AskField = keyof TypedAsk | 'caseNumber'
type AskCode = LetterFault | 'required' | 'tooLong' | 'phone'
export interface AskFault {
  field: AskField
  code: AskCode
}

/** Reads the form; the number is looked for only if everything else is right. */
export const readAsk = (typed: TypedAsk): Result<LetterAsk, AskFault[]> => {
  const faults: AskFault[] = []
  const number = readLetterNumber(typed.letterNumber.slice(0, units.short))
  const wrong = letterFault(number)
  if (wrong) faults.push({ field: 'letterNumber', code: wrong })
  const way = letterWayIds.find((id) => id === typed.way)
  if (!way) faults.push({ field: 'way', code: 'required' })
  if (way !== 'call') return way && faults.length === 0 ? ok({ number, way, call: null }) : fail(faults)
  const phone = readLine(typed.phone, lengths.phone)
  if (phone === null) faults.push({ field: 'phone', code: 'tooLong' })
  else if (phone === '') faults.push({ field: 'phone', code: 'required' })
  else if (phoneNumbers(phone).length === 0) faults.push({ field: 'phone', code: 'phone' })
  const when = readLine(typed.when, lengths.callWhen)
  if (when === null) faults.push({ field: 'when', code: 'tooLong' })
  if (faults.length > 0 || phone === null || when === null) return fail(faults)
  return ok({ number, way, call: { number: phone, ...(when && { when }) } })
}

/** True if the words of this event, for whom a letter was printed, were approved by the complainant. */
export const isSent = (events: readonly CaseEvent[], seq: number): boolean => {
  const next = events.find(({ kind }, index) => kind === 'invitation' && (events[index]?.seq ?? 0) > seq)
  return events.some(
    (event) => event.kind === 'invitation-approved' && event.seq > seq && (!next || event.seq < next.seq),
  )
}

/** True if somebody asked with the letter for this person already, and the desk has not answered. */
export const isAsked = (events: readonly CaseEvent[], party: number): boolean =>
  unansweredIn(events).some(({ actor, data }) => actor === partyScope(party) && data.letter !== undefined)

/** Why an ask was not taken, and what can be done. */
const messages = {
  'letterNumber empty': '请填信上的号码：12 位数字，四个一组。',
  'letterNumber codeGiven': '这是 16 位的查询码，不是信上的号码。有查询码，请到“进度”里填。',
  'letterNumber digits': '信上的号码是 12 位数字，请数一数，少了或者多了。',
  'letterNumber checkDigit': '有一位数字对不上，请照着信再核对一遍。',
  'way required': '请选一个：给您打电话，还是您到窗口来。',
  'phone required': '请写您的电话，才好给您打。',
  'phone phone': '里面没有能拨的号码。手机是 11 位数字，座机请带上区号。',
  'phone tooLong': `写得太长了，最多 ${lengths.phone} 个字。`,
  'when tooLong': `写得太长了，最多 ${lengths.callWhen} 个字。`,
  unknown: '没有这个号码，或者过了期。请照着信再核对一遍；还是不行，请打信上的电话。',
  caseNumber: '这里填错的次数太多了。请把信上的案件编号也填上，再试。',
  stale: '刚才没有送到，请再按一次。您填的都还在。',
} as const

/** The sentence for a fault of a field, or of the number as a whole. */
export const askMessage = (fault: AskFault | 'unknown' | 'caseNumber' | 'stale'): string =>
  typeof fault === 'string' ? messages[fault] : faultText(`${fault.field} ${fault.code}`)

const faultText = (key: string): string =>
  Object.entries(messages).find(([name]) => name === key)?.[1] ?? messages.unknown
