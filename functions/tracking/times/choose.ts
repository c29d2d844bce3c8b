import { fail, ok, type Result } from '#domain/basics/result.ts'
import type { Instant } from '#domain/basics/time.ts'
import { type ChoiceFault, choiceFault } from '#domain/sessions/choosing.ts'
import { timesOf } from '#domain/sessions/own-times.ts'
import type { FollowedCase } from '#store/ports/following.ts'
import { type ActPorts, appendAct } from '../append-act.ts'

const isSame = (one: readonly string[] | null, other: readonly string[]): boolean =>
  one !== null && one.length === other.length && other.every((id) => one.includes(id))

/**
 * Stores which of the proposed times suit a person. The same said twice is one answer.
 * @param choose ids of times; empty: none of them does
 * @param key what makes a repeat the same
 */
export const choose = (
  ports: ActPorts,
  opened: FollowedCase,
  chosen: readonly string[],
  key: string[] | undefined,
): Promise<Result<{ at: Instant }, ChoiceFault | 'conflict' | 'stale'>> => {
  const ids = [...new Set(chosen)].toSorted()
  return appendAct(ports, opened, 'times', { key, body: ids.join(' ') }, ({ events, holder }, at) => {
    const fault = choiceFault(events, holder.party, ids, at)
    if (fault) return fail(fault)
    const { open } = timesOf(events, holder.party, at)
    if (!open || isSame(open.chosen, ids)) return ok({ event: null, answer: { at } })
    const data = { party: holder.party, session: { id: open.id, choose: ids } }
    return ok({ event: { kind: 'times-chosen', data }, answer: { at } })
  })
}
