import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { samplesIn } from '../../functions/console/deploy.ts'
import { county } from '../../functions/generated/county.ts'

// It builds first.
it('a deploy refuses while sample numbers stand in content/, and names each', { timeout: 60_000 }, () => {
  const { status, stderr } = spawnSync('node', ['functions/console/deploy.ts'], { encoding: 'utf8' })
  expect(status).toBe(1)
  for (const { id, phone } of county.units) expect(stderr).toContain(`${id} ${phone}`)
  expect(stderr).toContain('content/site.yaml: phone')
})

it('the desk’s scheduler runs where it is deployed', () => {
  const config = readFileSync('wrangler.desk.toml', 'utf8')
  expect(config).toMatch(/^\[triggers\]\ncrons = \["\*\/10 \* \* \* \*"\]$/m)
})

it('and passes a county that replaced them', () => {
  const real = {
    ...county,
    site: { ...county.site, url: 'https://county.example', phone: '12345', sampleNotice: '' },
    units: county.units.map((unit) => ({ ...unit, phone: '12345' })),
    clocks: county.clocks.map((clock) => ({
      ...clock,
      ...(clock.countyRule && { countyRule: '本县办理时限规定' }),
    })),
  }
  expect(samplesIn(real)).toEqual([])
})
