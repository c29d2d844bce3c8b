import type { Result } from '#domain/basics/result.ts'
import type { Instant } from '#domain/basics/time.ts'
import { deskEntry } from '#domain/desk/listing.ts'
import { type MoveKind, moveKinds } from '#domain/moves/table.ts'
import { takesEffect } from '../../desk/refresh-cases.ts'
import { begin } from './begin.ts'
import { type Living, later } from './context.ts'
import { concluded, draft, makeMove } from './desk-acts.ts'
import { givesFile } from './files.ts'
import { followedBy, holderActs } from './holder-acts.ts'
import type { Act, Step } from './life.ts'
import { doRatingTasks } from './rating-tasks.ts'

/** Lives a sample case: each step at its time, until the day at which the sample ends. */

/** What became of the steps of a case. */
export interface Lived {
  /** Steps that were made. */
  made: number
  /** Steps that were left out because a rule did not allow them, by act and rule. */
  left: string[]
  /** The life needs another case of the same person. */
  again: Instant | null
}

const isMove = (act: Act): act is MoveKind => moveKinds.some((kind) => kind === act)

const doAct = async (living: Living, act: Act): Promise<Result<unknown, unknown>> => {
  if (isMove(act)) return makeMove(living, act)
  if (act === 'draft') return draft(living)
  if (act === 'concluded') return concluded(living)
  if (act === 'gives-file') return givesFile(living)
  const [party, work] = holderActs[act] ?? [1, () => null]
  const followed = await followedBy(living, party)
  return (followed && (await work(living, followed))) ?? { ok: false, error: 'none' }
}

/** What the schedule does with the case in the meantime. */
const meanwhile = async ({ ports, number, now }: Living): Promise<void> => {
  const stored = await ports.store.openCase(number)
  if (stored) await takesEffect({ store: ports.store, erasures: null }, stored, now)
}

/** When the step happens: minutes are not written before the meeting is over. */
const timeOf = ({ draw, now, meetingEnds }: Living, [act, least, most]: Step): Instant => {
  const at = later(draw, now, draw.whole(least, most), isMove(act) || act === 'draft' || act === 'concluded')
  const follows = act === 'session-held' || act === 'session-absent'
  return follows ? Math.max(at, meetingEnds + draw.whole(5, 50) * 60_000) : at
}

const lastRows = async ({ ports, number }: Living, until: Instant): Promise<void> => {
  const stored = await ports.store.openCase(number)
  if (stored)
    await ports.store.refresh([{ stored, entry: deskEntry(stored.events, stored.record, until) }], until)
}

/**
 * Lives one case.
 * @param until the sample ends here: what would come later has not happened
 */
export const live = async (living: Living, until: Instant): Promise<Lived> => {
  const lived: Lived = { made: 0, left: [], again: null }
  const begun = await begin(living)
  if (!begun.ok) throw new Error(`${living.life.id}: ${JSON.stringify(begun.error)}`)
  for (const step of living.life.steps) {
    const [act, , , chance = 1] = step
    if (!living.draw.isDrawn(chance)) continue
    const at = timeOf(living, step)
    if (at >= until) break
    if (act === 'files-again') {
      lived.again = at
      continue
    }
    living.now = at
    await meanwhile(living)
    const done = await doAct(living, act)
    if (done.ok && (act === 'rates' || act === 'rates-low')) living.mayAsk = true
    if (done.ok) lived.made += 1
    else lived.left.push(`${act} ${typeof done.error === 'string' ? done.error : JSON.stringify(done.error)}`)
  }
  if (living.mayAsk) await doRatingTasks(living, until)
  living.now = until
  await meanwhile(living)
  await lastRows(living, until)
  return lived
}
