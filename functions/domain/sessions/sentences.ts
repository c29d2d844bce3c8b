import { dayOf, type Instant, spokenDay, spokenTime } from '#domain/basics/time.ts'
import { type CaseEvent, complainant, isPerson, partyOf, sideNames } from '#domain/history/events.ts'
import type { Slot } from '#domain/history/session-facts.ts'
import type { EventKind } from '#domain/words/events.ts'
import { meetingForms } from '#domain/words/meetings.ts'
import type { SessionState } from './sessions.ts'

/** Sentences about meetings. */

/** 12 月 3 日（周四）09:30. */
export const spokenStart = (start: Instant): string => `${spokenDay(dayOf(start))}${spokenTime(start)}`

export const stateNames: Record<SessionState, string> = {
  proposed: '等人选时间',
  planned: '定好了',
  off: '开不成了，还没有告诉来的人',
  postponed: '改期，另行通知',
  cancelled: '不开了',
  missed: '有人没有到',
  held: '开过了',
  over: '案件先结束了，不开了',
}

const listed = (slots: readonly Slot[]): string => slots.map(({ start }) => spokenStart(start)).join('、')

/** The plain facts of an event about a meeting, as staff read them. */
export const sessionFacts = ({ kind, data: { session, party } }: CaseEvent): string => {
  if (!session) return ''
  const { slots, choose, start, absent, signed } = session
  const one = (number: number): string =>
    number === partyOf(complainant) ? sideNames.complainant : sideNames.other
  return [
    ...(party === undefined ? [] : [kind === 'times-chosen' ? one(party) : `给${one(party)}`]),
    ...(slots ? [listed(slots)] : []),
    ...(start ? [spokenStart(start)] : []),
    ...(choose ? [choose.length > 0 ? choose.map(spokenId).join('、') : '都不行'] : []),
    ...(absent ? [`没有到：${absent.map(one).join('、')}`] : []),
    ...(signed ? [`签了字：${signed.map(one).join('、')}`] : []),
  ].join('，')
}

/** A time by its id, which has the start in digits. */
export const spokenId = (id: string): string => {
  const [, month = '', date = '', hour = '', minute = ''] = /^\d{4}(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(id) ?? []
  return `${Number(month)} 月 ${Number(date)} 日 ${hour}:${minute}`
}

type Say = ((here: string, event: CaseEvent) => string) | null

const setWords: NonNullable<Say> = (here, { data: { session } }) => {
  const { form, start = 0 } = session ?? {}
  return `${here}定了${form ? `${meetingForms[form].name}的` : ''}时间：${spokenStart(start)}。`
}

/** What an event about a meeting means to the person it is for; the same for both sides. */
export const ownSessionWords = {
  'times-proposed': (here) => `${here}提了几个时间，请您选。`,
  'times-chosen': (here, { actor }) => (isPerson(actor) ? '您答了哪些时间行。' : `${here}记下了您说的时间。`),
  'session-set': setWords,
  'session-arranged': setWords,
  'council-set': setWords,
  'hearing-set': setWords,
  'session-postponed': () => '约好的时间改期，另行通知。',
  'session-cancelled': () => '约好的那一次不谈了。',
} as const satisfies Partial<Record<EventKind, Say>>

/** Those that nobody but the desk reads. */
export const silentSessionWords = {
  'session-absent': null,
  'session-held': null,
  'minutes-corrected': null,
  'minutes-signed': null,
} as const satisfies Partial<Record<EventKind, Say>>
