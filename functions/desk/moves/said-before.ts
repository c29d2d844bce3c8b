import { askedFromAbove } from '#domain/desk/supervisions.ts'
import { canonicalJson } from '#domain/history/encoding.ts'
import type { CaseEvent } from '#domain/history/events.ts'
import type { NewEvent } from '#domain/history/new-event.ts'
import { openMeasures } from '#domain/history/review.ts'
import type { MoveKind } from '#domain/moves/table.ts'
import type { StoredCase } from '#store/ports/case.ts'
import type { AllowedMove } from './judge-move.ts'

/**
 * What a unit asks for and waits for: the same once more, while the first is open, is the first. A browser that goes back
 * loads the form anew, with the number of the newest event, so that the second press is not known by what was seen.
 */

const stillOpen: Partial<Record<MoveKind, (events: readonly CaseEvent[]) => { seq: number }[]>> = {
  supervised: askedFromAbove,
  reviewed: openMeasures,
}

const wordsAt = async (stored: StoredCase, { scope }: NewEvent, seq: number): Promise<string | undefined> =>
  scope ? (await stored.words([scope], new Set([seq])))[0]?.json : undefined

/** True if the event was stored with the same facts and words, by anybody of the same unit. */
const saysTheSame = async (stored: StoredCase, one: CaseEvent, made: NewEvent): Promise<boolean> =>
  one.kind === made.kind &&
  one.acting === made.acting &&
  canonicalJson(one.data) === canonicalJson(made.data) &&
  (await wordsAt(stored, made, one.seq)) ===
    (made.words === undefined ? undefined : JSON.stringify(made.words))

/**
 * The number of an open event of the case that says what this move would say; null if there is none.
 * @param make makes the events of the move; called only where the answer depends on them
 */
export const saidBefore = async (
  { kind, deskCase: { stored, events } }: AllowedMove,
  make: () => readonly NewEvent[],
): Promise<number | null> => {
  const open = stillOpen[kind]?.(events) ?? []
  const [made] = open.length > 0 ? make() : []
  for (const { seq } of open) {
    const one = events.find((event) => event.seq === seq)
    if (one && made && (await saysTheSame(stored, one, made))) return seq
  }
  return null
}
