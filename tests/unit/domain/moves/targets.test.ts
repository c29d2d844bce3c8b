import { afterEach, describe, expect, it } from 'vitest'
import { commonSuperior, targetsOf } from '#domain/moves/targets.ts'
import { area, unit } from '#domain/places/areas.ts'
import { county } from '#generated/county.ts'

/** Units that a case may be moved to, in the sample county. */

const ids = (...args: Parameters<typeof targetsOf>) => targetsOf(...args).map(({ id }) => id)
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

describe('professional committees', () => {
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
