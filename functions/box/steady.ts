import { hour, minute } from '#domain/basics/bounds.ts'
import type { Ports } from '#ports'
import type { Believable } from './last-run.ts'

/** By how much the clock of the machine may differ from a timer between two runs. */
const tolerance = 5 * minute
/** How long the schedule rests once the clock was set ahead: long enough for a time server to put it right. */
const rest = hour

export interface Times {
  /** The clock of the machine, in epoch ms. */
  clock: () => number
  /** A timer that nobody can set, in ms since any moment. */
  timer: () => number
  /** Whether a time server has set the clock just now. */
  confirmed: () => boolean
}

/**
 * Keeps the schedule from acting on a clock that was set, while the program ran or while it was away: a day that is closed, a
 * published root, an erasure and a notice cannot be taken back. More than five minutes are an alarm; ahead, the schedule
 * rests for an hour by the timer, or until the clock is put back or a time server confirms it. Set back, it goes on: what
 * was done for a later day is not done again.
 * @param start what the clock may show at first; undefined: anything
 * @returns the work, which does nothing while it rests
 */
export const steady = (
  work: () => Promise<void>,
  { clock, timer, confirmed }: Times,
  log: Ports['log'],
  start?: Believable,
): (() => Promise<void>) => {
  const begun = clock()
  const expected = start ? Math.min(Math.max(begun, start.from), start.to) : begun
  let difference = expected - timer()
  let restsUntil = Number.NEGATIVE_INFINITY
  let ahead = 0
  return async () => {
    const now = timer()
    const moved = clock() - now - difference
    const right = confirmed()
    difference += moved
    ahead = now < restsUntil ? ahead + moved : moved
    if (Math.abs(moved) > tolerance) {
      // Ahead and confirmed, the machine was off or asleep.
      if (moved < 0 || !right) log({ event: 'alarm', kind: 'clock', seconds: Math.round(moved / 1000) })
      restsUntil = ahead > tolerance ? now + rest : Number.NEGATIVE_INFINITY
    }
    if (right) restsUntil = Number.NEGATIVE_INFINITY
    if (now >= restsUntil) await work()
  }
}
