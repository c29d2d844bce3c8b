import type { Instant } from '#domain/basics/time.ts'
import { type Clock, clocksOf, isOpen, nextChange } from '#domain/clocks/clocks.ts'
import { heldIn, waitsForTalk } from '#domain/clocks/held.ts'
import { setDates } from '#domain/clocks/set-dates.ts'
import { warningOf } from '#domain/clocks/warnings.ts'
import {
  assigneeIn,
  cohandlersIn,
  handlerIn,
  leadIn,
  pendingExtension,
  recusedIn,
} from '#domain/history/case-history.ts'
import { unansweredIn } from '#domain/history/conversation.ts'
import type { CaseEvent } from '#domain/history/events.ts'
import { turnedTo } from '#domain/history/turned-to.ts'
import type { About } from '#domain/words/about.ts'
import type { Category } from '#domain/words/categories.ts'
import { type EventRow, eventRow } from '#domain/words/events.ts'
import { isEnded, type Status } from '#domain/words/statuses.ts'
import type { Track } from '#domain/words/tracks.ts'
import type { Waits } from '#domain/words/waits.ts'
import { type Listed, type ListScope, scopesOfCase } from './access.ts'
import { traceUnits } from './trace.ts'

/**
 * How a case is listed on the desks that see it: derived from its history and stored beside it for the lists.
 */

/**
 * What counts as reading a case: opening it, printing it, being shown what happened since a form was opened.
 * A line in a list does not count.
 */
export type ReadKind = 'open' | 'print' | 'stale'

/** The derived columns of a case and the scopes it is listed under. */
export interface DeskEntry {
  scopes: ListScope[]
  open: boolean
  /** End of the next clock that runs; `never` if none does. */
  dueAt: Instant
  /** Rank of the warning colour. */
  colour: number
  waits: Waits | ''
  /** What it waits for in a list that is not the desk's. */
  waitsIn: Partial<Record<ListScope, Waits | ''>>
  changedAt: Instant
  /** When a clock of the case next changes its stage. */
  nextChangeAt: Instant | null
}

/** A due date that never comes; sorts last. */
export const never: Instant = 8_640_000_000_000_000

/** The unit, co-handlers, subject level and handler of a case, for access. */
export const listedAs = (events: CaseEvent[], about: About): Listed => ({
  unit: events.at(-1)?.unit ?? '',
  about,
  cohandlers: cohandlersIn(events),
  assignee: assigneeIn(events),
  recused: recusedIn(events),
})

/** The facts of a case that are not in its history. */
export interface EntryFacts {
  status: Status
  about: About
  danger: boolean
  people: number | null
}

/** The derived rows of a case at `now`. */
export const deskEntry = (events: CaseEvent[], facts: EntryFacts, now: Instant): DeskEntry => {
  const clocks = clocksOf(events, now)
  const open = !isEnded(facts.status)
  const dates = open ? setDates(events, facts.status) : []
  const ends = [
    ...clocks.filter(({ state }) => state === 'running' || state === 'overdue').map(({ dueEnd }) => dueEnd),
    ...dates.map(({ end }) => end),
  ]
  const held = heldIn(events)
  const ahead = [nextChange(clocks, now), ...dates.map(({ end }) => end)].filter(
    (at): at is Instant => at !== null && at > now,
  )
  // What is due already takes effect at the next refresh.
  if (held && !held.unconfirmed) ahead.push(Math.max(held.effectiveAt, now))
  const listed = listedAs(events, facts.about)
  const traces = traceUnits(events, facts.about).map((id) => `trace:${id}` as const)
  const turned = [...turnedTo(events)].map(([id, what]) => [`above:${id}` as const, what] as const)
  return {
    // A closed case is on no personal list: a person who moved to another unit must not find it there.
    scopes: [
      ...scopesOfCase({
        ...listed,
        assignee: open ? listed.assignee : null,
        lead: open ? (leadIn(events)?.staff ?? null) : null,
      }),
      ...traces,
      ...turned.map(([scope]) => scope),
    ],
    open,
    dueAt: open && ends.length > 0 ? Math.min(...ends) : never,
    colour: warningOf(events, clocks, { ...facts, late: dates.some(({ end }) => end <= now) }),
    waits: open ? waitingFor(events, clocks, facts.status) : said(events),
    waitsIn: Object.fromEntries([
      ...traces.map((scope) => [scope, '']),
      ...turned,
      ...listed.cohandlers.map((id) => [`unit:${id}`, open && isNewTo(events, id) ? 'came' : '']),
    ]),
    changedAt: events.at(-1)?.at ?? now,
    nextChangeAt: ahead.length > 0 ? Math.min(...ahead) : null,
  }
}

/** What an event asks for. Whoever is taken off a case may have brought it to another desk with it. */
const waitsAfter = ({ kind, data }: CaseEvent): EventRow['waits'] => {
  const { waits, takesOff } = eventRow(kind)
  return takesOff && data.from ? 'came' : waits
}

/** What the people of the case asked for or wrote: first what waits for a talk, then an urge, which asks for what is owed. */
const said = (events: CaseEvent[]): Waits | '' => {
  if (waitsForTalk(events)) return 'held'
  const kinds = unansweredIn(events).map(({ kind }) => kind)
  if (kinds.includes('urged')) return 'urged'
  return kinds.length > 0 ? 'wrote' : ''
}

/**
 * What the case waits for: first contact with a person in danger before all else, then an approval, then somebody who
 * takes it over, then to be taken on, then an answer to what its people wrote, then what its last event asks for.
 */
const waitingFor = (events: CaseEvent[], clocks: Clock[], status: Status): Waits | '' => {
  if (clocks.some((clock) => isOpen(clock) && clock.rule.owes === 'contact')) return 'contact'
  if (pendingExtension(events)) return 'approve'
  if (status !== 'filed' && handlerIn(events).vacant) return 'vacant'
  const waiting = events.map(waitsAfter).findLast((waits) => waits !== 'same') ?? 'nothing'
  if (waiting === 'nothing' && status === 'filed') return 'new'
  return said(events) || (waiting === 'nothing' ? '' : waiting)
}

/** True if a unit was asked to share the case and has done nothing in it since. */
const isNewTo = (events: CaseEvent[], id: string): boolean => {
  const joined = events.findLastIndex(({ kind, data }) => kind === 'cohandler-joined' && data.with === id)
  return events.slice(joined + 1).every(({ acting }) => acting !== id)
}

/** A line of a list. */
export interface ListedCase {
  caseId: string
  number: string
  subject: string | null
  track: Track
  category: Category
  region: string
  status: Status
  unit: string
  filedAt: number
  dueAt: number
  colour: number
  waits: Waits | ''
  changedAt: number
}
