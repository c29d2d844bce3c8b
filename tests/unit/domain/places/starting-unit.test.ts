import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scopesOfCase, scopesOfUnit } from '#domain/desk/access.ts'
import { area, pathOf, unit } from '#domain/places/areas.ts'
import { type Beginning, startOf, unseenBy } from '#domain/places/starting-unit.ts'
import { aboutIds } from '#domain/words/about.ts'
import { categoryIds } from '#domain/words/categories.ts'
import { rank } from '#domain/words/levels.ts'
import { trackIds } from '#domain/words/tracks.ts'
import { county } from '#generated/county.ts'

const base: Beginning = {
  track: 'mediation',
  category: 'neighbour',
  region: 'qingshi-liuwan-1',
  about: 'none',
  danger: false,
}

describe('the starting unit of a case (rules.md R7)', () => {
  it.each<[Partial<Beginning>, string]>([
    [{}, 'qingshi-liuwan-committee'],
    [{ track: 'consult' }, 'qingshi-liuwan-committee'],
    [{ track: 'tip' }, 'qingshi-liuwan-committee'],
    [{ track: 'complaint' }, 'qingshi-office'],
    [{ track: 'suggestion' }, 'qingshi-office'],
    [{ region: 'qingshi' }, 'qingshi-committee'],
    [{ region: 'shili' }, 'shili-committee'],
    [{ region: 'shili', track: 'complaint' }, 'shili-office'],
    [{ category: 'medical' }, 'shili-medical'],
    [{ category: 'medical', track: 'consult' }, 'qingshi-liuwan-committee'],
    [{ danger: true }, 'shili-centre'],
    [{ danger: true, track: 'complaint' }, 'shili-centre'],
    [{ danger: true, category: 'medical' }, 'shili-centre'],
    [{ about: 'grid-worker' }, 'qingshi-liuwan-committee'],
    [{ about: 'grid-worker', track: 'complaint' }, 'qingshi-office'],
    [{ about: 'village-cadre' }, 'qingshi-committee'],
    [{ about: 'village-cadre', track: 'complaint' }, 'qingshi-office'],
    [{ about: 'town-staff' }, 'shili-centre'],
    [{ about: 'unknown', track: 'complaint' }, 'shili-centre'],
    [{ about: 'county-staff' }, 'shili-petition'],
    [{ about: 'county-staff', danger: true }, 'shili-petition'],
    [{ about: 'county-staff', category: 'medical' }, 'shili-petition'],
    [{ about: 'village-cadre', danger: true }, 'shili-centre'],
    [{ about: 'village-cadre', category: 'medical' }, 'qingshi-committee'],
  ])('with %j is %s', (changes, id) => {
    expect(startOf({ ...base, ...changes }).id).toBe(id)
  })

  it.each<[Partial<Beginning>, string | undefined]>([
    [{}, undefined],
    [{ track: 'complaint' }, undefined],
    [{ about: 'grid-worker' }, '网格员看不到'],
    [{ about: 'grid-worker', track: 'complaint' }, '网格员看不到'],
    [{ about: 'village-cadre' }, '村里看不到'],
    [{ about: 'town-staff' }, '村里、镇上看不到'],
    [{ about: 'unknown' }, '村里、镇上看不到'],
    [{ danger: true }, '村里、镇上看不到'],
    [{ category: 'labour' }, '村里、镇上看不到'],
    [{ about: 'county-staff' }, '村里、镇上和县里别的单位看不到'],
  ])('with %j is unseen by: %s', (changes, unseen) => {
    const beginning = { ...base, ...changes }
    expect(unseenBy(startOf(beginning), beginning.about)).toBe(unseen)
  })

  it('keeps the promise about who does not see it (property)', () => {
    const beginnings = fc.record<Beginning>({
      track: fc.constantFrom(...trackIds),
      category: fc.constantFrom(...categoryIds),
      region: fc.constantFrom(...county.areas.filter(({ level }) => level !== 'county').map(({ id }) => id)),
      about: fc.constantFrom(...aboutIds),
      danger: fc.boolean(),
    })
    const named = { 网格员: 'grid', 村里: 'village', 镇上: 'town' } as const
    fc.assert(
      fc.property(beginnings, (beginning) => {
        const start = startOf(beginning)
        const unseen = unseenBy(start, beginning.about) ?? ''
        const scopes = scopesOfCase({
          unit: start.id,
          about: beginning.about,
          cohandlers: [],
          assignee: null,
          recused: [],
        })
        for (const [word, level] of Object.entries(named)) {
          if (!unseen.includes(word)) continue
          const place = pathOf(beginning.region).find((one) => one.level === level)
          const blind = county.units.filter((one) => one.area === place?.id)
          for (const { id } of blind)
            expect(scopesOfUnit(id).filter((scope) => scopes.includes(scope))).toEqual([])
        }
      }),
      { numRuns: 500 },
    )
  })

  it('is reported as missing if the county has no unit of the kind', () => {
    const { kind } = unit('shili-petition')
    unit('shili-petition').kind = 'grid'
    try {
      expect(() => startOf({ ...base, about: 'county-staff' })).toThrow(/shili has no .*petition-office/)
    } finally {
      unit('shili-petition').kind = kind
    }
  })

  it('is always above the people complained of, and never a grid (property)', () => {
    const beginnings = fc.record<Beginning>({
      track: fc.constantFrom(...trackIds),
      category: fc.constantFrom(...categoryIds),
      region: fc.constantFrom(...county.areas.map(({ id }) => id)),
      about: fc.constantFrom(...aboutIds),
      danger: fc.boolean(),
    })
    const least = {
      none: 0,
      'grid-worker': 1,
      'village-cadre': 2,
      'town-staff': 3,
      unknown: 3,
      'county-staff': 3,
    }
    fc.assert(
      fc.property(beginnings, (beginning) => {
        const level = area(startOf(beginning).area).level
        expect(rank(level)).toBeGreaterThanOrEqual(beginning.danger ? 3 : least[beginning.about])
        expect(unit(startOf(beginning).id).kind).not.toBe('grid')
      }),
      { numRuns: 500 },
    )
  })
})
