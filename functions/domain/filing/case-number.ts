import { type Random, randomDigits } from '#domain/basics/random.ts'

/**
 * The case number (案件编号): `yyyy-nnnnnn`, random and unique within the year. It contains no area and no order, because
 * a sequence would reveal how many cases there are and which are hidden. It gives no access.
 */
export const makeCaseNumber = (random: Random, year: string, digits: 6 | 7): string =>
  `${year}-${randomDigits(random, digits)}`

/** True for the form `yyyy-nnnnnn`, with six or seven digits; does not look the case up. */
export const isCaseNumber = (text: string): boolean => /^20\d{2}-\d{6,7}$/.test(text)
