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

/** Clocks (时限) of one case, derived from its history (docs/adr/0006-deadlines.md). */

type ClockState = 'running' | 'paused' | 'met' | 'overdue'

/** How far a running clock has walked: half, three quarters, its last day, past it. */
type Stage = 'early' | 'half' | 'late' | 'today' | 'overdue'

export interface Clock {
  rule: ClockRule
  startedAt: Instant
  /** The last day. */
  due: Day
  /** The first instant after it (民法典 203: the day ends at 24:00). */
  dueEnd: Instant
  provisional: boolean
  state: ClockState
  stage: Stage
  /** Days added with approval. */
  extended: number
}

const calendar: Calendar = {
  years: county.calendar.years,
  holidays: new Set(county.calendar.holidays),
  workdays: new Set(county.calendar.workdays),
}

const dayLength = 86_400_000

/** Days from `from` to `to`, counted as the clock counts. */
const counted = (workdays: boolean, from: Day, to: Day): number =>
  workdays ? workdaysBetween(calendar, from, to) : daysBetween(from, to)

interface Running {
  last: LastDay
  pausedSince: Day | undefined
  extended: number
}

/**
 * Where a clock ends, given what came after its start. A pause that begins in time adds as many days as it lasts,
 * counted as the clock counts: none are lost and none are won. What comes after the last day changes nothing.
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
  return { last: end(), pausedSince, extended }
}

/** The first instant of the stages a clock walks through. */
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
  // A met clock stands as it stood that day.
  const lived = met ? after.slice(0, meeting) : after
  const { last, pausedSince, extended } = run(started, start, lived, dayOf(met?.at ?? now))
  const dueEnd = startOfDay(last.day) + dayLength
  const running = pausedSince === undefined ? (now >= dueEnd ? 'overdue' : 'running') : 'paused'
  return [
    {
      ...{
        rule,
        startedAt: started.since ? startOfDay(started.since) : begun.at,
        due: last.day,
        dueEnd,
        provisional: last.provisional,
        extended,
      },
      state: met ? 'met' : running,
      stage: stageAt(start, last.day, met?.at ?? now),
    },
  ]
}

/**
 * The clocks of a case, derived from its history; due dates are computed anew each time, so a calendar that
 * arrives later corrects a provisional date by itself.
 * @param events the whole history in order
 * @param now from the clock port
 */
export const clocksOf = (events: CaseEvent[], now: Instant): Clock[] =>
  events.flatMap((event, index) =>
    (event.data.clocks ?? []).flatMap((started) => clockOf(started, event, events.slice(index + 1), now)),
  )

/** Clocks that are nobody's business but the office's stay off pages, slips and the API of a resident. */
export const publicClocks = (clocks: Clock[]): Clock[] => clocks.filter(({ rule }) => !rule.internal)

/** Is the office still owing? */
export const isOpen = ({ state }: Clock): boolean => state !== 'met'

/**
 * The next instant at which a clock reaches another stage, for the scheduler's index; null when none will. A
 * provisional date is looked at again each day: a calendar that arrived meanwhile corrects it.
 */
export const nextChange = (clocks: Clock[], now: Instant): Instant | null => {
  const running = clocks.filter(({ state }) => state === 'running')
  const ahead = running
    .flatMap(({ startedAt, due }) => stagesOf(dayOf(startedAt), due).map(([, at]) => at))
    .filter((at) => at > now)
  if (running.some(({ provisional }) => provisional)) ahead.push(now + dayLength)
  return ahead.length > 0 ? Math.min(...ahead) : null
}

/** Working days since an instant: the day itself does not count (民法典 201). */
export const workdaysSince = (from: Instant, now: Instant): number =>
  workdaysBetween(calendar, dayOf(from), dayOf(now))

/** The next year that dates already reach into and whose holidays nobody has put in; null when none is missing. */
export const missingCalendarYear = (now: Instant): number | null => {
  const years = [now, now + 90 * dayLength].map((at) => Number(dayOf(at).slice(0, 4)))
  return years.find((year) => !calendar.years.includes(year)) ?? null
}

/** The last day of so many calendar days after a day (民法典 201, 203). */
export const lastDayAfter = (from: Day, days: number): LastDay => lastDay(calendar, from, days, false)

/** A limit counted from a day by the calendar that is known. */
export const countLimit = (from: Day, span: Span): CountedSpan => countSpan(calendar, from, span)
