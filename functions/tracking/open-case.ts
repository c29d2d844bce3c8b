import {
  guessesInTotal,
  guessesPerAddress,
  guessWindow,
  sessionLongest,
  units,
} from '#domain/basics/bounds.ts'
import { normaliseCaseNumber } from '#domain/basics/normalise.ts'
import { fail, ok, type Result } from '#domain/basics/result.ts'
import { dueIn, withdrawnAt } from '#domain/clocks/held.ts'
import { unitAbove } from '#domain/desk/rating-tasks.ts'
import { type CodeFault, codeFault, readCode } from '#domain/filing/tracking-code.ts'
import { actsOf } from '#domain/following/acts.ts'
import type { FollowedView } from '#domain/following/followed-view.ts'
import { fitting, newest, placeOf, readBefore } from '#domain/following/paging.ts'
import { type Message, publicCase } from '#domain/following/public-view.ts'
import type { CaseEvent, Scope } from '#domain/history/events.ts'
import { caseWords, saidWords, wordIn } from '#domain/history/words.ts'
import type { Category } from '#domain/words/categories.ts'
import { eventRow } from '#domain/words/events.ts'
import type { Ports } from '#ports'
import type { FollowedCase, FollowingStore, GuessedFrom, GuessMarks } from '#store/ports/following.ts'
import { goesOnIn } from './goes-on.ts'
import { chanceOf } from './rating/rate-case.ts'

/**
 * Why a code was refused: malformed, unknown, or above the limit of guesses, when the case number from the slip is also
 * required (`caseNumber`) and must match (`wrongCaseNumber`).
 */
export type OpenFault = CodeFault | 'unknown' | 'caseNumber' | 'wrongCaseNumber'

type UseCasePorts = Pick<
  Ports<Pick<FollowingStore, 'codeHash' | 'follow' | 'append' | 'countGuess' | 'markFirstUse'>>,
  'store' | 'clock'
>

/** True if the counts are at the limit; `own` is 1 if they already include this guess. */
const isOver = ({ address, total }: GuessMarks, own: 0 | 1): boolean =>
  address - own >= guessesPerAddress || total - own >= guessesInTotal

/**
 * Opens a case by its tracking code (rules.md R44). The case and the counts of guesses are read in one round trip; the
 * case is discarded if the counts require the case number first. Counts only well-formed unknown codes, and records
 * the first use of a code.
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

  // With a case number, the code must belong to that case; the error does not tell which of the two was wrong.
  if (!found || (caseNumber !== '' && found.record.number !== caseNumber)) {
    const after = await store.countGuess(from, caseNumber || null, now, now + guessWindow)
    // The holder's access is never blocked; instead the guesses are logged, once per hour and case.
    if (after.oneCase === guessesPerAddress) log({ event: 'guesses', at: 'one-case' })
    if (caseNumber !== '') return fail('wrongCaseNumber')
    // Concurrent guesses all passed the first check, so the count after the increment decides.
    return fail(isOver(after, 1) ? 'caseNumber' : 'unknown')
  }
  const { codeHash, firstUsedAt } = found.holder
  if (firstUsedAt === null) await store.markFirstUse(codeHash, now)
  const current = await withEffects({ store, clock }, found)
  return current ? ok(current) : fail('unknown')
}

/** A case in which a request of its holder that is due has taken effect; the scheduler does the same for the desk. */
const withEffects = async (
  { store, clock }: Pick<Ports<Pick<FollowingStore, 'append' | 'follow'>>, 'store' | 'clock'>,
  found: FollowedCase,
): Promise<FollowedCase | null> => {
  const held = dueIn(found.events, clock())
  // Erasing needs a list outside the database, which only the scheduler has.
  if (held?.what !== 'withdraw') return found
  await store.append(found, [withdrawnAt(found.record.unit, clock())])
  return (await store.follow(found.holder.codeHash, clock())).found
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
): Promise<FollowedCase | null> => {
  const now = clock()
  if (now >= since + sessionLongest) return null
  const { found } = await store.follow(codeHash, now)
  return found?.holder.epoch === epoch ? withEffects({ store, clock }, found) : null
}

/** Messages to and by the holder, in order. */
const messagesIn = ({ events, holder }: FollowedCase): CaseEvent[] => {
  const scope: Scope = `party:${holder.party}`
  return events.filter(
    ({ actor, data, kind }) =>
      // What nobody at a desk may read is not shown to a code that staff have seen either.
      data.to?.includes(scope) ||
      ((data.to || (eventRow(kind).forAbove && !holder.staffSaw)) && actor === scope),
  )
}

/** The question that the holder is asked to answer now; undefined if nothing is asked. */
const questionIn = ({ record }: FollowedCase, said: CaseEvent[]): CaseEvent | undefined =>
  record.status === 'waiting' ? said.findLast(({ kind }) => kind === 'asked') : undefined

/** Unseals messages; what cannot be read is left out. */
const readMessages = async (
  { record, holder, words }: FollowedCase,
  wanted: readonly CaseEvent[],
  log: Ports['log'],
): Promise<Message[]> => {
  if (wanted.length === 0) return []
  const seqs = new Set(wanted.map(({ seq }) => seq))
  const opened = { words: caseWords(record.id, await words([`party:${holder.party}`], seqs), log) }
  return wanted.flatMap((event) => {
    const text = wordIn(opened, event, 'text')
    if (text === undefined) return []
    return [{ seq: event.seq, text, call: saidWords(opened, event)?.call }]
  })
}

/** How many items come before the one that is shown first; none without one. */
const olderThan = (items: readonly { seq: number }[], first: { seq: number } | undefined): number =>
  first ? items.findIndex(({ seq }) => seq === first.seq) : 0

/**
 * The public view of a followed case, with the further data of the page.
 * @param before where older messages and steps begin, as `more` said; absent: the newest
 */
export const viewOf = async (
  ports: Pick<Ports<Pick<FollowingStore, 'beside'>>, 'store' | 'clock' | 'log'>,
  followed: FollowedCase,
  before = '',
): Promise<FollowedView & { category: Category }> => {
  const { record, events, holder } = followed
  const from = readBefore(before)
  const said = messagesIn(followed)
  const wanted = newest(said, from.messages)
  const asked = questionIn(followed, said)
  // The question is shown however many messages followed it, so it is read beside the newest of them.
  const beside = asked && !wanted.includes(asked) ? [asked] : []
  const read = await readMessages(followed, [...beside, ...wanted], ports.log)
  const messages = fitting(read.filter(({ seq }) => !beside.some((event) => event.seq === seq)))
  const view = publicCase(record, events, messages, ports.clock(), `party:${holder.party}`)
  const steps = newest(view.timeline, from.steps)
  return {
    ...view,
    timeline: steps,
    codeSeen: holder.staffSaw,
    question: read.find(({ seq }) => seq === asked?.seq)?.text ?? '',
    said: said.length,
    more: placeOf({
      // Words that cannot be read are passed over, so that the way to older ones does not end there.
      messages: olderThan(said, messages[0] ?? wanted[0]),
      steps: olderThan(view.timeline, steps[0]),
    }),
    goesOn: await goesOnIn(ports, followed),
    chance: chanceOf(followed, ports.clock()),
    ratings: holder.staffSaw ? [] : followed.ratings,
    acts: actsOf(events, unitAbove(record.unit, record.about)?.name ?? null, ports.clock(), holder.staffSaw),
    category: record.category,
  }
}

/** The same with all messages and steps at once, for a copy. */
export const wholeViewOf = async (
  ports: Parameters<typeof viewOf>[0],
  followed: FollowedCase,
): ReturnType<typeof viewOf> => {
  const { record, events, holder } = followed
  const messages = await readMessages(followed, messagesIn(followed), ports.log)
  const whole = publicCase(record, events, messages, ports.clock(), `party:${holder.party}`)
  return { ...(await viewOf(ports, followed)), ...whole, more: null }
}
