import { minute } from '#domain/basics/bounds.ts'
import type { Instant } from '#domain/basics/time.ts'
import type { CaseEvent } from '#domain/history/events.ts'
import { peopleIn } from '#domain/history/roles.ts'
import { endsCase } from '#domain/words/ends.ts'
import { type EventKind, eventRow } from '#domain/words/events.ts'
import type { MeetingForm } from '#domain/words/meetings.ts'
import { isSet, type OpenProposal, proposalIn } from './own-times.ts'

/** The meetings of a case as its desk has them (docs/adr/0043-sessions.md). */

/**
 * `off`: the case has left the desk, a person is in danger, or the mediator is off the case, so that nobody holds it, but
 * its people have not been told yet. `over`: the case ended, another time was proposed since, or nobody is left to come.
 */
export type SessionState =
  | 'proposed'
  | 'planned'
  | 'off'
  | 'postponed'
  | 'cancelled'
  | 'missed'
  | 'held'
  | 'over'

export interface Session {
  id: number
  state: SessionState
  /** The unit that holds it. */
  unit: string
  /** Numbers of those who are to come. */
  people: number[]
  /** Their open proposals, by person; none once a time is set. */
  open: { party: number; proposal: OpenProposal }[]
  /** 0 until a time is set. */
  start: Instant
  length: number
  /** A room of the unit, or the fingerprint of another place; empty if none is known. */
  room: string
  staff: string
  form: MeetingForm
  apart: boolean
  /** Numbers of the events with its minutes, oldest first. */
  minutes: number[]
  absent: number[]
}

const ends = {
  'session-postponed': 'postponed',
  'session-cancelled': 'cancelled',
  'session-absent': 'missed',
  'session-held': 'held',
} as const satisfies Partial<Record<EventKind, SessionState>>

const endOf = (own: readonly CaseEvent[]): SessionState | null => {
  if (own.some(({ kind }) => kind === 'session-held')) return 'held'
  const last = own.findLast(({ kind }) => Object.hasOwn(ends, kind))
  return last ? ends[last.kind as keyof typeof ends] : null
}

/**
 * What ends a meeting from outside, before it begins. Once broken off, it never comes back by itself: its place may be taken.
 * What happens after it began leaves it as it was, so that its minutes can be written.
 */
const brokenBy = (
  later: readonly CaseEvent[],
  { unit, staff, start }: Pick<Session, 'unit' | 'staff' | 'start'>,
): 'over' | 'off' | null => {
  const isOff = (event: CaseEvent): boolean =>
    event.kind === 'danger-marked' ||
    event.unit !== unit ||
    (eventRow(event.kind).takesOff !== undefined && event.data.staff === staff)
  const first = later.find(
    (event) => (start === 0 || event.at < start) && (isOff(event) || endsCase(event.kind)),
  )
  return first ? (endsCase(first.kind) ? 'over' : 'off') : null
}

/** Numbers of those who have a part in the case when a meeting begins. Who was erased is in none, also afterwards. */
const presentAt = (events: readonly CaseEvent[], start: Instant): number[] =>
  peopleIn(events.filter(({ kind, at }) => start === 0 || at < start || kind === 'erased')).map(
    ({ party }) => party,
  )

const sessionOf = (events: readonly CaseEvent[], id: number): Session => {
  const own = events.filter(({ data }) => data.session?.id === id)
  const set = own.find(({ kind }) => isSet(kind))
  const [first] = own
  const facts = { start: 0, ...first?.data.session, ...set?.data.session }
  const asked = own.flatMap(({ kind, data }) =>
    kind === 'times-proposed' || isSet(kind) ? (data.party ?? []) : [],
  )
  const present = presentAt(events, facts.start)
  const people = [...new Set(asked)].filter((party) => present.includes(party))
  const begun = { unit: (set ?? first)?.unit ?? '', staff: facts.staff ?? '' }
  const since = events.filter(({ seq }) => seq > ((set ?? first)?.seq ?? 0))
  const open = people.flatMap((party) => {
    const proposal = proposalIn(events, party)
    return proposal?.id === id ? [{ party, proposal }] : []
  })
  const running = set && people.length > 0 ? 'planned' : open.length > 0 ? 'proposed' : 'over'
  return {
    ...{ id, people, open, ...begun },
    ...{ start: facts.start, length: facts.length ?? 0, room: facts.room ?? facts.placeMark ?? '' },
    state: endOf(own) ?? brokenBy(since, { ...begun, start: facts.start }) ?? running,
    form: facts.form ?? 'talk',
    apart: facts.apart === true,
    minutes: own.flatMap(({ seq, kind }) =>
      kind === 'session-held' || kind === 'minutes-corrected' ? seq : [],
    ),
    absent: [...new Set(own.flatMap(({ data }) => data.session?.absent ?? []))],
  }
}

/** All meetings of a case, in the order in which they were first proposed. */
export const sessionsIn = (events: readonly CaseEvent[]): Session[] =>
  [...new Set(events.flatMap(({ data }) => data.session?.id ?? []))].map((id) => sessionOf(events, id))

/** When a meeting ends, as it was planned. */
export const endsAt = ({ start, length }: Pick<Session, 'start' | 'length'>): Instant =>
  start + length * minute

/** What a move needs a meeting to be. */
export type SessionNeed = 'proposed' | 'live' | 'begun' | 'minuted'

const meets: Record<SessionNeed, (session: Session, now: Instant) => boolean> = {
  proposed: ({ state }) => state === 'proposed',
  live: ({ state }) => state === 'proposed' || state === 'planned' || state === 'off',
  begun: ({ state, start }, now) =>
    (state === 'planned' || state === 'missed' || state === 'held') && start <= now,
  minuted: ({ minutes }) => minutes.length > 0,
}
const needs = Object.keys(meets) as SessionNeed[]

/** The meetings that are so now. */
export const sessionsThat = (events: readonly CaseEvent[], need: SessionNeed, now: Instant): Session[] =>
  sessionsIn(events).filter((session) => meets[need](session, now))

/** Everything that some meeting of the case is. */
export const needsMet = (events: readonly CaseEvent[], now: Instant): SessionNeed[] => {
  const all = sessionsIn(events)
  return needs.filter((need) => all.some((session) => meets[need](session, now)))
}

/** Meetings that take, or took, a place in the calendar of their unit. */
export const bookedIn = (events: readonly CaseEvent[]): Session[] =>
  sessionsIn(events).filter(
    ({ state, start }) => start > 0 && (state === 'planned' || state === 'missed' || state === 'held'),
  )
