import { addDays, dayOf, startOfTime, weekday } from '#domain/basics/time.ts'
import type { MoveKind } from '#domain/moves/table.ts'
import { sessionsThat } from '#domain/sessions/sessions.ts'
import { comersIn, fixOf } from '../../desk/sessions/answers.ts'
import type { Living } from './context.ts'
import type { Fill } from './fill.ts'
import { meetingTimes, sampleWords } from './sentences.ts'

/** What staff fill into the forms about meetings of a sample case. */

/** A working hour in the coming days. */
const meetingAt = ({ draw, now }: Living): number => {
  const day = addDays(dayOf(now), draw.whole(1, 6))
  const wait = [1, 0, 0, 0, 0, 0, 2][weekday(day)] ?? 0
  return startOfTime(addDays(day, wait), draw.one(meetingTimes))
}

const described: Fill = (living, { events }, by) => ({
  comers: comersIn(events).map(String),
  mediator: by.id,
  length: 60,
  room: living.draw.one(['first', 'second', 'third'] as const),
  time1: meetingAt(living),
})

const withGuests: Fill = (living, ...more) => ({
  ...described(living, ...more),
  guests: living.draw.one(sampleWords.guests),
})

const named: Fill = ({ now }, { events }) => {
  const [session] = sessionsThat(events, 'begun', now).slice(-1)
  return session ? { meeting: String(session.id) } : {}
}

const minutes: Fill = (living, ...more) => ({
  ...named(living, ...more),
  present: `申请的一方、对方，调解员一人，记录一人。`,
  said: sampleWords.said,
  outcome: living.draw.one(sampleWords.outcomes),
})

export const meetingFills: Partial<Record<MoveKind, Fill>> = {
  'times-proposed': (living, ...more) => {
    const once = described(living, ...more)
    return { ...once, time2: (once.time1 ?? 0) + 24 * 3_600_000 }
  },
  'session-set': ({ now }, { events }) => {
    const [session] = sessionsThat(events, 'proposed', now)
    const slot = session?.open.flatMap(({ proposal }) => proposal.slots).find(({ start }) => start > now)
    return session && slot ? { fix: fixOf(session, slot) } : {}
  },
  'session-arranged': described,
  'council-set': withGuests,
  'hearing-set': withGuests,
  'session-absent': (living, deskCase, by) => ({
    ...named(living, deskCase, by),
    absentees: comersIn(deskCase.events).slice(-1).map(String),
    reason: '到点没有来，电话里说临时有事。',
  }),
  'session-held': minutes,
  'minutes-signed': (living, deskCase, by) => ({
    ...named(living, deskCase, by),
    readBack: 'aloud',
    signers: comersIn(deskCase.events).map(String),
    signedOn: dayOf(living.now),
  }),
}
