import { dayOf, type Instant, rfc3339, weekday } from '#domain/basics/time.ts'
import type { Duty } from '#domain/content/county.ts'

/**
 * Who reads now what a person in danger wrote (rules.md R49).
 * @param rota the hours of content/duty.yaml; their last minute is not included
 * @param now from the clock port
 * @returns who is on duty, or null
 */
export const onDuty = (rota: readonly Duty[], now: Instant): string | null => {
  // Sunday is 7 in the data, where the week begins on Monday.
  const day = weekday(dayOf(now)) || 7
  const time = rfc3339(now).slice(11, 16)
  return rota.find(({ days, from, to }) => days.includes(day) && from <= time && time < to)?.who ?? null
}
