import { fail, ok, type Result } from '#domain/basics/result.ts'
import type { Instant } from '#domain/basics/time.ts'
import { hearsOfRefusal, storyFault } from '#domain/following/story.ts'
import { storyAskOf } from '#domain/history/story.ts'
import { caseWords, wordIn } from '#domain/history/words.ts'
import type { Ports } from '#ports'
import type { FollowedCase } from '#store/ports/following.ts'
import { type ActPorts, appendAct } from '../append-act.ts'

/** What a holder answers about the words of one event. */
interface Answer {
  seq: number
  said: 'agreed' | 'refused'
}

/** Stores whether a holder agrees to a story. The same said twice is one answer. */
export const answerStory = (
  ports: ActPorts,
  opened: FollowedCase,
  { seq, said }: Answer,
): Promise<Result<{ at: Instant }, 'none' | 'changed' | 'conflict' | 'stale'>> =>
  appendAct(
    ports,
    opened,
    'story',
    { key: undefined, body: '' },
    ({ events, whole, holder: { party } }, at) => {
      const ask = storyAskOf(events, party)
      const fault = storyFault(ask, seq, said)
      if (fault === 'same') return ok({ event: null, answer: { at: ask?.at ?? at } })
      if (fault) return fail(fault)
      if (said === 'agreed') return ok({ event: { kind: 'story-agreed', data: { party } }, answer: { at } })
      const above = hearsOfRefusal(whole.events, party)
      return ok({
        event: { kind: 'story-refused', data: { party, ...(above && { above }) } },
        answer: { at },
      })
    },
  )

/** The words that the holder was asked about; empty if they were not, or they cannot be read any more. */
export const storyText = async (
  { log }: Pick<Ports, 'log'>,
  { record, events, holder, words }: FollowedCase,
): Promise<string> => {
  const ask = storyAskOf(events, holder.party)
  const event = events.find(({ seq }) => seq === ask?.seq)
  if (!event) return ''
  const opened = { words: caseWords(record.id, await words([holder.scope], new Set([event.seq])), log) }
  return wordIn(opened, event, 'text') ?? ''
}
