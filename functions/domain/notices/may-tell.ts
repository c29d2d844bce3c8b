import { phoneNumbers } from '#domain/basics/phone-numbers.ts'
import { asCorrected } from '#domain/history/people.ts'
import type { StoredWords } from '#domain/history/words.ts'
import { allowedHours, type Hours } from './hours.ts'

/**
 * Whether and when a person may be sent a message, from their own answers alone. Danger, level and desk do not enter, so
 * that a case of danger gets what every other case with the same answers gets (rules.md R49).
 */

/** Of the numbers that can be dialled, only mobile ones have these digits. */
const isMobile = (number: string): boolean => number.startsWith('1') && number.length === 11

/** What decides about the messages to one person of a case. */
export interface Answers {
  /** Their own answers, of the filing and of every later correction. */
  own: readonly StoredWords['party'][]
  /** What is known of everybody else: the typed name of the other side, phones of others. Each text is bounded. */
  others: readonly string[]
}

/**
 * The number to send a message to, and at which hours.
 * @returns null if the person did not ask for messages, or said that texting is not safe, or has no mobile number, if a
 * number of theirs is one of the other side as well, or if they said in words that cannot be read when it is safe
 */
export const mayTell = ({ own, others }: Answers): { number: string; hours: Hours[] } | null => {
  const { notify, contact, phone } = asCorrected(own)
  if (!notify || contact?.mayText === false) return null
  const numbers = phoneNumbers(phone ?? '')
  const number = numbers.find(isMobile)
  const theirs = new Set(others.flatMap(phoneNumbers))
  if (!number || numbers.some((one) => theirs.has(one))) return null
  const hours = allowedHours(contact?.when ?? '')
  return hours && { number, hours }
}
