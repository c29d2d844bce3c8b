import type { Instant } from '#domain/basics/time.ts'
import { retryAfter, stoppedFor } from './bounds.ts'

/** How a notice is tried, and what follows from the outcome. */

/** To the holder of a code, or to the staff of a unit by one way. */
export type NoticeKind = 'holder' | 'wecom' | 'email'

/**
 * `due` and `failed` wait for their next attempt, `sending` is claimed by a sweep. `sent` was taken by the provider,
 * `dead` is not tried any more.
 */
export const noticeStates = ['due', 'sending', 'failed', 'sent', 'dead'] as const

export type NoticeState = (typeof noticeStates)[number]

/**
 * What came of an attempt. `again`: it did not arrive and may be tried once more. `refused`: it never will, because of
 * the number or the message. `stopped`: nothing arrives anywhere until the operator has done something. `unsure`: it may
 * have arrived.
 */
export type Outcome = 'sent' | 'again' | 'refused' | 'stopped' | 'unsure'

/** A notice as a sweep claimed it: `attempts` counts the one to be made now. */
export interface ClaimedNotice {
  id: string
  kind: NoticeKind
  caseId: string
  recipient: string
  madeAt: Instant
  attempts: number
  unsure: number
}

/** The next state of a claimed notice. */
export interface Settled {
  state: Exclude<NoticeState, 'sending'>
  nextAt: Instant
  attempts: number
  unsure: number
}

/**
 * True if a notice may be tried at all. After an attempt that may have arrived, a receiver that does not know our id
 * gets one repeat; a second one would be a third message.
 * @param takesId the receiver takes our id as idempotency key
 */
export const mayTry = ({ unsure }: Pick<ClaimedNotice, 'unsure'>, takesId: boolean): boolean =>
  takesId || unsure <= 1

/** What follows from the outcome of an attempt. A fault of the account is no attempt of the message. */
export const settle = (
  { attempts, unsure }: Pick<ClaimedNotice, 'attempts' | 'unsure'>,
  outcome: Outcome,
  takesId: boolean,
  now: Instant,
): Settled => {
  if (outcome === 'stopped') return postponed({ attempts, unsure }, now + stoppedFor)
  const counted = { attempts, unsure: unsure + (outcome === 'unsure' ? 1 : 0) }
  if (outcome === 'sent') return { ...counted, state: 'sent', nextAt: now }
  const wait = retryAfter[attempts - 1]
  if (outcome === 'refused' || wait === undefined || !mayTry(counted, takesId))
    return { ...counted, state: 'dead', nextAt: now }
  return { ...counted, state: 'failed', nextAt: now + wait }
}

/** A claimed notice put back untried until later. */
export const postponed = (
  { attempts, unsure }: Pick<ClaimedNotice, 'attempts' | 'unsure'>,
  until: Instant,
): Settled => ({
  ...{ state: 'due', nextAt: until, attempts: attempts - 1, unsure },
})
