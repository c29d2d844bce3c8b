import { describe, expect, it } from 'vitest'
import { addDays, startOfDay } from '#domain/basics/time.ts'
import { clocksOf } from '#domain/clocks/clocks.ts'
import {
  alarming,
  colourAt,
  colourRank,
  colours,
  judgedColour,
  type WarningFacts,
  warningOf,
} from '#domain/clocks/warnings.ts'
import type { CaseEvent, EventData } from '#domain/history/events.ts'

/** The colours of the sample county (content/warnings.yaml): green, blue, yellow, red. */

type Step = [kind: CaseEvent['kind'], data?: EventData, days?: number]

const start = '2026-03-02'
const at = (days: number) => startOfDay(addDays(start, days)) + 9 * 3_600_000
/** A case with a clock of thirty calendar days and its further steps, each some days after the start. */
const begun = (...steps: Step[]): CaseEvent[] =>
  [['accepted', { clocks: [{ rule: 'county-mediation', days: 30, workdays: false }] }] as Step, ...steps].map(
    ([kind, data = {}, days = 0], index) => ({
      ...{
        seq: index + 1,
        kind,
        actor: 'console',
        at: at(days),
        unit: 'qingshi-committee',
        acting: '',
        hash: '',
        data,
      },
    }),
  )

const colour = (events: CaseEvent[], days = 0, facts: Partial<WarningFacts> = {}): string =>
  colourAt(warningOf(events, clocksOf(events, at(days)), { danger: false, people: null, ...facts })).id

const times = (count: number, step: Step): Step[] => Array.from({ length: count }, () => step)
const judged = (id: string): Step => ['judged', { colour: id }]
const paused: Step = ['asked', { pauses: ['county-mediation'] }]

describe('the warning colours', () => {
  it('rank from the lowest up, and an unknown colour counts as the lowest', () => {
    expect(colours.map(({ id }) => colourRank(id))).toEqual([0, 1, 2, 3])
    expect(colourRank('no-such-colour')).toBe(0)
    expect(colours[alarming]?.id).toBe('yellow')
  })

  it('end with red: a higher rank is red too', () => {
    expect([0, 1, 2, 3, 4, 9].map((rank) => colourAt(rank).id)).toEqual([
      ...['green', 'blue', 'yellow', 'red', 'red', 'red'],
    ])
  })
})

describe('the warning colour of a case with', () => {
  it.each<[string, CaseEvent[], number, Partial<WarningFacts>, string]>([
    ['no event since acceptance', begun(), 0, {}, 'green'],
    ['half of its time used', begun(), 15, {}, 'blue'],
    ['three quarters of its time used', begun(), 23, {}, 'yellow'],
    ['its last day today', begun(), 30, {}, 'yellow'],
    ['its last day passed', begun(), 31, {}, 'red'],
    ['a paused clock', begun(paused), 200, {}, 'green'],
    ['a clock met late', begun(['settled', {}, 33]), 40, {}, 'green'],
    ['a set date passed', begun(), 0, { late: true }, 'red'],
    ['a person in danger', begun(), 0, { danger: true }, 'red'],
    ['one return', begun(['returned']), 0, {}, 'green'],
    ['two returns', begun(...times(2, ['returned'])), 0, {}, 'yellow'],
    ['a reopening', begun(['reopened']), 0, {}, 'yellow'],
    ['one linked case', begun(['linked']), 0, {}, 'blue'],
    ['three linked cases', begun(...times(3, ['linked'])), 0, {}, 'yellow'],
    ['four people', begun(), 0, { people: 4 }, 'green'],
    ['five people', begun(), 0, { people: 5 }, 'yellow'],
    ['thirty people', begun(), 0, { people: 30 }, 'red'],
    ['several warning signs (the highest counts)', begun(['linked'], ['reopened']), 15, {}, 'yellow'],
  ])('%s', (_, events, days, facts, id) => {
    expect(colour(events, days, facts)).toBe(id)
  })
})

describe('the warning colour judged by staff', () => {
  it.each<[string, CaseEvent[], number, Partial<WarningFacts>, string]>([
    ['raises the computed colour', begun(judged('red')), 0, {}, 'red'],
    ['lowers the computed colour', begun(judged('green')), 23, {}, 'green'],
    ['is the one of the last judgement', begun(judged('red'), judged('blue')), 0, {}, 'blue'],
    ['stays through other steps', begun(judged('red'), ['noted']), 0, {}, 'red'],
    ['ends when the case is reopened', begun(judged('red'), ['reopened']), 0, {}, 'yellow'],
    ['does not lower danger', begun(judged('green')), 0, { danger: true }, 'red'],
    ['does not lower an overdue clock', begun(judged('green')), 31, {}, 'red'],
    ['does not lower a passed date', begun(judged('blue')), 0, { late: true }, 'red'],
  ])('%s', (_, events, days, facts, id) => {
    expect(colour(events, days, facts)).toBe(id)
  })

  it('is null without a judgement, and after a reopening', () => {
    expect(judgedColour(begun())).toBeNull()
    expect(judgedColour(begun(judged('blue'), ['reopened']))).toBeNull()
  })
})
