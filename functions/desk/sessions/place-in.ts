import type { WithWords } from '#domain/history/words.ts'
import { sessionWords } from '#domain/sessions/session-words.ts'
import type { Session } from '#domain/sessions/sessions.ts'

/** What was written about a meeting to one of its people whose words can be read; empty if to none. */
export const placeIn = (
  view: WithWords,
  { id }: Pick<Session, 'id'>,
): { place: string; language: string; guests: string } => {
  const told = view.events.filter(({ data }) => data.session?.id === id)
  const words = told.toReversed().flatMap((event) => sessionWords(view, event) ?? [])[0]
  return { place: words?.place ?? '', language: words?.language ?? '', guests: words?.guests ?? '' }
}
