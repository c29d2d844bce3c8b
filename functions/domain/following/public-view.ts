import { type Day, type Instant, rfc3339 } from '#domain/basics/time.ts'
import { type Clock, clocksOf, publicClocks } from '#domain/clocks/clocks.ts'
import { sourceOf } from '#domain/clocks/rules.ts'
import { unansweredIn, wasSetAside } from '#domain/history/conversation.ts'
import type { CaseEvent, Scope } from '#domain/history/events.ts'
import type { AskedCall } from '#domain/history/words.ts'
import { area, unit } from '#domain/places/areas.ts'
import { resultOf } from '#domain/words/ends.ts'
import type { Level } from '#domain/words/levels.ts'
import { type Status, turnOf } from '#domain/words/statuses.ts'
import type { GivenRating, RatingChance } from './rating.ts'
import { shownAs } from './timeline.ts'
import { mayWrite, writeUntil } from './writing.ts'

/** What the holder of a tracking code sees of a case (rules.md R11), in words for residents. */
export interface PublicCase {
  number: string
  status: Status
  /** The result the case came to since it was last reopened; it stays when the case is closed. */
  result: Status | null
  level: Level
  unit: string
  unitId: string
  unitSince: Instant
  lastHash: string
  clocks: Clock[]
  timeline: Step[]
  messages: Said[]
  /** Whose turn it is: the reader's, the unit's, an outside body's; null if nobody has to do anything. */
  turn: Turn
  /** What the reader can do now. */
  can: Action[]
  /** The last day on which the reader can write to the desk; null while the case is open. */
  writeUntil: Day | null
  /** Ids of the `limits` that are shown as remaining ways after a failed mediation. */
  ways: string[]
  /** The day the written answer reached the person, from which review periods run. */
  deliveredOn: Day | null
  next: Next[]
}

/** A step of the case, by the number of its event. */
interface Step {
  seq: number
  at: Instant
  kind: string
  text: string
}

/** Words to or by the reader. */
interface Said {
  seq: number
  at: Instant
  from: string
  text: string
  /** They ask to be called, and when. */
  call?: { when?: string } | undefined
  /** Of the reader's own words: they arrived; they were read and need no answer. Says nothing about who read them. */
  receipt?: 'arrived' | 'set-aside' | undefined
}

/** What the holder of a code can do. The list grows. */
export const actionIds = ['message', 'rate'] as const
type Action = (typeof actionIds)[number]

type Turn = ReturnType<typeof turnOf>

/** What happens next, and by which day. */
interface Next {
  what: string
  by: string
}

/** Where a case goes on that was merged into another. */
export interface GoesOn {
  /** The case it was merged into; then the one that was merged into in turn, and so on. */
  numbers: [string, ...string[]]
  /** The status and the next steps of the last one; null if the reader may see no more than the first number. */
  now: { status: Status; next: Next[] } | null
}

/** A case as the page and the API show it. */
export interface FollowedView extends PublicCase {
  /** What the holder can rate now, and what they have answered. */
  chance: RatingChance | null
  ratings: readonly GivenRating[]
  /** Null unless the case was merged into another. */
  goesOn: GoesOn | null
  /** Where older messages and steps go on; null if these are all. */
  more: string | null
  /** Messages to and by the reader so far, those that are not shown included. */
  said: number
}

export interface CaseHead {
  number: string
  status: Status
  unit: string
}

/** A message to or from the reader, decrypted. */
export interface Message {
  seq: number
  text: string
  call?: AskedCall | undefined
}

const sinceWhen = (events: CaseEvent[]): Instant => {
  const last = events.at(-1)?.unit
  const away = events.findLastIndex((event) => event.unit !== last)
  return events[away + 1]?.at ?? 0
}

/** The outside body a case was referred to, and when it should answer. */
const awaited = ({ status }: CaseHead, events: CaseEvent[]): Next[] => {
  const by = events.findLast(({ kind }) => kind === 'referred')?.data.answerBy
  return status === 'referred' && by ? [{ what: '移送的单位回话', by }] : []
}

/** The last result of a history, or null. */
const resultIn = (events: CaseEvent[]): Status | null =>
  events.flatMap(({ kind }) => resultOf(kind) ?? []).at(-1) ?? null

/** Words to or by the reader, with what they can know of their own: that these arrived, or need no answer. */
const saidIn = (events: CaseEvent[], { seq, text, call }: Message, reader: Scope): Said[] => {
  const event = events.find((candidate) => candidate.seq === seq)
  if (!event) return []
  const { at, actor, data } = event
  const when = call?.when
  const words = { seq, at, text, ...(call && { call: when ? { when } : {} }) }
  if (actor !== reader) return [{ ...words, from: unit(data.from ?? event.unit).name }]
  return [{ ...words, from: '您', receipt: wasSetAside(event, events) ? 'set-aside' : 'arrived' }]
}

/** Whose turn it is: the person's while they are asked, the unit's while what they wrote waits, or as the status says. */
const turnIn = ({ status }: CaseHead, events: CaseEvent[], reader: Scope): Turn => {
  const turn = turnOf(status)
  return turn !== 'you' && unansweredIn(events).some(({ actor }) => actor === reader) ? 'desk' : turn
}

/**
 * Builds the public view from the history. Nothing in it depends on danger or on the person the case is
 * about: such a case reads like any other at its level (rules.md R49, R50).
 * @param reader the party whose view it is, so that their own messages are marked as theirs
 */
export const publicCase = (
  head: CaseHead,
  events: CaseEvent[],
  messages: Message[],
  now: Instant,
  reader: Scope,
): PublicCase => {
  const clocks = publicClocks(clocksOf(events, now))
  const desk = unit(head.unit)
  // Statements from before the case was reopened no longer apply.
  const latest = events.slice(events.findLastIndex(({ kind }) => kind === 'reopened') + 1)
  return {
    number: head.number,
    status: head.status,
    result: resultIn(latest),
    level: area(desk.area).level,
    unit: desk.name,
    unitId: desk.id,
    unitSince: sinceWhen(events),
    lastHash: events.at(-1)?.hash ?? '',
    clocks,
    timeline: events.flatMap((event) => {
      const shown = shownAs(event)
      return shown ? [{ seq: event.seq, at: event.at, ...shown }] : []
    }),
    messages: messages.flatMap((message) => saidIn(events, message, reader)),
    turn: turnIn(head, events, reader),
    can: mayWrite(events, now) ? ['message'] : [],
    writeUntil: writeUntil(events),
    ways: latest.findLast(({ kind }) => kind === 'failed')?.data.ways ?? [],
    deliveredOn: latest.findLast(({ kind }) => kind === 'delivered')?.data.delivery?.on ?? null,
    next: [...nextSteps(clocks), ...awaited(head, events)],
  }
}

/** What happens next and by which day, from the running clocks. */
export const nextSteps = (clocks: Clock[]): Next[] =>
  clocks
    .filter((clock) => clock.state === 'running')
    .map((clock) => ({ what: clock.rule.next, by: clock.due }))

/** What the holder can do now, by the names of the API's calls. */
const canDo = ({ can, chance }: FollowedView): Action[] => (chance ? [...can, 'rate'] : can)

/** The JSON form of the view. */
export const publicJson = (view: FollowedView) => ({
  caseNumber: view.number,
  status: view.status,
  level: view.level,
  unit: view.unit,
  unitSince: rfc3339(view.unitSince),
  lastHash: view.lastHash,
  clocks: view.clocks.map((clock) => ({
    name: clock.rule.name,
    ...sourceOf(clock.rule),
    startedAt: rfc3339(clock.startedAt),
    // RFC 3339 has no 24:00, so this is the last second of the last day.
    dueAt: rfc3339(clock.dueEnd - 1000),
    provisional: clock.provisional,
    state: clock.state,
    ifPassed: clock.rule.ifPassed,
  })),
  timeline: view.timeline.map(({ seq: _, ...entry }) => ({ ...entry, at: rfc3339(entry.at) })),
  messages: view.messages.map(({ seq: _, ...entry }) => ({ ...entry, at: rfc3339(entry.at) })),
  // An outside body's turn is nobody's here: neither of the two has to do anything.
  turn: view.turn === 'outside' ? null : view.turn,
  more: view.more === null ? null : { before: view.more },
  next: view.next,
  can: canDo(view),
  ...(view.goesOn && {
    mergedInto: { caseNumber: view.goesOn.numbers[view.goesOn.numbers.length - 1] ?? '', ...view.goesOn.now },
  }),
})
