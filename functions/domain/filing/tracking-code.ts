/**
 * The tracking code (查询码): 15 random digits and an ISO/IEC 7064 MOD 11,10 check digit. It is a credential: only
 * its HMAC is stored, and it is in no URL and no log.
 */

import { normaliseCaseNumber, normaliseWidth } from '#domain/basics/normalise.ts'
import { type Random, randomDigits } from '#domain/basics/random.ts'
import { isCaseNumber } from './case-number.ts'

const step = (product: number, digit: number): number => {
  const sum = (digit + product) % 10 || 10
  return (sum * 2) % 11
}

/** The check digit of a string of digits (ISO/IEC 7064 MOD 11,10). */
export const checkDigit = (digits: string): number => {
  let product = 10
  for (const digit of digits) product = step(product, Number(digit))
  return (11 - product) % 10
}

/** Draws a tracking code: 15 random digits and their check digit. */
export const makeTrackingCode = (random: Random): string => {
  const digits = randomDigits(random, 15)
  return digits + checkDigit(digits)
}

/**
 * Finds the code in a typed or pasted text (rules.md R10). Digits may be full-width; spaces, dashes, punctuation and
 * words may be around the code and between its groups; the code may occur twice, as on the slip. Words separate
 * numbers, so that a case number beside the code is not read as part of it.
 * @param typed text, bounded by the caller
 * @returns 16 digits if the text contains one such code; otherwise all its digits, for `codeFault` to check
 */
export const readCode = (typed: string): string => digitsIn(typed, 16)

/** The same for a number of another length. */
export const digitsIn = (typed: string, length: number): string => {
  const plain = codeIn(normaliseWidth(typed), length)
  return plain.length === length ? plain : codeIn(inDigits(normaliseWidth(typed)), length)
}

const numerals = '〇零○一幺二两三四五六七八九'
const values = '00011223456789'

/** 五六〇九 → 5609, as a code is read aloud and written down by hand. */
const inDigits = (text: string): string =>
  text.replace(/[〇零○一幺二两三四五六七八九]/gu, (sign) => values[numerals.indexOf(sign)] as string)

const codeIn = (text: string, length: number): string => {
  const numbers = text.split(/[\p{L}]+/u).map((part) => part.replace(/[^\p{N}]/gu, ''))
  const codes = new Set(numbers.filter((digits) => digits.length === length))
  const [code = ''] = codes
  return codes.size === 1 ? code : numbers.join('')
}

/**
 * Why a code is invalid: nothing was typed, a case number was typed instead, it does not have 16 digits, or its check
 * digit is wrong.
 */
export type CodeFault = 'empty' | 'numberGiven' | 'digits' | 'checkDigit'

/** The fault of a normalised code, or null. */
export const codeFault = (code: string): CodeFault | null => {
  if (code === '') return 'empty'
  if (isCaseNumber(normaliseCaseNumber(code))) return 'numberGiven'
  if (!/^\d{16}$/.test(code)) return 'digits'
  return checkDigit(code.slice(0, 15)) === Number(code[15]) ? null : 'checkDigit'
}

/** The code in four groups of four digits, as on screen and on the slip. */
export const codeGroups = (code: string): string[] => code.match(/\d{4}/g) ?? []
