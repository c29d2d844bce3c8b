import type { Instant } from '#domain/basics/time.ts'
import { clocksOf, nextChange } from '#domain/clocks/clocks.ts'
import { setDates } from '#domain/clocks/set-dates.ts'
import { warningOf } from '#domain/clocks/warnings.ts'
import { assigneeIn, cohandlersIn, pendingExtension } from '#domain/history/case-history.ts'
import type { CaseEvent } from '#domain/history/events.ts'
import type { About } from '#domain/words/about.ts'
import type { Category } from '#domain/words/categories.ts'
import { eventRow } from '#domain/words/events.ts'
import { isEnded, type Status } from '#domain/words/statuses.ts'
import type { Track } from '#domain/words/tracks.ts'
import type { Waits } from '#domain/words/waits.ts'
import { type Listed, type ListScope, scopesOfCase } from './access.ts'

/** How a case stands on the desks that see it: derived from its history, written beside it for the lists. */

/**
 * What counts as a read of a case: opening it, printing it, being shown what happened since a form was opened. A line in
 * a list does not.
 */
export type ReadKind = 'open' | 'print' | 'stale'

export interface DeskEntry {
  scopes: ListScope[]
  open: boolean
  /** End of the next clock that still runs; `never` when none does. */
  dueAt: Instant
  /** Rank of the warning colour. */
  colour: number
  waits: Waits | ''
  changedAt: Instant
  /** When a clock of the case changes by itself. */
  nextChangeAt: Instant | null
}

/** A due date that never comes; sorts last. */
export const never: Instant = 8_640_000_000_000_000

/** Where a case lies and with whom, for access. */
export const listedAs = (events: CaseEvent[], about: About): Listed => ({
  unit: events.at(-1)?.unit ?? '',
  about,
  cohandlers: cohandlersIn(events),
  assignee: assigneeIn(events),
})

export interface EntryFacts {
  status: Status
  about: About
  danger: boolean
  people: number | null
}

/** The derived rows of a case as they are at `now`. */
export const deskEntry = (events: CaseEvent[], facts: EntryFacts, now: Instant): DeskEntry => {
  const clocks = clocksOf(events, now)
  const open = !isEnded(facts.status)
  const dates = open ? setDates(events, facts.status) : []
  const ends = [
    ...clocks.filter(({ state }) => state === 'running' || state === 'overdue').map(({ dueEnd }) => dueEnd),
    ...dates.map(({ end }) => end),
  ]
  const ahead = [nextChange(clocks, now), ...dates.map(({ end }) => end)].filter(
    (at): at is Instant => at !== null && at > now,
  )
  const listed = listedAs(events, facts.about)
  return {
    // What is over is on nobody's own list: who moved to another unit must not find it there.
    scopes: scopesOfCase({ ...listed, assignee: open ? listed.assignee : null }),
    open,
    dueAt: open && ends.length > 0 ? Math.min(...ends) : never,
    colour: warningOf(events, clocks, { ...facts, late: dates.some(({ end }) => end <= now) }),
    waits: open ? waitingFor(events, facts.status) : '',
    changedAt: events.at(-1)?.at ?? now,
    nextChangeAt: ahead.length > 0 ? Math.min(...ahead) : null,
  }
}

/** What waits for the desk: an approval before all, then what came, was answered, or was never taken on. */
const waitingFor = (events: CaseEvent[], status: Status): Waits | '' => {
  if (pendingExtension(events)) return 'approve'
  const last = events.findLast(({ kind }) => eventRow(kind).waits !== 'same')
  const waiting = last ? eventRow(last.kind).waits : 'nothing'
  if (waiting !== 'nothing' && waiting !== 'same') return waiting
  return status === 'filed' ? 'new' : ''
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
