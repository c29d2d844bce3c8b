import { fail, ok, type Result } from '#domain/basics/result.ts'
import type { Instant } from '#domain/basics/time.ts'
import { ownPublication, type PublicationSaid, publicationFault } from '#domain/following/publication.ts'
import { caseWords, wordsIn } from '#domain/history/words.ts'
import type { Ports } from '#ports'
import type { FollowedCase } from '#store/ports/following.ts'
import { type ActPorts, appendAct } from '../append-act.ts'

/** What a holder says: a request, a no, or a yes to the words of one event. */
interface Said {
  seq: number
  said: PublicationSaid
}

/** The words that are offered or published; null if there are none, or they cannot be read any more. */
export const publicWords = async (
  { log }: Pick<Ports, 'log'>,
  { record, events, holder, words }: FollowedCase,
): Promise<{ question: string; answer: string } | null> => {
  const own = ownPublication(events)
  if (own === null || own === 'open' || (own.state !== 'offered' && own.state !== 'agreed')) return null
  const opened = await words([holder.scope], new Set([own.seq]))
  const { question, answer } =
    wordsIn({ words: caseWords(record.id, opened, log) }, { seq: own.seq, kind: 'publication-approved' }) ??
    {}
  return question !== undefined && answer !== undefined ? { question, answer } : null
}

/** Stores what a holder says; what is published changes with it. The same said twice is said once. */
export const sayPublication = (
  ports: ActPorts & Pick<Ports, 'log'>,
  opened: FollowedCase,
  { seq, said }: Said,
): Promise<Result<{ at: Instant }, 'none' | 'changed' | 'conflict' | 'stale'>> =>
  appendAct(ports, opened, 'publication', { key: undefined, body: '' }, async (followed, at) => {
    const fault = publicationFault(ownPublication(followed.events), said, seq)
    if (fault === 'same') return ok({ event: null, answer: { at } })
    if (fault) return fail(fault)
    const published = said === 'agreed' ? await publicWords(ports, followed) : undefined
    if (published === null) return fail('none')
    return ok({
      event: { kind: `publication-${said}`, data: {} },
      answer: { at },
      change: { published },
    })
  })
