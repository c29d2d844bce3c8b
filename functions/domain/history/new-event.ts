import type { EventKind } from '#domain/words/events.ts'
import type { Actor, CaseEvent, EventData, Scope } from './events.ts'
import type { Words } from './words.ts'

/** An event before it is sealed and chained. `words` is what a person wrote, to be sealed under `scope`. */
export interface NewEvent<K extends EventKind = EventKind> {
  kind: K
  actor: Actor
  at: number
  unit: string
  /** Unit of the acting member of staff; empty for all others. */
  acting: string
  data: EventData
  scope?: Scope
  words?: Words[K]
}

/**
 * New events in the form in which a history has them: numbered, and without the words that are sealed beside them.
 * @param headSeq number of the last event before them; 0 for a new case
 * @param hashes their hashes in order; none before they are sealed, for rules that read a history only
 */
export const asStored = (
  events: readonly NewEvent[],
  headSeq: number,
  hashes: readonly string[] = [],
): CaseEvent[] =>
  events.map(({ scope: _, words: __, ...event }, index) => ({
    ...event,
    seq: headSeq + 1 + index,
    hash: hashes[index] ?? '',
  }))
