import { type Day, type Instant, rfc3339 } from '#domain/basics/time.ts'
import { type Clock, clocksOf, publicClocks } from '#domain/clocks/clocks.ts'
import { sourceOf } from '#domain/clocks/rules.ts'
import type { CaseEvent, Scope } from '#domain/history/events.ts'
import { area, unit } from '#domain/places/areas.ts'
import { eventRow } from '#domain/words/events.ts'
import type { Level } from '#domain/words/levels.ts'
import { isResult, type Status } from '#domain/words/statuses.ts'
import { shownAs } from './timeline.ts'

/** What the holder of a tracking code sees of a case (rules.md R11), in words for residents. */
export interface PublicCase {
  number: string
  status: Status
  /** The result the case came to since it was last reopened; it stays when the case is closed. */
  result: Status | null
  level: Level
  unit: string
  unitId: string
  unitSince: Instant
  lastHash: string
  clocks: Clock[]
  timeline: { at: Instant; kind: string; text: string }[]
  messages: { at: Instant; from: string; text: string }[]
  /** Ids of the `limits` that are shown as remaining ways after a failed mediation. */
  ways: string[]
  /** The day the written answer reached the person, from which review periods run. */
  deliveredOn: Day | null
  next: Next[]
}

/** What happens next, and by which day. */
interface Next {
  what: string
  by: string
}

/** Where a case goes on that was merged into another. */
export interface GoesOn {
  /** The case it was merged into; then the one that was merged into in turn, and so on. */
  numbers: [string, ...string[]]
  /** The status and the next steps of the last one; null if the reader may see no more than the first number. */
  now: { status: Status; next: Next[] } | null
}

/** A case as the page and the API show it. */
export interface FollowedView extends PublicCase {
  /** Null unless the case was merged into another. */
  goesOn: GoesOn | null
}

export interface CaseHead {
  number: string
  status: Status
  unit: string
}

/** A message to or from the reader, decrypted. */
export interface Message {
  seq: number
  text: string
}

const sinceWhen = (events: CaseEvent[]): Instant => {
  const last = events.at(-1)?.unit
  const away = events.findLastIndex((event) => event.unit !== last)
  return events[away + 1]?.at ?? 0
}

/** The outside body a case was referred to, and when it should answer. */
const awaited = ({ status }: CaseHead, events: CaseEvent[]): Next[] => {
  const by = events.findLast(({ kind }) => kind === 'referred')?.data.answerBy
  return status === 'referred' && by ? [{ what: '移送的单位回话', by }] : []
}

/** The last result of a history, or null. */
const resultIn = (events: CaseEvent[]): Status | null =>
  events
    .flatMap(({ kind }) => {
      const { leadsTo } = eventRow(kind)
      return leadsTo && leadsTo !== 'back' && isResult(leadsTo) ? leadsTo : []
    })
    .at(-1) ?? null

/**
 * Builds the public view from the history. Nothing in it depends on danger or on the person the case is
 * about: such a case reads like any other at its level (rules.md R49, R50).
 * @param reader the party whose view it is, so that their own messages are marked as theirs
 */
export const publicCase = (
  head: CaseHead,
  events: CaseEvent[],
  messages: Message[],
  now: Instant,
  reader: Scope,
): PublicCase => {
  const clocks = publicClocks(clocksOf(events, now))
  const desk = unit(head.unit)
  // Statements from before the case was reopened no longer apply.
  const latest = events.slice(events.findLastIndex(({ kind }) => kind === 'reopened') + 1)
  return {
    number: head.number,
    status: head.status,
    result: resultIn(latest),
    level: area(desk.area).level,
    unit: desk.name,
    unitId: desk.id,
    unitSince: sinceWhen(events),
    lastHash: events.at(-1)?.hash ?? '',
    clocks,
    timeline: events.flatMap((event) => {
      const shown = shownAs(event)
      return shown ? [{ at: event.at, ...shown }] : []
    }),
    messages: messages.flatMap(({ seq, text }) => {
      const event = events.find((candidate) => candidate.seq === seq)
      if (!event) return []
      const own = event.actor === reader
      return [{ at: event.at, from: own ? '您' : unit(event.data.from ?? event.unit).name, text }]
    }),
    ways: latest.findLast(({ kind }) => kind === 'failed')?.data.ways ?? [],
    deliveredOn: latest.findLast(({ kind }) => kind === 'delivered')?.data.delivery?.on ?? null,
    next: [...nextSteps(clocks), ...awaited(head, events)],
  }
}

/** What happens next and by which day, from the running clocks. */
export const nextSteps = (clocks: Clock[]): Next[] =>
  clocks
    .filter((clock) => clock.state === 'running')
    .map((clock) => ({ what: clock.rule.next, by: clock.due }))

/** The JSON form of the view. */
export const publicJson = (view: FollowedView) => ({
  caseNumber: view.number,
  status: view.status,
  level: view.level,
  unit: view.unit,
  unitSince: rfc3339(view.unitSince),
  lastHash: view.lastHash,
  clocks: view.clocks.map((clock) => ({
    name: clock.rule.name,
    ...sourceOf(clock.rule),
    startedAt: rfc3339(clock.startedAt),
    // RFC 3339 has no 24:00, so this is the last second of the last day.
    dueAt: rfc3339(clock.dueEnd - 1000),
    provisional: clock.provisional,
    state: clock.state,
    ifPassed: clock.rule.ifPassed,
  })),
  timeline: view.timeline.map((entry) => ({ ...entry, at: rfc3339(entry.at) })),
  messages: view.messages.map((entry) => ({ ...entry, at: rfc3339(entry.at) })),
  next: view.next,
  ...(view.goesOn && {
    mergedInto: { caseNumber: view.goesOn.numbers[view.goesOn.numbers.length - 1] ?? '', ...view.goesOn.now },
  }),
})
