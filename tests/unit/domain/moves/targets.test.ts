import { afterEach, describe, expect, it } from 'vitest'
import { commonSuperior, hasTarget, nobodyAbove, targetsOf } from '#domain/moves/targets.ts'
import { area, unit } from '#domain/places/areas.ts'
import type { About } from '#domain/words/about.ts'
import { aboutIds } from '#domain/words/about.ts'
import type { Category } from '#domain/words/categories.ts'
import { type Level, rank } from '#domain/words/levels.ts'
import type { Track } from '#domain/words/tracks.ts'
import { county } from '#generated/county.ts'

/** Units that a case may be moved to, in the sample county. */

const ids = (
  target: Parameters<typeof targetsOf>[0],
  from: string,
  about: About,
  sender: string | null,
  track: Track = 'mediation',
  category: Category = 'other',
) => targetsOf(target, from, { about, sender, track, category }).map(({ id }) => id)
const [village, sideVillage, town] = [
  'qingshi-liuwan-committee',
  'qingshi-songping-committee',
  'qingshi-committee',
]

// Tests change the county; the original is restored after each.
const real = structuredClone({ areas: county.areas, units: county.units })
afterEach(() => {
  for (const { id, mergedInto } of real.areas) if (!mergedInto) delete area(id).mergedInto
  for (const one of real.units) Object.assign(unit(one.id), { kind: one.kind, area: one.area })
})

describe('the targets of a complaint', () => {
  it('are offices and centres only (信访工作条例 22, 23)', () => {
    expect(ids('above', 'qingshi-office', 'none', null, 'complaint')).toEqual([
      ...['shili-centre', 'shili-petition', 'shili-office'],
    ])
    expect(ids('side', 'qingshi-office', 'none', null, 'complaint')).toEqual([
      ...['qingshi-centre', 'yunxi-office', 'yunxi-centre', 'nanping-office', 'nanping-centre'],
    ])
  })
})

describe('nobody is above', () => {
  it.each<[string, About, Track, boolean]>([
    [village, 'none', 'mediation', false],
    [village, 'grid-worker', 'complaint', false],
    ['qingshi-office', 'village-cadre', 'complaint', false],
    ['shili-centre', 'none', 'mediation', true],
    ['shili-centre', 'unknown', 'complaint', true],
    ['shili-labour', 'none', 'mediation', true],
    ['shili-petition', 'county-staff', 'complaint', true],
  ])('%s with a case about %s (%s): %s', (from, about, track, expected) => {
    expect(nobodyAbove(from, { about, track, category: 'other' })).toBe(expected)
  })

  it('where all above must not know of it, but the sender counts', () => {
    const facts = {
      about: 'county-staff',
      track: 'mediation',
      category: 'neighbour',
      sender: 'shili-petition',
    } as const
    expect(hasTarget('above', town, facts)).toBe(false)
    expect(nobodyAbove(town, facts)).toBe(false)
    expect(nobodyAbove(village, facts)).toBe(true)
  })
})

describe('the sender as a target', () => {
  it.each([
    ['side', village, sideVillage, false],
    ['above', village, town, false],
    // Sending down is a new task with its own due day; sharing transfers nothing.
    ['below', town, village, true],
    ['any', village, sideVillage, true],
  ] as const)('of %s from %s, where the sender is %s: %s', (target, from, sender, may) => {
    expect(ids(target, from, 'none', null)).toContain(sender)
    expect(ids(target, from, 'none', sender).includes(sender)).toBe(may)
  })
})

describe('the units that can be asked to share a case', () => {
  it('are exactly the targets to the side, above and below', () => {
    for (const { id } of county.units) {
      const near = (['side', 'above', 'below'] as const).flatMap((target) => ids(target, id, 'none', null))
      expect(new Set(ids('any', id, 'none', null)), id).toEqual(new Set(near))
    }
  })
})

describe('the order of targets', () => {
  it('is the nearest level first, and there first who does the same as the desk', () => {
    expect(ids('above', village, 'none', null, 'mediation', 'medical')).toEqual([
      ...['qingshi-committee', 'qingshi-office', 'qingshi-centre', 'shili-medical', 'shili-centre'],
    ])
  })
})

describe('the order of targets in every direction', () => {
  it.each<[string, [distance: number, levels: Level[]][]]>([
    [
      'qingshi-liuwan-1-grid',
      [
        [0, ['grid']],
        [1, ['village']],
        [2, ['town']],
        [3, ['county']],
      ],
    ],
    [
      village,
      [
        [0, ['village']],
        [1, ['grid', 'town']],
        [2, ['county']],
      ],
    ],
    [
      town,
      [
        [0, ['town']],
        [1, ['county', 'village']],
      ],
    ],
    [
      'qingshi-office',
      [
        [0, ['town']],
        [1, ['county', 'village']],
      ],
    ],
    [
      'shili-committee',
      [
        [0, ['county']],
        [1, ['town']],
      ],
    ],
  ])('from %s is by how many levels away they are: %j', (from, expected) => {
    const facts = { about: 'none', sender: null, track: 'mediation', category: 'other' } as const
    const reached = targetsOf('any', from, facts).map((to) => area(to.area).level)
    const here = rank(area(unit(from).area).level)
    const distances = reached.map((level) => Math.abs(rank(level) - here))
    expect(distances).toEqual(distances.toSorted((one, other) => one - other))
    const levelsAt = (distance: number) => [
      ...new Set(reached.filter((level) => Math.abs(rank(level) - here) === distance)),
    ]
    expect([...new Set(distances)].map((distance) => [distance, levelsAt(distance).sort()])).toEqual(expected)
  })
})

describe('that a desk has a target', () => {
  it.each([
    ['a unit that sent it', village, true],
    ['none', null, false],
  ])('back is to have come from another: %s', (_, sender, has) => {
    const facts = { about: 'none', sender, track: 'mediation', category: 'other' } as const
    expect(hasTarget('sender', town, facts)).toBe(has)
    expect(targetsOf('sender', town, facts).map(({ id }) => id)).toEqual(sender ? [sender] : [])
  })

  it.each(['side', 'above', 'below', 'any'] as const)('%s means that its list is not empty', (target) => {
    for (const { id } of county.units)
      for (const about of aboutIds) {
        const facts = { about, sender: null, track: 'complaint', category: 'other' } as const
        expect(hasTarget(target, id, facts), `${id} ${about}`).toBe(targetsOf(target, id, facts).length > 0)
      }
  })

  it('fails in every direction for a case about county staff at the petition office', () => {
    const facts = { about: 'county-staff', sender: null, track: 'complaint', category: 'other' } as const
    for (const target of ['side', 'above', 'below', 'any', 'sender'] as const)
      expect(hasTarget(target, 'shili-petition', facts)).toBe(false)
  })
})

describe('professional committees', () => {
  it('take cases of their own subjects, and what was filed under no subject', () => {
    const above = (category: Category) => ids('above', village, 'none', null, 'mediation', category)
    expect(above('neighbour').filter((id) => id.startsWith('shili'))).toEqual(['shili-centre'])
    expect(above('labour').filter((id) => id.startsWith('shili'))).toEqual(['shili-labour', 'shili-centre'])
    expect(above('other')).toEqual(expect.arrayContaining(['shili-labour', 'shili-medical', 'shili-traffic']))
  })

  it('take cases from every level below theirs', () => {
    expect(ids('above', 'qingshi-liuwan-1-grid', 'none', null)).toContain('shili-medical')
  })

  it('are no target for units of their own area', () => {
    expect(ids('above', 'shili-committee', 'none', null)).toEqual([])
  })

  it('take no cases from outside their area', () => {
    unit('shili-medical').area = 'yunxi'
    expect(ids('above', village, 'none', null)).not.toContain('shili-medical')
    expect(ids('above', 'yunxi-xiqiao-1-grid', 'none', null)).toContain('shili-medical')
  })
})

describe('the county’s centre', () => {
  it.each(['qingshi-liuwan-1-grid', village, town])('takes cases from %s, in danger or not', (from) => {
    for (const track of ['mediation', 'complaint'] as const)
      expect(ids('above', from, 'none', null, track)).toContain('shili-centre')
  })

  it('takes what a village must not hand to the town it is about', () => {
    expect(ids('above', village, 'town-staff', null, 'mediation', 'neighbour')).toEqual(['shili-centre'])
  })
})

describe('an area that was merged into another', () => {
  it('is no longer a target', () => {
    area('qingshi-songping').mergedInto = 'qingshi-liuwan'
    expect(ids('side', village, 'none', null)).toEqual(['qingshi-beiyuan-committee'])
  })
})

describe('the superior who decides between two desks (信访工作条例 24)', () => {
  it.each([
    ['two grids of a village', 'qingshi-liuwan-1-grid', 'qingshi-liuwan-2-grid', village],
    ['a grid and its village', 'qingshi-liuwan-1-grid', village, 'qingshi-centre'],
    ['a village and its grid', village, 'qingshi-liuwan-1-grid', 'qingshi-centre'],
  ])('for %s (%s and %s) is %s', (_, one, other, superior) => {
    expect(commonSuperior(one, other, 'none')?.id).toBe(superior)
  })

  it('is the town’s office if there is no centre, and its committee if there is neither', () => {
    unit('qingshi-centre').kind = 'grid'
    expect(commonSuperior(village, sideVillage, 'none')?.id).toBe('qingshi-office')
    unit('qingshi-office').kind = 'grid'
    expect(commonSuperior(village, sideVillage, 'none')?.id).toBe(town)
  })

  it('is the petition office only if the case is about county staff', () => {
    expect(commonSuperior('qingshi-office', 'yunxi-office', 'county-staff')?.id).toBe('shili-petition')
    expect(commonSuperior('shili-petition', 'shili-office', 'county-staff')).toBeUndefined()
  })
})
