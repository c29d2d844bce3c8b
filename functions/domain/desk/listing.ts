import { nextReminder } from '#domain/agreement/reminding.ts'
import { type Instant, startOfDay } from '#domain/basics/time.ts'
import { clocksOf, nextChange } from '#domain/clocks/clocks.ts'
import { heldsIn } from '#domain/clocks/held.ts'
import { revisitIn } from '#domain/clocks/revisit.ts'
import { warningOf } from '#domain/clocks/warnings.ts'
import { assigneeIn, cohandlersIn, leadIn, recusedIn } from '#domain/history/case-history.ts'
import { unansweredIn } from '#domain/history/conversation.ts'
import type { CaseEvent } from '#domain/history/events.ts'
import { filedIn, importedIn } from '#domain/history/imported.ts'
import { askedBy, turnedTo } from '#domain/history/turned-to.ts'
import type { About } from '#domain/words/about.ts'
import type { Category } from '#domain/words/categories.ts'
import { isEnded, type Status } from '#domain/words/statuses.ts'
import type { Track } from '#domain/words/tracks.ts'
import type { Waits } from '#domain/words/waits.ts'
import { type Listed, type ListScope, scopesOfCase } from './access.ts'
import { datesOf } from './dates.ts'
import { marksIn } from './marks.ts'
import { placeIn } from './places.ts'
import { traceUnits } from './trace.ts'
import { missingNumber, nothing, publishing, saidIn, type Waiting, waitingIn } from './waiting.ts'

/**
 * How a case is listed on the desks that see it: derived from its history and stored beside it for the lists.
 */

/**
 * What counts as reading a case: opening it, printing it, being shown what happened since a form was opened, saving its words
 * in a file.
 * A line in a list does not count.
 */
export type ReadKind = 'open' | 'print' | 'stale' | 'export'

/** The derived columns of a case and the scopes it is listed under. */
export interface DeskEntry {
  scopes: ListScope[]
  open: boolean
  /** End of the next clock that runs; `never` if none does. */
  dueAt: Instant
  /** Rank of the warning colour. */
  colour: number
  /** What it waits for at the desk. */
  waiting: Waiting
  /** What it waits for in a list that is not the desk's. */
  waitingIn: Partial<Record<ListScope, Waiting>>
  /** True if its people wait for a call of the desk. */
  callAsked: boolean
  /** When it was filed; of one from an old ledger, the start of the day that the ledger has, 0 without one. */
  filedAt: Instant
  changedAt: Instant
  /** Marks that more than one thing can set, as a sum (marks.ts). */
  marks: number
  /** Where each scope counts it (places.ts); empty: nowhere. */
  places: Partial<Record<ListScope, string>>
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
  const dates = open ? datesOf(events, facts.status) : []
  const ends = [
    ...clocks.filter(({ state }) => state === 'running' || state === 'overdue').map(({ dueEnd }) => dueEnd),
    ...dates.map(({ end }) => end),
  ]
  const ahead = [nextChange(clocks, now), ...dates.map(({ end }) => end)].filter(
    (at): at is Instant => at !== null && at > now,
  )
  const reminder = nextReminder(events, now)
  if (reminder !== null) ahead.push(reminder)
  // What is due already takes effect at the next refresh.
  for (const held of heldsIn(events)) if (!held.unconfirmed) ahead.push(Math.max(held.effectiveAt, now))
  const revisitAt = facts.danger || open ? null : (revisitIn(events)?.dueAt ?? null)
  if (revisitAt !== null && revisitAt > now) ahead.push(revisitAt)
  const listed = listedAs(events, facts.about)
  const traces = traceUnits(events, facts.about).map((id) => `trace:${id}` as const)
  const turned = [...turnedTo(events)].map(([id, waits]) => {
    const asked = events.findLast((event) => askedBy(event)?.above === id)
    return [`above:${id}` as const, { waits, waitsSince: asked?.at ?? null }] as const
  })
  // A closed case is on no personal list: a person who moved to another unit must not find it there.
  const seen = scopesOfCase({
    ...listed,
    assignee: open ? listed.assignee : null,
    lead: open ? (leadIn(events)?.staff ?? null) : null,
  })
  return {
    scopes: [...seen, ...traces, ...turned.map(([scope]) => scope)],
    open,
    dueAt: open && ends.length > 0 ? Math.min(...ends) : never,
    colour: warningOf(events, clocks, { ...facts, late: dates.some(({ end }) => end <= now) }),
    waiting: open ? waitingIn(events, clocks, facts.status) : afterEnd(events, revisitAt, now),
    waitingIn: Object.fromEntries([
      ...traces.map((scope) => [scope, nothing]),
      ...turned,
      ...listed.cohandlers.map((id) => [`unit:${id}`, open ? newTo(events, id) : nothing]),
    ]),
    callAsked: unansweredIn(events).some(({ data }) => data.call === true),
    filedAt: filedIn(events) ?? 0,
    changedAt: changedIn(events) ?? now,
    marks: open ? marksIn(events) : 0,
    places: Object.fromEntries(seen.map((scope) => [scope, placeIn(scope, listed.unit, facts.about)])),
    nextChangeAt: ahead.length > 0 ? Math.min(...ahead) : null,
  }
}

/** When the case last changed. One from an old ledger stands in lists where it belongs, until something is done with it here. */
const changedIn = (events: CaseEvent[]): Instant | undefined => {
  const [filed, last] = [events[0], events.at(-1)]
  const old = filed?.at === last?.at ? importedIn(events)?.data : undefined
  const day = old?.endedOn ?? old?.registeredOn
  return day ? startOfDay(day) : last?.at
}

/** What waits after the end: first what its people wrote, then a revisit that is due, then the number of a petition, then an answer to be published. */
const afterEnd = (events: CaseEvent[], revisitAt: Instant | null, now: Instant): Waiting => {
  const said = saidIn(events)
  if (said.waits) return said
  if (revisitAt === null || revisitAt > now) {
    const missing = missingNumber(events)
    return missing.waits ? missing : publishing(events)
  }
  return { waits: 'revisit', waitsSince: revisitAt }
}

/** What waits at a unit that was asked to share the case, until it has done something in it. */
const newTo = (events: CaseEvent[], id: string): Waiting => {
  const joined = events.findLastIndex(({ kind, data }) => kind === 'cohandler-joined' && data.with === id)
  const isNew = events.slice(joined + 1).every(({ acting }) => acting !== id)
  return isNew ? { waits: 'came', waitsSince: events[joined]?.at ?? null } : nothing
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
  /** As in `DeskEntry`. */
  filedAt: number
  dueAt: number
  colour: number
  waits: Waits | ''
  /** When that began to wait; null if nothing does. */
  waitsSince: number | null
  /** Its people wait for a call of the desk. */
  callAsked: boolean
  changedAt: number
  /** It came from an old ledger. */
  imported: boolean
}
