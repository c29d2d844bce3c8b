import { fail, ok, type Result } from '#domain/basics/result.ts'
import type { Instant } from '#domain/basics/time.ts'
import { type MediatorFault, mediatorFault } from '#domain/following/mediator.ts'
import type { FollowedCase } from '#store/ports/following.ts'
import { type ActPorts, appendAct } from '../append-act.ts'

/**
 * Asks the desk for another mediator. Changes neither status nor clocks; the desk answers it by changing, or with words.
 * @param key what makes a repeat the same
 */
export const askMediator = (
  ports: ActPorts,
  opened: FollowedCase,
  key: string[] | undefined,
): Promise<Result<{ at: Instant }, MediatorFault | 'conflict' | 'stale'>> =>
  appendAct(ports, opened, 'mediator', { key, body: '' }, ({ events, holder }, at) => {
    const fault = mediatorFault(events, holder)
    if (fault) return fail(fault)
    return ok({ event: { kind: 'mediator-asked', data: { party: holder.party } }, answer: { at } })
  })
