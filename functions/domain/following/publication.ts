import type { CaseEvent } from '#domain/history/events.ts'
import { fitsPublication, type Publication, publicationIn } from '#domain/history/publication.ts'
import { answerMessages } from '#domain/words/key-used.ts'

/** What who filed a suggestion says about publishing its answer. */

export const publicationSays = ['asked', 'agreed', 'refused'] as const
export type PublicationSaid = (typeof publicationSays)[number]

/** How far it is; `open`: they may ask; null: it is nothing for this case. */
export type OwnPublication = Publication | 'open' | null

/** What the complainant can see and do of it. */
export const ownPublication = (events: readonly CaseEvent[]): OwnPublication =>
  publicationIn(events) ?? (fitsPublication(events) ? 'open' : null)

/** Why they cannot say it: nothing waits for that; or other words were written since. */
type PublicationFault = 'none' | 'changed'

/**
 * Why something cannot be said now; null if it can, `same` if it was said already. No is always taken: it takes back what was
 * asked and what is published.
 * @param seq number of the event whose words they read; of no consequence for a request or a no
 */
export const publicationFault = (
  own: OwnPublication,
  said: PublicationSaid,
  seq: number,
): PublicationFault | 'same' | null => {
  if (own === null) return 'none'
  const state = own === 'open' ? null : own.state
  if (said === 'asked') return state === null ? null : 'same'
  if (said === 'refused') return state === null ? 'same' : null
  if (own === 'open' || (state !== 'offered' && state !== 'agreed')) return 'none'
  if (own.seq !== seq) return 'changed'
  return state === 'agreed' ? 'same' : null
}

export const publicationMessages: Record<PublicationFault | 'required' | 'conflict' | 'stale', string> = {
  none: '现在没有等您看的短文。',
  changed: '办的人刚才改过，请先看新写的，再答。',
  ...answerMessages,
}
