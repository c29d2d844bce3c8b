import { type Day, dayOf, type Instant } from '#domain/basics/time.ts'
import { type Clock, isOpen } from '#domain/clocks/clocks.ts'
import { type ClockFacts, rulesFor, startedBy, startedClock } from '#domain/clocks/rules.ts'
import type { ClockRule } from '#domain/content/deadlines.ts'
import { arrival } from '#domain/history/case-history.ts'
import type { CaseEvent, EventData } from '#domain/history/events.ts'
import type { MoveKind } from '#domain/moves/table.ts'
import { unit } from '#domain/places/areas.ts'
import { eventRow } from '#domain/words/events.ts'
import type { Matter } from '#domain/words/matters.ts'
import type { DeskCase } from '../case/open-case.ts'

/** The clocks that a move starts, and those that end because another kind of unit has the case now (rules.md R48). */

const matterIn = (events: CaseEvent[]): Matter | undefined =>
  events.findLast(({ data }) => data.matter !== undefined)?.data.matter

/** The day on which the desk received the case. */
const receivedOn = (events: CaseEvent[], now: Instant): Day =>
  dayOf((arrival(events) ?? events[0])?.at ?? now)

const owing = (clocks: Clock[], owes: ClockRule['owes']): Clock | undefined =>
  clocks.find((clock) => isOpen(clock) && clock.rule.owes === owes)

/** Taking a case on always starts a clock by which the case must end, unless one is already running. */
const onTaking = (
  kind: MoveKind,
  { clocks, events }: DeskCase,
  facts: ClockFacts,
  now: Instant,
): EventData => {
  const finish = rulesFor(facts).find(({ owes }) => owes === 'finish')
  const started = startedBy(kind, facts, now)
  const all =
    finish && !started.some(({ rule }) => rule === finish.id)
      ? [...started, startedClock(finish, now)]
      : started
  const received = kind === 'accepted' && finish?.fromReceipt ? { since: receivedOn(events, now) } : {}
  const fresh = all
    .filter(({ rule }) => {
      const owes = rulesFor(facts).find(({ id }) => id === rule)?.owes
      return !owes || !owing(clocks, owes)
    })
    .map((clock) => (clock.rule === finish?.id ? { ...clock, ...received } : clock))
  return fresh.length > 0 ? { clocks: fresh } : {}
}

/** A statutory clock applies to kinds of unit; with another kind the county's own clock runs, from the same day on. */
const onHandingOn = ({ clocks }: DeskCase, facts: ClockFacts, now: Instant): EventData => {
  const ends = clocks.filter(
    (clock) =>
      isOpen(clock) &&
      (clock.rule.owes === 'tell' || clock.rule.owes === 'finish') &&
      clock.rule.unitKinds?.includes(facts.unitKind) === false,
  )
  if (ends.length === 0) return {}
  const begins = ends.flatMap(({ rule: { owes }, startedAt }) => {
    const next = rulesFor(facts).find((rule) => rule.owes === owes)
    return next ? [{ ...startedClock(next, now), since: dayOf(startedAt) }] : []
  })
  return { stops: ends.map(({ rule }) => rule.id), ...(begins.length > 0 && { clocks: begins }) }
}

/**
 * The clock facts of a move's event.
 * @param to unit that has the case after the move
 * @param matter the kind of a complaint, if this move decides it
 * @param now when the move is made
 */
export const moveClocks = (
  kind: MoveKind,
  deskCase: DeskCase,
  to: string,
  matter: Matter | undefined,
  now: Instant,
): EventData => {
  const { record, events } = deskCase
  const facts: ClockFacts = {
    track: record.track,
    category: record.category,
    danger: record.danger,
    named: true,
    unitKind: unit(to).kind,
    matter: record.track === 'complaint' ? (matter ?? matterIn(events)) : undefined,
  }
  if (eventRow(kind).leadsTo === 'accepted') return onTaking(kind, deskCase, facts, now)
  const started = kind === 'danger-marked' ? startedBy(kind, { ...facts, danger: true }, now) : []
  const replaced = to === record.unit ? {} : onHandingOn(deskCase, facts, now)
  const clocks = [...started, ...(replaced.clocks ?? [])]
  return { ...replaced, ...(clocks.length > 0 && { clocks }) }
}
