import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dayOf, daysBetween, startOfDay } from '#domain/basics/time.ts'
import { type Calendar, lastDay, workdaysBetween } from '#domain/clocks/calendar.ts'
import { type Clock, clocksOf, isOpen, nextChange } from '#domain/clocks/clocks.ts'
import { lastDayAfter, missingCalendarYear, workdaysSince } from '#domain/clocks/county-calendar.ts'
import type { CaseEvent, EventData, StartedClock } from '#domain/history/events.ts'
import { county } from '#generated/county.ts'

/**
 * The effect of a history on a clock, in days. Thirty calendar days from Monday 2 March 2026 end on Wednesday 1 April;
 * every clock here begins that day.
 */

const hour = 3_600_000
const at = (day: string) => startOfDay(day) + 9 * hour
const lastMoment = (day: string) => startOfDay(addDays(day, 1)) - 1
const start = '2026-03-02'
const thirty: StartedClock = { rule: 'county-mediation', days: 30, workdays: false }

type Step = [kind: CaseEvent['kind'], day: string, data?: EventData]

const history = (...steps: Step[]): CaseEvent[] =>
  steps.map(([kind, day, data = {}], index) => ({
    ...{
      seq: index + 1,
      kind,
      actor: 'console',
      at: at(day),
      unit: 'qingshi-liuwan-committee',
      acting: '',
      hash: '',
      data,
    },
  }))

const begun = (clock: StartedClock, ...steps: Step[]): CaseEvent[] =>
  history(['accepted', start, { clocks: [clock] }], ...steps)

/** The only clock of a history, at an instant. */
const clock = (events: CaseEvent[], now: number): Clock => {
  const [found, ...others] = clocksOf(events, now)
  if (!found || others.length > 0) throw new Error('not exactly one clock')
  return found
}
const due = (...steps: Step[]) => clock(begun(thirty, ...steps), at('2027-01-04')).due

const own = [thirty.rule]
const asked = (day: string): Step => ['asked', day, { pauses: own }]
const replied = (day: string): Step => ['replied', day, { resumes: own }]
const extended = (day: string, days: number, rule = thirty.rule): Step => [
  'extended',
  day,
  { extends: { rule, days } },
]

describe('a duty that is owed no more', () => {
  const tell: StartedClock = { rule: 'county-tell', days: 3, workdays: true }
  const ceiling: StartedClock = { rule: 'county-ceiling', days: 90, workdays: false }
  const contact: StartedClock = { rule: 'danger-contact', hours: 4, from: at(start) }
  it.each<[string, StartedClock, Step | null, boolean]>([
    ['was done by the act itself', tell, ['declined', '2026-03-03'], true],
    ['is not done while it runs', tell, null, false],
    ['was not done if the case was withdrawn', tell, ['withdrawn', '2026-03-03'], false],
    ['was not done if the case was merged', tell, ['merged', '2026-03-03'], false],
    ['was not done by closing the case', tell, ['closed', '2026-03-03'], false],
    ['was done by closing the case if that is what it asks for', ceiling, ['closed', '2026-03-03'], true],
    ['to end a case was not done if the case was withdrawn', ceiling, ['withdrawn', '2026-03-03'], false],
    ['to ring was done by the call', contact, ['contacted', '2026-03-03'], true],
    ['to ring is not done while it runs', contact, null, false],
    ['to ring was not done if the danger was lifted', contact, ['danger-lifted', '2026-03-03'], false],
  ])('%s', (_, started, step, done) => {
    const events = history(['filed', start, { clocks: [started] }], ...(step ? [step] : []))
    const { done: is, state } = clock(events, at('2026-03-04'))
    expect([is, state === 'met']).toEqual([done, step !== null])
  })
})

describe('the stage of a running clock', () => {
  it.each<[string, Clock['stage'], Clock['state']]>([
    ['2026-03-02', 'early', 'running'],
    ['2026-03-16', 'early', 'running'],
    ['2026-03-17', 'half', 'running'],
    ['2026-03-24', 'half', 'running'],
    ['2026-03-25', 'late', 'running'],
    ['2026-03-31', 'late', 'running'],
    ['2026-04-01', 'today', 'running'],
    ['2026-04-02', 'overdue', 'overdue'],
  ])('on %s, of thirty days that end on 1 April, is %s all day', (day, stage, state) => {
    for (const now of [Math.max(startOfDay(day), at(start)), lastMoment(day)])
      expect(clock(begun(thirty), now)).toMatchObject({ stage, state })
  })

  it('changes at half, at three quarters, on the last day and on the day after it', () => {
    const days: string[] = []
    for (let now: number | null = at(start); now !== null; ) {
      now = nextChange(clocksOf(begun(thirty), now), now)
      if (now !== null) days.push(dayOf(now))
    }
    expect(days).toEqual(['2026-03-17', '2026-03-25', '2026-04-01', '2026-04-02'])
  })

  it('is in time until 24:00 of the last day (民法典 203)', () => {
    const { due: day, dueEnd, startedAt, provisional, extended: added } = clock(begun(thirty), at(start))
    expect([day, dueEnd, startedAt, provisional, added]).toEqual([
      '2026-04-01',
      startOfDay('2026-04-02'),
      at(start),
      false,
      0,
    ])
  })

  it('is open until the clock is met, whether it runs, is paused or is overdue', () => {
    const states = [
      clock(begun(thirty), at('2026-03-03')),
      clock(begun(thirty, asked('2026-03-04')), at('2026-03-05')),
      clock(begun(thirty), at('2026-05-01')),
      clock(begun(thirty, ['settled', '2026-03-09']), at('2026-05-01')),
    ]
    expect(states.map((one) => [one.state, isOpen(one)])).toEqual([
      ['running', true],
      ['paused', true],
      ['overdue', true],
      ['met', false],
    ])
  })
})

describe('a met clock keeps the state of the day it was met', () => {
  it.each<[string, Step[], Partial<Clock>]>([
    ['met early', [['settled', '2026-03-09']], { stage: 'early', due: '2026-04-01' }],
    ['met on its last day', [['settled', '2026-04-01']], { stage: 'today', due: '2026-04-01' }],
    ['met too late', [['settled', '2026-04-20']], { stage: 'overdue', due: '2026-04-01' }],
    [
      'extended after it was met: no days are added',
      [['settled', '2026-03-20'], extended('2026-03-21', 10)],
      { due: '2026-04-01', extended: 0 },
    ],
    [
      'paused by a question, and settled ten days later without an answer: the ten days do not count',
      [asked('2026-03-09'), ['settled', '2026-03-19']],
      // Saturday 11 April moves to Monday.
      { due: '2026-04-13', stage: 'early' },
    ],
    [
      'two results: the first one meets it',
      [
        ['settled', '2026-03-10'],
        ['failed', '2026-04-20'],
      ],
      { stage: 'early' },
    ],
  ])('%s', (_, steps, expected) => {
    expect(clock(begun(thirty, ...steps), at('2027-01-04'))).toMatchObject({ state: 'met', ...expected })
  })

  it('a clock is met by a later step, never by the step that starts it', () => {
    const tell: StartedClock = { rule: 'county-tell', days: 3, workdays: true }
    expect(clock(history(['accepted', start, { clocks: [tell] }]), at(start)).state).toBe('running')
  })
})

describe('a clock that the new unit’s kind may not have', () => {
  const stops: EventData = { stops: own }
  it.each<[string, Step[], number]>([
    ['ends when the case is transferred', [['transferred', '2026-03-09', stops]], 0],
    [
      'stays ended when a result comes later',
      [
        ['transferred', '2026-03-09', stops],
        ['settled', '2026-03-20'],
      ],
      0,
    ],
    [
      'stays ended when a later step would end it again',
      [
        ['transferred', '2026-03-09', stops],
        ['settled', '2026-03-20'],
        ['reopened', '2026-03-23', stops],
      ],
      0,
    ],
    [
      'stays met when a later step would end it',
      [
        ['settled', '2026-03-09'],
        ['reopened', '2026-03-20', stops],
      ],
      1,
    ],
    ['is met by the step that would also end it', [['settled', '2026-03-09', stops]], 1],
    ['runs on when another clock ends', [['transferred', '2026-03-09', { stops: ['county-tell'] }]], 1],
  ])('%s', (_, steps, left) => {
    expect(clocksOf(begun(thirty, ...steps), at('2026-03-25'))).toHaveLength(left)
  })

  it('passes its start day to the clock that replaces it', () => {
    const events = history(['transferred', '2026-03-12', { clocks: [{ ...thirty, since: start }] }])
    expect(clock(events, at('2026-03-12'))).toMatchObject({ startedAt: startOfDay(start), due: '2026-04-01' })
  })

  it('is omitted once its rule is removed from the county’s data', () => {
    expect(clocksOf(begun({ ...thirty, rule: 'no-such-rule' }), at(start))).toEqual([])
  })
})

describe('the last day of a clock that was paused', () => {
  it.each<[string, Step[], string]>([
    [
      'paused on the last day: extended by the pause',
      [asked('2026-04-01'), replied('2026-04-03')],
      '2026-04-03',
    ],
    ['paused a day too late: unchanged', [asked('2026-04-02'), replied('2026-04-13')], '2026-04-01'],
    [
      'paused twice before the answer: the pause counts from the first question',
      [asked('2026-03-09'), asked('2026-03-13'), replied('2026-03-17')],
      '2026-04-09',
    ],
    [
      'answered twice: the second answer has no effect',
      [asked('2026-03-09'), replied('2026-03-17'), replied('2026-03-20')],
      '2026-04-09',
    ],
    ['answered without a question: unchanged', [replied('2026-03-17')], '2026-04-01'],
    [
      'answered and paused again in one step: one continuous pause',
      [asked('2026-03-09'), ['replied', '2026-03-13', { resumes: own, pauses: own }], replied('2026-03-17')],
      '2026-04-09',
    ],
    [
      'paused twice, days apart: both pauses count',
      [asked('2026-03-09'), replied('2026-03-11'), asked('2026-03-16'), replied('2026-03-22')],
      '2026-04-09',
    ],
    [
      'another clock paused: unchanged',
      [['asked', '2026-03-09', { pauses: ['county-answer'] }], replied('2026-03-17')],
      '2026-04-01',
    ],
    [
      'another clock resumed: the pause goes on',
      [asked('2026-03-09'), ['replied', '2026-03-11', { resumes: ['county-answer'] }], replied('2026-03-17')],
      '2026-04-09',
    ],
  ])('%s', (_, steps, day) => {
    expect(due(...steps)).toBe(day)
  })

  it('without an answer yet: moves by one day each day', () => {
    const waiting = begun(thirty, asked('2026-03-09'))
    for (const [today, day] of [
      ['2026-03-09', '2026-04-01'],
      ['2026-03-10', '2026-04-02'],
      ['2026-03-17', '2026-04-09'],
      ['2026-04-16', '2026-05-09'],
    ] as const)
      expect(clock(waiting, at(today)).due, today).toBe(day)
  })
})

describe('the last day of a clock with an approved extension', () => {
  it.each<[string, Step[], string, number]>([
    ['granted on the last day: days are added', [extended('2026-04-01', 14)], '2026-04-15', 14],
    ['granted a day too late: no days are added', [extended('2026-04-02', 14)], '2026-04-01', 0],
    [
      'granted for another clock: no days are added',
      [extended('2026-03-20', 14, 'petition-handle')],
      '2026-04-01',
      0,
    ],
    [
      'granted twice: both are added',
      [extended('2026-03-20', 7), extended('2026-04-03', 7)],
      '2026-04-15',
      14,
    ],
    [
      'granted, then paused after the original last day: both count',
      [extended('2026-03-20', 14), asked('2026-04-06'), replied('2026-04-08')],
      '2026-04-17',
      14,
    ],
  ])('%s', (_, steps, day, days) => {
    expect(clock(begun(thirty, ...steps), at('2026-04-06'))).toMatchObject({ days: 30, extended: days })
    expect(due(...steps)).toBe(day)
  })
})

const calendar: Calendar = {
  years: county.calendar.years,
  holidays: new Set(county.calendar.holidays),
  workdays: new Set(county.calendar.workdays),
}

describe('a clock with any pause and any extensions (property)', () => {
  const startDays = fc.integer({ min: 0, max: 1000 }).map((offset) => addDays('2024-01-01', offset))
  const length = fc.integer({ min: 5, max: 60 })

  it('ends later by the paused and the approved days, counted in its own kind of days', () => {
    fc.assert(
      fc.property(
        ...[startDays, length, fc.boolean(), fc.nat(4), fc.nat(40)],
        fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 3 }),
        (first, days, workdays, pause, waiting, granted) => {
          const [from, to] = [addDays(first, pause), addDays(first, pause + waiting)]
          const rule = { ...thirty, days, workdays }
          const events = history(
            ['accepted', first, { clocks: [rule] }],
            ...granted.map((more) => extended(first, more)),
            ...[asked(from), replied(to)],
          )
          const paused = workdays ? workdaysBetween(calendar, from, to) : daysBetween(from, to)
          const sum = granted.reduce((total, more) => total + more, 0)
          const expected = lastDay(calendar, first, days + sum + paused, workdays)
          expect(clock(events, at(addDays(first, 900)))).toMatchObject({ due: expected.day, extended: sum })
        },
      ),
    )
  })
})

describe('the next check of a case', () => {
  const year = Math.max(...county.calendar.years)
  const unknown: StartedClock = { rule: 'county-tell', days: 30, workdays: false, since: `${year}-12-20` }
  const now = at(`${year}-12-21`)

  it('comes daily while a running clock ends in a year without known holidays', () => {
    expect(nextChange(clocksOf(begun(unknown), now), now)).toBe(now + 24 * hour)
    const both = history(['accepted', `${year}-12-19`, { clocks: [{ ...thirty, days: 5 }, unknown] }])
    expect(clocksOf(both, now).map(({ provisional }) => provisional)).toEqual([false, true])
    expect(nextChange(clocksOf(both, now), now)).toBe(startOfDay(`${year}-12-22`))
    expect(nextChange(clocksOf(both, now), now - 12 * hour)).toBe(now - 12 * hour + 24 * hour)
  })

  it('does not come while that clock is paused or met', () => {
    const still = begun(unknown, ['asked', `${year}-12-21`, { pauses: [unknown.rule] }])
    expect(nextChange(clocksOf(still, now), now)).toBeNull()
    const met = begun(unknown, ['declined', `${year}-12-21`])
    expect(nextChange(clocksOf(met, now), now)).toBeNull()
  })

  it('comes at the earliest change of all its clocks', () => {
    const two = history([
      'accepted',
      start,
      { clocks: [thirty, { rule: 'county-tell', days: 8, workdays: false }] },
    ])
    expect(dayOf(nextChange(clocksOf(two, at(start)), at(start)) ?? 0)).toBe('2026-03-06')
  })
})

describe('the year whose holiday calendar is missing, when', () => {
  const year = Math.max(...county.calendar.years)
  it.each([
    ['the day in ninety days is in a known year', `${year}-10-02`, null],
    ['the day in ninety days is in the next year', `${year}-10-03`, year + 1],
    ['today is already in an unknown year', `${year + 1}-11-01`, year + 1],
  ])('%s', (_, today, missing) => {
    expect(missingCalendarYear(at(today))).toBe(missing)
  })
})

describe('periods outside a case', () => {
  it.each([
    // Over the National Day holiday of 2026, with Saturday 10 October worked: the 8th, 9th and 10th.
    ['2026-09-30', '2026-10-10', 3],
    ['2026-11-27', '2026-11-30', 1],
    ['2026-11-24', '2026-11-24', 0],
  ])('from %s to %s have %i working days', (from, to, days) => {
    expect(workdaysSince(at(from), at(to))).toBe(days)
  })

  it.each([
    ['2026-03-02', 30, '2026-04-01'],
    // Ends on Saturday 5 December: Monday.
    ['2026-11-20', 15, '2026-12-07'],
  ])('that start on %s and last %i calendar days end on %s (民法典 203)', (from, days, last) => {
    expect(lastDayAfter(from, days)).toEqual({ day: last, provisional: false })
  })
})

it('a clock says how many days a pause has added, so that the sum on the page is right', () => {
  const paused = begun(thirty, asked('2026-03-09'), replied('2026-03-11'))
  expect(clock(paused, at('2026-03-20'))).toMatchObject({ days: 30, added: 2, extended: 0 })
  expect(clock(begun(thirty), at('2026-03-20'))).toMatchObject({ days: 30, added: 0, extended: 0 })
})
