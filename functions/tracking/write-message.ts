import { fail, ok, type Result } from '#domain/basics/result.ts'
import type { Instant } from '#domain/basics/time.ts'
import { mayWrite, type Typed, type WritingFault, wroteEnough } from '#domain/following/writing.ts'
import { unansweredIn } from '#domain/history/conversation.ts'
import type { EventData } from '#domain/history/events.ts'
import { parseWords, type Words } from '#domain/history/words.ts'
import type { Ports } from '#ports'
import type { FollowedCase, FollowingStore, GuessedFrom } from '#store/ports/following.ts'
import { replyData } from './answer-case.ts'
import { appendAct } from './append-act.ts'
import { readMessage } from './read-message.ts'

/** A message of the holder of a code to the desk, without a question or in answer to one (docs/adr/0037-conversation.md). */

type UseCasePorts = Pick<
  Ports<Pick<FollowingStore, 'appendOnce' | 'receipt' | 'follow' | 'filed' | 'guessesAt' | 'countGuess'>>,
  'store' | 'clock' | 'log'
>

/**
 * Why a message was not taken. `asked`: the desk has asked something that the writer has not seen; `ended`: the case
 * ended too long ago; `enough`: they wrote as much today as anybody may; `conflict`: the key was used for other words;
 * `stale`: others changed the case each time.
 */
export type MessageFault = 'asked' | 'ended' | 'enough' | 'conflict' | 'stale' | WritingFault[]

interface Posted extends Typed {
  /** Where it came from: wrong numbers are counted. */
  from: GuessedFrom
  /** Makes a repeat the same message; with `perWords`, of the same words only. Absent: each post is a message. */
  key: string[] | undefined
  perWords?: true
  /** Words that come while the desk waits for an answer are the answer. */
  asReply?: boolean
}

/** The words as the reply that is waited for, or as a message of their own. */
const eventOf = (followed: FollowedCase, at: Instant, words: Words['wrote']) => {
  const waiting = followed.record.status === 'waiting'
  const plain: EventData = waiting ? replyData(followed, at) : { to: ['desk'] }
  const data: EventData = { ...plain, ...(words.call && { call: true }) }
  return {
    kind: waiting ? ('replied' as const) : ('wrote' as const),
    data,
    scope: followed.holder.scope,
    words,
  }
}

const faultOf = (followed: FollowedCase, now: Instant, asReply: boolean): MessageFault | null => {
  const { record, events, holder } = followed
  if (!mayWrite(events, now)) return 'ended'
  // The desk waits for an answer, which must not wait for the next day.
  if (record.status === 'waiting') return asReply ? null : 'asked'
  return wroteEnough(events, holder.scope, now) ? 'enough' : null
}

/** Words as one text, the same for the same words. A call of any number at any time is not the same as no call. */
const bodyOf = ({ text, call }: Partial<Words['wrote']>): string =>
  JSON.stringify([text ?? '', call ? [call.number ?? null, call.when ?? null] : null])

/** When the holder wrote these very words, if they are the newest that wait for an answer. */
const waitingSince = async (followed: FollowedCase, body: string): Promise<Instant | null> => {
  const by = followed.holder.scope
  const last = unansweredIn(followed.events).findLast(({ actor }) => actor === by)
  if (!last) return null
  const json = (await followed.words([by], new Set([last.seq])))[0]?.json
  const stored = json === undefined ? null : parseWords('wrote', json)
  return stored && bodyOf(stored.words) === body ? last.at : null
}

/**
 * Stores a message of the holder. It may follow whatever others do at the same time; only a question of the desk and
 * the end of the case stand against it. A repeat within a day gets the first answer, whatever has happened since.
 * @returns when it arrived, or why it was not taken
 */
export const writeMessage = async (
  ports: UseCasePorts,
  opened: FollowedCase,
  { text, call, from, key, perWords, asReply = false }: Posted,
): Promise<Result<{ at: Instant }, MessageFault>> => {
  const read = await readMessage(ports, opened, { text, call }, from)
  if (!read.ok) return read
  const body = bodyOf(read.value)
  const repeat = { key: key && [...key, ...(perWords ? [body] : [])], body }
  return appendAct(ports, opened, 'message', repeat, async (followed, at) => {
    const fault = faultOf(followed, at, asReply)
    if (fault) return fail(fault)
    // Back and send again, or a page opened anew: what waits already is not written twice.
    const since = perWords ? await waitingSince(followed, body) : null
    return since === null
      ? ok({ event: eventOf(followed, at, read.value), answer: { at } })
      : ok({ event: null, answer: { at: since } })
  })
}
