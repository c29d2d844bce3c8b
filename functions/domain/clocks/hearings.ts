import { afterDay, type Day, dayOf, type Instant } from '#domain/basics/time.ts'
import type { CaseEvent } from '#domain/history/events.ts'
import { sessionsIn } from '#domain/sessions/sessions.ts'

/** The time that hearings (听证) need, which does not count in a period (信访工作条例 36; docs/adr/0043-sessions.md). */

/** From the day on which people were told of a hearing to the day on which it was held, or until now. */
export interface HearingSpan {
  from: Day
  to: Day
  /** When it ends by itself, of a hearing that is still to come. */
  until?: Instant
}

/**
 * The spans of the hearings of a period, in the order in which people were told. One that was held counts; one to come does
 * until its day is over, and then only if minutes say that it was held. One that was postponed or cancelled, to which
 * somebody did not come, or that fell through, needed no time.
 * @param events of the case, to the one that met the period
 * @param begun number of the event that began the period; people were told of its hearings later
 * @param now the instant asked about, or the one at which the period was met
 * @param met true if the period was met: then no hearing is to come
 */
export const hearingSpans = (
  events: readonly CaseEvent[],
  begun: number,
  now: Instant,
  met: boolean,
): HearingSpan[] =>
  sessionsIn(events).flatMap(({ id, form, state, start }) => {
    const told = events.find(({ data }) => data.session?.id === id)
    if (form !== 'hearing' || !told || told.seq <= begun) return []
    const [from, to] = [dayOf(told.at), dayOf(start)]
    if (state === 'held') return { from, to }
    const until = afterDay(to)
    return state === 'planned' && !met && now < until ? { from, to: dayOf(now), until } : []
  })
