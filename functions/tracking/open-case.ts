import { guessesInTotal, guessesPerAddress, guessWindow } from '../domain/limits.ts'
import { normaliseCaseNumber, normaliseDigits } from '../domain/normalise.ts'
import { type PublicCase, publicCase } from '../domain/public-view.ts'
import { fail, ok, type Result } from '../domain/result.ts'
import { type CodeFault, codeFault } from '../domain/tracking-code.ts'
import type { Ports } from '../ports.ts'

/**
 * Why a code opened nothing: malformed, unknown, or over the limit of guesses, where the case number from the slip
 * must be given as well (`caseNumber`) and must fit (`wrongCaseNumber`).
 */
export type OpenFault = CodeFault | 'unknown' | 'caseNumber' | 'wrongCaseNumber'

type UseCasePorts = Pick<Ports, 'store' | 'clock'>

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
  const code = normaliseDigits(entered.trackingCode)
  const caseNumber = normaliseCaseNumber(entered.caseNumber ?? '')
  const fault = codeFault(code)
  if (fault) return fail(fault)

  const now = clock()
  const marks = await store.guesses(address, now)
  const overLimit = marks.address >= guessesPerAddress || marks.total >= guessesInTotal
  if (overLimit && caseNumber === '') return fail('caseNumber')

  const codeHash = await store.codeHash(code)
  const record = await store.findByCode(codeHash)
  // With a number given, a hit counts only on that one case, and a miss does not say which of the two was wrong.
  if (!record || (caseNumber !== '' && record.number !== caseNumber)) {
    await store.countGuess(address, now, now + guessWindow)
    return fail(caseNumber === '' ? 'unknown' : 'wrongCaseNumber')
  }
  if (record.firstFollowedAt === null) await store.markFollowed(record.id, now)
  return ok({ codeHash })
}

/** The public view of the case a session is bound to; null when its code opens nothing any more. */
export const viewCase = async (
  { store, clock }: UseCasePorts,
  codeHash: string,
): Promise<PublicCase | null> => {
  const found = await store.follow(codeHash)
  return found && publicCase(found.record, found.events, found.messages, clock())
}
