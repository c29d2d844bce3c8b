import { describe, expect, it } from 'vitest'
import { afterDay, startOfDay } from '#domain/basics/time.ts'
import { type Clock, clocksOf, nextChange, waitingRules } from '#domain/clocks/clocks.ts'
import { hearingSpans } from '#domain/clocks/hearings.ts'
import { startedBy } from '#domain/clocks/rules.ts'
import { warningOf } from '#domain/clocks/warnings.ts'
import { clockSchema } from '#domain/content/deadlines.ts'
import type { CaseEvent, EventData, StartedClock } from '#domain/history/events.ts'
import { county } from '#generated/county.ts'

/**
 * The time that a hearing needs does not count in the thirty days of a review (信访工作条例 36). Thirty days from Monday
 * 2 March 2026 end on Wednesday 1 April; the next days off after it are 4 to 6 April.
 */

const office = 'shili-office'
const start = '2026-03-02'
const rule: StartedClock = { rule: 'petition-recheck-opinion', days: 30, workdays: false }
const at = (day: string, hour = 9) => startOfDay(day) + hour * 3_600_000
type Step = [kind: CaseEvent['kind'], day: string, data?: EventData, unit?: string]

const history = (clock: StartedClock, steps: Step[]): CaseEvent[] => {
  // Who filed joined the case before the period began.
  const all: Step[] = [['party', start, { party: 1 }], ['accepted', start, { clocks: [clock] }], ...steps]
  return all.map(([kind, day, data = {}, unit = office], index) => ({
    ...{ seq: index + 1, kind, actor: 'console', at: at(day), unit, acting: '', hash: '', data },
  }))
}
const set = (id: number, told: string, day: string, form: 'hearing' | 'council' = 'hearing'): Step => [
  form === 'hearing' ? 'hearing-set' : 'council-set',
  told,
  { party: 1, session: { id, start: at(day, 14), length: 60, staff: 'a', form } },
]
const of = (kind: CaseEvent['kind'], id: number, day: string): Step => [kind, day, { session: { id } }]
const held = (id: number, day: string) => of('session-held', id, day)

const clock = (events: CaseEvent[], now: number): Clock => {
  const [found, ...others] = clocksOf(events, now)
  if (!found || others.length > 0) throw new Error('not exactly one clock')
  return found
}

describe('a hearing in a review', () => {
  it.each<[string, Step[], string, string, Clock['state'], number]>([
    ['none', [], '2026-03-20', '2026-04-01', 'running', 0],
    [
      'to come: it stands still from the day people were told',
      [set(2, '2026-03-09', '2026-03-17')],
      '2026-03-09',
      '2026-04-01',
      'paused',
      0,
    ],
    [
      'to come: the last day moves each day',
      [set(2, '2026-03-09', '2026-03-17')],
      '2026-03-12',
      '2026-04-07',
      'paused',
      3,
    ],
    [
      'on its day, held or not, it stands still',
      [set(2, '2026-03-09', '2026-03-17')],
      '2026-03-17',
      '2026-04-09',
      'paused',
      8,
    ],
    [
      'over, and no minutes say that it was held',
      [set(2, '2026-03-09', '2026-03-17')],
      '2026-03-18',
      '2026-04-01',
      'running',
      0,
    ],
    [
      'held: the days from the notice to it are out',
      [set(2, '2026-03-09', '2026-03-17'), held(2, '2026-03-17')],
      '2026-03-17',
      '2026-04-09',
      'running',
      8,
    ],
    [
      'held, with minutes some days later: only until its day',
      [set(2, '2026-03-09', '2026-03-17'), held(2, '2026-03-20')],
      '2026-03-23',
      '2026-04-09',
      'running',
      8,
    ],
    [
      'postponed: nothing is out',
      [set(2, '2026-03-09', '2026-03-17'), of('session-postponed', 2, '2026-03-12')],
      '2026-03-12',
      '2026-04-01',
      'running',
      0,
    ],
    [
      'cancelled: nothing is out',
      [set(2, '2026-03-09', '2026-03-17'), of('session-cancelled', 2, '2026-03-12')],
      '2026-03-13',
      '2026-04-01',
      'running',
      0,
    ],
    [
      'to which somebody did not come: nothing is out',
      [set(2, '2026-03-09', '2026-03-17'), of('session-absent', 2, '2026-03-17')],
      '2026-03-17',
      '2026-04-01',
      'running',
      0,
    ],
    [
      'that fell through because the case left the desk',
      [set(2, '2026-03-09', '2026-03-17'), ['escalated', '2026-03-12', {}, 'shili-centre']],
      '2026-03-13',
      '2026-04-01',
      'running',
      0,
    ],
    [
      'that fell through for danger: as if the case had left the desk',
      [set(2, '2026-03-09', '2026-03-17'), ['danger-marked', '2026-03-12', {}, 'shili-centre']],
      '2026-03-13',
      '2026-04-01',
      'running',
      0,
    ],
    [
      'postponed, then set anew and held: only the days of the second',
      [
        set(2, '2026-03-09', '2026-03-17'),
        of('session-postponed', 2, '2026-03-12'),
        set(4, '2026-03-16', '2026-03-18'),
        held(4, '2026-03-18'),
      ],
      '2026-03-18',
      '2026-04-03',
      'running',
      2,
    ],
    [
      'and another told of in between: shared days count once',
      [
        set(2, '2026-03-09', '2026-03-17'),
        set(3, '2026-03-12', '2026-03-20'),
        held(2, '2026-03-17'),
        held(3, '2026-03-20'),
      ],
      '2026-03-23',
      '2026-04-13',
      'running',
      11,
    ],
    [
      'and another within it: adds nothing',
      [
        set(2, '2026-03-09', '2026-03-17'),
        set(3, '2026-03-10', '2026-03-12'),
        held(3, '2026-03-12'),
        held(2, '2026-03-17'),
      ],
      '2026-03-23',
      '2026-04-09',
      'running',
      8,
    ],
    [
      'and another days later: both are out',
      [
        set(2, '2026-03-09', '2026-03-11'),
        held(2, '2026-03-11'),
        set(4, '2026-03-16', '2026-03-18'),
        held(4, '2026-03-18'),
      ],
      '2026-03-23',
      '2026-04-07',
      'running',
      4,
    ],
    [
      'with an event for each of two people: counts once',
      [
        set(2, '2026-03-09', '2026-03-17'),
        [
          'hearing-set',
          '2026-03-09',
          { party: 2, session: { id: 2, start: at('2026-03-17', 14), form: 'hearing' } },
        ],
        held(2, '2026-03-17'),
      ],
      '2026-03-23',
      '2026-04-09',
      'running',
      8,
    ],
    [
      'told of on the last day: is in time',
      [set(2, '2026-04-01', '2026-04-03'), held(2, '2026-04-03')],
      '2026-04-03',
      '2026-04-03',
      'running',
      2,
    ],
    [
      'told of a day too late: brings back nothing',
      [set(2, '2026-04-02', '2026-04-08')],
      '2026-04-03',
      '2026-04-01',
      'overdue',
      0,
    ],
    [
      'told of in the days that another added: is in time',
      [
        set(2, '2026-03-09', '2026-03-17'),
        held(2, '2026-03-17'),
        set(4, '2026-04-08', '2026-04-10'),
        held(4, '2026-04-10'),
      ],
      '2026-04-10',
      '2026-04-13',
      'running',
      10,
    ],
    [
      'that is a council: no hearing',
      [set(2, '2026-03-09', '2026-03-17', 'council'), held(2, '2026-03-17')],
      '2026-03-17',
      '2026-04-01',
      'running',
      0,
    ],
    [
      'still to come when the answer was given: was not needed',
      [set(2, '2026-03-09', '2026-03-17'), ['answered', '2026-03-12']],
      '2026-03-13',
      '2026-04-01',
      'met',
      0,
    ],
    [
      'held after the answer: was not needed for it',
      [set(2, '2026-03-09', '2026-03-17'), ['answered', '2026-03-12'], held(2, '2026-03-17')],
      '2026-03-23',
      '2026-04-01',
      'met',
      0,
    ],
    [
      'held before the answer: is out',
      [set(2, '2026-03-09', '2026-03-17'), held(2, '2026-03-17'), ['answered', '2026-04-08']],
      '2026-05-04',
      '2026-04-09',
      'met',
      8,
    ],
  ])('%s', (_, steps, today, due, state, added) => {
    expect(clock(history(rule, steps), at(today, 15))).toMatchObject({ due, state, added, extended: 0 })
  })

  it('takes nothing from the sixty days of the first answer, for which no article says so', () => {
    const sixty = { ...rule, rule: 'petition-handle', days: 60 }
    const steps = [set(2, '2026-03-09', '2026-03-17'), held(2, '2026-03-17')]
    expect(clock(history(sixty, steps), at('2026-03-23'))).toMatchObject({ due: '2026-05-06', added: 0 })
  })

  it('ends its pause by itself: the case is looked at again after its day, and after the last of several', () => {
    const one = history(rule, [set(2, '2026-03-09', '2026-03-17')])
    const two = history(rule, [set(2, '2026-03-09', '2026-03-17'), set(3, '2026-03-09', '2026-03-12')])
    for (const events of [one, two]) {
      const now = at('2026-03-10')
      const paused = clock(events, now)
      expect(paused.pausedUntil).toBe(afterDay('2026-03-17'))
      expect(nextChange([paused], now)).toBe(afterDay('2026-03-17'))
      expect(clock(events, afterDay('2026-03-17') - 1).state).toBe('paused')
      expect(clock(events, afterDay('2026-03-17')).state).toBe('running')
    }
    expect(nextChange(clocksOf(one, afterDay('2026-03-17')), afterDay('2026-03-17'))).toBe(
      startOfDay('2026-03-25'),
    )
  })

  it('is no pause that an answer of the person ends', () => {
    const now = at('2026-03-10')
    expect(waitingRules(clocksOf(history(rule, [set(2, '2026-03-09', '2026-03-17')]), now))).toEqual([])
    const waiting = history({ ...rule, rule: 'county-mediation' }, [
      ['asked', '2026-03-09', { pauses: ['county-mediation'] }],
    ])
    expect(waitingRules(clocksOf(waiting, now))).toEqual(['county-mediation'])
    expect(waitingRules(clocksOf(history(rule, []), now))).toEqual([])
  })

  it('moves the colour with the last day', () => {
    const facts = { danger: false, people: null }
    const colour = (steps: Step[], day: string) => {
      const events = history(rule, steps)
      return warningOf(events, clocksOf(events, at(day)), facts)
    }
    const told = set(2, '2026-03-24', '2026-03-31')
    expect(colour([], '2026-03-30')).toBeGreaterThan(0)
    expect(colour([told], '2026-03-30')).toBe(0)
    expect(colour([told, held(2, '2026-03-31')], '2026-04-02')).toBeLessThan(colour([], '2026-04-02'))
    expect(colour([told, of('session-cancelled', 2, '2026-04-02')], '2026-04-02')).toBe(
      colour([], '2026-04-02'),
    )
  })

  it('counts only if people were told of it while the period ran', () => {
    const events = history(rule, [set(2, '2026-03-09', '2026-03-17'), held(2, '2026-03-17')])
    const since = (begun: number) => hearingSpans(events, begun, at('2026-03-23'), false)
    expect(since(2)).toEqual([{ from: '2026-03-09', to: '2026-03-17' }])
    expect(since(3)).toEqual([])
  })
})

describe('the thirty days of a review', () => {
  it.each(['government-office', 'petition-office', 'centre'] as const)('are owed by a %s', (unitKind) => {
    const facts = { track: 'complaint', category: 'land', unitKind, matter: 'recheck', named: true } as const
    expect(startedBy('accepted', facts, at(start))).toContainEqual(rule)
  })

  it.each([{ pausable: true }, { extendable: 10 }])('neither wait nor grow otherwise: %j', (more) => {
    const own = county.clocks.find(({ id }) => id === rule.rule)
    expect(own).toMatchObject({ hearings: true, fromReceipt: true, article: 'petition-regulation-36' })
    expect(clockSchema.safeParse(own).success).toBe(true)
    expect(clockSchema.safeParse({ ...own, ...more }).success).toBe(false)
  })
})
