import { messagesPerDay } from '#domain/basics/bounds.ts'
import { fail, ok, type Result } from '#domain/basics/result.ts'
import { dayOf } from '#domain/basics/time.ts'
import { personIn } from '#domain/history/people.ts'
import { caseWords, type Words } from '#domain/history/words.ts'
import type { Ports } from '#ports'
import type { FollowedCase, FollowingStore } from '#store/ports/following.ts'
import { type ActPorts, appendAct } from '../append-act.ts'

/** Whether the holder of a code gets a text message when something is new: their newest answer counts (docs/how/notices.md). */

type NotifyPorts = ActPorts & Pick<Ports<Pick<FollowingStore, 'filed'>>, 'store' | 'log'>

/** True if the holder asked for messages when they last said. */
export const notifyOf = async (
  { store, log }: Pick<NotifyPorts, 'store' | 'log'>,
  followed: FollowedCase,
): Promise<boolean> => {
  const words = caseWords(followed.record.id, await store.filed(followed), log)
  return personIn({ events: followed.events, words }, followed.holder.scope).notify === true
}

/**
 * Why an answer was not taken. `codeSeen`: messages cannot be asked for with a code that staff have seen, though they can
 * be stopped; `enough`: it was changed as often today as anybody may; `stale`: others changed the case each time.
 */
export type NotifyFault = 'codeSeen' | 'enough' | 'conflict' | 'stale'

/** Stores the answer as a correction of the holder's own; nothing if it is the one they gave last. */
export const setNotify = async (
  ports: NotifyPorts,
  opened: FollowedCase,
  notify: boolean,
): Promise<Result<{ notify: boolean }, NotifyFault>> =>
  appendAct(ports, opened, 'notify', { key: undefined, body: '' }, async (followed, at) => {
    const { events, holder } = followed
    const { scope, party, staffSaw } = holder
    if (notify && staffSaw) return fail('codeSeen')
    const answer = { notify }
    if ((await notifyOf(ports, followed)) === notify) return ok({ event: null, answer })
    const today = events.filter(
      (event) => event.kind === 'party-corrected' && event.actor === scope && dayOf(event.at) === dayOf(at),
    )
    // Stopping is never refused: the phone may be in other hands.
    if (notify && today.length >= messagesPerDay) return fail('enough')
    const words: Words['party-corrected'] = { notify }
    return ok({ event: { kind: 'party-corrected', data: { party }, scope, words }, answer })
  })
