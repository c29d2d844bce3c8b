import { guessesPerAddress, guessWindow, units } from '#domain/basics/bounds.ts'
import { normaliseCaseNumber } from '#domain/basics/normalise.ts'
import { fail, ok, type Result } from '#domain/basics/result.ts'
import { isOverLimit } from '#domain/filing/guess-limit.ts'
import { isAsked, isSent, type LetterAsk } from '#domain/following/by-letter.ts'
import { partyScope } from '#domain/history/events.ts'
import type { Ports } from '#ports'
import type { GuessedFrom } from '#store/ports/following.ts'
import type { LetterCase, LetterStore } from '#store/ports/letters.ts'

/** How often the case is opened again because another request appended first. */
const tries = 3

type AskPorts = Pick<Ports<LetterStore>, 'store' | 'clock' | 'log'>

/** The event by which the desk hears of it. Nobody knows whose hands the letter is in: it says so (`letter`). */
const eventOf = ({ stored, party }: LetterCase, { way, call }: LetterAsk, at: number) => {
  const scope = partyScope(party)
  return {
    ...({ kind: 'wrote', actor: scope, at, unit: stored.record.unit, acting: '' } as const),
    data: { to: ['desk' as const], party, letter: way, ...(call && { call: true as const }) },
    scope,
    words: { text: '', ...(call && { call }) },
  }
}

/**
 * Asks the desk to ring, or says that somebody comes to its window, with the number on a letter. The answer is the same
 * for every case and in every standing; an unknown number, one that has expired and one of words that were never approved
 * get one answer. Wrong numbers count as guessed codes do (rules.md R44).
 * @param caseNumber as typed; needed above the limit of guesses, and must be that of the letter wherever it is given
 */
export const askByLetter = async (
  { store, clock, log }: AskPorts,
  ask: LetterAsk,
  typedNumber: string,
  from: GuessedFrom,
): Promise<Result<null, 'unknown' | 'caseNumber' | 'stale'>> => {
  const caseNumber = normaliseCaseNumber(typedNumber.slice(0, units.short))
  for (let left = tries; left > 0; left -= 1) {
    const now = clock()
    const { found, marks } = await store.byLetter(ask.number, now, from)
    if (caseNumber === '' && isOverLimit(marks, 0)) return fail('caseNumber')
    const isRight =
      found &&
      isSent(found.stored.events, found.seq) &&
      (caseNumber === '' || found.stored.record.number === caseNumber)
    if (!isRight) {
      const after = await store.countGuess(from, caseNumber || null, now, now + guessWindow)
      if (after.oneCase === guessesPerAddress) log({ event: 'guesses', at: 'one-case' })
      return fail(caseNumber === '' && isOverLimit(after, 1) ? 'caseNumber' : 'unknown')
    }
    // Pressed twice, or asked again before the desk has answered: it waits already.
    if (isAsked(found.stored.events, found.party)) return ok(null)
    const stored = await store.append(found.stored, [eventOf(found, ask, now)])
    if (stored.ok) return ok(null)
  }
  return fail('stale')
}
