import type { Instant } from '#domain/basics/time.ts'
import { isOpen } from '#domain/clocks/clocks.ts'
import { setDates } from '#domain/clocks/set-dates.ts'
import { isEnded } from '#domain/words/statuses.ts'
import type { CaseView } from './case-view.ts'

/** End of the date that comes first among running clocks and dates that people set; null if there is none. */
export const nextDue = ({ clocks, events, status }: CaseView): Instant | null => {
  const ends = [
    ...clocks.filter((clock) => isOpen(clock) && clock.state !== 'paused').map(({ dueEnd }) => dueEnd),
    ...setDates(events, status).map(({ end }) => end),
  ]
  return isEnded(status) || ends.length === 0 ? null : Math.min(...ends)
}
