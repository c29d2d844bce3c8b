import { hour, minute } from '#domain/basics/bounds.ts'
import type { Ports } from '#ports'

/** By how much the clock of the machine may differ from a timer between two runs. */
const tolerance = 5 * minute
/** How long the schedule rests once the clock was set ahead: long enough for a time server to put it right. */
const rest = hour

export interface Times {
  /** The clock of the machine, in epoch ms. */
  clock: () => number
  /** A timer that nobody can set, in ms since any moment. */
  timer: () => number
}

/**
 * Keeps the schedule from acting on a clock that was set: a day that is closed, a published root, an erasure and a notice
 * cannot be taken back. Set by more than five minutes, it is an alarm; set ahead, the schedule rests for an hour by the
 * timer, or until the clock is put back. Set back, it goes on: what was done for a later day is not done again.
 * @returns the work, which does nothing while it rests
 */
export const steady = (
  work: () => Promise<void>,
  { clock, timer }: Times,
  log: Ports['log'],
): (() => Promise<void>) => {
  let difference = clock() - timer()
  let restsUntil = Number.NEGATIVE_INFINITY
  let ahead = 0
  return async () => {
    const now = timer()
    const moved = clock() - now - difference
    difference += moved
    ahead = now < restsUntil ? ahead + moved : moved
    if (Math.abs(moved) > tolerance) {
      log({ event: 'alarm', kind: 'clock', seconds: Math.round(moved / 1000) })
      restsUntil = ahead > tolerance ? now + rest : Number.NEGATIVE_INFINITY
    }
    if (now >= restsUntil) await work()
  }
}
