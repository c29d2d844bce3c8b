import { describe, expect, it } from 'vitest'
import { type ClockFacts, findRule, sourceOf, startedBy } from '#domain/clocks/rules.ts'
import type { StartedClock } from '#domain/history/events.ts'
import type { EventKind } from '#domain/words/events.ts'
import { county } from '#generated/county.ts'

/** Which clocks a step sets going, written into the history as they stand that day. */

const mediation: ClockFacts = {
  track: 'mediation',
  category: 'neighbour',
  unitKind: 'people-mediation-committee',
  named: true,
}
const complaint: ClockFacts = { ...mediation, track: 'complaint', unitKind: 'government-office' }

const tell: StartedClock = { rule: 'county-tell', days: 3, workdays: true }
const ceiling: StartedClock = { rule: 'county-ceiling', days: 90, workdays: false }
const contact: StartedClock = { rule: 'danger-contact', days: 1, workdays: true }

describe('what a step starts', () => {
  it.each<[string, EventKind, ClockFacts, StartedClock[]]>([
    ['filed: to be told, and the three months', 'filed', mediation, [tell, ceiling]],
    [
      'filed by somebody in danger: first contact as well',
      'filed',
      { ...mediation, danger: true },
      [tell, contact, ceiling],
    ],
    ['danger marked later: first contact alone', 'danger-marked', { ...mediation, danger: true }, [contact]],
    [
      'accepted: the mediation',
      'accepted',
      mediation,
      [{ rule: 'county-mediation', days: 30, workdays: false }],
    ],
    [
      'a labour dispute filed: its fifteen days run from receipt (调解仲裁法 14)',
      'filed',
      { ...mediation, category: 'labour' },
      [tell, ceiling, { rule: 'labour-mediation', days: 15, workdays: false }],
    ],
    [
      'a complaint filed: fifteen days to be told in writing (信访工作条例 23)',
      'filed',
      complaint,
      [{ rule: 'petition-tell', days: 15, workdays: false }, ceiling],
    ],
    [
      'a complaint without a name: nobody to write to',
      'filed',
      { ...complaint, named: false },
      [tell, ceiling],
    ],
    [
      'accepted, its kind decided: the clock of that kind (34)',
      'accepted',
      { ...complaint, matter: 'petition' },
      [{ rule: 'petition-handle', days: 60, workdays: false }],
    ],
    [
      'accepted, its kind not decided: the county’s own clock',
      'accepted',
      complaint,
      [{ rule: 'county-answer', days: 15, workdays: true }],
    ],
    ['a note: nothing', 'noted', mediation, []],
  ])('%s', (_, kind, facts, started) => {
    expect(startedBy(kind, facts)).toEqual(started)
  })
})

describe('a rule', () => {
  it('is found by the id that the history names, and only by that', () => {
    for (const rule of county.clocks) expect(findRule(rule.id)).toBe(rule)
    expect(findRule('no-such-rule')).toBeUndefined()
  })

  it('rests on an article of the law or is named as the county’s own', () => {
    for (const rule of county.clocks)
      expect(sourceOf(rule)).toEqual(
        rule.article ? { article: county.articles[rule.article] } : { countyRule: rule.countyRule },
      )
  })
})
