/**
 * The tracking code (查询码): 15 random digits and an ISO/IEC 7064 MOD 11,10 check digit. It is a credential: only
 * its HMAC is stored, and it stands in no URL and no log.
 */

import { normaliseWidth } from '#domain/basics/normalise.ts'
import type { Random } from '#domain/basics/random.ts'

const step = (product: number, digit: number): number => {
  const sum = (digit + product) % 10 || 10
  return (sum * 2) % 11
}

/** Check digit of a string of digits, ISO/IEC 7064 MOD 11,10. */
export const checkDigit = (digits: string): number => {
  let product = 10
  for (const digit of digits) product = step(product, Number(digit))
  return (11 - product) % 10
}

/** `count` unbiased decimal digits: bytes from 250 up are thrown away. */
export const randomDigits = (random: Random, count: number): string => {
  let digits = ''
  while (digits.length < count) {
    for (const byte of random(count)) if (byte < 250 && digits.length < count) digits += byte % 10
  }
  return digits
}

export const makeTrackingCode = (random: Random): string => {
  const digits = randomDigits(random, 15)
  return digits + checkDigit(digits)
}

/**
 * The code in what was typed or pasted (rules.md R10): full-width digits, spaces, dashes, punctuation and
 * words may stand around it and between its groups, and it may stand there twice, as the slip also spells it. Words
 * part one number from the next, so that a case number beside it is none of it.
 * @param typed bounded by the caller
 * @returns 16 digits where it holds one such code; else all its digits, for `codeFault` to judge
 */
export const readCode = (typed: string): string => {
  const numbers = normaliseWidth(typed)
    .split(/[\p{L}]+/u)
    .map((part) => part.replace(/[^\p{N}]/gu, ''))
  const codes = new Set(numbers.filter((digits) => digits.length === 16))
  const [code = ''] = codes
  return codes.size === 1 ? code : numbers.join('')
}

/** Why an entered code cannot be one: not 16 digits, or the check digit says that a digit is wrong. */
export type CodeFault = 'digits' | 'checkDigit'

/** What is wrong with a normalised code, or null. */
export const codeFault = (code: string): CodeFault | null => {
  if (!/^\d{16}$/.test(code)) return 'digits'
  return checkDigit(code.slice(0, 15)) === Number(code[15]) ? null : 'checkDigit'
}

/** Four groups of four, as on screen and on the slip. */
export const codeGroups = (code: string): string[] => code.match(/\d{4}/g) ?? []
