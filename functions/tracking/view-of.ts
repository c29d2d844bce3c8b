import { unitAbove } from '#domain/desk/units-above.ts'
import { plannedIn } from '#domain/experts/consultations.ts'
import { actsOf } from '#domain/following/acts.ts'
import type { FollowedView } from '#domain/following/followed-view.ts'
import { fittingWith, newest, placeOf, readBefore } from '#domain/following/paging.ts'
import { type Message, publicCase } from '#domain/following/public-view.ts'
import { sinceReopened } from '#domain/history/case-history.ts'
import type { CaseEvent } from '#domain/history/events.ts'
import { draftIn } from '#domain/history/invitation.ts'
import { saidWith } from '#domain/history/open-to.ts'
import { caseWords, saidWords, wordIn } from '#domain/history/words.ts'
import type { Category } from '#domain/words/categories.ts'
import { resultOf } from '#domain/words/ends.ts'
import type { Ports } from '#ports'
import type { FollowedCase, FollowingStore } from '#store/ports/following.ts'
import { goesOnIn } from './goes-on.ts'
import { chanceOf } from './rating/rate-case.ts'
import { readTimes } from './times/read-times.ts'

/** A followed case as its holder sees it, with its messages unsealed. */

type ViewPorts = Pick<Ports<Pick<FollowingStore, 'beside'>>, 'store' | 'clock' | 'log'>
type View = FollowedView & { category: Category }

/** Messages to and by the holder, in order. */
const messagesIn = ({ events, holder }: FollowedCase): CaseEvent[] =>
  saidWith(events, { person: holder.scope, codeSeen: holder.staffSaw })

/** The question that the holder is asked to answer now; undefined if nothing is asked. */
const questionIn = ({ record }: FollowedCase, said: CaseEvent[]): CaseEvent | undefined =>
  record.status === 'waiting' ? said.findLast(({ kind }) => kind === 'asked') : undefined

/** What the desk said with the present result: the step itself or the message beside it, written in one act. */
const answerIn = ({ events }: FollowedCase, said: CaseEvent[]): CaseEvent | undefined => {
  const end = sinceReopened(events).findLast(({ kind }) => resultOf(kind))
  return end && said.find(({ seq, at, actor }) => seq >= end.seq && at === end.at && actor === end.actor)
}

/** The words for the other side that wait for the holder; undefined if none do. */
const draftOf = ({ events, holder }: FollowedCase, said: CaseEvent[]): CaseEvent | undefined => {
  const draft = holder.side === 'complainant' ? draftIn(events) : null
  return draft?.state === 'drafted' ? said.find(({ seq }) => seq === draft.seq) : undefined
}

/** Unseals messages; what cannot be read is left out. */
const readMessages = async (
  { record, holder, words }: FollowedCase,
  wanted: readonly CaseEvent[],
  log: Ports['log'],
): Promise<Message[]> => {
  if (wanted.length === 0) return []
  const seqs = new Set(wanted.map(({ seq }) => seq))
  const opened = { words: caseWords(record.id, await words([holder.scope], seqs), log) }
  return wanted.flatMap((event) => {
    const text = wordIn(opened, event, 'text')
    if (text === undefined) return []
    return [{ seq: event.seq, text, call: saidWords(opened, event)?.call }]
  })
}

/** How many items come before the one that is shown first; none without one. */
const olderThan = (items: readonly { seq: number }[], first: { seq: number } | undefined): number =>
  first ? items.findIndex(({ seq }) => seq === first.seq) : 0

/** The whole view but for paging: all steps, and the messages that were read. */
const wholeOf = async (
  ports: ViewPorts,
  followed: FollowedCase,
  said: readonly CaseEvent[],
  messages: Message[],
): Promise<View> => {
  const { record, events, holder } = followed
  const now = ports.clock()
  return {
    ...publicCase(record, events, messages, now, holder),
    mark: holder.mark,
    side: holder.side,
    on: holder.on,
    codeSeen: holder.staffSaw,
    question: '',
    answer: '',
    draft: null,
    said: said.length,
    more: null,
    goesOn: await goesOnIn(ports, followed),
    chance: chanceOf(followed, now),
    ratings: holder.staffSaw ? [] : followed.ratings,
    times: await readTimes(followed, now, ports.log),
    consultations: plannedIn(events, now, holder.party),
    acts: actsOf(events, unitAbove(record.unit, record.about)?.name ?? null, now, holder),
    category: record.category,
  }
}

/**
 * The public view of a followed case, with the further data of the page.
 * @param before where older messages and steps begin, as `more` said; absent: the newest
 */
export const viewOf = async (ports: ViewPorts, followed: FollowedCase, before = ''): Promise<View> => {
  const from = readBefore(before)
  const said = messagesIn(followed)
  const wanted = newest(said, from.messages)
  const asked = questionIn(followed, said)
  const answer = before === '' ? answerIn(followed, said) : undefined
  const drafted = draftOf(followed, said)
  // Question and answer are shown however many messages followed them, so they are read beside the newest of these.
  const beside = [asked, answer, drafted].flatMap((event) =>
    event && !wanted.includes(event) ? [event] : [],
  )
  const read = await readMessages(followed, [...beside, ...wanted], ports.log)
  const { messages, above } = fittingWith(
    read.filter(({ seq }) => !beside.some((event) => event.seq === seq)),
    read.find(({ seq }) => seq === answer?.seq),
  )
  const whole = await wholeOf(ports, followed, said, messages)
  const steps = newest(whole.timeline, from.steps)
  return {
    ...whole,
    timeline: steps,
    question: read.find(({ seq }) => seq === asked?.seq)?.text ?? '',
    answer: above?.text ?? '',
    draft: read.find(({ seq }) => seq === drafted?.seq) ?? null,
    more: placeOf({
      // Words that cannot be read are passed over, so that the way to older ones does not end there.
      messages: olderThan(said, messages[0] ?? wanted[0]),
      steps: olderThan(whole.timeline, steps[0]),
    }),
  }
}

/** The same with all messages and steps at once, for a copy. */
export const wholeViewOf = async (ports: ViewPorts, followed: FollowedCase): Promise<View> => {
  const said = messagesIn(followed)
  return wholeOf(ports, followed, said, await readMessages(followed, said, ports.log))
}
