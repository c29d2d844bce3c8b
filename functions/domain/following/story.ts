import type { CaseEvent } from '#domain/history/events.ts'
import { type StoryAsk, storyAskOf, storyIn } from '#domain/history/story.ts'
import { answerMessages } from '#domain/words/key-used.ts'

/** What a person of a case says about a story of it. */

/** Why they cannot now: nobody asked them, or other words were written since. */
type StoryFault = 'none' | 'changed'

/** Why the words of this event cannot be answered; null if they can, and `same` if this was said already. */
export const storyFault = (
  ask: StoryAsk | null,
  seq: number,
  said: 'agreed' | 'refused',
): StoryFault | 'same' | null => {
  if (!ask) return 'none'
  if (ask.seq !== seq) return 'changed'
  return ask.said === said ? 'same' : null
}

/** The unit that hears of it if somebody no longer agrees to a story that everybody agreed to; undefined otherwise. */
export const hearsOfRefusal = (whole: readonly CaseEvent[], party: number): string | undefined => {
  const story = storyIn(whole)
  return story?.agreed && storyAskOf(whole, party)?.said === 'agreed' ? story.by : undefined
}

export const storyMessages: Record<StoryFault | 'required' | 'conflict' | 'stale', string> = {
  none: '现在没有请您看的故事。',
  changed: '县里刚才改过，请先看新写的，再答。',
  ...answerMessages,
}
