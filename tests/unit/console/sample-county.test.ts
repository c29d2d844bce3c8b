import { expect, it } from 'vitest'
import { county } from '#generated/county.ts'
import { isSampleCounty } from '../../../functions/console/readiness/samples.ts'

it.each([
  ['the sample', county.areas, true],
  [
    'a county of its own with a village of the same name',
    county.areas.map((area) => (area.level === 'county' ? { ...area, name: '云台县' } : area)),
    false,
  ],
  ['no county', [], false],
])('%s is known as what it is', (_, areas, sample) => {
  expect(isSampleCounty(areas)).toBe(sample)
})
