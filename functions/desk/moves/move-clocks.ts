import { dayOf } from '#domain/basics/time.ts'
import { type Clock, isOpen } from '#domain/clocks/clocks.ts'
import { type ClockFacts, rulesFor, startedBy } from '#domain/clocks/rules.ts'
import type { ClockRule } from '#domain/content/deadlines.ts'
import type { CaseEvent, EventData, StartedClock } from '#domain/history/events.ts'
import type { MoveKind } from '#domain/moves/table.ts'
import { unit } from '#domain/places/areas.ts'
import { eventRow } from '#domain/words/events.ts'
import type { Matter } from '#domain/words/matters.ts'
import type { DeskCase } from '../case/open-case.ts'

/** The clocks that a move starts, and those that end because another kind of unit has the case now (rules.md R48). */

const matterIn = (events: CaseEvent[]): Matter | undefined =>
  events.findLast(({ data }) => data.matter !== undefined)?.data.matter

const asStarted = ({ id, days, workdays }: ClockRule): StartedClock => ({
  rule: id,
  days,
  workdays: workdays ?? false,
})

const owing = (clocks: Clock[], owes: ClockRule['owes']): Clock | undefined =>
  clocks.find((clock) => isOpen(clock) && clock.rule.owes === owes)

/** Taking a case on always starts a clock by which the case must end, unless one is already running. */
const onTaking = (kind: MoveKind, { clocks }: DeskCase, facts: ClockFacts): EventData => {
  const finish = rulesFor(facts).find(({ owes }) => owes === 'finish')
  const started = startedBy(kind, facts)
  const all =
    finish && !started.some(({ rule }) => rule === finish.id) ? [...started, asStarted(finish)] : started
  const fresh = all.filter(({ rule }) => {
    const owes = rulesFor(facts).find(({ id }) => id === rule)?.owes
    return !owes || !owing(clocks, owes)
  })
  return fresh.length > 0 ? { clocks: fresh } : {}
}

/** A statutory clock applies to kinds of unit; with another kind the county's own clock runs, from the same day on. */
const onHandingOn = ({ clocks }: DeskCase, facts: ClockFacts): EventData => {
  const ends = clocks.filter(
    (clock) =>
      isOpen(clock) &&
      (clock.rule.owes === 'tell' || clock.rule.owes === 'finish') &&
      clock.rule.unitKinds?.includes(facts.unitKind) === false,
  )
  if (ends.length === 0) return {}
  const begins = ends.flatMap(({ rule: { owes }, startedAt }) => {
    const next = rulesFor(facts).find((rule) => rule.owes === owes)
    return next ? [{ ...asStarted(next), since: dayOf(startedAt) }] : []
  })
  return { stops: ends.map(({ rule }) => rule.id), ...(begins.length > 0 && { clocks: begins }) }
}

/**
 * The clock facts of a move's event.
 * @param to unit that has the case after the move
 * @param matter the kind of a complaint, if this move decides it
 */
export const moveClocks = (
  kind: MoveKind,
  deskCase: DeskCase,
  to: string,
  matter: Matter | undefined,
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
  if (eventRow(kind).leadsTo === 'accepted') return onTaking(kind, deskCase, facts)
  const started = kind === 'danger-marked' ? startedBy(kind, { ...facts, danger: true }) : []
  const replaced = to === record.unit ? {} : onHandingOn(deskCase, facts)
  const clocks = [...started, ...(replaced.clocks ?? [])]
  return { ...replaced, ...(clocks.length > 0 && { clocks }) }
}
