import { statSync } from 'node:fs'
import { minute } from '#domain/basics/bounds.ts'
import type { Instant } from '#domain/basics/time.ts'

/** Touched by systemd-timesyncd each time it has set the clock (systemd-timesyncd.service(8)); gone after a restart of the machine. */
const touched = '/run/systemd/timesync/synchronized'

/** A clock that a person sets afterwards is further away from it than that, or does no harm. */
const recent = 5 * minute

/** True if a time server has set this clock within the last five minutes, by this clock. Of chrony it knows nothing. */
export const isSetByServer = (now: Instant, file = touched): boolean => {
  try {
    const since = now - statSync(file).mtimeMs
    return since >= 0 && since <= recent
  } catch {
    return false
  }
}
