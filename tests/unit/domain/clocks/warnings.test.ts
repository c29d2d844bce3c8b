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
/** A case with a clock of thirty calendar days, and what happened to it, that day or so many days later. */
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

describe('the scheme', () => {
  it('ranks from the calmest up; an unknown colour counts as the calmest', () => {
    expect(colours.map(({ id }) => colourRank(id))).toEqual([0, 1, 2, 3])
    expect(colourRank('no-such-colour')).toBe(0)
    expect(colours[alarming]?.id).toBe('yellow')
  })

  it('has no colour above its last', () => {
    expect([0, 1, 2, 3, 4, 9].map((rank) => colourAt(rank).id)).toEqual([
      ...['green', 'blue', 'yellow', 'red', 'red', 'red'],
    ])
  })
})

describe('the colour of a case', () => {
  it.each<[string, CaseEvent[], number, Partial<WarningFacts>, string]>([
    ['a fresh case', begun(), 0, {}, 'green'],
    ['half of its time gone', begun(), 15, {}, 'blue'],
    ['three quarters gone', begun(), 23, {}, 'yellow'],
    ['its last day', begun(), 30, {}, 'yellow'],
    ['past its last day', begun(), 31, {}, 'red'],
    ['its clock stands still', begun(paused), 200, {}, 'green'],
    ['its clock was met, though late', begun(['settled', {}, 33]), 40, {}, 'green'],
    ['a date passed that people had set', begun(), 0, { late: true }, 'red'],
    ['somebody is in danger', begun(), 0, { danger: true }, 'red'],
    ['returned once', begun(['returned']), 0, {}, 'green'],
    ['returned twice', begun(...times(2, ['returned'])), 0, {}, 'yellow'],
    ['taken up again', begun(['reopened']), 0, {}, 'yellow'],
    ['one case beside it', begun(['linked']), 0, {}, 'blue'],
    ['three cases beside it', begun(...times(3, ['linked'])), 0, {}, 'yellow'],
    ['four people', begun(), 0, { people: 4 }, 'green'],
    ['five people', begun(), 0, { people: 5 }, 'yellow'],
    ['thirty people', begun(), 0, { people: 30 }, 'red'],
    ['several signs: the highest counts', begun(['linked'], ['reopened']), 15, {}, 'yellow'],
  ])('%s', (_, events, days, facts, id) => {
    expect(colour(events, days, facts)).toBe(id)
  })
})

describe('what staff judged', () => {
  it.each<[string, CaseEvent[], number, Partial<WarningFacts>, string]>([
    ['wins over the signs, upward', begun(judged('red')), 0, {}, 'red'],
    ['and downward', begun(judged('green')), 23, {}, 'green'],
    ['the last judgement counts', begun(judged('red'), judged('blue')), 0, {}, 'blue'],
    ['and stays through other steps', begun(judged('red'), ['noted']), 0, {}, 'red'],
    ['it ends when the case is taken up again', begun(judged('red'), ['reopened']), 0, {}, 'yellow'],
    ['it calms no danger', begun(judged('green')), 0, { danger: true }, 'red'],
    ['it calms no clock that has passed', begun(judged('green')), 31, {}, 'red'],
    ['it calms no date that has passed', begun(judged('blue')), 0, { late: true }, 'red'],
  ])('%s', (_, events, days, facts, id) => {
    expect(colour(events, days, facts)).toBe(id)
  })

  it('is nothing where nobody judged', () => {
    expect(judgedColour(begun())).toBeNull()
    expect(judgedColour(begun(judged('blue'), ['reopened']))).toBeNull()
  })
})
