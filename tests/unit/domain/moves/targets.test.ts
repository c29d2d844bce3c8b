import { afterEach, describe, expect, it } from 'vitest'
import { commonSuperior, targetsOf } from '#domain/moves/targets.ts'
import { area, unit } from '#domain/places/areas.ts'
import { county } from '#generated/county.ts'

/** Where a case may be handed, by the map of the sample county. */

const ids = (...args: Parameters<typeof targetsOf>) => targetsOf(...args).map(({ id }) => id)
const [village, sideVillage, town] = [
  'qingshi-liuwan-committee',
  'qingshi-songping-committee',
  'qingshi-committee',
]

// A county as it is not: put back after each test.
const real = structuredClone({ areas: county.areas, units: county.units })
afterEach(() => {
  for (const { id, mergedInto } of real.areas) if (!mergedInto) delete area(id).mergedInto
  for (const one of real.units) Object.assign(unit(one.id), { kind: one.kind, area: one.area })
})

describe('a complaint', () => {
  it('goes to offices and centres only (信访工作条例 22, 23)', () => {
    expect(ids('above', 'qingshi-office', 'none', null, 'complaint')).toEqual([
      ...['shili-centre', 'shili-petition', 'shili-office'],
    ])
    expect(ids('side', 'qingshi-office', 'none', null, 'complaint')).toEqual([
      ...['qingshi-centre', 'yunxi-office', 'yunxi-centre', 'nanping-office', 'nanping-centre'],
    ])
  })
})

describe('what the sender may not get back but by a return', () => {
  it.each([
    ['side', village, sideVillage, false],
    ['above', village, town, false],
    // Down again is another errand, with a day for the answer; sharing hands nothing on.
    ['below', town, village, true],
    ['any', village, sideVillage, true],
  ] as const)('%s from %s to its sender %s: %s', (target, from, sender, may) => {
    expect(ids(target, from, 'none', null)).toContain(sender)
    expect(ids(target, from, 'none', sender).includes(sender)).toBe(may)
  })
})

describe('who can be asked to share a case', () => {
  it('everybody beside, above or below, and nobody else', () => {
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

  it('do not lie above their own area', () => {
    expect(ids('above', 'shili-committee', 'none', null)).toEqual([])
  })

  it('take none from outside their area', () => {
    unit('shili-medical').area = 'yunxi'
    expect(ids('above', village, 'none', null)).not.toContain('shili-medical')
    expect(ids('above', 'yunxi-xiqiao-1-grid', 'none', null)).toContain('shili-medical')
  })
})

describe('an area that was merged into another', () => {
  it('gets no case any more', () => {
    area('qingshi-songping').mergedInto = 'qingshi-liuwan'
    expect(ids('side', village, 'none', null)).toEqual(['qingshi-beiyuan-committee'])
  })
})

describe('who decides between two desks (信访工作条例 24)', () => {
  it.each([
    ['two grids of a village', 'qingshi-liuwan-1-grid', 'qingshi-liuwan-2-grid', village],
    ['a grid and its village', 'qingshi-liuwan-1-grid', village, 'qingshi-centre'],
    ['a village and its grid', village, 'qingshi-liuwan-1-grid', 'qingshi-centre'],
  ])('%s', (_, one, other, superior) => {
    expect(commonSuperior(one, other, 'none')?.id).toBe(superior)
  })

  it('the office of the town, where it has no centre; its committee, where it has neither', () => {
    unit('qingshi-centre').kind = 'grid'
    expect(commonSuperior(village, sideVillage, 'none')?.id).toBe('qingshi-office')
    unit('qingshi-office').kind = 'grid'
    expect(commonSuperior(village, sideVillage, 'none')?.id).toBe(town)
  })

  it('the petition office alone, where the case is about county staff', () => {
    expect(commonSuperior('qingshi-office', 'yunxi-office', 'county-staff')?.id).toBe('shili-petition')
    expect(commonSuperior('shili-petition', 'shili-office', 'county-staff')).toBeUndefined()
  })
})
