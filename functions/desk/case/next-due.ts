import type { Instant } from '#domain/basics/time.ts'
import { isOpen } from '#domain/clocks/clocks.ts'
import { datesOf } from '#domain/desk/dates.ts'
import { isEnded } from '#domain/words/statuses.ts'
import type { CaseView } from './case-view.ts'

/** The clock or the date that people set that comes first; null if there is none. */
export const nextDue = ({ clocks, events, status }: CaseView): { dueAt: Instant; hours: boolean } | null => {
  const ends = [
    ...clocks
      .filter((clock) => isOpen(clock) && clock.state !== 'paused')
      .map(({ dueEnd, hours }) => ({ dueAt: dueEnd, hours: hours !== undefined })),
    ...datesOf(events, status).map(({ end }) => ({ dueAt: end, hours: false })),
  ].toSorted((one, other) => one.dueAt - other.dueAt)
  return isEnded(status) ? null : (ends[0] ?? null)
}
