import type { Instant } from '#domain/basics/time.ts'
import { calendar } from '#domain/clocks/county-calendar.ts'
import { bookingFault, findExpert } from '#domain/experts/consultations.ts'
import { slotsFrom } from '#domain/experts/slots.ts'
import type { MoveFailure } from '#domain/moves/failures.ts'
import type { MoveInput } from '#domain/moves/fields.ts'
import type { MoveKind } from '#domain/moves/table.ts'
import type { CaseChange } from '#store/ports/append.ts'
import type { DeskCase } from '../case/open-case.ts'
import { consultationOf } from './consultation-options.ts'

const failures = { planned: 'bookedBefore', often: 'bookedOften' } as const

/** Why the answers of a form about a consultation do not fit; null if they do. Whether the time is taken, the database says. */
export const consultationFault = (
  { events }: DeskCase,
  kind: MoveKind,
  input: MoveInput,
  now: Instant,
): MoveFailure | null => {
  if (kind === 'consultation-cancelled') return consultationOf(events, input, now) ? null : 'noBooking'
  if (kind !== 'consultation-booked') return null
  const expert = findExpert(input.expert ?? '')
  const slots = expert ? slotsFrom(calendar, expert, now) : []
  if (!slots.some(({ start }) => start === input.expertTime)) return 'noSlot'
  const fault = bookingFault(events, Number(input.consulter), now)
  return fault && failures[fault]
}

/** Who is consulted by a move, with their unit; undefined if it books nothing. */
export const expertOf = (kind: MoveKind, { expert: id = '' }: MoveInput): CaseChange['expert'] => {
  const expert = kind === 'consultation-booked' ? findExpert(id) : undefined
  return expert && { id, unit: expert.unit }
}
