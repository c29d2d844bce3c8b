import { dayOf, type Instant } from '#domain/basics/time.ts'
import { type Clock, clocksOf, publicClocks } from '#domain/clocks/clocks.ts'
import type { WayDays } from '#domain/clocks/remaining-ways.ts'
import { isUnkept } from '#domain/clocks/revisit.ts'
import { filesOf, mayAdd } from '#domain/history/case-files.ts'
import { arrival, sinceReopened } from '#domain/history/case-history.ts'
import { consentIn } from '#domain/history/consent.ts'
import { unansweredIn, wasSetAside } from '#domain/history/conversation.ts'
import { type CaseEvent, type PartyScope, partyOf, type Side } from '#domain/history/events.ts'
import { receivedOn } from '#domain/history/received.ts'
import type { AskedCall } from '#domain/history/words.ts'
import { area, unit } from '#domain/places/areas.ts'
import { asksForTime, timesOf } from '#domain/sessions/own-times.ts'
import { resultOf } from '#domain/words/ends.ts'
import { eventRow } from '#domain/words/events.ts'
import type { PartyRole } from '#domain/words/party-roles.ts'
import { type Status, turnOf } from '#domain/words/statuses.ts'
import type { Track } from '#domain/words/tracks.ts'
import { maySayWhetherToTalk } from './consent.ts'
import type { Next, PublicCase, Said, Turn } from './followed-view.ts'
import { shownAs } from './timeline.ts'
import { mayWrite, writeUntil } from './writing.ts'

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

/** Whose view it is. */
interface Reader {
  scope: PartyScope
  side: Side
  role: PartyRole
  track: Track
}

const sinceWhen = (events: CaseEvent[]): Instant => (arrival(events) ?? events[0])?.at ?? 0

/** The outside body a case was referred to, and when it should answer. */
const awaited = ({ status }: CaseHead, events: CaseEvent[]): Next[] => {
  const by = events.findLast(({ kind }) => kind === 'referred')?.data.answerBy
  return status === 'referred' && by ? [{ what: '移送的单位回话', by }] : []
}

/** From when the ways that remain are counted: the request, if it was for mediation (诉讼时效规定 12), and what the desk knows. */
const wayDaysIn = ([filed]: readonly CaseEvent[], latest: readonly CaseEvent[]): WayDays => ({
  asked: filed?.data.track === 'mediation' ? dayOf(filed.at) : null,
  since: latest.findLast(({ kind }) => kind === 'failed')?.data.since ?? null,
})

/** The last result of a history, or null. */
const resultIn = (events: CaseEvent[]): Status | null =>
  events.flatMap(({ kind }) => resultOf(kind) ?? []).at(-1) ?? null

/** Words to or by the reader, with what they can know of their own: that these arrived, or need no answer. */
const saidIn = (events: CaseEvent[], { seq, text, call }: Message, reader: PartyScope): Said[] => {
  const event = events.find((candidate) => candidate.seq === seq)
  if (!event) return []
  const { at, actor, data } = event
  const when = call?.when
  const words = { seq, at, text, ...(call && { call: when ? { when } : {} }) }
  const forOther = event.kind === 'invitation' && event.data.party !== partyOf(reader)
  if (actor !== reader)
    return [{ ...words, from: unit(data.from ?? event.unit).name, ...(forOther && { forOther }) }]
  const only = data.above && eventRow(event.kind).forAbove ? unit(data.above).name : undefined
  return [
    {
      ...words,
      from: '您',
      ...(only && { only }),
      receipt: wasSetAside(event, events) ? 'set-aside' : 'arrived',
    },
  ]
}

/** Whose turn it is: the person's while they are asked, the unit's while what they wrote waits, or as the status says. */
const turnIn = (
  { status }: CaseHead,
  events: CaseEvent[],
  { scope: reader, ...holder }: Reader,
  now: Instant,
): Turn => {
  const turn = turnOf(status)
  if (turn === 'desk' && asksForTime(timesOf(events, partyOf(reader), now))) return 'you'
  if (maySayWhetherToTalk(holder) && turn === 'desk' && !consentIn(events, partyOf(reader))) return 'you'
  return turn !== 'you' && unansweredIn(events).some(({ actor }) => actor === reader) ? 'desk' : turn
}

/**
 * Builds the public view from the history. Nothing in it depends on danger or on the person the case is
 * about: such a case reads like any other at its level (rules.md R49, R50).
 * @param events as the reader knows them
 * @param reader the person whose view it is: their own messages are marked as theirs
 */
export const publicCase = (
  head: CaseHead,
  events: CaseEvent[],
  messages: Message[],
  now: Instant,
  holder: Reader,
): PublicCase => {
  const { scope: reader, side } = holder
  const clocks = publicClocks(clocksOf(events, now))
  const desk = unit(head.unit)
  // Statements from before the case was reopened no longer apply.
  const latest = sinceReopened(events)
  const wayDays = wayDaysIn(events, latest)
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
      const shown = shownAs(event, side)
      return shown ? [{ seq: event.seq, at: event.at, ...shown }] : []
    }),
    messages: messages.flatMap((message) => saidIn(events, message, reader)),
    turn: turnIn(head, events, holder, now),
    can: mayWrite(events, now) ? ['message', ...(mayAdd(events, reader) ? ['file' as const] : [])] : [],
    files: filesOf(events, reader),
    writeUntil: writeUntil(events),
    ways: latest.findLast(({ kind }) => kind === 'failed')?.data.ways ?? [],
    wayDays,
    unkept: wayDays.asked !== null && isUnkept(events),
    deliveredOn: receivedOn(events),
    next: [...nextSteps(clocks), ...awaited(head, events)],
  }
}

/** What happens next and by which day, from the running clocks. */
export const nextSteps = (clocks: Clock[]): Next[] =>
  clocks
    .filter((clock) => clock.state === 'running')
    .map((clock) => ({ what: clock.rule.next, by: clock.due }))
