import type { Random } from '#domain/basics/random.ts'
import { randomDigits } from './tracking-code.ts'

/**
 * The case number (案件编号): `yyyy-nnnnnn`, drawn at random, unique in the year. No area and no order, because a
 * counting number betrays how many cases there are and which one is hidden. It opens nothing.
 */
export const makeCaseNumber = (random: Random, year: string, digits: 6 | 7): string =>
  `${year}-${randomDigits(random, digits)}`

export const isCaseNumber = (text: string): boolean => /^20\d{2}-\d{6,7}$/.test(text)
