import { describe, expect, it } from 'vitest'
import { startedClock } from '#domain/clocks/rules.ts'
import { deskEntry } from '#domain/desk/listing.ts'
import { unitAbove } from '#domain/desk/units-above.ts'
import { mayUrge, type UrgeChance, type UrgeFault, urgeChance } from '#domain/following/urging.ts'
import { unansweredIn } from '#domain/history/conversation.ts'
import type { CaseEvent, EventData } from '#domain/history/events.ts'
import { turnedTo } from '#domain/history/turned-to.ts'
import { county } from '#generated/county.ts'

const day = 86_400_000
const start = Date.parse('2026-11-24T10:00:00+08:00')
const village = 'qingshi-liuwan-committee'
const town = 'qingshi-centre'

/** A clock of a rule, started by an event. */
const clocks = (...ids: string[]): EventData => ({
  clocks: ids.flatMap((id) => {
    const rule = county.clocks.find((one) => one.id === id)
    return rule ? [startedClock(rule, start)] : []
  }),
})
type Row = [kind: string, days: number, data?: EventData, more?: Partial<CaseEvent>]
/** A history; each row happened so many days after the start. */
const history = (...rows: Row[]): CaseEvent[] =>
  rows.map(([kind, days, data = {}, more = {}], index) => ({
    ...{ seq: index + 1, kind: kind as CaseEvent['kind'], at: start + days * day, data, hash: '' },
    ...{ unit: village, acting: '', actor: ['urged', 'replied'].includes(kind) ? 'party:1' : 'staff:a' },
    ...more,
  }))
const at = (days: number) => start + days * day
/** 30 calendar days from 24 November: half of them have passed on 9 December. */
const thirty = clocks('county-mediation')
const urged: Row = ['urged', 16, { to: ['desk'], urges: ['county-mediation'] }]
const first = { rules: ['county-mediation'], again: false }

describe('an urge', () => {
  it.each<[string, Row[], number, UrgeChance | UrgeFault]>([
    ['before half of the clock', [['filed', 0, thirty]], 14, { why: 'early', from: '2026-12-09' }],
    [
      'before half of two clocks',
      [['filed', 0, clocks('county-mediation', 'county-tell')]],
      1,
      { why: 'early', from: '2026-11-26' },
    ],
    ['on the day of its half', [['filed', 0, thirty]], 15, first],
    ['on its last day', [['filed', 0, thirty]], 30, first],
    ['once it has passed', [['filed', 0, thirty]], 45, first],
    ['for a clock that was urged', [['filed', 0, thirty], urged], 17, { why: 'already' }],
    ['for it once it has passed', [['filed', 0, thirty], urged], 45, { why: 'already' }],
    [
      'while it is paused',
      [
        ['filed', 0, thirty],
        ['asked', 1, { pauses: ['county-mediation'] }],
      ],
      20,
      { why: 'none' },
    ],
    [
      'after it was met',
      [
        ['filed', 0, thirty],
        ['settled', 16],
      ],
      20,
      { why: 'none' },
    ],
    ['where no clock runs', [['filed', 0]], 20, { why: 'none' }],
    [
      'for a clock that the holder does not see',
      [['filed', 0, clocks('county-ceiling')]],
      80,
      { why: 'none' },
    ],
    ['for the first contact in danger', [['filed', 0, clocks('danger-contact')]], 1, { why: 'none' }],
    [
      'for two clocks at once',
      [['filed', 0, clocks('county-tell', 'county-mediation')]],
      16,
      { rules: ['county-tell', 'county-mediation'], again: false },
    ],
    [
      'for a second clock',
      [
        ['filed', 0, clocks('county-tell')],
        ['urged', 2, { urges: ['county-tell'] }],
        ['accepted', 3, thirty],
      ],
      20,
      { ...first, again: true },
    ],
    [
      'for a clock beside one that was urged',
      [
        ['filed', 0, clocks('county-tell', 'county-mediation')],
        ['urged', 2, { urges: ['county-tell'] }],
      ],
      16,
      { ...first, again: true },
    ],
    [
      'for the same rule once the case is reopened',
      [['filed', 0, thirty], urged, ['settled', 20], ['reopened', 21, thirty]],
      40,
      first,
    ],
  ])('%s', (_, rows, days, expected) => {
    const chance = urgeChance(history(...rows), at(days))
    expect(chance).toEqual(expected)
    expect(mayUrge(chance)).toBe(!('why' in expected))
  })

  it.each([
    ['qingshi-liuwan-committee', 'none', 'qingshi-centre'],
    ['qingshi-liuwan-committee', 'grid-worker', 'qingshi-centre'],
    ['qingshi-office', 'village-cadre', 'shili-centre'],
    ['shili-centre', 'none', undefined],
    ['shili-centre', 'town-staff', undefined],
    ['shili-committee', 'none', undefined],
    ['shili-petition', 'county-staff', undefined],
  ] as const)('has above %s, of a case about %s, %s', (unit, about, above) => {
    expect(unitAbove(unit, about)?.id).toBe(above)
  })
})

describe('an urge waits', () => {
  const both: Row = ['urged', 16, { to: ['desk'], urges: ['county-mediation'], above: town }]
  const waitsAt = (rows: Row[]) => {
    const events = history(['filed', 0, thirty], both, ...rows)
    return {
      desk: unansweredIn(events).some(({ kind }) => kind === 'urged'),
      above: turnedTo(events).get(town) === 'urged',
    }
  }

  it.each<[string, Row[], { desk: boolean; above: boolean }]>([
    ['at first', [], { desk: true, above: true }],
    ['after a note of the desk', [['noted', 17, {}, { acting: village }]], { desk: true, above: true }],
    ['after a note of the unit above', [['noted', 17, {}, { acting: town }]], { desk: true, above: false }],
    ['after words to the holder', [['message', 17, { to: ['party:1'] }]], { desk: false, above: true }],
    ['after it was set aside', [['set-aside', 17]], { desk: false, above: true }],
    ['after a step', [['accepted', 17]], { desk: false, above: false }],
    ['after the end', [['settled', 17]], { desk: false, above: false }],
    ['after a reply of the same person', [['replied', 17]], { desk: true, above: true }],
    ['at the next desk', [['transferred', 17, {}, { unit: town }]], { desk: true, above: false }],
  ])('%s', (_, rows, expected) => {
    expect(waitsAt(rows)).toEqual(expected)
  })

  it('in a list of the unit above alone, and at the desk before other words', () => {
    const events = history(['filed', 0, thirty], ['accepted', 1], both, [
      'wrote',
      17,
      { to: ['desk'] },
      { actor: 'party:1' },
    ])
    const facts = { status: 'accepted', about: 'none', danger: false, people: null } as const
    const { scopes, waiting, waitingIn } = deskEntry(events, facts, at(18))
    expect(scopes.filter((scope) => scope.startsWith('above:'))).toEqual([`above:${town}`])
    for (const here of [waitingIn[`above:${town}`], waiting])
      expect(here).toEqual({ waits: 'urged', waitsSince: at(16) })
  })
})
