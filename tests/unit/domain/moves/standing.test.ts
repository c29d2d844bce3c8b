import { afterEach, describe, expect, it } from 'vitest'
import { startOfDay } from '#domain/basics/time.ts'
import { clocksOf } from '#domain/clocks/clocks.ts'
import { takenOffIn } from '#domain/history/case-history.ts'
import type { CaseEvent, EventData } from '#domain/history/events.ts'
import { standingOf } from '#domain/moves/standing.ts'
import { area } from '#domain/places/areas.ts'
import type { Track } from '#domain/words/tracks.ts'
import { untouched } from '../../../support/standing.ts'

/** Facts of a history that a move depends on: the sender, running clocks, requests. */

const at = (day: string) => startOfDay(day) + 9 * 3_600_000
const [village, town, office, centre] = [
  'qingshi-liuwan-committee',
  'qingshi-committee',
  'qingshi-office',
  'qingshi-centre',
]

type Step = [kind: CaseEvent['kind'], unit: string, data?: EventData, day?: string | undefined]

const history = (...steps: Step[]): CaseEvent[] =>
  steps.map(([kind, unit, data = {}, day = '2026-03-02'], index) => ({
    ...{ seq: index + 1, kind, actor: 'console', at: at(day), unit, acting: '', hash: '', data },
  }))

const standing = (events: CaseEvent[], { now = '2026-03-03', track = 'mediation' as Track } = {}) =>
  standingOf(events, clocksOf(events, at(now)), track, at(now))

const filed: Step = ['filed', village]
const transferred = (from: string, to: string, day?: string): Step => ['transferred', to, { from }, day]

describe('a case that never moved', () => {
  it('has no sender, matter, extendable clock or sharing desk, is not decided and not too late to return', () => {
    expect(standing(history(filed, ['noted', village]), { now: '2026-06-01', track: 'complaint' })).toEqual(
      untouched,
    )
  })
})

describe('the sender of a case', () => {
  it.each<[string, Step[], string | null]>([
    ['is the desk that transferred it', [filed, transferred(village, town)], village],
    ['is the last of several desks', [filed, transferred(village, town), transferred(town, office)], town],
    [
      'stays the same after steps at this desk',
      [filed, transferred(village, town), ['noted', town]],
      village,
    ],
    ['is null if the step that moved it names none', [filed, ['danger-marked', 'shili-centre']], null],
  ])('%s', (_, steps, sender) => {
    expect(standing(history(...steps)).sender).toBe(sender)
  })

  describe('after two areas were merged', () => {
    const merge = (from: string, into: string) => Object.assign(area(from), { mergedInto: into })
    afterEach(() => {
      for (const id of ['yunxi-zhulin', 'yunxi-zhulin-1']) delete area(id).mergedInto
    })

    it('is the desk of the same kind in the area that took over', () => {
      merge('yunxi-zhulin', 'yunxi-xiqiao')
      const events = history(
        ['filed', 'yunxi-zhulin-committee'],
        transferred('yunxi-zhulin-committee', 'yunxi-office'),
      )
      expect(standing(events).sender).toBe('yunxi-xiqiao-committee')
    })

    it('is null if that desk is the current one', () => {
      merge('yunxi-zhulin', 'yunxi-xiqiao')
      const events = history(
        ['filed', 'yunxi-zhulin-committee'],
        transferred('yunxi-zhulin-committee', 'yunxi-xiqiao-committee'),
      )
      expect(standing(events).sender).toBeNull()
    })

    it('stays the old desk if the area that took over has none of its kind', () => {
      merge('yunxi-zhulin-1', 'yunxi-xiqiao')
      const events = history(
        ['filed', 'yunxi-zhulin-1-grid'],
        transferred('yunxi-zhulin-1-grid', 'yunxi-office'),
      )
      expect(standing(events).sender).toBe('yunxi-zhulin-1-grid')
    })
  })

  it.each<[string, Step[], boolean]>([
    [
      'sent down from above',
      [
        ['filed', town],
        ['sent-down', village, { from: town }],
      ],
      true,
    ],
    [
      'sent down, then a step at this desk',
      [
        ['filed', town],
        ['sent-down', village, { from: town }],
        ['noted', village],
      ],
      true,
    ],
    [
      'transferred from a desk of the same level',
      [filed, transferred(village, 'qingshi-songping-committee')],
      false,
    ],
    [
      'sent down to another desk before',
      [
        ['filed', town],
        ['sent-down', village, { from: town }],
        ['escalated', office, { from: village }],
      ],
      false,
    ],
  ])('a case counts as sent down only if its last transfer was: %s', (_, steps, sentDown) => {
    expect(standing(history(...steps)).sentDown).toBe(sentDown)
  })
})

describe('the current desk decides a dispute of two desks (信访工作条例 24)', () => {
  const first: Step = ['returned', village, { from: town }]
  const second: Step = ['returned', centre, { from: town, bySecondReturn: true }]
  it.each<[string, Step[], boolean]>([
    ['not after one return', [filed, transferred(village, town), first], false],
    [
      'after a second return, as the common superior',
      [filed, transferred(village, town), first, transferred(village, town), second],
      true,
    ],
    [
      'still after further steps at that desk',
      [filed, transferred(village, town), first, second, ['noted', centre]],
      true,
    ],
    ['no longer once it was passed to one of them', [filed, first, second, transferred(centre, town)], false],
    [
      'no longer when the case comes back up another way',
      [filed, first, second, transferred(centre, town), ['escalated', centre, { from: town }]],
      false,
    ],
  ])('%s', (_, steps, decides) => {
    expect(standing(history(...steps)).decides).toBe(decides)
  })
})

describe('the matter of a complaint', () => {
  it('is the one decided last', () => {
    const events = history(
      ['filed', office],
      ['accepted', office, { matter: 'other' }],
      ['reopened', office, { matter: 'petition' }],
      ['noted', office],
    )
    expect(standing(events).matter).toBe('petition')
  })
})

describe('an extension', () => {
  const sixty = { rule: 'petition-handle', days: 60, workdays: false }
  const tell = { rule: 'county-tell', days: 90, workdays: false }
  const accepted: Step = ['accepted', office, { clocks: [tell, sixty] }]
  const only: Step = ['reopened', office, { clocks: [sixty] }]
  const asks: Step = ['extension-requested', office, { asks: { rule: 'petition-handle', days: 30 } }]
  const granted: Step = ['extended', office, { extends: { rule: 'petition-handle', days: 30 } }]
  const late = '2026-05-07'

  it.each<[string, Step[], string, boolean]>([
    ['while the clock that allows it runs', [accepted], '2026-05-06', true],
    ['not once that clock is overdue', [accepted], late, false],
    ['not twice', [only, granted], '2026-05-06', false],
    [
      'not while the clock is paused',
      [only, ['asked', office, { pauses: ['petition-handle'] }]],
      '2026-03-20',
      false,
    ],
    ['not once the clock is met', [only, ['answered', office]], '2026-03-20', false],
    [
      'not for a clock that allows none',
      [['accepted', village, { clocks: [{ rule: 'county-mediation', days: 30, workdays: false }] }]],
      '2026-03-20',
      false,
    ],
  ])('may be requested: %s', (_, steps, now, extendable) => {
    expect(standing(history(...steps), { now }).extendable).toBe(extendable)
  })

  it.each<[string, Step[], string, boolean, boolean]>([
    ['not requested', [accepted], '2026-03-20', false, false],
    ['requested, and the clock runs', [accepted, asks], '2026-05-06', true, true],
    ['requested, and the clock is overdue', [accepted, asks], late, true, false],
    ['requested and granted', [accepted, asks, granted], '2026-03-20', false, false],
    [
      'requested for a clock that the case does not have',
      [accepted, ['extension-requested', office, { asks: { rule: 'county-answer', days: 5 } }]],
      '2026-03-20',
      true,
      false,
    ],
  ])('is pending, and can be granted in time: %s', (_, steps, now, asked, inTime) => {
    const { extensionAsked, extensionInTime } = standing(history(...steps), { now })
    expect([extensionAsked, extensionInTime]).toEqual([asked, inTime])
  })
})

describe('a case is shared', () => {
  it('from the moment another desk joins until it leaves', () => {
    const joined: Step = ['cohandler-joined', village, { with: office }]
    expect(standing(history(filed, joined)).shared).toBe(true)
    expect(standing(history(filed, joined, ['cohandler-left', village, { with: office }])).shared).toBe(false)
  })
})

describe('too late to return (信访工作条例 23)', () => {
  // Tuesday 3 March 2026; five working days later is Tuesday the 10th.
  const events = history(['filed', town], transferred(town, office, '2026-03-03'))
  it.each<[string, Track, string, boolean]>([
    ['a complaint on the fifth working day: no', 'complaint', '2026-03-10', false],
    ['a complaint on the sixth working day: yes', 'complaint', '2026-03-11', true],
    ['a mediation at any time: no', 'mediation', '2026-06-01', false],
    ['a suggestion at any time: no', 'suggestion', '2026-06-01', false],
  ])('%s', (_, track, now, late) => {
    expect(standing(events, { track, now }).tooLateToReturn).toBe(late)
  })
})

describe('who is off a case', () => {
  const taken: Step = ['accepted', village, { staff: 'li' }]
  const lifted: Step = ['recusal-lifted', village, { staff: 'li' }]

  it.each<[string, Step[], { handled: boolean; recusals: boolean }, [string, string][]]>([
    ['nobody', [filed, taken], { handled: true, recusals: false }, []],
    [
      'its handler, for an interest',
      [filed, taken, ['recused', village, { staff: 'li' }]],
      { handled: false, recusals: true },
      [['li', 'recused']],
    ],
    [
      'another than its handler',
      [filed, taken, ['recusal-recorded', village, { staff: 'wang' }]],
      { handled: true, recusals: true },
      [['wang', 'recused']],
    ],
    [
      'an unwanted mediator',
      [filed, taken, ['mediator-changed', village, { staff: 'li' }]],
      { handled: false, recusals: false },
      [['li', 'objected']],
    ],
    [
      'nobody, once what was recorded wrongly is lifted; the case still waits for a handler',
      [filed, taken, ['recusal-recorded', village, { staff: 'li' }], lifted],
      { handled: false, recusals: false },
      [],
    ],
    [
      'an unwanted mediator, whatever is lifted',
      [
        filed,
        taken,
        ['mediator-changed', village, { staff: 'li' }],
        ['recused', village, { staff: 'li' }],
        lifted,
      ],
      { handled: false, recusals: false },
      [['li', 'objected']],
    ],
    [
      'who has an interest, whatever a side says later',
      [filed, taken, ['recused', village, { staff: 'li' }], ['mediator-changed', village, { staff: 'li' }]],
      { handled: false, recusals: true },
      [['li', 'recused']],
    ],
  ])('%s', (_, steps, facts, off) => {
    const events = history(...steps)
    expect(standing(events)).toMatchObject(facts)
    expect([...takenOffIn(events)]).toEqual(off)
  })
})

describe('words of the holder of the code', () => {
  it('can be set aside once there are any that nobody answered', () => {
    const wrote: CaseEvent = {
      ...{ seq: 2, kind: 'wrote', actor: 'party:1', at: at('2026-03-02'), unit: village },
      ...{ acting: '', hash: '', data: { to: ['desk'] } },
    }
    expect(standing([...history(filed), wrote])).toMatchObject({ unanswered: true, callAsked: false })
    const call = { ...wrote, data: { ...wrote.data, call: true as const } }
    expect(standing([...history(filed), call]).callAsked).toBe(true)
    expect(standing(history(filed)).unanswered).toBe(false)
  })
})

describe('a request of the holder at the county', () => {
  const county: Step = ['filed', 'shili-centre']
  const asked: Step = ['withdrawal-asked', 'shili-centre']
  it.each<[string, Step[], boolean, boolean]>([
    ['waits for a talk', [county, asked], true, true],
    ['is confirmed', [county, asked, ['request-confirmed', 'shili-centre']], false, false],
    [
      'was set aside, which confirms nothing',
      [county, asked, ['request-set-aside', 'shili-centre']],
      true,
      false,
    ],
    [
      'is not touched by words that are set aside',
      [county, asked, ['set-aside', 'shili-centre']],
      true,
      true,
    ],
    ['was never made', [county], false, false],
    ['below the county waits for nobody', [filed, ['withdrawal-asked', village]], false, false],
  ])('%s', (_, steps, unconfirmed, untalked) => {
    expect(standing(history(...steps))).toMatchObject({ unanswered: false, unconfirmed, untalked })
  })
})
