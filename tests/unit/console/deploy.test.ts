import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { county } from '#generated/county.ts'
import { library } from '#generated/library.ts'
import { checkHttpsRedirect, type PlainAnswer } from '../../../functions/console/https-redirect.ts'
import { samplesIn } from '../../../functions/console/readiness/samples.ts'

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

it('a county that replaced all sample data has no samples left', () => {
  const real = {
    ...county,
    site: { ...county.site, url: 'https://county.example', phone: '12345', sampleNotice: '' },
    units: county.units.map((unit) => ({ ...unit, phone: '12345' })),
    experts: county.experts.map((expert) => ({ ...expert, name: '某某' })),
    clocks: county.clocks.map((clock) => ({
      ...clock,
      ...(clock.countyRule && { countyRule: '本县办理时限规定' }),
    })),
  }
  const offices = library.offices.map((office) => ({ ...office, phone: '12345' }))
  const people = library.people.map((person) => ({ ...person, name: '某某' }))
  expect(samplesIn(real, { offices, people })).toEqual([])
})
