import { county } from '../generated/county.ts'
import { type Calendar, lastDay } from './calendar.ts'
import type { Category } from './categories.ts'
import type { ClockRule } from './county.ts'
import type { CaseEvent, EventKind, Matter, StartedClock } from './events.ts'
import { type Day, dayOf, type Instant, startOfDay } from './time.ts'
import type { Track } from './tracks.ts'
import type { UnitKind } from './unit-kinds.ts'

/** Clocks (时限): what an office owes, from `content/deadlines.yaml` (DESIGN 9). */

/** What decides which rules a case falls under. */
export interface ClockFacts {
  track: Track
  category: Category
  unitKind: UnitKind
  matter?: Matter | undefined
  /** Did the person give his name or phone? */
  named?: boolean
}

export type ClockState = 'running' | 'paused' | 'met' | 'overdue'

export interface Clock {
  rule: ClockRule
  startedAt: Instant
  /** The last day. */
  due: Day
  /** The first instant after it (民法典 203: the day ends at 24:00). */
  dueEnd: Instant
  provisional: boolean
  state: ClockState
}

const calendar: Calendar = {
  years: county.calendar.years,
  holidays: new Set(county.calendar.holidays),
  workdays: new Set(county.calendar.workdays),
}

const among = <T>(list: readonly T[] | undefined, value: T | undefined): boolean =>
  list === undefined || (value !== undefined && list.includes(value))

const applies = (rule: ClockRule, facts: ClockFacts): boolean =>
  rule.tracks.includes(facts.track) &&
  among(rule.categories, facts.category) &&
  among(rule.unitKinds, facts.unitKind) &&
  among(rule.matters, facts.matter) &&
  (!rule.named || facts.named === true)

/** The rules a case falls under: for each thing owed the first that matches, the special before the general. */
export const rulesFor = (facts: ClockFacts): ClockRule[] => {
  const owed = new Map<string, ClockRule>()
  for (const rule of county.clocks)
    if (!owed.has(rule.owes) && applies(rule, facts)) owed.set(rule.owes, rule)
  return [...owed.values()]
}

/** The clocks an event sets going, as they are written into its data. */
export const startedBy = (kind: EventKind, facts: ClockFacts): StartedClock[] =>
  rulesFor(facts)
    .filter((rule) => rule.starts === kind)
    .map((rule) => ({ rule: rule.id, days: rule.days, workdays: rule.workdays ?? false }))

const stateOf = (rule: ClockRule, after: CaseEvent[], dueEnd: Instant, now: Instant): ClockState => {
  const met = after.find((event) => rule.meets.includes(event.kind))
  if (met) return 'met'
  return now >= dueEnd ? 'overdue' : 'running'
}

/**
 * The clocks of a case, derived from its history; due dates are computed anew each time, so a calendar that
 * arrives later corrects a provisional date by itself.
 * @param events the whole history in order
 * @param now from the clock port
 */
export const clocksOf = (events: CaseEvent[], now: Instant): Clock[] =>
  events.flatMap((event, index) =>
    (event.data.clocks ?? []).flatMap((started) => {
      const rule = county.clocks.find((candidate) => candidate.id === started.rule)
      if (!rule) return []
      const { day, provisional } = lastDay(calendar, dayOf(event.at), started.days, started.workdays)
      const dueEnd = startOfDay(day) + 86_400_000
      const state = stateOf(rule, events.slice(index + 1), dueEnd, now)
      return [{ rule, startedAt: event.at, due: day, dueEnd, provisional, state }]
    }),
  )

/** The next instant at which the case changes by itself, for the scheduler's index; null when no clock runs. */
export const nextChange = (events: CaseEvent[], now: Instant): Instant | null => {
  const ends = clocksOf(events, now).filter((clock) => clock.state === 'running')
  return ends.length > 0 ? Math.min(...ends.map((clock) => clock.dueEnd)) : null
}

/** The rule's source as a resident reads it: 《民法典》第…条, or the county's own rule. */
export const sourceOf = (rule: ClockRule): { article: string } | { countyRule: string } =>
  rule.article
    ? { article: county.articles[rule.article] as string }
    : { countyRule: rule.countyRule as string }
