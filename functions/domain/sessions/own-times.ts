import { afterDay, dayOf, type Instant } from '#domain/basics/time.ts'
import type { CaseEvent } from '#domain/history/events.ts'
import type { Slot } from '#domain/history/session-facts.ts'
import { statusIn } from '#domain/history/status-replay.ts'
import { endsCase } from '#domain/words/ends.ts'
import type { EventKind } from '#domain/words/events.ts'
import type { MeetingForm } from '#domain/words/meetings.ts'
import { isEnded } from '#domain/words/statuses.ts'

/**
 * The meetings of a case as one of its people knows them: from the events for this person alone. Neither danger nor the
 * desk that has the case enters, so that nothing changes here until somebody tells them (rules.md R49).
 */

/** Times that a person can choose from. */
export interface OpenProposal {
  /** Number of the first event of the meeting; never shown. */
  id: number
  /** Number of the event with its place. */
  seq: number
  slots: Slot[]
  /** In minutes. */
  length: number
  apart: boolean
  /** Ids of those that suit them; null while they have not answered. */
  chosen: string[] | null
}

/** A meeting whose time is set. */
interface PlannedMeeting {
  id: number
  seq: number
  start: Instant
  length: number
  form: MeetingForm
  apart: boolean
}

export interface OwnTimes {
  open: OpenProposal | null
  planned: PlannedMeeting[]
  /** The last that they heard is that another day will be found. */
  postponed: boolean
  /** A meeting that was set for later will not be, because the case ended first. */
  calledOff: boolean
}

/** What was written about a meeting; empty where nothing was. */
interface Where {
  place: string
  language: string
  /** Who else was asked to come. */
  guests: string
}

/** The same with what is sealed. */
export interface ShownTimes {
  open: (OpenProposal & Where) | null
  planned: (PlannedMeeting & Where)[]
  postponed: boolean
  calledOff: boolean
}

/** True while a person is asked which time suits them. */
export const asksForTime = ({ open }: Pick<OwnTimes, 'open'>): boolean => open?.chosen === null

const sets: readonly EventKind[] = ['session-set', 'session-arranged', 'council-set', 'hearing-set']
const tells: readonly EventKind[] = ['times-proposed', ...sets, 'session-postponed', 'session-cancelled']
const told = (events: readonly CaseEvent[], party: number): CaseEvent[] =>
  events.filter(({ kind, data }) => data.party === party && tells.includes(kind))

/** True if an event says when a meeting is. */
export const isSet = (kind: EventKind): boolean => sets.includes(kind)
const idOf = ({ data }: CaseEvent): number => data.session?.id ?? 0

/** The newest proposal to a person, while nothing followed it; null without one. */
export const proposalIn = (events: readonly CaseEvent[], party: number): OpenProposal | null => {
  const all = told(events, party)
  const last = all.findLast(({ kind }) => kind === 'times-proposed')
  const facts = last?.data.session
  if (
    !last ||
    !facts ||
    all.some(({ seq, kind, data }) => seq > last.seq && (data.session?.id === facts.id || isSet(kind)))
  )
    return null
  const answer = events.findLast(
    ({ kind, data }) => kind === 'times-chosen' && data.party === party && data.session?.id === facts.id,
  )
  return {
    ...{ id: facts.id, seq: last.seq },
    slots: facts.slots ?? [],
    length: facts.length ?? 0,
    apart: facts.apart === true,
    chosen: answer?.data.session?.choose ?? null,
  }
}

/** Meetings of a person whose day is not over, those of a case that ended before them included. */
const setFor = (all: readonly CaseEvent[], now: Instant): PlannedMeeting[] =>
  all.flatMap(({ seq, kind, data: { session } }) => {
    if (!isSet(kind) || !session?.start || afterDay(dayOf(session.start)) <= now) return []
    if (all.some((event) => event.seq > seq && idOf(event) === session.id)) return []
    const { id, start, length = 0, form = 'talk', apart = false } = session
    return { id, seq, start, length, form, apart }
  })

/** What a person knows of the meetings of their case; nothing once it has ended. */
export const timesOf = (events: readonly CaseEvent[], party: number, now: Instant): OwnTimes => {
  const all = told(events, party)
  const ends = events.filter(({ kind }) => endsCase(kind))
  const isOff = ({ seq, start }: PlannedMeeting): boolean =>
    ends.some((end) => end.seq > seq && end.at < start)
  const meetings = setFor(all, now)
  const planned = meetings.filter((meeting) => !isOff(meeting))
  const calledOff = planned.length < meetings.length
  if (isEnded(statusIn([...events]))) return { open: null, planned: [], postponed: false, calledOff }
  const open = proposalIn(events, party)
  return {
    // A proposal whose times have all passed asks for nothing any more.
    open: open?.slots.some(({ start }) => start > now) ? open : null,
    planned,
    postponed: all.at(-1)?.kind === 'session-postponed',
    calledOff,
  }
}
