import type { Result } from '#domain/basics/result.ts'
import { stateOf } from '#domain/history/case-state.ts'
import { canonicalJson } from '#domain/history/encoding.ts'
import type { CaseEvent } from '#domain/history/events.ts'
import type { NewEvent } from '#domain/history/new-event.ts'
import type { MoveInput } from '#domain/moves/fields.ts'
import type { MoveKind } from '#domain/moves/table.ts'
import type { StaffMember } from '#domain/staff/staff.ts'
import type { StoredCase } from '#store/ports/case.ts'
import { type DeskCase, deskCaseOf } from '../case/open-case.ts'
import { judgeMove } from './judge-move.ts'
import { actorOf, completeInput, eventsOfMove } from './move-case.ts'

/** A move that is posted again, because its button was pressed twice or the answer to the first post was lost. */

/** The case as it was after its event `seq`; null if it has no later event. */
const asOf = (stored: StoredCase, seq: number): StoredCase | null => {
  const events = stored.events.slice(0, seq)
  const last = events.at(-1)
  if (!last || !stored.events[seq]) return null
  const record = { ...stored.record, ...stateOf(events), headSeq: last.seq, headHash: last.hash }
  return { ...stored, record, events }
}

/** True if these are the stored events, words included. */
const isStored = async (stored: StoredCase, made: NewEvent[], from: number): Promise<boolean> => {
  const unsealed = await stored.words(
    [...new Set(made.flatMap(({ scope }) => scope ?? []))],
    new Set(stored.events.slice(from, from + made.length).map(({ seq }) => seq)),
  )
  const same = (event: NewEvent, one: CaseEvent | undefined) =>
    one !== undefined &&
    one.kind === event.kind &&
    one.actor === event.actor &&
    one.acting === event.acting &&
    one.unit === event.unit &&
    canonicalJson(one.data) === canonicalJson(event.data) &&
    unsealed.find(({ seq }) => seq === one.seq)?.json ===
      (event.words === undefined ? undefined : JSON.stringify(event.words))
  return made.every((event, index) => same(event, stored.events[from + index]))
}

/**
 * True if this very post was stored already: the events after `seen` are those it would have made then. It does not
 * ask who may see the case now, because a person may know of their own move although it took the case away from them.
 * @param readInput reads the posted fields for the case as it was then
 */
export const wasMadeBefore = async (
  stored: StoredCase,
  kind: MoveKind,
  by: StaffMember,
  seen: number,
  readInput: (then: DeskCase) => Promise<Result<MoveInput, unknown>>,
): Promise<boolean> => {
  const first = stored.events[seen]
  const who = actorOf(by)
  const past = asOf(stored, seen)
  if (first?.kind !== kind || first.actor !== who.actor || !past) return false
  const then = deskCaseOf(past, by, first.at)
  const move = then && judgeMove(kind, then)
  if (!move?.ok) return false
  const read = await readInput(move.value.deskCase)
  const input = read.ok ? await completeInput(move.value, read.value) : read
  return input.ok && isStored(stored, eventsOfMove(move.value, input.value, { ...who, at: first.at }), seen)
}
