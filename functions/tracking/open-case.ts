import type { Category } from '../domain/categories.ts'
import { guessesInTotal, guessesPerAddress, guessWindow } from '../domain/limits.ts'
import { normaliseCaseNumber, normaliseDigits } from '../domain/normalise.ts'
import { type PublicCase, publicCase } from '../domain/public-view.ts'
import { fail, ok, type Result } from '../domain/result.ts'
import { type CodeFault, codeFault } from '../domain/tracking-code.ts'
import type { Ports } from '../ports.ts'
import type { GuessMarks } from '../store/store.ts'

/**
 * Why a code opened nothing: malformed, unknown, or over the limit of guesses, where the case number from the slip
 * must be given as well (`caseNumber`) and must fit (`wrongCaseNumber`).
 */
export type OpenFault = CodeFault | 'unknown' | 'caseNumber' | 'wrongCaseNumber'

/** Sixteen digits with any spacing a person puts between them; the rest of a pasted book is not looked at. */
const longestTyped = 400

type UseCasePorts = Pick<Ports, 'store' | 'clock'>

/** Do marks stand at the limit; `own`: how many of them are this guess itself. */
const isOver = ({ address, total }: GuessMarks, own: 0 | 1): boolean =>
  address - own >= guessesPerAddress || total - own >= guessesInTotal

/**
 * Opens a case by its tracking code (DESIGN 6): asks the guess mark before the look-up, counts only well-formed
 * unknown codes, and remembers the first use.
 * @param address prefix of the sender's network address
 * @returns the fingerprint of the code, which a session is bound to
 */
export const openCase = async (
  { store, clock }: UseCasePorts,
  entered: { trackingCode: string; caseNumber?: string | undefined },
  address: string,
): Promise<Result<{ codeHash: string }, OpenFault>> => {
  const code = normaliseDigits(entered.trackingCode.slice(0, longestTyped))
  const caseNumber = normaliseCaseNumber((entered.caseNumber ?? '').slice(0, longestTyped))
  const fault = codeFault(code)
  if (fault) return fail(fault)

  const now = clock()
  if (caseNumber === '' && isOver(await store.guesses(address, now), 0)) return fail('caseNumber')

  const codeHash = await store.codeHash(code)
  const record = await store.findByCode(codeHash)
  // With a number given, a hit counts only on that one case, and a miss does not say which of the two was wrong.
  if (!record || (caseNumber !== '' && record.number !== caseNumber)) {
    const marks = await store.countGuess(address, now, now + guessWindow)
    if (caseNumber !== '') return fail('wrongCaseNumber')
    // Guesses sent all at once passed the mark together: the count after it says which came too late.
    return fail(isOver(marks, 1) ? 'caseNumber' : 'unknown')
  }
  if (record.firstFollowedAt === null) await store.markFollowed(record.id, now)
  return ok({ codeHash })
}

/** The public view of the case a session is bound to, with what the page needs beside it; null when its code opens nothing any more. */
export const viewCase = async (
  { store, clock }: UseCasePorts,
  codeHash: string,
): Promise<(PublicCase & { codeTemporary: boolean; category: Category }) | null> => {
  const found = await store.follow(codeHash)
  if (!found) return null
  const { record, events, messages } = found
  return {
    ...publicCase(record, events, messages, clock()),
    codeTemporary: record.codeTemporary === true,
    category: record.category,
  }
}
