import { fail, ok, type Result } from '#domain/basics/result.ts'
import type { Instant } from '#domain/basics/time.ts'
import { calendar } from '#domain/clocks/county-calendar.ts'
import { type BookingFault, bookingFault, findExpert, plannedIn } from '#domain/experts/consultations.ts'
import { expertPlace } from '#domain/experts/sentences.ts'
import { slotsFrom } from '#domain/experts/slots.ts'
import { mayWrite } from '#domain/following/writing.ts'
import type { FollowedCase } from '#store/ports/following.ts'
import type { ConsultationStore } from '#store/ports/sessions.ts'
import { type ActPorts, appendAct } from '../append-act.ts'
import { readFree } from './read-free.ts'

type BookPorts = ActPorts & { store: ConsultationStore }

/** Why a person cannot book: the expert or the time is none; somebody has it; the case has ended too long ago. */
type BookFault = BookingFault | 'unknown' | 'taken' | 'ended'

/**
 * Books a consultation for the holder of a code. Pressed twice it is one. With whom and where is sealed under their key; the
 * database refuses a time that somebody took meanwhile, and then it is looked up again.
 * @param id of the expert
 * @param slot id of the time
 */
export const bookConsultation = (
  ports: BookPorts,
  opened: FollowedCase,
  id: string,
  slot: string,
): Promise<Result<{ at: Instant }, BookFault | 'conflict' | 'stale'>> =>
  appendAct(ports, opened, 'consultation', { key: undefined, body: '' }, async (followed, at) => {
    const { whole, holder, events } = followed
    const { party, scope } = holder
    const expert = findExpert(id)
    const chosen = expert && slotsFrom(calendar, expert, at).find((one) => one.id === slot)
    if (!expert || !chosen) return fail('unknown')
    if (plannedIn(events, at, party).some(({ start }) => start === chosen.start))
      return ok({ event: null, answer: { at } })
    if (!mayWrite(events, at)) return fail('ended')
    const fault = bookingFault(events, party, at)
    if (fault) return fail(fault)
    const free = await readFree(ports.store, expert, at)
    if (!free.some((one) => one.id === slot)) return fail('taken')
    const consultation = { id: whole.record.headSeq + 1, start: chosen.start, length: expert.length }
    return ok({
      event: {
        ...{ kind: 'consultation-booked', data: { party, consultation }, scope },
        words: { expert: id, name: expert.name, place: expertPlace(expert) },
      },
      answer: { at },
      change: { expert: { id, unit: expert.unit } },
    })
  })

/** Cancels one of the holder's; cancelled before, it stays so. */
export const cancelConsultation = (
  ports: ActPorts,
  opened: FollowedCase,
  id: number,
): Promise<Result<{ at: Instant }, 'conflict' | 'stale'>> =>
  appendAct(ports, opened, 'consultation', { key: undefined, body: '' }, ({ events, holder }, at) => {
    const planned = plannedIn(events, at, holder.party).find((one) => one.id === id)
    if (!planned || planned.start <= at) return ok({ event: null, answer: { at } })
    const { party, ...consultation } = planned
    return ok({ event: { kind: 'consultation-cancelled', data: { party, consultation } }, answer: { at } })
  })
