import { describe, expect, it } from 'vitest'
import { ratingWindow } from '#domain/basics/bounds.ts'
import { endOfDay } from '#domain/basics/time.ts'
import { mayHold } from '#domain/desk/access.ts'
import { finalFrom, finalQuarters } from '#domain/desk/rating-figures.ts'
import { callsAt, isDrawn, looksAt } from '#domain/desk/rating-tasks.ts'
import { changeableUntil } from '#domain/following/rating.ts'
import type { CaseEvent } from '#domain/history/events.ts'
import { area, unit } from '#domain/places/areas.ts'
import { type About, aboutIds } from '#domain/words/about.ts'
import { type Level, rank } from '#domain/words/levels.ts'
import { county } from '#generated/county.ts'

/** What a rating asks of units, and the quarters in which ratings are summed. */

const filed = (data: CaseEvent['data'] = {}): CaseEvent[] => [
  { seq: 1, kind: 'filed', actor: 'party:1', at: 0, unit: 'x', acting: '', hash: '', data },
]

describe('a low rating', () => {
  it.each<[string, string | null]>([
    ['qingshi-liuwan-committee', 'qingshi-centre'],
    ['qingshi-office', 'shili-centre'],
    ['qingshi-committee', 'shili-centre'],
    ['shili-committee', null],
    ['shili-medical', null],
    ['shili-centre', null],
  ])('at %s opens a look at %s', (desk, above) => {
    const { level } = area(unit(desk).area)
    expect(looksAt(desk, { about: 'none', level })[0]?.unit ?? null).toBe(above)
    // The case has gone to the county since it ended: in danger or not.
    expect(looksAt(desk, { about: 'none', level: 'county' })).toEqual([])
  })

  it('can go to a unit of each level above, lowest first, that may know of the case', () => {
    const at = (about: About) => looksAt('qingshi-liuwan-1-grid', { about, level: 'grid' })
    const [village, town, top] = ['qingshi-liuwan-committee', 'qingshi-centre', 'shili-centre']
    expect(at('none').map(({ unit }) => unit)).toEqual([village, town, top])
    expect(at('none')[1]).toEqual({ unit: town, area: 'qingshi' })
    expect(at('village-cadre').map(({ unit }) => unit)).toEqual([town, top])
    expect(at('county-staff')).toEqual([])
  })

  it('never opens anything at a unit that must not know of the case, or at the county for its own cases', () => {
    for (const { id } of county.units)
      for (const about of aboutIds) {
        const facts = { about, level: area(unit(id).area).level }
        for (const { unit: at } of [...looksAt(id, facts), ...callsAt(id, facts, filed())]) {
          expect(mayHold(at, about)).toBe(true)
          expect(rank(area(unit(at).area).level)).toBeGreaterThan(rank(area(unit(id).area).level))
        }
        if (area(unit(id).area).level === 'county')
          expect([looksAt(id, facts), callsAt(id, facts, filed())]).toEqual([[], []])
      }
  })
})

it.each<[string, { about: About; level: Level }, CaseEvent['data'], string | null]>([
  ['a named person', { about: 'none', level: 'village' }, {}, 'shili-centre'],
  ['a person whose case the county has, in danger or not', { about: 'none', level: 'county' }, {}, null],
  ['a person without a name', { about: 'none', level: 'village' }, { anonymous: true }, null],
])('the county calls %s: at %o', (_, facts, data, at) => {
  expect(callsAt('qingshi-liuwan-committee', facts, filed(data))[0]?.unit ?? null).toBe(at)
})

it('one in twenty of all draws of 32 bits is drawn', () => {
  const at = (high: number) =>
    isDrawn((bytes) => Uint8Array.of(high >>> 24, high >>> 16, high >>> 8, high, 0).slice(0, bytes))
  const edge = Math.ceil(2 ** 32 / 20)
  expect([0, edge - 1, edge, 2 ** 31, 2 ** 32 - 1].map(at)).toEqual([true, true, false, false, false])
})

describe('the quarters whose sums are shown', () => {
  const at = (text: string) => Date.parse(`${text}+08:00`)
  const names = (now: number) => finalQuarters(now, 3).map(({ year, quarter }) => `${year}-${quarter}`)

  it('end 37 days before, when nobody can answer or change any more', () => {
    const [latest] = finalQuarters(at('2026-11-24T10:00:00'), 3)
    expect(latest).toMatchObject({ year: 2026, quarter: 3, from: at('2026-07-01T00:00:00') })
    const final = at('2026-11-07T00:00:00')
    expect(latest && finalFrom(latest)).toBe(final)
    // Asked in the last moment, answered in the last moment.
    const answered = endOfDay(at('2026-09-30T23:59:59') + ratingWindow) - 1
    expect(changeableUntil(answered)).toBe(final)
    expect(names(final)).toEqual(['2026-3', '2026-2', '2026-1'])
    expect(names(final - 1)).toEqual(['2026-2', '2026-1', '2025-4'])
  })

  it.each([
    ['2027-05-07T23:59:59', '2026-4'],
    ['2027-05-08T00:00:00', '2027-1'],
    ['2027-08-06T00:00:00', '2027-1'],
    ['2027-08-07T00:00:00', '2027-2'],
    ['2027-11-06T23:59:59', '2027-2'],
    ['2027-11-07T00:00:00', '2027-3'],
  ])('at %s begin with %s', (now, first) => {
    expect(names(at(now))[0]).toBe(first)
  })

  it('go over the turn of a year', () => {
    expect(names(at('2027-01-01T00:00:00'))).toEqual(['2026-3', '2026-2', '2026-1'])
    expect(names(at('2027-02-07T00:00:00'))).toEqual(['2026-4', '2026-3', '2026-2'])
    expect(finalQuarters(at('2027-02-07T00:00:00'), 1)).toMatchObject([
      { from: at('2026-10-01T00:00:00'), before: at('2027-01-01T00:00:00') },
    ])
  })
})
