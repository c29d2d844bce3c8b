import { eventRow } from '#domain/words/events.ts'
import type { Waits } from '#domain/words/waits.ts'
import { isStep } from './conversation.ts'
import type { CaseEvent } from './events.ts'

/**
 * What a holder of a code asks of the unit above a desk, what they say of it, or what the desk answers it; it waits there, in
 * a list of its own.
 */
export type TurnedTo = Extract<
  Waits,
  'urged' | 'objected' | 'disputed' | 'storyBack' | 'denied' | 'answeredUs'
>

const asked = {
  urged: 'urged',
  objected: 'objected',
  'refusal-disputed': 'disputed',
  'story-refused': 'storyBack',
  'spot-disputed': 'denied',
  'supervision-answered': 'answeredUs',
} as const satisfies Partial<Record<CaseEvent['kind'], TurnedTo>>

/** The unit above that an event turns to, and what it asks there; null if it turns to none. */
export const askedBy = ({ kind, data: { above } }: CaseEvent): { above: string; what: TurnedTo } | null =>
  above !== undefined && kind in asked ? { above, what: asked[kind as keyof typeof asked] } : null

/**
 * True if nothing is left to ask of the unit above: it has acted, the case has left the desk below it or was reopened, or
 * it took the step that was asked for.
 */
const settles = (later: CaseEvent, event: CaseEvent, above: string): boolean =>
  later.acting === above ||
  later.unit !== event.unit ||
  later.kind === 'reopened' ||
  (eventRow(event.kind).untilStep === true && isStep(later, event))

/** The units above to which the holder has turned, and which have done nothing in the case since; by their ids. */
export const turnedTo = (events: readonly CaseEvent[]): ReadonlyMap<string, TurnedTo> =>
  new Map(
    events.flatMap((event, index) => {
      const turned = askedBy(event)
      const open = turned && !events.slice(index + 1).some((later) => settles(later, event, turned.above))
      return open ? [[turned.above, turned.what] as const] : []
    }),
  )
