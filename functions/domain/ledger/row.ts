import { agreementIn } from '#domain/agreement/current.ts'
import { type Day, dayOf, type Instant } from '#domain/basics/time.ts'
import { clocksOf, isOpen } from '#domain/clocks/clocks.ts'
import { revisitIn } from '#domain/clocks/revisit.ts'
import { warningOf } from '#domain/clocks/warnings.ts'
import { datesOf } from '#domain/desk/dates.ts'
import { assigneeIn, cohandlersIn, leadIn } from '#domain/history/case-history.ts'
import { stateOf } from '#domain/history/case-state.ts'
import type { CaseEvent } from '#domain/history/events.ts'
import { filedIn, importedIn } from '#domain/history/imported.ts'
import { spotDay, spotIn } from '#domain/history/spot.ts'
import type { Category } from '#domain/words/categories.ts'
import { channels } from '#domain/words/channels.ts'
import type { RevisitFound } from '#domain/words/revisits.ts'
import { isEnded, type Status } from '#domain/words/statuses.ts'
import type { Track } from '#domain/words/tracks.ts'
import { ledgerEnd, ledgerResult, ledgerResults } from './results.ts'

/** One case of a ledger, replayed from its history. */

/** A case as the store has it; nothing in it was written by a person but the 事由 of staff. */
export interface LedgerCase {
  caseId: string
  number: string
  subject: string | null
  /** Rank of the warning colour, as lists show it. */
  colour: number
  events: CaseEvent[]
}

export interface LedgerRow {
  caseId: string
  number: string
  /** Undefined of a case whose old ledger has no day. */
  filed: Day | undefined
  region: string
  category: Category
  subject: string | null
  track: Track
  came: string
  unit: string
  cohandlers: string[]
  /** Ids of members of staff. */
  handler: string | null
  lead: string | null
  leadDay: Day | undefined
  people: number | null
  /** What ends next; undefined if nothing runs. */
  due: { day: Day; late: boolean } | undefined
  status: Status
  result: string
  resultDay: Day | undefined
  /** Rank of the warning colour; null once the case has ended. */
  colour: number | null
  form: 'written' | 'oral' | undefined
  /** Items of the agreement: performed, and all. */
  performed: { done: number; missed: number; of: number } | undefined
  revisited: RevisitFound | null
}

/**
 * `screen`: as the lists of the desk show the case. `paper`: what leaves the desk, printed or as a file. A paper says
 * nothing that only a case in danger has (rules.md R49): its clock in hours and the colour of its mark are left out.
 */
export type LedgerView = 'screen' | 'paper'

const performedIn = (events: readonly CaseEvent[]): LedgerRow['performed'] => {
  const agreement = agreementIn(events)
  if (!agreement?.concluded || agreement.items.length === 0) return undefined
  const inState = (state: string) => agreement.items.filter((item) => item.state === state).length
  return { done: inState('received'), missed: inState('missed'), of: agreement.items.length }
}

/** What runs in an open case: the day that ends next, and the colour. */
const running = (
  { events, colour }: LedgerCase,
  state: ReturnType<typeof stateOf>,
  now: Instant,
  view: LedgerView,
): Pick<LedgerRow, 'due' | 'colour'> => {
  if (isEnded(state.status)) return { due: undefined, colour: null }
  const dates = datesOf(events, state.status)
  const clocks = clocksOf(events, now).filter(({ hours }) => view === 'screen' || hours === undefined)
  const ends = [
    ...clocks.filter((clock) => isOpen(clock) && clock.state !== 'paused').map(({ dueEnd }) => dueEnd),
    ...dates.map(({ end }) => end),
  ]
  const end = Math.min(...ends)
  const late = dates.some((date) => date.end <= now)
  return {
    due: ends.length > 0 ? { day: dayOf(end - 1), late: end <= now } : undefined,
    colour:
      view === 'screen' ? colour : warningOf(events, clocks, { danger: false, people: state.people, late }),
  }
}

/** The day of the result; of one from an old ledger that was closed at the import, the day that the ledger has. */
const endDay = (events: readonly CaseEvent[], end: CaseEvent | undefined): Day | undefined => {
  if (!end) return importedIn(events)?.data.endedOn
  return end.data.spot ? spotDay(end) : dayOf(end.at)
}

/** The row of a case at `now`. Throws if its history cannot be replayed. */
export const ledgerRow = (one: LedgerCase, now: Instant, view: LedgerView): LedgerRow => {
  const { events, caseId, number, subject } = one
  const state = stateOf(events)
  const { category, region, track, status, unit, people } = state
  const spot = spotIn(events)
  const end = isEnded(status) ? ledgerEnd(events) : undefined
  const lead = leadIn(events)
  const filedAt = filedIn(events)
  return {
    ...{ caseId, number, subject, category, region, track, status, unit, people },
    filed: filedAt === null ? undefined : dayOf(filedAt),
    came: spot ? ledgerResults.spot : channels[events[0]?.data.channel ?? 'online'].name,
    cohandlers: cohandlersIn(events),
    handler: assigneeIn(events),
    lead: lead?.staff ?? null,
    leadDay: lead?.answerBy,
    ...running(one, state, now, view),
    result: isEnded(status) ? ledgerResult(events, end) : '',
    resultDay: isEnded(status) ? endDay(events, end) : undefined,
    form: end?.kind === 'settled' ? end.data.form : undefined,
    performed: performedIn(events),
    revisited: revisitIn(events)?.found ?? null,
  }
}

/** What the database cannot say of a paper, because its own columns count the mark too: rows that a filter leaves. */
export const fitsPaper = (row: LedgerRow, filter: { colour?: string; overdue?: string }): boolean =>
  (filter.colour === undefined || row.colour === Number(filter.colour)) &&
  (filter.overdue === undefined || row.due?.late === true)
