import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { county } from '#generated/county.ts'
import { library } from '#generated/library.ts'
import { checkHttpsRedirect, type PlainAnswer } from '../../../functions/console/https-redirect.ts'
import { samplesIn } from '../../../functions/console/readiness/samples.ts'
import { ownCounty, ownLibrary } from '../../support/own-county.ts'

describe('the https check after a deploy, when plain http', () => {
  const site = 'https://county.example/somewhere'
  const answers: [string, () => Promise<PlainAnswer>, boolean, RegExp][] = [
    [
      'redirects to https',
      async () => ({ status: 301, location: 'https://county.example/' }),
      true,
      /leads to https/,
    ],
    ['redirects to itself', async () => ({ status: 308, location: '//county.example/' }), false, /308/],
    ['is answered', async () => ({ status: 200, location: null }), false, /answers 200.*Always Use HTTPS/],
    [
      'redirects to http',
      async () => ({ status: 302, location: 'http://www.county.example/' }),
      false,
      /302/,
    ],
    [
      'fails to answer',
      async () => Promise.reject(new TypeError('no')),
      false,
      /TypeError.*by hand.*Always Use HTTPS/,
    ],
  ]

  it.each(answers)('%s', async (_, answer, ok, says) => {
    const asked: string[] = []
    const checked = await checkHttpsRedirect(site, (url) => {
      asked.push(url)
      return answer()
    })
    expect(asked).toEqual(['http://county.example/'])
    expect(checked).toEqual({ ok, says: expect.stringMatching(says) })
  })
})

it('the deployed desk Worker has a cron trigger for the scheduler', () => {
  const config = readFileSync('wrangler.desk.toml', 'utf8')
  expect(config).toMatch(/^\[triggers\]\ncrons = \["\*\/10 \* \* \* \*"\]$/m)
})

it('every sample number, name and rule of the sample county is named', () => {
  const samples = samplesIn(county, library).join('\n')
  for (const { id, phone } of [...county.units, ...library.offices])
    expect(samples).toContain(`${id} ${phone}`)
  for (const { unit, name } of library.people) expect(samples).toMatch(new RegExp(`${unit} .*${name}`))
  expect(samples).toContain('content/site.yaml: phone')
})

describe('a county that replaced its sample data', () => {
  const { site } = ownCounty
  const { tagline, operator, address } = county.site
  const [unit] = county.units
  const [office] = library.offices

  it('has no samples left', () => expect(samplesIn(ownCounty, ownLibrary)).toEqual([]))

  it.each([
    ['its name on every page', { site: { ...site, county: '示例县' } }, 'site.yaml: county 示例县'],
    ['the line below it', { site: { ...site, tagline } }, `site.yaml: tagline ${tagline}`],
    ['the body that runs it', { site: { ...site, operator } }, `site.yaml: operator ${operator}`],
    ['its address', { site: { ...site, address } }, `site.yaml: address ${address}`],
    ['its area', { areas: county.areas }, 'regions.yaml: shili 示例县'],
    [
      'a unit with a telephone of its own',
      { units: county.units.slice(0, 1).map((one) => ({ ...one, phone: '12345' })) },
      `regions.yaml: ${unit?.id} 12345 ${unit?.name}`,
    ],
  ])('except %s is told so', (_, left, line) => {
    expect(samplesIn({ ...ownCounty, ...left }, ownLibrary)).toEqual([`content/${line}`])
  })

  it('except an office with a telephone of its own is told so', () => {
    const offices = library.offices.slice(0, 1).map((one) => ({ ...one, phone: '12345' }))
    expect(samplesIn(ownCounty, { ...ownLibrary, offices })).toEqual([
      `content/offices.yaml: ${office?.id} 12345 ${office?.name}`,
    ])
  })
})
