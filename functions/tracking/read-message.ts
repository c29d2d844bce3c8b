import { guessesPerAddress, guessWindow } from '#domain/basics/bounds.ts'
import { fail, type Result } from '#domain/basics/result.ts'
import { isBlank, readWriting, type Typed, type WritingFault } from '#domain/following/writing.ts'
import { personIn } from '#domain/history/people.ts'
import { caseWords, type Words } from '#domain/history/words.ts'
import type { Ports } from '#ports'
import type { FollowedCase, FollowingStore, GuessedFrom, GuessMarks } from '#store/ports/following.ts'

type UseCasePorts = Pick<
  Ports<Pick<FollowingStore, 'filed' | 'guessesAt' | 'countGuess'>>,
  'store' | 'clock' | 'log'
>

/** What the holder last gave as their phone. */
const phoneIn = async ({ store, log }: UseCasePorts, followed: FollowedCase): Promise<string> => {
  const { record, events, holder } = followed
  const words = caseWords(record.id, await store.filed(followed), log)
  return personIn({ events, words }, holder.scope).phone ?? ''
}

const isOver = ({ address, oneCase = 0 }: GuessMarks, own: 0 | 1): boolean =>
  Math.max(address, oneCase) - own >= guessesPerAddress

/**
 * Reads a message. A page that is open does not show the filing, so whoever has it in front of them could guess the phone
 * of the filing: wrong numbers count as wrong codes do (rules.md R44), and above the limit right ones are refused too.
 */
export const readMessage = async (
  ports: UseCasePorts,
  followed: FollowedCase,
  typed: Typed,
  from: GuessedFrom,
): Promise<Result<Words['wrote'], WritingFault[]>> => {
  if (!typed.call || isBlank(typed.call.number))
    return readWriting(typed, typed.call ? await phoneIn(ports, followed) : '')
  const { store, clock, log } = ports
  const { number } = followed.record
  const now = clock()
  const [phones, marks] = await Promise.all([phoneIn(ports, followed), store.guessesAt(from, number, now)])
  const read = readWriting(typed, phones)
  if (!read.ok && read.error.every(({ field }) => field !== 'call.number')) return read
  const guessed = fail<WritingFault[]>([{ field: 'call.number', code: 'guessed' }])
  if (isOver(marks, 0)) return guessed
  if (read.ok || read.error.every(({ code }) => code !== 'otherNumber')) return read
  const after = await store.countGuess(from, number, now, now + guessWindow)
  if (after.oneCase === guessesPerAddress) log({ event: 'guesses', at: 'one-case' })
  // Concurrent guesses all passed the first check, so the count after the increment decides.
  return isOver(after, 1) ? guessed : read
}
