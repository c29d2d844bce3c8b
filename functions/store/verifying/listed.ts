import { day } from '#domain/basics/bounds.ts'
import { endOfDay, type Instant } from '#domain/basics/time.ts'
import { alarming } from '#domain/clocks/warnings.ts'
import { type DeskEntry, deskEntry } from '#domain/desk/listing.ts'
import { type CaseState, stateOf } from '#domain/history/case-state.ts'
import type { CaseEvent } from '#domain/history/events.ts'
import { listingRows } from '#store/listing-rows.ts'
import type { caseListing, cases } from '#store/schema.ts'

/** What the lists hold of a case. It changes with the days too, so it is compared with each state since the last event. */

type CaseRow = Pick<typeof cases.$inferSelect, 'colour' | 'nextChangeAt' | 'turnedAt'>
type ListRow = typeof caseListing.$inferSelect

/** Days of a provisional date that are tried one by one; a case that waits longer is found by its own next change. */
const mostStates = 60

interface Known {
  at: Instant
  entry: DeskEntry
}

/** The states of a case since its last event, until `now`. */
const statesSince = (events: CaseEvent[], state: CaseState, now: Instant): Known[] => {
  const found: Known[] = []
  for (let at: Instant | null = events.at(-1)?.at ?? 0; at !== null && found.length < mostStates; ) {
    const entry = deskEntry(events, state, at)
    found.push({ at, entry })
    const { nextChangeAt }: DeskEntry = entry
    // What is due already stays due until it is done; the next days may change it.
    const next: Instant | null = nextChangeAt === at ? endOfDay(at) : nextChangeAt
    at = next !== null && next <= now ? next : null
  }
  return found
}

const compared = [
  ...(['open', 'dueAt', 'colour', 'waits', 'waitsSince', 'callAsked', 'filedAt', 'changedAt'] as const),
  ...(['marks', 'place'] as const),
]

/** A refresh writes days and colours, and what begins to wait with a day; the rest stays as the last event left it. */
const rowsAt = (first: DeskEntry, { entry }: Known) =>
  listingRows({
    ...first,
    dueAt: entry.dueAt,
    colour: entry.colour,
    waiting: entry.waiting.waits === 'revisit' ? entry.waiting : first.waiting,
  })

const faultsAt = (first: DeskEntry, known: Known, row: CaseRow, listed: readonly ListRow[]): string[] => {
  const rows = rowsAt(first, known)
  const wrong = compared.filter((column) =>
    rows.some((right) => listed.some((own) => own.scope === right.scope && own[column] !== right[column])),
  )
  return [
    ...(row.colour === known.entry.colour ? [] : ['cases.colour']),
    ...(row.nextChangeAt === known.entry.nextChangeAt ? [] : ['cases.nextChangeAt']),
    ...wrong.map((column) => `case_listing.${column}`),
  ]
}

/** A colour, and when the case turned it, at some time of a span. */
interface Turned {
  colour: number
  from: Instant
  until: Instant
}

/** The same states once each. */
const distinct = (states: readonly Turned[]): Turned[] => [
  ...new Map(states.map((state) => [`${state.colour} ${state.from}`, state])).values(),
]

/**
 * The colours that can be stored, and since when: an event sets the colour at once; a refresh sets it some time later, or the
 * next event comes first.
 */
const turnedIn = (events: CaseEvent[], now: Instant): Turned[] => {
  let possible: Turned[] = []
  for (const [index, { at }] of events.entries()) {
    const history = events.slice(0, index + 1)
    // Staff register a case and its record on the spot in one batch.
    const next = events[index + 1]
    if (next && next.at === at) continue
    const until = next?.at ?? now
    const [first, ...later] = statesSince(history, stateOf(history), until).map(
      (known): Turned => ({ colour: known.entry.colour, from: known.at, until }),
    )
    if (!first) continue
    const here = { ...first, until: at }
    possible =
      possible.length > 0 ? possible.map((state) => (state.colour === here.colour ? state : here)) : [here]
    for (const refreshed of later)
      possible = distinct([
        ...possible,
        ...possible.map((state) => (state.colour === refreshed.colour ? state : refreshed)),
      ])
  }
  return possible
}

const turnedFaults = (
  events: CaseEvent[],
  { colour, turnedAt }: CaseRow,
  listed: readonly ListRow[],
  now: Instant,
): string[] => {
  const isRight =
    colour < alarming
      ? turnedAt === null
      : turnedAt !== null &&
        turnedIn(events, now).some(
          (one) => one.colour === colour && one.from <= turnedAt && turnedAt <= one.until,
        )
  if (!isRight) return ['cases.turnedAt']
  return listed.every((own) => own.turnedAt === turnedAt) ? [] : ['case_listing.turnedAt']
}

/**
 * The columns of the lists that the history does not give at any time between its last event and `now`.
 * @param listed the rows of the case in `case_listing`
 */
export const listedFaults = (
  events: CaseEvent[],
  state: CaseState,
  row: CaseRow,
  listed: readonly ListRow[],
  now: Instant,
): string[] => {
  const last = events.at(-1)?.at ?? 0
  const states = statesSince(events, state, now)
  const [first] = states
  if (!first) return []
  const scopes = (rows: readonly { scope: string }[]) => rows.map(({ scope }) => scope).toSorted()
  if (scopes(listed).join(' ') !== [...first.entry.scopes].sort().join(' ')) return ['case_listing.scope']
  // What is looked at again each day, and what is due already, is refreshed at any time.
  const refreshed = row.nextChangeAt === null ? [] : [row.nextChangeAt - day, row.nextChangeAt]
  const more = refreshed
    .filter((at) => at >= last && at <= now)
    .map((at) => ({ at, entry: deskEntry(events, state, at) }))
  const [fewest = []] = [...states, ...more]
    .map((known) => faultsAt(first.entry, known, row, listed))
    .toSorted((one, other) => one.length - other.length)
  return [...fewest, ...(fewest.includes('cases.colour') ? [] : turnedFaults(events, row, listed, now))]
}
