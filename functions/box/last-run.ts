import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { day, minute } from '#domain/basics/bounds.ts'
import { addDays, afterDay, type Day, type Instant, rfc3339 } from '#domain/basics/time.ts'
import { statePaths } from './paths.ts'

/** When the schedule last ran: what the state knows of the time, for a clock that was set while the program was away. */

/** Instants that a clock may show at the start of the program. */
export interface Believable {
  from: Instant
  to: Instant
}

/** How long the program may be away without a question: ten minutes between two runs, a restart, a backup before a migration. */
export const away = 30 * minute

/** @returns undefined where the schedule never ran, or the note is torn */
export const readLastRun = (state: string): Instant | undefined => {
  try {
    const at = Date.parse(readFileSync(statePaths(state).lastRun, 'utf8').slice(0, 40).trim())
    return Number.isNaN(at) ? undefined : at
  } catch {
    return undefined
  }
}

/** Notes that the schedule runs. It is not flushed: where it is lost, the last closed day is there. @throws if the disk fails */
export const noteRun = (state: string, now: Instant): void => {
  const { lastRun } = statePaths(state)
  const coming = `${lastRun}.part`
  writeFileSync(coming, `${rfc3339(now)}\n`, { mode: 0o600 })
  renameSync(coming, lastRun)
}

/**
 * @param lastRun when the schedule last ran
 * @param closed the last closed day. The schedule ran on the day after it, so while that day lasts nothing is closed; it
 *   stands in where the note is missing: in a state that was restored, imported, or left by an earlier version
 * @returns undefined in a new state, which knows of no time. A note of more than a day after the day that is to be closed
 *   next is of a wrong clock that was believed; it would let every clock pass
 */
export const believable = (lastRun: Instant | undefined, closed: Day | null): Believable | undefined => {
  const open = closed === null ? undefined : { from: afterDay(closed), to: afterDay(addDays(closed, 1)) }
  if (lastRun === undefined || (open && lastRun > open.to + day)) return open
  return { from: lastRun, to: lastRun + away }
}
