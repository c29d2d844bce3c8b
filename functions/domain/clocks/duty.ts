import {
  addDays,
  type Day,
  dayOf,
  type Instant,
  spokenTime,
  startOfTime,
  weekday,
} from '#domain/basics/time.ts'
import type { Duty } from '#domain/content/county.ts'

// Sunday is 7 in the data, where the week begins on Monday.
const ownDays = (rota: readonly Duty[], day: Day): readonly Duty[] =>
  rota.filter(({ days }) => days.includes(weekday(day) || 7))

/**
 * Who reads now what a person in danger wrote (rules.md R49).
 * @param rota the hours of content/duty.yaml; their last minute is not included
 * @param now from the clock port
 * @returns who is on duty, or null
 */
export const onDuty = (rota: readonly Duty[], now: Instant): string | null => {
  const time = spokenTime(now)
  return ownDays(rota, dayOf(now)).find(({ from, to }) => from <= time && time < to)?.who ?? null
}

const week = [0, 1, 2, 3, 4, 5, 6, 7]

/**
 * When somebody reads what arrives at an instant: at once in the hours of the rota, otherwise at the start of the next
 * ones. Where a county has no rota it is at once too: a duty without hours must not wait for ever.
 * @param rota the hours of content/duty.yaml
 * @param at when it arrives
 */
export const dutyFrom = (rota: readonly Duty[], at: Instant): Instant => {
  if (onDuty(rota, at) !== null) return at
  const starts = week
    .map((later) => addDays(dayOf(at), later))
    .flatMap((day) => ownDays(rota, day).map(({ from }) => startOfTime(day, from)))
    .filter((start) => start > at)
  return starts.length > 0 ? Math.min(...starts) : at
}
