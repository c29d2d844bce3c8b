import {
  guessesInTotal,
  guessesPerAddress,
  guessWindow,
  sessionLongest,
  units,
} from '#domain/basics/bounds.ts'
import { normaliseCaseNumber } from '#domain/basics/normalise.ts'
import { fail, ok, type Result } from '#domain/basics/result.ts'
import { type CodeFault, codeFault, readCode } from '#domain/filing/tracking-code.ts'
import { type Message, type PublicCase, publicCase } from '#domain/following/public-view.ts'
import type { Scope } from '#domain/history/events.ts'
import { caseWords, wordIn } from '#domain/history/words.ts'
import type { Category } from '#domain/words/categories.ts'
import type { Ports } from '#ports'
import type { FollowedCase, FollowingStore, GuessedFrom, GuessMarks } from '#store/ports/following.ts'

/**
 * Why a code opened nothing: malformed, unknown, or over the limit of guesses, where the case number from the slip
 * must be given as well (`caseNumber`) and must fit (`wrongCaseNumber`).
 */
export type OpenFault = CodeFault | 'unknown' | 'caseNumber' | 'wrongCaseNumber'

type UseCasePorts = Pick<
  Ports<Pick<FollowingStore, 'codeHash' | 'follow' | 'countGuess' | 'markFirstUse'>>,
  'store' | 'clock'
>

/** Do marks stand at the limit; `own`: how many of them are this guess itself. */
const isOver = ({ address, total }: GuessMarks, own: 0 | 1): boolean =>
  address - own >= guessesPerAddress || total - own >= guessesInTotal

/**
 * Opens a case by its tracking code (rules.md R44): look-up and guess marks come in one round trip, and what was found is
 * dropped where the marks ask for the case number first. Counts only well-formed unknown codes, and remembers the
 * first use.
 */
export const openCase = async (
  { store, clock, log }: UseCasePorts & Pick<Ports, 'log'>,
  entered: { trackingCode: string; caseNumber?: string | undefined },
  from: GuessedFrom,
): Promise<Result<FollowedCase, OpenFault>> => {
  const code = readCode(entered.trackingCode.slice(0, units.trackingCode))
  const caseNumber = normaliseCaseNumber((entered.caseNumber ?? '').slice(0, units.short))
  const fault = codeFault(code)
  if (fault) return fail(fault)

  const now = clock()
  const { found, marks } = await store.follow(await store.codeHash(code), now, from)
  if (caseNumber === '' && isOver(marks, 0)) return fail('caseNumber')

  // With a number given, a hit counts only on that one case, and a miss does not say which of the two was wrong.
  if (!found || (caseNumber !== '' && found.record.number !== caseNumber)) {
    const after = await store.countGuess(from, caseNumber || null, now, now + guessWindow)
    // Its holder is never kept out: whoever keeps the county's log is told, once an hour and case.
    if (after.oneCase === guessesPerAddress) log({ event: 'guesses', at: 'one-case' })
    if (caseNumber !== '') return fail('wrongCaseNumber')
    // Guesses sent all at once passed the mark together: the count after it says which came too late.
    return fail(isOver(after, 1) ? 'caseNumber' : 'unknown')
  }
  const { codeHash, firstUsedAt } = found.holder
  if (firstUsedAt === null) await store.markFirstUse(codeHash, now)
  return ok(found)
}

/** What a following session carries; it has no row, and each read holds it against the code. */
export interface Session {
  codeHash: string
  /** The code's epoch when the session began. */
  epoch: number
  /** When it began: it ends some time, however busy it is. */
  since: number
}

/** The case of a session; null when it is past its end, the holder left, or its code opens nothing any more. */
export const followSession = async (
  { store, clock }: Pick<Ports<Pick<FollowingStore, 'follow'>>, 'store' | 'clock'>,
  { codeHash, epoch, since }: Session,
): Promise<FollowedCase | null> => {
  const now = clock()
  if (now >= since + sessionLongest) return null
  const { found } = await store.follow(codeHash, now)
  return found?.holder.epoch === epoch ? found : null
}

/** Words to the holder and words of theirs, in order. */
const messagesIn = async (
  { record, events, holder, words }: FollowedCase,
  log: Ports['log'],
): Promise<Message[]> => {
  const scope: Scope = `party:${holder.party}`
  const said = events.filter(({ actor, data }) => data.to?.includes(scope) || (data.to && actor === scope))
  if (said.length === 0) return []
  const opened = { words: caseWords(record.id, await words([scope]), log) }
  return said.flatMap((event) => {
    const text = wordIn(opened, event, 'text')
    return text === undefined ? [] : [{ seq: event.seq, text }]
  })
}

/** The public view of a followed case, with what the page needs beside it. */
export const viewOf = async (
  { clock, log }: Pick<Ports, 'clock' | 'log'>,
  followed: FollowedCase,
): Promise<PublicCase & { category: Category }> => {
  const { record, events, holder } = followed
  const messages = await messagesIn(followed, log)
  return {
    ...publicCase(record, events, messages, clock(), `party:${holder.party}`),
    category: record.category,
  }
}
