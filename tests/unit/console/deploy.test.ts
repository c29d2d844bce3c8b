import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { county } from '#generated/county.ts'
import { library } from '#generated/library.ts'
import { checkHttpsRedirect, type PlainAnswer } from '../../../functions/console/https-redirect.ts'
import { samplesIn } from '../../../functions/console/sample-county.ts'

const folder = mkdtempSync(join(tmpdir(), 'liuchixiang-deploy-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/**
 * Stand-ins for the programs that the deploy starts. A real build would empty dist/ while other test files read it, and
 * a real wrangler would publish if the refusal were broken.
 */
const standIn = (name: string, status: number) =>
  writeFileSync(join(folder, name), `#!/bin/sh\necho "${name} $*" >> "${folder}/calls"\nexit ${status}\n`, {
    mode: 0o755,
  })

it('a deploy builds first, is refused while content/ has sample data, and names each sample', () => {
  standIn('npm', 0)
  standIn('wrangler', 1)
  const { status, stderr } = spawnSync('node', ['functions/console/deploy.ts'], {
    encoding: 'utf8',
    env: { ...process.env, PATH: `${folder}:${process.env['PATH']}` },
  })
  expect(status).toBe(1)
  for (const { id, phone } of [...county.units, ...library.offices])
    expect(stderr).toContain(`${id} ${phone}`)
  for (const { unit, name } of library.people) expect(stderr).toMatch(new RegExp(`${unit} .*${name}`))
  expect(stderr).toContain('content/site.yaml: phone')
  expect(readFileSync(join(folder, 'calls'), 'utf8')).toBe('npm run --silent build\n')
})

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
