import type { CaseEvent } from '#domain/history/events.ts'
import { type StoredWords, type WithWords, wordsIn } from '#domain/history/words.ts'
import { eventRow } from '#domain/words/events.ts'

/** What was written about a meeting in an event of any kind that says so; undefined for other events. */
export const sessionWords = (
  view: Pick<WithWords, 'words'>,
  { seq, kind }: Pick<CaseEvent, 'seq' | 'kind'>,
): StoredWords['session-set'] | undefined =>
  eventRow(kind).words === 'session' ? wordsIn(view, { seq, kind: kind as 'session-set' }) : undefined
