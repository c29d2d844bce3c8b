import { bookingsPerPerson, day, expertBookingDays, minute } from '#domain/basics/bounds.ts'
import type { Instant } from '#domain/basics/time.ts'
import type { Expert } from '#domain/content/experts.ts'
import { type CaseEvent, erases, partyScope } from '#domain/history/events.ts'
import { keyUsed } from '#domain/words/key-used.ts'
import { county } from '#generated/county.ts'

/** Consultations with an expert of the county, which a person of a case books for themselves (docs/adr/0049-consultations.md). */

/** One that was booked and is not cancelled. */
export interface Consultation {
  /** Number of the event that booked it. */
  id: number
  party: number
  start: Instant
  /** In minutes. */
  length: number
}

/** An expert by id; undefined if the county has none of it any more. */
export const findExpert = (id: string): Expert | undefined => county.experts.find((one) => one.id === id)

/** True if the event books a consultation. */
const isBooking = ({ kind }: Pick<CaseEvent, 'kind'>): boolean => kind === 'consultation-booked'

/**
 * The consultations of a case that take a place in the time of an expert. Danger, the desk of the case and its end change
 * none: somebody is alone with an expert, and may need it then. Those of a person who was erased are none any more.
 */
export const consultationsIn = (events: readonly CaseEvent[]): Consultation[] =>
  events.flatMap((event) => {
    const { consultation, party } = event.data
    if (!isBooking(event) || !consultation || party === undefined) return []
    const isOff = events.some(
      (later) =>
        (later.kind === 'consultation-cancelled' && later.data.consultation?.id === consultation.id) ||
        erases(later, partyScope(party)),
    )
    return isOff ? [] : [{ ...consultation, party }]
  })

/** When a consultation ends. */
export const consultationEnd = ({ start, length }: Pick<Consultation, 'start' | 'length'>): Instant =>
  start + length * minute

/** Those that are not over, of one person or of all. */
export const plannedIn = (events: readonly CaseEvent[], now: Instant, party?: number): Consultation[] =>
  consultationsIn(events).filter(
    (one) => consultationEnd(one) > now && (party === undefined || one.party === party),
  )

/** Why a consultation cannot be booked: one is planned; the person books too often. */
export type BookingFault = 'planned' | 'often'

/** Why a person cannot book now; null if they can. Cancelled ones count, so that nobody keeps times from others. */
export const bookingFault = (
  events: readonly CaseEvent[],
  party: number,
  now: Instant,
): BookingFault | null => {
  if (plannedIn(events, now, party).length > 0) return 'planned'
  const lately = events.filter(
    (event) => isBooking(event) && event.data.party === party && event.at > now - expertBookingDays * day,
  )
  return lately.length >= bookingsPerPerson ? 'often' : null
}

export const bookingMessages: Record<
  BookingFault | 'ended' | 'required' | 'unknown' | 'taken' | 'conflict' | 'stale',
  string
> = {
  planned: '已经约了一次。要换时间，先取消那一次，再约。',
  often: '这四周里约的次数够多了。还要约，请打电话跟专家所在的单位说。',
  ended: '这件事办结太久了，这里不能再约。还要问，请打电话跟专家所在的单位说。',
  required: '请选一个时间。',
  unknown: '请在列出的时间里选：要提前一天，四周以内。',
  taken: '这个时间刚刚被别人约了，请另选一个。',
  conflict: keyUsed,
  stale: '刚才有人也在动这件事，没有约上。请再来一次。',
}
