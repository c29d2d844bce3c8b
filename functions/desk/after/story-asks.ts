import { type CaseEvent, complainant, partyOf, partyScope } from '#domain/history/events.ts'
import type { NewEvent } from '#domain/history/new-event.ts'
import { guestsIn } from '#domain/history/other-side.ts'
import type { MoveInput } from '#domain/moves/fields.ts'

/** One event for each person of a case: the same words, title and text, each under the key of whom they are for. */
export const storyAsks = (
  events: readonly CaseEvent[],
  { storyTitle = '', storyText = '' }: MoveInput,
  by: Pick<NewEvent, 'actor' | 'acting' | 'at' | 'unit'>,
): NewEvent[] =>
  [partyOf(complainant), ...guestsIn(events)].map((party) => {
    const scope = partyScope(party)
    const words = { text: `${storyTitle}\n\n${storyText}` }
    return { ...by, kind: 'story', scope, words, data: { party, to: [scope] } } satisfies NewEvent<'story'>
  })
