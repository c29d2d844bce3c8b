import { describe, expect, it } from 'vitest'
import { rfc3339 } from '#domain/basics/time.ts'
import { type Clock, clocksOf, nextChange, publicClocks } from '#domain/clocks/clocks.ts'
import { hoursLeft } from '#domain/clocks/hours-left.ts'
import { clockSchema } from '#domain/content/deadlines.ts'
import type { CaseEvent, EventData, StartedClock } from '#domain/history/events.ts'

/** Clocks in hours: the first contact with a person in danger (rules.md R49). */

const at = (text: string): number => Date.parse(`${text}:00+08:00`)
const events = (...steps: [CaseEvent['kind'], string, EventData?][]): CaseEvent[] =>
  steps.map(([kind, when, data = {}], index) => ({
    ...{ seq: index + 1, kind, actor: 'console', at: at(when), unit: 'shili-centre', acting: '', hash: '' },
    data,
  }))
const four = (from: string, rule = 'danger-contact'): StartedClock => ({ rule, hours: 4, from: at(from) })
/** Filed on Friday at 18:00, when somebody is on duty. */
const friday: Parameters<typeof events>[0] = [
  'filed',
  '2026-11-27T18:00',
  { clocks: [four('2026-11-27T18:00')] },
]
const clock = (history: CaseEvent[], now: string): Clock | undefined => clocksOf(history, at(now))[0]

describe('a clock in hours', () => {
  it.each([
    ['2026-11-27T18:00', 'running', 'early'],
    ['2026-11-27T19:59', 'running', 'early'],
    ['2026-11-27T20:00', 'running', 'half'],
    ['2026-11-27T20:59', 'running', 'half'],
    ['2026-11-27T21:00', 'running', 'late'],
    ['2026-11-27T21:59', 'running', 'late'],
    ['2026-11-27T22:00', 'overdue', 'overdue'],
    ['2026-11-28T09:00', 'overdue', 'overdue'],
  ])('from Friday 18:00 is at %s %s and %s', (now, state, stage) => {
    expect(clock(events(friday), now)).toMatchObject({ state, stage })
  })

  it.each([
    ['on a holiday', '2026-10-01T08:00', '2026-10-01T12:00', '2026-10-01'],
    ['on a worked Saturday', '2026-10-10T09:00', '2026-10-10T13:00', '2026-10-10'],
    ['over midnight into a weekend', '2026-11-27T22:00', '2026-11-28T02:00', '2026-11-28'],
    ['up to midnight', '2026-11-27T20:00', '2026-11-28T00:00', '2026-11-27'],
  ])('counts %s', (_, from, end, due) => {
    const history = events(['filed', from, { clocks: [four(from)] }])
    expect(clock(history, from)).toMatchObject({
      ...{ due, dueEnd: at(end), startedAt: at(from), provisional: false },
      ...{ hours: 4, days: 0, extended: 0, added: 0 },
    })
  })

  it('that ends in the first millisecond of a day ends on that day', () => {
    const started: StartedClock = { rule: 'danger-contact', hours: 4, from: at('2026-11-27T20:00') + 1 }
    const history = events(['filed', '2026-11-27T20:00', { clocks: [started] }])
    expect(clock(history, '2026-11-27T20:00')?.due).toBe('2026-11-28')
  })

  it('begins with the hours of the rota, and keeps its begin and its length', () => {
    const history = events(['filed', '2026-11-27T21:00', { clocks: [four('2026-11-28T09:00')] }])
    expect(clock(history, '2026-11-28T08:59')).toMatchObject({ state: 'running', stage: 'early' })
    expect(clock(history, '2026-11-28T12:59')?.state).toBe('running')
    expect(clock(history, '2026-11-28T13:00')?.state).toBe('overdue')
  })

  it('is met by contact or by the lifted mark, keeps that stage, and neither pauses nor grows', () => {
    for (const kind of ['contacted', 'danger-lifted'] as const)
      expect(clock(events(friday, [kind, '2026-11-27T20:30']), '2026-12-01T00:00')).toMatchObject({
        ...{ state: 'met', stage: 'half' },
      })
    const rule = 'danger-contact'
    const others = events(
      friday,
      ['asked', '2026-11-27T18:30', { pauses: [rule] }],
      ['extended', '2026-11-27T18:40', { extends: { rule, days: 3 } }],
    )
    expect(clock(others, '2026-11-27T22:00')).toMatchObject({
      state: 'overdue',
      dueEnd: at('2026-11-27T22:00'),
    })
  })

  it('changes at half, at three quarters and at its end', () => {
    const times: string[] = []
    let now = at('2026-11-27T18:00')
    for (let next = nextChange(clocksOf(events(friday), now), now); next !== null; ) {
      times.push(rfc3339(next).slice(0, 16))
      now = next
      next = nextChange(clocksOf(events(friday), now), now)
    }
    expect(times).toEqual(['2026-11-27T20:00', '2026-11-27T21:00', '2026-11-27T22:00'])
  })

  it('is shown to no resident, whatever its rule says now', () => {
    const history = events([
      'filed',
      '2026-11-27T18:00',
      { clocks: [four('2026-11-27T18:00', 'county-tell')] },
    ])
    const all = clocksOf(history, at('2026-11-27T18:00'))
    expect([all.length, publicClocks(all)]).toEqual([1, []])
  })
})

describe('the words of a clock in hours', () => {
  const end = '2026-11-27T22:00'
  it.each([
    ['2026-11-26T21:00', '还剩 25 小时', '明天 22:00 前', false],
    ['2026-11-27T18:00', '还剩 4 小时', '今天 22:00 前', false],
    ['2026-11-27T18:01', '还剩 3 小时', '今天 22:00 前', false],
    ['2026-11-27T21:00', '还剩 1 小时', '今天 22:00 前', false],
    ['2026-11-27T21:01', '还剩 59 分钟', '今天 22:00 前', false],
    ['2026-11-27T21:59', '还剩 1 分钟', '今天 22:00 前', false],
    ['2026-11-27T22:00', '过了 1 分钟', '今天 22:00 前', true],
    ['2026-11-27T23:30', '过了 1 小时', '今天 22:00 前', true],
    ['2026-11-28T10:00', '过了 12 小时', '昨天 22:00 前', true],
    ['2026-11-29T21:59', '过了 47 小时', '11 月 27 日（周五）22:00 前', true],
    ['2026-11-29T22:00', '过了 2 天', '11 月 27 日（周五）22:00 前', true],
    ['2026-11-30T10:00', '过了 2 天', '11 月 27 日（周五）22:00 前', true],
    ['2027-01-01T22:00', '过了 35 天', '2026 年 11 月 27 日（周五）22:00 前', true],
    ['2026-11-24T22:00', '还剩 3 天', '11 月 27 日（周五）22:00 前', false],
  ])('at %s are %s', (now, left, spoken, late) => {
    expect(hoursLeft(at(end), at(now))).toEqual({ late, left, end: spoken })
  })
})

it('the last of a minute counts as a minute', () => {
  expect(hoursLeft(at('2026-11-27T22:00'), at('2026-11-27T22:00') - 1).left).toBe('还剩 1 分钟')
})

describe('a rule in hours', () => {
  const rule = {
    ...{ id: 'x', name: '联系', owes: 'contact', tracks: ['consult'], countyRule: '《x》', next: '联系' },
    ...{ starts: ['filed'], meets: ['contacted'], ifPassed: '报告。', internal: true, hours: 4 },
  }
  it('is read', () => {
    expect(clockSchema.safeParse(rule).success).toBe(true)
  })

  it.each([
    ['days as well', { days: 1 }],
    ['neither hours nor days', { hours: undefined }],
    ['working days', { workdays: true }],
    ['a pause', { pausable: true }],
    ['hearings', { hearings: true }],
    ['an extension', { extendable: 3 }],
    ['a name on the pages of residents', { internal: undefined }],
    ['no length', { hours: 0 }],
  ])('with %s is refused', (_, changes) => {
    expect(clockSchema.safeParse({ ...rule, ...changes }).success).toBe(false)
  })
})
