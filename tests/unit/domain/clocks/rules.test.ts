import { describe, expect, it } from 'vitest'
import { type ClockFacts, findRule, sourceOf, staffNameOf, startedBy } from '#domain/clocks/rules.ts'
import type { StartedClock } from '#domain/history/events.ts'
import type { EventKind } from '#domain/words/events.ts'
import { county } from '#generated/county.ts'

/** The clocks that a step starts, written into the history with that day's rules. */

const mediation: ClockFacts = {
  track: 'mediation',
  category: 'neighbour',
  unitKind: 'people-mediation-committee',
  named: true,
}
const complaint: ClockFacts = { ...mediation, track: 'complaint', unitKind: 'government-office' }

const tell: StartedClock = { rule: 'county-tell', days: 3, workdays: true }
const ceiling: StartedClock = { rule: 'county-ceiling', days: 90, workdays: false }
/** A Tuesday morning in the hours of the rota. */
const morning = Date.parse('2026-11-24T10:00:00+08:00')
const contact: StartedClock = { rule: 'danger-contact', hours: 4, from: morning }

describe('clocks that a step starts', () => {
  it.each<[string, EventKind, ClockFacts, StartedClock[]]>([
    ['filed: first answer, and the ceiling of three months', 'filed', mediation, [tell, ceiling]],
    [
      'filed by a person in danger: first contact as well',
      'filed',
      { ...mediation, danger: true },
      [tell, contact, ceiling],
    ],
    ['danger marked later: first contact only', 'danger-marked', { ...mediation, danger: true }, [contact]],
    [
      'mediation accepted: the mediation clock',
      'accepted',
      mediation,
      [{ rule: 'county-mediation', days: 30, workdays: false }],
    ],
    [
      'labour dispute filed: fifteen days from receipt (调解仲裁法 14)',
      'filed',
      { ...mediation, category: 'labour' },
      [tell, ceiling, { rule: 'labour-mediation', days: 15, workdays: false }],
    ],
    [
      'complaint filed: fifteen days for the written answer (信访工作条例 23)',
      'filed',
      complaint,
      [{ rule: 'petition-tell', days: 15, workdays: false }, ceiling],
    ],
    [
      'anonymous complaint filed: no clock for the written answer',
      'filed',
      { ...complaint, named: false },
      [tell, ceiling],
    ],
    [
      'complaint accepted with its kind decided: the clock of that kind (34)',
      'accepted',
      { ...complaint, matter: 'petition' },
      [{ rule: 'petition-handle', days: 60, workdays: false }],
    ],
    [
      'complaint accepted with no kind decided: the county’s own clock',
      'accepted',
      complaint,
      [{ rule: 'county-answer', days: 15, workdays: true }],
    ],
    ['note added: none', 'noted', mediation, []],
  ])('%s', (_, kind, facts, started) => {
    expect(startedBy(kind, facts, morning)).toEqual(started)
  })
})

it('the hours of the first contact begin when somebody is on duty', () => {
  const night = Date.parse('2026-11-24T03:00:00+08:00')
  const started = startedBy('danger-marked', { ...mediation, danger: true }, night)
  expect(started).toEqual([{ ...contact, from: Date.parse('2026-11-24T08:00:00+08:00') }])
})

describe('a clock rule', () => {
  it('is found by its id, and an unknown id finds none', () => {
    for (const rule of county.clocks) expect(findRule(rule.id)).toBe(rule)
    expect(findRule('no-such-rule')).toBeUndefined()
  })

  it('has a name for staff that does not speak to the resident', () => {
    for (const rule of county.clocks) expect(staffNameOf(rule)).not.toContain('您')
    const told = county.clocks.find(({ name }) => name.includes('您'))
    expect(told && staffNameOf(told)).toBe(told?.staffName)
    const plain = county.clocks.find(({ staffName }) => staffName === undefined)
    expect(plain && staffNameOf(plain)).toBe(plain?.name)
  })

  it('cites an article of the law or is named as the county’s own', () => {
    for (const rule of county.clocks)
      expect(sourceOf(rule)).toEqual(
        rule.article ? { article: county.articles[rule.article] } : { countyRule: rule.countyRule },
      )
  })
})
