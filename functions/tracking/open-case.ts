import { guessesPerAddress, guessWindow, sessionLongest, units } from '#domain/basics/bounds.ts'
import { normaliseCaseNumber } from '#domain/basics/normalise.ts'
import { fail, ok, type Result } from '#domain/basics/result.ts'
import { dueIn, withdrawnAt } from '#domain/clocks/held.ts'
import { isOverLimit } from '#domain/filing/guess-limit.ts'
import { type CodeFault, codeFault, readCode } from '#domain/filing/tracking-code.ts'
import type { Ports } from '#ports'
import type { Also, FollowedCase, FollowingStore, GuessedFrom } from '#store/ports/following.ts'

/**
 * Why a code was refused: malformed, unknown, or above the limit of guesses, when the case number from the slip is also
 * required (`caseNumber`) and must match (`wrongCaseNumber`).
 */
export type OpenFault = CodeFault | 'unknown' | 'caseNumber' | 'wrongCaseNumber'

type UseCasePorts = Pick<
  Ports<Pick<FollowingStore, 'codeHash' | 'follow' | 'append' | 'countGuess' | 'markFirstUse'>>,
  'store' | 'clock'
>

/**
 * Opens a case by its tracking code (rules.md R44). The case and the counts of guesses are read in one round trip; the
 * case is discarded if the counts require the case number first. Counts only well-formed unknown codes, and records
 * the first use of a code.
 */
export const openCase = async (
  { store, clock, log }: UseCasePorts & Pick<Ports, 'log'>,
  entered: { trackingCode: string; caseNumber?: string | undefined },
  from: GuessedFrom,
  also?: Also,
): Promise<Result<FollowedCase, OpenFault>> => {
  const code = readCode(entered.trackingCode.slice(0, units.trackingCode))
  const caseNumber = normaliseCaseNumber((entered.caseNumber ?? '').slice(0, units.short))
  const fault = codeFault(code)
  if (fault) return fail(fault)

  const now = clock()
  const { found, marks } = await store.follow(await store.codeHash(code), now, from, also)
  if (caseNumber === '' && isOverLimit(marks, 0)) return fail('caseNumber')

  // With a case number, the code must belong to that case; the error does not tell which of the two was wrong.
  if (!found || (caseNumber !== '' && found.record.number !== caseNumber)) {
    const after = await store.countGuess(from, caseNumber || null, now, now + guessWindow)
    // The holder's access is never blocked; instead the guesses are logged, once per hour and case.
    if (after.oneCase === guessesPerAddress) log({ event: 'guesses', at: 'one-case' })
    if (caseNumber !== '') return fail('wrongCaseNumber')
    // Concurrent guesses all passed the first check, so the count after the increment decides.
    return fail(isOverLimit(after, 1) ? 'caseNumber' : 'unknown')
  }
  const { codeHash, firstUsedAt } = found.holder
  if (firstUsedAt === null) await store.markFirstUse(codeHash, now)
  const current = await withEffects({ store, clock }, found, also)
  return current ? ok(current) : fail('unknown')
}

/** A case in which a request of its holder that is due has taken effect; the scheduler does the same for the desk. */
const withEffects = async (
  { store, clock }: Pick<Ports<Pick<FollowingStore, 'append' | 'follow'>>, 'store' | 'clock'>,
  found: FollowedCase,
  also?: Also,
): Promise<FollowedCase | null> => {
  const held = dueIn(found.events, clock())
  // Erasing needs a list outside the database, which only the scheduler has.
  if (held?.what !== 'withdraw') return found
  await store.append(found.whole, [withdrawnAt(found.record.unit, clock())])
  return (await store.follow(found.holder.codeHash, clock(), undefined, also)).found
}

/** The data of a following session. It has no row in the database; each read checks it against the code. */
export interface Session {
  codeHash: string
  /** The code's epoch when the session began. */
  epoch: number
  /** Start of the session (epoch ms); its total duration is limited. */
  since: number
}

/** The case of a session; null if the session has ended, the holder signed out, or its code is no longer valid. */
export const followSession = async (
  { store, clock }: Pick<Ports<Pick<FollowingStore, 'follow' | 'append'>>, 'store' | 'clock'>,
  { codeHash, epoch, since }: Session,
  also?: Also,
): Promise<FollowedCase | null> => {
  const now = clock()
  if (now >= since + sessionLongest) return null
  const { found } = await store.follow(codeHash, now, undefined, also)
  return found?.holder.epoch === epoch ? withEffects({ store, clock }, found, also) : null
}
