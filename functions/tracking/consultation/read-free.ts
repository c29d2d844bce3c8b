import type { Instant } from '#domain/basics/time.ts'
import { calendar } from '#domain/clocks/county-calendar.ts'
import type { Expert } from '#domain/content/experts.ts'
import { bookableSpan, freeSlots } from '#domain/experts/slots.ts'
import type { Slot } from '#domain/history/session-facts.ts'
import type { Ports } from '#ports'
import type { ConsultationStore } from '#store/ports/sessions.ts'

/** The times at which an expert can be booked now, in order. One round trip. */
export const readFree = async (
  store: Ports<ConsultationStore>['store'],
  expert: Expert,
  now: Instant,
): Promise<Slot[]> => {
  const taken = await store.consultations({ experts: [expert.id], ...bookableSpan(now) })
  return freeSlots(calendar, expert, taken, now)
}
