import { hour } from '#domain/basics/bounds.ts'
import { addDays, afterDay, type Day, daysBetween, type Instant, startOfDay } from '#domain/basics/time.ts'

/** How far a running clock has progressed: less than half, half, three quarters, its last day, overdue. */
export type Stage = 'early' | 'half' | 'late' | 'today' | 'overdue'

/** The first instant of each stage after the first, in order. */
export type Stages = readonly (readonly [Stage, Instant])[]

/** The stages of a clock in days, which change at midnight. */
export const dayStages = (start: Day, due: Day): Stages => {
  const total = daysBetween(start, due)
  const reached = (share: number) => startOfDay(addDays(start, Math.ceil(total * share)))
  return [
    ['half', reached(0.5)],
    ['late', reached(0.75)],
    ['today', startOfDay(due)],
    ['overdue', afterDay(due)],
  ]
}

/** The end of a clock in hours, which count on all days and through the night. */
export const endOfHours = (start: Instant, hours: number): Instant => start + hours * hour

/** The stages of a clock in hours: it has no last day. */
export const hourStages = (start: Instant, hours: number): Stages => [
  ['half', endOfHours(start, hours / 2)],
  ['late', endOfHours(start, (hours * 3) / 4)],
  ['overdue', endOfHours(start, hours)],
]

/** The stage at an instant. */
export const stageAt = (stages: Stages, now: Instant): Stage =>
  stages.findLast(([, at]) => now >= at)?.[0] ?? 'early'
