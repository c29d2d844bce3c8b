import type { About } from './about.ts'
import { type Listed, type ListScope, scopesOfCase } from './access.ts'
import { clocksOf, isOpen, nextChange } from './clocks.ts'
import { cohandlersIn } from './cohandlers.ts'
import type { CaseEvent, EventKind } from './events.ts'
import { type Status, statuses } from './statuses.ts'
import type { Instant } from './time.ts'
import { warningOf } from './warnings.ts'

/** How a case stands on the desks that see it: derived from its history, written beside it for the lists. */

/** What waits for somebody at the desk. */
export const waitIds = ['new', 'came', 'replied', 'approve'] as const

export type Waits = (typeof waitIds)[number]

export const waits: Record<Waits, { name: string }> = {
  new: { name: '待受理' },
  came: { name: '刚转来' },
  replied: { name: '他回话了' },
  approve: { name: '等批准延期' },
}

/** What counts as a read of a case: opening it, printing it, exporting it. A line in a list does not. */
export const readKinds = ['open', 'print', 'export'] as const

export type ReadKind = (typeof readKinds)[number]

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

const quiet: readonly EventKind[] = [
  'party',
  'noted',
  'judged',
  'linked',
  'duty-reported',
  'contacted',
  'delivered',
  'subject-set',
  'lead-named',
  'danger-lifted',
  'code-replaced',
]

const waitsFor: Partial<Record<EventKind, Waits>> = {
  filed: 'new',
  transferred: 'came',
  escalated: 'came',
  'sent-down': 'came',
  returned: 'came',
  'reported-back': 'came',
  'area-merged': 'came',
  replied: 'replied',
  'extension-requested': 'approve',
}

/** Who at the desk has it in hand; a new desk begins with nobody. */
export const assigneeIn = (events: CaseEvent[]): string | null => {
  let assignee: string | null = null
  let desk: string | undefined
  for (const { kind, unit, data } of events) {
    if (desk !== undefined && unit !== desk) assignee = null
    desk = unit
    if (kind === 'assigned' || (kind === 'accepted' && data.staff)) assignee = data.staff ?? null
  }
  return assignee
}

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
  const open = !['done', 'over'].includes(statuses[facts.status].mood)
  const ends = clocks.filter(isOpen).map(({ dueEnd }) => dueEnd)
  const last = events.findLast(({ kind }) => !quiet.includes(kind))
  return {
    scopes: scopesOfCase(listedAs(events, facts.about)),
    open,
    dueAt: open && ends.length > 0 ? Math.min(...ends) : never,
    colour: warningOf(events, clocks, facts),
    waits: (open && last && waitsFor[last.kind]) || '',
    changedAt: events.at(-1)?.at ?? now,
    nextChangeAt: nextChange(clocks, now),
  }
}
