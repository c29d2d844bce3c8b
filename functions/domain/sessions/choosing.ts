import type { Instant } from '#domain/basics/time.ts'
import { consentIn } from '#domain/history/consent.ts'
import type { CaseEvent } from '#domain/history/events.ts'
import { keyUsed } from '#domain/words/key-used.ts'
import { timesOf } from './own-times.ts'

/** A person of a case says which of the proposed times suit them. */

/**
 * Why they cannot: nothing is proposed; it is none of the times proposed to them; it has passed; they said that they do
 * not want to talk.
 */
export type ChoiceFault = 'none' | 'unknown' | 'past' | 'refused'

/** Most times of one proposal. */
export const mostSlots = 3

/**
 * Why these times cannot be chosen now; null if they can.
 * @param events as the person knows them
 * @param choose ids of times; empty: none of them suits
 */
export const choiceFault = (
  events: readonly CaseEvent[],
  party: number,
  choose: readonly string[],
  now: Instant,
): ChoiceFault | null => {
  const { open } = timesOf(events, party, now)
  if (!open) return 'none'
  if (consentIn(events, party)?.kind === 'refused') return 'refused'
  const slots = choose.map((id) => open.slots.find((slot) => slot.id === id))
  if (slots.includes(undefined)) return 'unknown'
  return slots.some((slot) => (slot?.start ?? 0) <= now) ? 'past' : null
}

export const choiceMessages: Record<ChoiceFault | 'required' | 'conflict' | 'stale', string> = {
  none: '现在没有要您选的时间。',
  unknown: '请在列出的时间里选。',
  past: '选的时间已经过去了，请选别的，或者选“都不行”。',
  refused: '您说过不愿意谈，不用选时间。改了主意，请先说愿意谈。',
  required: '请选一个时间，几个也行；都不行，就选“都不行”。',
  conflict: keyUsed,
  stale: '刚才有人也在动这件事，没有交上去。请再选一次。',
}
