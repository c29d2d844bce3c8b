import { fail, ok, type Result } from '#domain/basics/result.ts'
import type { Instant } from '#domain/basics/time.ts'
import { askFault, type HeldFault, heldOf } from '#domain/clocks/held.ts'
import { asStored } from '#domain/history/new-event.ts'
import { type Held, helds } from '#domain/words/held.ts'
import type { FollowedCase } from '#store/ports/following.ts'
import { type ActPorts, appendAct } from '../append-act.ts'

/** When a request takes effect; `afterTalk`: and not before somebody has spoken with the holder. */
interface Asked {
  effectiveAt: Instant
  afterTalk: boolean
}

/**
 * Asks for something that waits before it takes effect. Changes neither status nor clocks until then.
 * @param key what makes a repeat the same request
 */
export const askHeld = (
  ports: ActPorts,
  opened: FollowedCase,
  what: Held,
  key: string[] | undefined,
): Promise<Result<Asked, HeldFault | 'conflict' | 'stale'>> =>
  appendAct(ports, opened, what, { key, body: '' }, ({ record, events, holder }, at) => {
    const fault = askFault(events, what, holder)
    if (fault) return fail(fault)
    const event = { kind: helds[what].asked, data: { party: holder.party } } as const
    const by = { actor: holder.scope, at, unit: record.unit, acting: '' } as const
    const held = heldOf([...events, ...asStored([{ ...by, ...event }], record.headSeq)], holder.party)
    return ok({
      event,
      answer: { effectiveAt: held?.effectiveAt ?? at, afterTalk: held?.afterTalk ?? false },
    })
  })

/**
 * Takes a request back that has not taken effect; `none`: there is no such one. Not with a code that staff have seen, as it
 * was not asked for with one: they could undo an erasure that its holder wants.
 */
export const cancelHeld = (
  ports: ActPorts,
  opened: FollowedCase,
  what: Held,
  key: string[] | undefined,
): Promise<Result<{ effectiveAt: null }, 'none' | 'codeSeen' | 'conflict' | 'stale'>> =>
  appendAct(ports, opened, `cancel-${what}`, { key, body: '' }, ({ events, holder }) => {
    if (holder.staffSaw) return fail('codeSeen')
    return heldOf(events, holder.party)?.what === what
      ? ok({ event: { kind: 'request-cancelled', data: {} }, answer: { effectiveAt: null } })
      : fail('none')
  })
