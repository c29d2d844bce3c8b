import { day as oneDay } from '#domain/basics/bounds.ts'
import { afterDay, type Day, dayOf, daysBetween, type Instant, startOfDay } from '#domain/basics/time.ts'
import type { ClockRule } from '#domain/content/deadlines.ts'
import type { CaseEvent, StartedDays, StartedHours } from '#domain/history/events.ts'
import type { EventKind } from '#domain/words/events.ts'
import { type LastDay, lastDay, workdaysBetween } from './calendar.ts'
import { calendar } from './county-calendar.ts'
import { type HearingSpan, hearingSpans } from './hearings.ts'
import { findRule } from './rules.ts'
import { dayStages, endOfHours, hourStages, type Stage, type Stages, stageAt } from './stages.ts'

/** The clocks (时限) of one case, derived from its history (docs/adr/0006-deadlines.md). */

type ClockState = 'running' | 'paused' | 'met' | 'overdue'

/** A clock of a case with its state at an instant. */
export interface Clock {
  rule: ClockRule
  startedAt: Instant
  /** The last day. */
  due: Day
  /** The first instant after the last day (民法典 203: the day ends at 24:00), or after the last hour. */
  dueEnd: Instant
  provisional: boolean
  state: ClockState
  /** Met by an act of the office that owes it, not by the end of the case or its holder's own wish. */
  done: boolean
  stage: Stage
  stages: Stages
  /** Hours allowed; only of a clock in hours, which has no days. */
  hours?: number
  /** Days allowed when it started, in the unit of the rule; 0 of a clock in hours. */
  days: number
  /** Days added with approval. */
  extended: number
  /** Days added because the clock was paused. */
  added: number
  /** When its pause ends by itself: it waits for a hearing, not for a person. */
  pausedUntil?: Instant | undefined
}

/** Days from `from` to `to`, in the unit of the clock. */
const counted = (workdays: boolean, from: Day, to: Day): number =>
  workdays ? workdaysBetween(calendar, from, to) : daysBetween(from, to)

interface Running {
  last: LastDay
  pausedSince: Day | undefined
  pausedUntil: Instant | undefined
  extended: number
  added: number
}

/**
 * When a clock ends, given the events after its start. A pause that begins in time adds exactly as many days
 * as it lasts, in the unit of the clock; days of several hearings count once. What begins after the last day changes nothing.
 */
const run = (
  started: StartedDays,
  start: Day,
  after: CaseEvent[],
  { today, hearings }: { today: Day; hearings: readonly HearingSpan[] },
): Running => {
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
  const ahead: Instant[] = []
  let counts = start
  for (const { from, to, until } of hearings) {
    if (from > end().day) continue
    if (from > counts) counts = from
    if (to > counts) {
      added += counted(started.workdays, counts, to)
      counts = to
    }
    if (until !== undefined) ahead.push(until)
  }
  const pausedUntil = ahead.length > 0 ? Math.max(...ahead) : undefined
  return { last: end(), pausedSince, pausedUntil, extended, added }
}

/** Kinds of event after which nothing is owed any more, though nobody did it. Closing is what a ceiling asks for. */
const ends: readonly EventKind[] = ['withdrawn', 'merged', 'closed', 'danger-lifted']

const isDone = ({ owes }: ClockRule, met: CaseEvent | undefined): boolean =>
  met !== undefined && (!ends.includes(met.kind) || (owes === 'ceiling' && met.kind === 'closed'))

interface Life {
  rule: ClockRule
  begun: CaseEvent
  /** The event that met it. */
  met: CaseEvent | undefined
  /** The events while it was not met. */
  lived: CaseEvent[]
  /** These, and those before: who had joined the case. */
  history: CaseEvent[]
  now: Instant
}

/** A clock in hours: it counts on all days, and neither pauses nor is extended. */
const hourClock = ({ from, hours }: StartedHours, { rule, met, now }: Life): Clock => {
  const dueEnd = endOfHours(from, hours)
  const stages = hourStages(from, hours)
  return {
    rule,
    startedAt: from,
    due: dayOf(dueEnd - 1),
    dueEnd,
    provisional: false,
    hours,
    days: 0,
    extended: 0,
    added: 0,
    state: met ? 'met' : now >= dueEnd ? 'overdue' : 'running',
    done: isDone(rule, met),
    stage: stageAt(stages, met?.at ?? now),
    stages,
  }
}

const dayClock = (started: StartedDays, { rule, begun, met, lived, history, now }: Life): Clock => {
  const start = started.since ?? dayOf(begun.at)
  const asOf = met?.at ?? now
  const { last, pausedSince, pausedUntil, extended, added } = run(started, start, lived, {
    today: dayOf(asOf),
    hearings: rule.hearings ? hearingSpans(history, begun.seq, asOf, met !== undefined) : [],
  })
  const dueEnd = afterDay(last.day)
  const isPaused = pausedSince !== undefined || pausedUntil !== undefined
  const running = isPaused ? 'paused' : now >= dueEnd ? 'overdue' : 'running'
  const stages = dayStages(start, last.day)
  return {
    rule,
    startedAt: started.since ? startOfDay(started.since) : begun.at,
    due: last.day,
    dueEnd,
    provisional: last.provisional,
    days: started.days,
    extended,
    added,
    state: met ? 'met' : running,
    done: isDone(rule, met),
    stage: stageAt(stages, asOf),
    stages,
    pausedUntil,
  }
}

const clockOf = (
  started: StartedDays | StartedHours,
  begun: CaseEvent,
  events: CaseEvent[],
  now: Instant,
): Clock[] => {
  const rule = findRule(started.rule)
  if (!rule) return []
  const after = events.slice(events.indexOf(begun) + 1)
  const meeting = after.findIndex((event) => rule.meets.includes(event.kind))
  const met = after[meeting]
  const stopped = after.findIndex(({ data }) => data.stops?.includes(started.rule))
  if (stopped >= 0 && (!met || stopped < meeting)) return []
  // A clock that was met keeps the state of that day.
  const lived = met ? after.slice(0, meeting) : after
  const history = met ? events.slice(0, events.indexOf(met)) : events
  const life = { rule, begun, met, lived, history, now }
  return ['hours' in started ? hourClock(started, life) : dayClock(started, life)]
}

/**
 * The clocks of a case, derived from its history. Due dates are recomputed each time, so that a calendar
 * added later corrects a provisional date.
 * @param events the whole history, in order
 * @param now from the clock port
 */
export const clocksOf = (events: CaseEvent[], now: Instant): Clock[] =>
  events.flatMap((event) =>
    (event.data.clocks ?? []).flatMap((started) => clockOf(started, event, events, now)),
  )

/**
 * The clocks shown to a resident: internal ones are left out of pages, slips and the API. Hours are always internal:
 * only a case with danger has them (rules.md R49).
 */
export const publicClocks = (clocks: Clock[]): Clock[] =>
  clocks.filter(({ rule, hours }) => !rule.internal && hours === undefined)

/** Is this clock not met yet? */
export const isOpen = ({ state }: Clock): boolean => state !== 'met'

/** Rules of the clocks that wait for a person's answer, and run again with it. */
export const waitingRules = (clocks: readonly Clock[]): string[] =>
  clocks.flatMap(({ state, rule, pausedUntil }) =>
    state === 'paused' && pausedUntil === undefined ? rule.id : [],
  )

/**
 * The next instant at which a clock changes its stage, for the scheduler's index; null if there is none. A
 * provisional date is checked again each day, in case a calendar that arrived since corrects it; a clock that waits for a
 * hearing after its day.
 */
export const nextChange = (clocks: Clock[], now: Instant): Instant | null => {
  const running = clocks.filter(({ state }) => state === 'running')
  const ahead = running.flatMap(({ stages }) => stages.map(([, at]) => at)).filter((at) => at > now)
  if (running.some(({ provisional }) => provisional)) ahead.push(now + oneDay)
  ahead.push(...clocks.flatMap(({ pausedUntil }) => pausedUntil ?? []))
  return ahead.length > 0 ? Math.min(...ahead) : null
}
