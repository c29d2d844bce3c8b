import { describe, expect, it } from 'vitest'
import { readTypedTime } from '#domain/basics/read-time.ts'
import { rfc3339 } from '#domain/basics/time.ts'
import { deskEntry } from '#domain/desk/listing.ts'
import type { CaseEvent, EventData } from '#domain/history/events.ts'
import { dayAndTime } from '#domain/moves/readers.ts'
import { choiceFault } from '#domain/sessions/choosing.ts'
import { timesOf } from '#domain/sessions/own-times.ts'
import { bookedIn, needsMet, sessionsIn } from '#domain/sessions/sessions.ts'
import { signaturesOf } from '#domain/sessions/signatures.ts'
import type { EventKind } from '#domain/words/events.ts'

/** The rules of meetings: what a desk has, what each of its people knows. */

const [here, county] = ['qingshi-liuwan-committee', 'shili-centre']
const [now, later] = [Date.parse('2026-11-24T10:00:00+08:00'), Date.parse('2026-12-03T09:30:00+08:00')]
const slots = [{ id: '202612030930', start: later }]

type Step = [kind: EventKind, data?: EventData, unit?: string, at?: number]
const history = (...steps: Step[]): CaseEvent[] =>
  steps.map(([kind, data = {}, unit = here, at = now], index) => ({
    ...{ seq: index + 1, kind, actor: 'console', at, unit, acting: '', hash: '', data },
  }))
const about = (kind: EventKind, party: number, session: object = {}): Step => [
  kind,
  { party, session: { id: 4, ...session } },
]
const start: Step[] = [
  ['filed'],
  ['party', { party: 1, side: 'complainant' }],
  ['party', { party: 2, side: 'other' }],
]
const proposed = [
  about('times-proposed', 1, { slots, staff: 'li' }),
  about('times-proposed', 2, { slots, staff: 'li' }),
]
const gone = (party: number): Step => ['erased', { party }]
const set = [1, 2].map((party) =>
  about('session-set', party, { start: later, length: 60, staff: 'li', room: 'first' }),
)

describe('a meeting at its desk', () => {
  it.each<[string, Step[], string, boolean]>([
    ['proposed', proposed, 'proposed', false],
    ['set', [...proposed, ...set], 'planned', true],
    ['postponed', [...set, about('session-postponed', 1)], 'postponed', false],
    ['cancelled', [...set, about('session-cancelled', 1)], 'cancelled', false],
    [
      'held, although somebody did not come',
      [...set, about('session-held', 1), about('session-absent', 1)],
      'held',
      true,
    ],
    ['missed', [...set, about('session-absent', 1)], 'missed', true],
    ['with a person in danger', [...set, ['danger-marked', {}]], 'off', false],
    ['proposed to a person in danger', [...proposed, ['danger-marked', {}]], 'off', false],
    ['of a case that is elsewhere', [...set, ['escalated', {}, county]], 'off', false],
    ['of a case that came back', [...set, ['escalated', {}, county], ['sent-down', {}]], 'off', false],
    ['whose mediator is off the case', [...set, ['mediator-changed', { staff: 'li' }]], 'off', false],
    ['whose mediator was not the one taken off', [...set, ['recused', { staff: 'wang' }]], 'planned', true],
    ['of a case that ended', [...set, ['failed']], 'over', false],
    ['of a case that ended and was reopened', [...set, ['failed'], ['reopened']], 'over', false],
    ['that began before its case ended', [...set, ['settled', {}, here, later + 1]], 'planned', true],
    [
      'that began before somebody was in danger',
      [...set, ['danger-marked', {}, county, later]],
      'planned',
      true,
    ],
    ['held before the end', [...set, about('session-held', 1), ['settled']], 'held', true],
    ['that nobody is left to come to', [...set, gone(1), gone(2)], 'over', false],
    [
      'proposed before another proposal',
      [
        ...proposed,
        ['times-proposed', { party: 1, session: { id: 6, slots } }],
        ['times-proposed', { party: 2, session: { id: 6, slots } }],
      ],
      'over',
      false,
    ],
  ])('%s', (_, steps, state, booked) => {
    const events = history(...start, ...steps)
    expect(sessionsIn(events)[0]?.state).toBe(state)
    expect(bookedIn(events).map(({ id }) => id)).toEqual(booked ? [4] : [])
  })

  it('meets what moves need by its state and the time', () => {
    const events = history(...start, ...set)
    expect(needsMet(events, now)).toEqual(['live'])
    expect(needsMet(events, later)).toEqual(['live', 'begun'])
    expect(needsMet(history(...start, ...proposed), now)).toEqual(['proposed', 'live'])
    expect(needsMet(history(...start, ...set, about('session-held', 1)), later)).toEqual(['begun', 'minuted'])
  })

  it.each<[string, Step[], string]>([
    ['an answer waits at the desk', [about('times-chosen', 1, { choose: [] })], 'chosen'],
    ['until a time is set', [about('times-chosen', 1, { choose: [] }), ...set], ''],
    [
      'or nobody is asked any more',
      [
        about('times-chosen', 1, { choose: [] }),
        about('session-cancelled', 1),
        about('session-cancelled', 2),
      ],
      '',
    ],
  ])('%s', (_, steps, waits) => {
    const events = history(...start, ['accepted'], ...proposed, ...steps)
    const state = { status: 'accepted', about: 'none', danger: false, people: null } as const
    expect(deskEntry(events, state, now).waiting.waits).toBe(waits)
  })

  it.each<[string, Step[], number[]]>([
    ['nobody who was erased', [gone(2)], [1]],
    ['nobody who was erased after it began', [['erased', { party: 2 }, here, later + 1]], [1]],
    ['nobody who stood down before', [['stood-down', { party: 2 }]], [1]],
    ['who stood down after it began', [['stood-down', { party: 2 }, here, later]], [1, 2]],
  ])('has %s', (_, steps, people) => {
    expect(sessionsIn(history(...start, ...set, ...steps))[0]?.people).toEqual(people)
  })

  it('names who did not come once, however often that was recorded', () => {
    const absent = about('session-absent', 1, { absent: [2] })
    expect(sessionsIn(history(...start, ...set, absent, absent))[0]?.absent).toEqual([2])
  })

  it('is signed for the version that was read, not for a correction after it', () => {
    const signed = (...who: number[]) => about('minutes-signed', 1, { signed: who })
    const [held, corrected] = [about('session-held', 1), about('minutes-corrected', 1)]
    const events = history(...start, ...set, held, signed(1), signed(2), corrected)
    const [session] = sessionsIn(events)
    if (!session) throw new Error('no session')
    const by = (version: number) => signaturesOf(events, session, version).map((facts) => facts.signed)
    expect([by(0), by(1), by(2)]).toEqual([[[1], [2]], [], []])
  })
})

describe('what a person knows', () => {
  const own = (...steps: Step[]) => timesOf(history(...start, ...steps), 2, now)

  it.each<[string, Step[], object]>([
    ['nothing', [], { open: null, planned: [], postponed: false, calledOff: false }],
    ['times for somebody else', [about('times-proposed', 1, { slots })], { open: null }],
    ['times, not answered', proposed, { open: { chosen: null, slots } }],
    [
      'times, none of which suits',
      [...proposed, about('times-chosen', 2, { choose: [] })],
      { open: { chosen: [] } },
    ],
    [
      'what was answered last',
      [
        ...proposed,
        about('times-chosen', 2, { choose: [] }),
        about('times-chosen', 2, { choose: ['202612030930'] }),
      ],
      { open: { chosen: ['202612030930'] } },
    ],
    ['a time', [...proposed, ...set], { open: null, planned: [{ start: later }] }],
    ['a time in spite of danger', [...set, ['danger-marked', {}, county]], { planned: [{ start: later }] }],
    ['times in spite of danger', [...proposed, ['danger-marked', {}, county]], { open: { slots } }],
    [
      'that it will be another day',
      [...set, about('session-postponed', 2)],
      { planned: [], postponed: true },
    ],
    [
      'nothing of what was told to others',
      [...set, about('session-postponed', 1)],
      { planned: [{ start: later }], postponed: false },
    ],
    ['that it is off after the end', [...set, ['settled']], { planned: [], calledOff: true }],
    [
      'that it is off when the case is opened again',
      [...set, ['settled'], ['reopened']],
      { planned: [], calledOff: true },
    ],
    [
      'nothing of one that was cancelled before the end',
      [...set, about('session-cancelled', 2), ['settled']],
      { planned: [], calledOff: false },
    ],
  ])('%s', (_, steps, known) => {
    expect(own(...steps)).toMatchObject(known)
  })

  it('ends with the day of the meeting', () => {
    const events = history(...start, ...set)
    expect(timesOf(events, 2, Date.parse('2026-12-03T23:59:59+08:00')).planned).toHaveLength(1)
    expect(timesOf(events, 2, Date.parse('2026-12-04T00:00:00+08:00')).planned).toEqual([])
    expect(timesOf(history(...start, ...proposed), 2, later).open).toBeNull()
  })

  it.each<[string, Step[], string[], number, string | null]>([
    ['a time', proposed, ['202612030930'], now, null],
    ['none of them', proposed, [], now, null],
    ['another time', proposed, ['202612030931'], now, 'unknown'],
    ['without a proposal', [], [], now, 'none'],
    ['after it was set', [...proposed, ...set], ['202612030930'], now, 'none'],
    ['after a refusal', [...proposed, ['refused', { party: 2 }]], ['202612030930'], now, 'refused'],
    [
      'a time that has passed',
      [about('times-proposed', 2, { slots: [...slots, { id: '202612040930', start: later + 86_400_000 }] })],
      ['202612030930'],
      later,
      'past',
    ],
  ])('chooses %s', (_, steps, choose, at, fault) => {
    expect(choiceFault(history(...start, ...steps), 2, choose, at)).toBe(fault)
  })
})

describe('a day with its time', () => {
  it.each([
    ['2026-12-31', '1月3日 9:30', '2027-01-03T09:30:00+08:00'],
    ['2026-12-31', '12月31日 9:30', '2026-12-31T09:30:00+08:00'],
    ['2028-02-20', '2月29日 9:30', '2028-02-29T09:30:00+08:00'],
    ['2027-11-30', '2月29日 9:30', '2028-02-29T09:30:00+08:00'],
    ['2026-12-31', '12月30日 9:30', 'past'],
    ['2026-12-31', '2027-12-30 9:30', '2027-12-30T09:30:00+08:00'],
  ])('on %s, %s', (today, typed, read) => {
    const at = dayAndTime([typed], [], today)
    expect(at.ok ? rfc3339(at.value ?? 0) : at.error).toBe(read)
  })

  it.each([
    ['12 月 3 日 9:30', '2026-12-03T09:30:00+08:00'],
    ['12月3日（周四）9:30', '2026-12-03T09:30:00+08:00'],
    ['12月3日下午2点半', '2026-12-03T14:30:00+08:00'],
    ['2026-12-3 14:05', '2026-12-03T14:05:00+08:00'],
    ['2026-12-03T14:00', '2026-12-03T14:00:00+08:00'],
    ['2026年12月13日晚上7点', '2026-12-13T19:00:00+08:00'],
    ['１２月３日 上午９：００', '2026-12-03T09:00:00+08:00'],
    ['今天下午3点', '2026-11-24T15:00:00+08:00'],
    ['明天 9:30', '2026-11-25T09:30:00+08:00'],
    ['明天（周三）上午九点', '2026-11-25T09:00:00+08:00'],
    ['后天下午两点半', '2026-11-26T14:30:00+08:00'],
    ['大后天十点三十分', '2026-11-27T10:30:00+08:00'],
    ['十二月三日上午十一点', '2026-12-03T11:00:00+08:00'],
    ['明天', 'unreadable'],
    ['改天 9:00', 'unreadable'],
    ['明天 2:30', 'part'],
    ['12月3日 2:30', 'part'],
    ['12月3日晚上12点', 'part'],
    ['12月3日晚上1点', 'part'],
    ['12月3日', 'unreadable'],
    ['12月32日 9:00', 'unreadable'],
    ['12月3日 25:00', 'unreadable'],
    ['下午2点', 'unreadable'],
    ['9'.repeat(80), 'unreadable'],
  ])('%s', (typed, read) => {
    const at = readTypedTime(typed, '2027-11-24', '2026-11-24')
    expect(at.ok ? rfc3339(at.value) : at.error).toBe(read)
  })
})
