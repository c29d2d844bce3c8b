import { agreementIn, concludedBy } from '#domain/agreement/current.ts'
import { addDays, afterDay, type Day, dayOf, daysBetween, startOfDay } from '#domain/basics/time.ts'
import { type Clock, clocksOf } from '#domain/clocks/clocks.ts'
import { type CaseEvent, complainant, partyOf, staffIdOf } from '#domain/history/events.ts'
import { isImported } from '#domain/history/imported.ts'
import { isProven, spotDay, spotIn } from '#domain/history/spot.ts'
import { isRegistered } from '#domain/words/channels.ts'
import type { EventKind } from '#domain/words/events.ts'
import { performedAfter } from './figure-bounds.ts'
import type { Increment, Measure } from './measures.ts'
import { dayDigits } from './periods.ts'

/**
 * What a case adds to the figures of a day: a pure function of its history up to the end of that day, so that a closed day
 * can be rebuilt, and counted by hand. Danger decides nothing (rules.md R49).
 */

/** Kinds of event that are counted as they are, once a case and day. */
const counted = {
  accepted: 'accepted',
  declined: 'declined',
  answered: 'answered',
  failed: 'failed',
  withdrawn: 'withdrawn',
  reopened: 'reopened',
  merged: 'merged',
  refused: 'refused',
  'spot-disputed': 'disputed',
  referred: 'referred',
  'referral-answered': 'referralBack',
} as const satisfies Partial<Record<EventKind, Measure>>

const isCounted = (kind: EventKind): kind is keyof typeof counted => Object.hasOwn(counted, kind)

const one = (unit: string, measure: Measure, value = 0, n = 1): Increment => ({ unit, measure, value, n })

/** Entered on a later day than it is about: beside the figure itself. */
const backdated = (increment: Increment, about: Day, day: Day): Increment[] =>
  about < day
    ? [increment, { ...increment, measure: 'late', value: dayDigits(about), key: increment.measure }]
    : [increment]

/** The first day at whose end a record on the spot was proven; undefined while it is not. */
const provenOn = (events: readonly CaseEvent[], spot: CaseEvent): Day | undefined => {
  const days = [...new Set(events.filter(({ seq }) => seq >= spot.seq).map(({ at }) => dayOf(at)))].sort()
  return days.find((day) =>
    isProven(
      events.filter(({ at }) => at < afterDay(day)),
      spot,
    ),
  )
}

const filings = (filed: CaseEvent, spot: CaseEvent | undefined, day: Day): Increment[] => {
  const { channel, anonymous } = filed.data
  const of = (measure: Measure) => one(filed.unit, measure)
  const all = [
    of('received'),
    ...(isRegistered(channel) && !spot ? [of('registered')] : []),
    ...(spot ? [of('spot')] : []),
    ...(anonymous ? [of('anonymous')] : []),
  ]
  return all.flatMap((increment) => backdated(increment, spot ? spotDay(spot) : day, day))
}

const personsIn = (events: readonly CaseEvent[]): number =>
  events.findLast(({ data }) => data.people !== undefined)?.data.people ??
  events.filter(({ kind }) => kind === 'party').length

/** Staff wrote to the complainant in their own words, or reached them on the telephone. */
const isAnswer = ({ kind, actor, data }: CaseEvent): boolean =>
  staffIdOf(actor) !== null &&
  (kind === 'called'
    ? data.reached === 'yes' && (data.party === undefined || data.party === partyOf(complainant))
    : data.to?.includes(complainant) === true)

const results: readonly EventKind[] = ['settled', 'answered', 'failed']

const clockKey = ({ rule, startedAt }: Clock): string => `${rule.id} ${startedAt}`
/** Hours are a clock that only cases in danger have: they are in no figure. */
const dayClocks = (events: CaseEvent[], day: Day): Clock[] =>
  clocksOf(events, afterDay(day) - 1).filter(({ hours }) => hours === undefined)

const isPassed = ({ stage }: Clock): boolean => stage === 'overdue'

const limits = (events: CaseEvent[], before: CaseEvent[], day: Day, unit: string): Increment[] => {
  const earlier = new Map(dayClocks(before, addDays(day, -1)).map((clock) => [clockKey(clock), clock]))
  const changed = (is: (clock: Clock) => boolean) =>
    dayClocks(events, day).filter((clock) => {
      const then = earlier.get(clockKey(clock))
      return is(clock) && !(then && is(then))
    })
  const passed = changed(isPassed)
  const kept = changed((clock) => clock.done && !isPassed(clock))
  const owed = (clocks: Clock[], owes: Clock['rule']['owes'], measure: Measure) =>
    clocks.some(({ rule }) => rule.owes === owes) ? [one(unit, measure)] : []
  return [
    ...(passed.length > 0 ? [one(unit, 'overdue')] : []),
    ...owed(passed, 'tell', 'tellPassed'),
    ...owed(kept, 'tell', 'tellKept'),
    ...owed(passed, 'finish', 'endPassed'),
    ...owed(kept, 'finish', 'endKept'),
  ]
}

/** The days on which the items of a concluded agreement are looked at, with whether the other side took them as done. */
const itemLooks = (events: readonly CaseEvent[]): { on: Day; performed: boolean }[] => {
  const agreement = agreementIn(events)
  if (!agreement?.concluded) return []
  const made = dayOf(events.findLast(({ kind }) => kind === 'settled')?.at ?? 0)
  return agreement.items.flatMap(({ dueOn, state }) => {
    if (!dueOn) return []
    const look = addDays(dueOn, performedAfter)
    return { on: look < made ? made : look, performed: state === 'received' }
  })
}

const ends = (events: CaseEvent[], today: CaseEvent[], filed: CaseEvent, day: Day): Increment[] => {
  const spot = spotIn(events)
  const proven =
    spot && provenOn(events, spot) === day ? backdated(one(spot.unit, 'settled'), spotDay(spot), day) : []
  const own = today.filter(({ kind, seq }) => results.includes(kind) && seq !== spot?.seq)
  const settled = own
    .filter(({ kind }) => kind === 'settled')
    .flatMap(({ unit, data }) => backdated(one(unit, 'settled'), data.effectiveOn ?? day, day))
  const ended = [...own, ...(proven.length > 0 && spot ? [spot] : [])].at(-1)
  const took = own.at(-1)
  return [
    ...proven,
    ...settled,
    ...(ended ? [one(ended.unit, 'persons', 0, personsIn(events))] : []),
    ...(took ? [one(took.unit, 'endDays', daysBetween(dayOf(filed.at), day))] : []),
  ]
}

const money = (
  events: readonly CaseEvent[],
  today: readonly CaseEvent[],
  fen: ReadonlyMap<number, number>,
): Increment[] =>
  today.flatMap(({ seq, unit }) => {
    const text = concludedBy(events, seq)
    const sum = text && fen.get(text.seq)
    return sum ? one(unit, 'money', 0, sum) : []
  })

/**
 * @param events the history up to the end of the day, in order
 * @param day the day that is counted
 * @param fen sums in hundredths of a yuan of the texts of agreements, by the number of the event that has the text
 */
export const caseDay = (
  events: CaseEvent[],
  day: Day,
  fen: ReadonlyMap<number, number> = new Map(),
): Increment[] => {
  const [filed] = events
  const last = events.at(-1)
  if (filed?.kind !== 'filed' || !last || isImported(events)) return []
  const isToday = ({ at }: CaseEvent) => at >= startOfDay(day) && at < afterDay(day)
  const today = events.filter(isToday)
  const before = events.filter(({ at }) => at < startOfDay(day))
  const spot = spotIn(events)
  const kinds = new Map(today.map((event) => [event.kind, event]))
  const answer = spot ? undefined : events.find(isAnswer)
  return [
    ...(isToday(filed) ? filings(filed, spot, day) : []),
    ...[...kinds].flatMap(([kind, { unit }]) => (isCounted(kind) ? one(unit, counted[kind]) : [])),
    ...ends(events, today, filed, day),
    ...money(events, today, fen),
    ...(answer && isToday(answer)
      ? [one(answer.unit, 'firstAnswer', daysBetween(dayOf(filed.at), day))]
      : []),
    ...limits(events, before, day, last.unit),
    ...itemLooks(events)
      .filter(({ on }) => on === day)
      .flatMap(({ performed }) => [
        one(last.unit, 'due'),
        ...(performed ? [one(last.unit, 'performed')] : []),
      ]),
  ]
}

/** The days after this one on which something of the case counts without an event: a limit passes, an item was due. */
export const laterLooks = (events: CaseEvent[], day: Day): Day[] => {
  if (isImported(events)) return []
  const clocks = dayClocks(events, day).flatMap(({ state, dueEnd, pausedUntil }) => {
    if (state === 'running') return dayOf(dueEnd)
    return state === 'paused' && pausedUntil !== undefined ? dayOf(pausedUntil) : []
  })
  const items = itemLooks(events).map(({ on }) => on)
  return [...new Set([...clocks, ...items])].filter((look) => look > day)
}
