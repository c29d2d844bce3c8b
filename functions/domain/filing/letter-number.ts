import { checkDigit, digitsIn } from './tracking-code.ts'

/**
 * The number on a letter that invites somebody (信上的号码): 11 digits derived with a key from the case and its words, and an
 * ISO/IEC 7064 MOD 11,10 check digit, so that a letter can be printed again and nobody can guess one. It opens nothing of
 * the case (docs/adr/0047-several-people.md).
 */

const drawn = 11
/** Digits of a number, with its check digit; three groups of four, so that nobody takes it for a tracking code. */
const letterDigits = drawn + 1

/**
 * The number from a fingerprint.
 * @param mac at least 64 bits in hexadecimal; the bias of the remainder is below 2^-27
 */
export const letterNumberOf = (mac: string): string => {
  const value = BigInt(`0x${mac.slice(0, 16)}`) % 10n ** BigInt(drawn)
  const digits = String(value).padStart(drawn, '0')
  return digits + checkDigit(digits)
}

/** Finds the number in a typed text, bounded by the caller, as `readCode` finds a tracking code. */
export const readLetterNumber = (typed: string): string => digitsIn(typed, letterDigits)

/** Why a number is invalid: nothing was typed, it is a tracking code, has too few or too many digits, or a wrong one. */
export type LetterFault = 'empty' | 'codeGiven' | 'digits' | 'checkDigit'

/** The fault of a number as `readLetterNumber` gives it, or null. */
export const letterFault = (number: string): LetterFault | null => {
  if (number === '') return 'empty'
  if (/^\d{16}$/.test(number)) return 'codeGiven'
  if (!/^\d{12}$/.test(number)) return 'digits'
  return checkDigit(number.slice(0, drawn)) === Number(number[drawn]) ? null : 'checkDigit'
}
