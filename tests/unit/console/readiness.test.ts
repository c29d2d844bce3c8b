import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { county } from '#generated/county.ts'
import { deskData, dossierData } from '#generated/desk.ts'
import { library } from '#generated/library.ts'
import { type BuiltCounty, findingsIn, sayFindings } from '../../../functions/console/readiness/findings.ts'
import { liveFindings } from '../../../functions/console/readiness/live.ts'
import { ownCounty, ownLibrary } from '../../support/own-county.ts'

const now = Date.parse('2026-09-10T10:00:00+08:00')

/** A county that lacks nothing. */
const ready: BuiltCounty = {
  county: {
    ...ownCounty,
    site: {
      ...ownCounty.site,
      ...{ securityContact: 'mailto:a@b.example', siteCode: '3400000001' },
      ...{ icp: '皖ICP备1号', police: '皖公网安备 1 号' },
    },
    calendar: { ...county.calendar, years: [2026] },
  },
  library: { situations: library.situations, ...ownLibrary },
  dossier: { ...dossierData, sample: false },
  desk: {
    checklist: { ...deskData.checklist, sample: false },
    mediationReport: { ...deskData.mediationReport, sample: false },
  },
  reviewed: [{ file: 'content/stories/a.mdx', day: '2026-06-01' }],
}

const withSite = (facts: Partial<typeof county.site>): BuiltCounty => ({
  ...ready,
  county: { ...ready.county, site: { ...ready.county.site, ...facts } },
})
const withCounty = (facts: Partial<typeof county>): BuiltCounty => ({
  ...ready,
  county: { ...ready.county, ...facts },
})

const withCalendar = (years: number[]): BuiltCounty =>
  withCounty({ calendar: { ...ready.county.calendar, years } })

it('the holidays of the next year are not asked for before November', () => {
  expect(findingsIn(ready, Date.parse('2026-10-31T10:00:00+08:00'))).toEqual([])
})

it('a county that lacks nothing has no findings', () => {
  expect(findingsIn(ready, now)).toEqual([])
})

const lacks: [what: string, built: BuiltCounty, level: 'error' | 'advice', place: string, at?: string][] = [
  ['a url without https', withSite({ url: 'http://county.example' }), 'error', 'content/site.yaml: url'],
  ['the url of the sample', withSite({ url: 'https://example.invalid' }), 'error', 'content/site.yaml: url'],
  [
    'a notice of the sample',
    withSite({ sampleNotice: '本站为示例' }),
    'error',
    'content/site.yaml: sampleNotice',
  ],
  ['a security contact', withSite({ securityContact: '' }), 'advice', 'content/site.yaml: securityContact'],
  ['an operator', withSite({ operator: '' }), 'advice', 'content/site.yaml: operator'],
  ['an address', withSite({ address: '' }), 'advice', 'content/site.yaml: address'],
  ['an ICP number', withSite({ icp: '' }), 'advice', 'content/site.yaml: icp'],
  ['a police number', withSite({ police: '' }), 'advice', 'content/site.yaml: police'],
  ['a code of the site', withSite({ siteCode: '' }), 'advice', 'content/site.yaml: siteCode'],
  ['a picture of its own name', withSite({ name: '和和气气' }), 'advice', 'site/public/share.png'],
  ['a duty rota', withCounty({ duty: [] }), 'advice', 'content/duty.yaml'],
  ['experts', withCounty({ experts: [] }), 'advice', 'content/experts.yaml'],
  [
    'professional committees',
    withCounty({ units: ready.county.units.filter(({ kind }) => kind !== 'professional-committee') }),
    'advice',
    'content/regions.yaml',
  ],
  [
    'a court',
    {
      ...ready,
      library: { ...ready.library, offices: ready.library.offices.filter(({ kind }) => kind !== 'court') },
    },
    'advice',
    'content/offices.yaml',
  ],
  ['papers of its own', { ...ready, dossier: { sample: true } }, 'advice', 'content/dossier.yaml: sample'],
  [
    'a checklist of its own',
    { ...ready, desk: { ...ready.desk, checklist: deskData.checklist } },
    'advice',
    'content/checklist.yaml: sample',
  ],
  [
    'a report of its own',
    { ...ready, desk: { ...ready.desk, mediationReport: deskData.mediationReport } },
    'advice',
    'content/mediation-report.yaml: sample',
  ],
  ['the holidays of next year, in November', ready, 'advice', 'content/calendar/2027.yaml', '2026-11-30'],
  ['the holidays of this year', withCalendar([2027]), 'advice', 'content/calendar/2026.yaml', '2026-10-31'],
  ['a review of half a year', ready, 'advice', 'npm run content:stale', '2026-12-02'],
]

it.each(lacks)(
  'a county without %s is told where that is put right',
  (_, built, level, place, day = '2026-09-10') => {
    const found = findingsIn(built, Date.parse(`${day}T10:00:00+08:00`))
    expect(found.map((one) => `${one.level} ${one.place}`)).toContain(`${level} ${place}`)
  },
)

it('errors stand before advice', () => {
  const found = findingsIn(withSite({ url: 'http://county.example', icp: '' }), now)
  const printed = sayFindings(found.toSorted((a, b) => a.level.localeCompare(b.level))).split('\n')
  expect(printed.map((line) => line.slice(0, 3))).toEqual(['必须改', '建议 ', '必须改'])
})

it('a place is in the own file of the chosen county if it has one', () => {
  const id = `checked-by-a-test-${process.pid}`
  const folder = join('counties', id)
  mkdirSync(folder, { recursive: true })
  try {
    writeFileSync(join(folder, 'site.yaml'), '')
    vi.stubEnv('LIUCHIXIANG_COUNTY', id)
    const built = withSite({ url: 'http://county.example' })
    const printed = sayFindings(findingsIn({ ...built, dossier: { sample: true } }, now))
    expect(printed).toContain(`必须改  ${folder}/site.yaml: url：`)
    expect(printed).toContain('建议  content/dossier.yaml: sample：')
  } finally {
    vi.unstubAllEnvs()
    rmSync(folder, { recursive: true })
  }
})

describe('the running site', () => {
  const https = async () => ({ ok: true, says: '' })
  const hsts = new Headers({ 'strict-transport-security': 'max-age=1' })
  const site = 'https://county.example'

  it('is asked for its health, and nothing is found when it is well', async () => {
    const asked: string[] = []
    const get = async (url: string) => {
      asked.push(url)
      return { status: 200, text: 'ok', headers: hsts }
    }
    expect(await liveFindings(site, get, https)).toEqual([])
    expect(asked).toEqual(['https://county.example/healthz'])
  })

  it.each([
    [
      'lacks a key',
      async () => ({ status: 503, text: 'CODE_PEPPER', headers: hsts }),
      https,
      /503：CODE_PEPPER/,
    ],
    ['does not answer', () => Promise.reject(new TypeError('no')), https, /没有回答（TypeError）/],
    ['sets no HSTS', async () => ({ status: 200, text: 'ok', headers: new Headers() }), https, /HSTS/],
    [
      'answers plain http',
      async () => ({ status: 200, text: 'ok', headers: hsts }),
      async () => ({ ok: false, says: 'answers 200 over plain http' }),
      /plain http/,
    ],
  ])('that %s is an error', async (_, get, redirect, says) => {
    const found = await liveFindings(site, get, redirect)
    expect(found.map((one) => one.level)).toEqual(['error'])
    expect(found[0]?.says).toMatch(says)
  })
})
