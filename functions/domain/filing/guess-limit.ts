import { guessesInTotal, guessesPerAddress } from '#domain/basics/bounds.ts'

/**
 * True if the counts of guessed codes and numbers are at the limit (rules.md R44).
 * @param own 1 if they already include this guess
 */
export const isOverLimit = ({ address, total }: { address: number; total: number }, own: 0 | 1): boolean =>
  address - own >= guessesPerAddress || total - own >= guessesInTotal
