import { addDays, type Day, dayOf, daysBetween, type Instant, startOfDay } from '#domain/basics/time.ts'
import type { ClockRule } from '#domain/content/deadlines.ts'
import type { CaseEvent, StartedClock } from '#domain/history/events.ts'
import { county } from '#generated/county.ts'
import {
  type Calendar,
  type CountedSpan,
  countSpan,
  type LastDay,
  lastDay,
  type Span,
  workdaysBetween,
} from './calendar.ts'
import { findRule } from './rules.ts'

/** The clocks (时限) of one case, derived from its history (docs/adr/0006-deadlines.md). */

type ClockState = 'running' | 'paused' | 'met' | 'overdue'

/** How far a running clock has progressed: less than half, half, three quarters, its last day, overdue. */
type Stage = 'early' | 'half' | 'late' | 'today' | 'overdue'

/** A clock of a case with its state at an instant. */
export interface Clock {
  rule: ClockRule
  startedAt: Instant
  /** The last day. */
  due: Day
  /** The first instant after the last day (民法典 203: the day ends at 24:00). */
  dueEnd: Instant
  provisional: boolean
  state: ClockState
  stage: Stage
  /** Days allowed when it started, in the unit of the rule. */
  days: number
  /** Days added with approval. */
  extended: number
  /** Days added because the clock was paused. */
  added: number
}

const calendar: Calendar = {
  years: county.calendar.years,
  holidays: new Set(county.calendar.holidays),
  workdays: new Set(county.calendar.workdays),
}

const dayLength = 86_400_000

/** Days from `from` to `to`, in the unit of the clock. */
const counted = (workdays: boolean, from: Day, to: Day): number =>
  workdays ? workdaysBetween(calendar, from, to) : daysBetween(from, to)

interface Running {
  last: LastDay
  pausedSince: Day | undefined
  extended: number
  added: number
}

/**
 * When a clock ends, given the events after its start. A pause that begins in time adds exactly as many days
 * as it lasts, in the unit of the clock. Events after the last day change nothing.
 */
const run = (started: StartedClock, start: Day, after: CaseEvent[], today: Day): Running => {
  let added = 0
  let extended = 0
  let pausedSince: Day | undefined
  const end = () => lastDay(calendar, start, started.days + extended + added, started.workdays)
  for (const { data, at } of after) {
    const day = dayOf(at)
    if (pausedSince !== undefined && data.resumes?.includes(started.rule)) {
      added += counted(started.workdays, pausedSince, day)
      pausedSince = undefined
    }
    if (pausedSince === undefined && data.pauses?.includes(started.rule) && day <= end().day)
      pausedSince = day
    if (data.extends?.rule === started.rule && day <= end().day) extended += data.extends.days
  }
  if (pausedSince !== undefined) added += counted(started.workdays, pausedSince, today)
  return { last: end(), pausedSince, extended, added }
}

/** The first instant of each stage of a clock. */
const stagesOf = (start: Day, due: Day): [Stage, Instant][] => {
  const total = daysBetween(start, due)
  const reached = (share: number) => startOfDay(addDays(start, Math.ceil(total * share)))
  return [
    ['half', reached(0.5)],
    ['late', reached(0.75)],
    ['today', startOfDay(due)],
    ['overdue', startOfDay(due) + dayLength],
  ]
}

const stageAt = (start: Day, due: Day, now: Instant): Stage =>
  stagesOf(start, due).findLast(([, at]) => now >= at)?.[0] ?? 'early'

const clockOf = (started: StartedClock, begun: CaseEvent, after: CaseEvent[], now: Instant): Clock[] => {
  const rule = findRule(started.rule)
  if (!rule) return []
  const start = started.since ?? dayOf(begun.at)
  const meeting = after.findIndex((event) => rule.meets.includes(event.kind))
  const met = after[meeting]
  const stopped = after.findIndex(({ data }) => data.stops?.includes(started.rule))
  if (stopped >= 0 && (!met || stopped < meeting)) return []
  // A clock that was met keeps the state of that day.
  const lived = met ? after.slice(0, meeting) : after
  const { last, pausedSince, extended, added } = run(started, start, lived, dayOf(met?.at ?? now))
  const dueEnd = startOfDay(last.day) + dayLength
  const running = pausedSince === undefined ? (now >= dueEnd ? 'overdue' : 'running') : 'paused'
  return [
    {
      rule,
      startedAt: started.since ? startOfDay(started.since) : begun.at,
      due: last.day,
      dueEnd,
      provisional: last.provisional,
      days: started.days,
      extended,
      added,
      state: met ? 'met' : running,
      stage: stageAt(start, last.day, met?.at ?? now),
    },
  ]
}

/**
 * The clocks of a case, derived from its history. Due dates are recomputed each time, so that a calendar
 * added later corrects a provisional date.
 * @param events the whole history, in order
 * @param now from the clock port
 */
export const clocksOf = (events: CaseEvent[], now: Instant): Clock[] =>
  events.flatMap((event, index) =>
    (event.data.clocks ?? []).flatMap((started) => clockOf(started, event, events.slice(index + 1), now)),
  )

/** The clocks shown to a resident: internal ones are left out of pages, slips and the API. */
export const publicClocks = (clocks: Clock[]): Clock[] => clocks.filter(({ rule }) => !rule.internal)

/** Is this clock not met yet? */
export const isOpen = ({ state }: Clock): boolean => state !== 'met'

/**
 * The next instant at which a clock changes its stage, for the scheduler's index; null if there is none. A
 * provisional date is checked again each day, in case a calendar that arrived since corrects it.
 */
export const nextChange = (clocks: Clock[], now: Instant): Instant | null => {
  const running = clocks.filter(({ state }) => state === 'running')
  const ahead = running
    .flatMap(({ startedAt, due }) => stagesOf(dayOf(startedAt), due).map(([, at]) => at))
    .filter((at) => at > now)
  if (running.some(({ provisional }) => provisional)) ahead.push(now + dayLength)
  return ahead.length > 0 ? Math.min(...ahead) : null
}

/** Working days since an instant; its own day does not count (民法典 201). */
export const workdaysSince = (from: Instant, now: Instant): number =>
  workdaysBetween(calendar, dayOf(from), dayOf(now))

/**
 * The next year that due dates already reach and whose holidays are not in the calendar; null if none is
 * missing.
 */
export const missingCalendarYear = (now: Instant): number | null => {
  const years = [now, now + 90 * dayLength].map((at) => Number(dayOf(at).slice(0, 4)))
  return years.find((year) => !calendar.years.includes(year)) ?? null
}

/** The last day of a period of calendar days after a day (民法典 201, 203). */
export const lastDayAfter = (from: Day, days: number): LastDay => lastDay(calendar, from, days, false)

/** Counts a limit from a day with the known calendar. */
export const countLimit = (from: Day, span: Span): CountedSpan => countSpan(calendar, from, span)
