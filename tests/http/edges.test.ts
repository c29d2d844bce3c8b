import { readFileSync } from 'node:fs'
import { get } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { actions, api, pages, publishedPages } from '#domain/routes/site.ts'
import { base, postApi, rightForm, rightJson, visit } from '../support/http.ts'
import { serve } from '../support/serve.ts'

const policyOf = (headers: Headers): string => headers.get('content-security-policy') ?? ''

describe('security headers', () => {
  const cases: [string, () => Promise<{ headers: Headers; status: number }>][] = [
    ['a static page', () => visit().get('/')],
    ['a redirect of the asset router', () => visit().get('/file')],
    ['a post to a static page', () => visit().post('/file/', rightForm)],
    ['a file', () => visit().get('/favicon.svg')],
    ['a page of the Worker', () => visit().post(actions.fileCheck, rightForm)],
    ['a refused form', () => visit().post(actions.fileCheck, {})],
    ['a redirect of the Worker', () => visit().get(actions.trackCase)],
    ['a page that does not exist', () => visit().get('/nothing/')],
    ['an API answer', () => postApi(api.cases, rightJson)],
    ['an API problem', () => postApi(api.track, {})],
    ['health', () => visit().get('/healthz')],
  ]

  it.each(cases)('are on %s', async (_, ask) => {
    const { headers } = await ask()
    const policy = policyOf(headers)
    expect(policy).toMatch(/default-src 'none'/)
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toMatch(/unsafe/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('same-origin')
  })

  it('allow the style a page has, and only the styles of the site', async () => {
    const hashes = (headers: Headers) =>
      /style-src ([^;]*)/.exec(policyOf(headers) ?? '')?.[1]?.split(' ') ?? []
    const hashOf = async (text: string): Promise<string> => {
      const style = /<style>([\s\S]*?)<\/style>/.exec(text)?.[1] ?? ''
      const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(style))
      return `'sha256-${Buffer.from(digest).toString('base64')}'`
    }
    const made = await visit().get('/nothing/')
    expect(hashes(made.headers)).toEqual([await hashOf(made.text)])
    for (const path of ['/track/', '/lessons/', '/', '/letters/', '/deadlines/', '/compare/', '/talks/']) {
      // One for each kind of page of the site (site/build/style.ts).
      const { headers, text } = await visit().get(path)
      expect(hashes(headers)).toHaveLength(9)
      expect(hashes(headers)).toContain(await hashOf(text))
      expect(hashes(headers)).toContain(await hashOf(made.text))
    }
  })

  it('forbid storing a page made for a person', async () => {
    const answers = [
      await visit().post(actions.fileCheck, rightForm),
      await visit().post(actions.fileCheck, {}),
      await visit().get(actions.trackCase),
      await visit().get('/nothing/'),
      await postApi(api.track, {}),
    ]
    for (const { headers } of answers) expect(headers.get('cache-control')).toBe('no-store')
  })
})

describe('pages of the route list', () => {
  it.each([...Object.values(pages), ...publishedPages].map(({ path }) => path))(
    '%s is served',
    async (path) => {
      const { status, text } = await visit().get(path)
      expect(status).toBe(200)
      expect(text).toMatch(/^<!doctype html>/i)
      expect(text.match(/<h1/g)).toHaveLength(1)
    },
  )

  it('do not include an unknown path, which gets 404 in the layout', async () => {
    const { status, text } = await visit().get('/lessons/nothing/')
    expect(status).toBe(404)
    expect(text).toContain('没有这一页')
    expect(text).toContain('主导航')
  })

  it('are named in sitemap, robots.txt and feed', async () => {
    const map = (await visit().get('/sitemap.xml')).text
    const paths = [...map.matchAll(/<loc>https?:\/\/[^/]+([^<]*)<\/loc>/g)].map(([, path]) => path as string)
    for (const { path } of [...Object.values(pages), ...publishedPages]) expect(paths).toContain(path)
    for (const path of paths) expect((await visit().get(path)).status, path).toBe(200)
    expect((await visit().get('/robots.txt')).text).toContain('Sitemap: ')
    expect((await visit().get('/rss.xml')).text).toContain('<rss version="2.0" ')
  })
})

describe('a trailing slash', () => {
  it.each([
    ['/search/?q=a', '/search?q=a'],
    ['/file/check/', '/file/check'],
    ['/file/from/dismissed/leaving/', '/file/from/dismissed/leaving'],
    ['/deadlines/when/?limit=x', '/deadlines/when?limit=x'],
    ['/desk/sign-in/', '/desk/sign-in'],
  ])('of %s is redirected to the path', async (path, to) => {
    const first = await visit().get(path)
    expect([first.status, first.headers.get('location')]).toEqual([path.startsWith('/desk') ? 303 : 308, to])
  })

  it('of a post keeps the posted fields', async () => {
    const answer = await fetch(`${base()}${actions.fileCheck}/`, {
      method: 'POST',
      body: new URLSearchParams(rightForm),
      headers: { 'sec-fetch-site': 'same-origin', origin: base() },
    })
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain(rightForm['narrative'])
  })
})

describe('plain http under a host name other than loopback', () => {
  const ask = (path: string): Promise<{ status?: number; location?: string }> =>
    new Promise((resolve, reject) => {
      get(`${base()}${path}`, { headers: { host: 'portal.example' } }, (answer) => {
        answer.resume()
        const { statusCode: status, headers } = answer
        resolve({ ...(status && { status }), ...(headers.location && { location: headers.location }) })
      }).on('error', reject)
    })

  it.each(['/track/case', '/desk/', '/nothing?x=1'])('redirects %s to https', async (path) => {
    const { status, location = '' } = await ask(path)
    expect(status).toBe(308)
    // wrangler dev puts its own scheme into redirects to its own host; tests/worker/http/entry-points.test.ts checks ours.
    expect(location.replace(/^https?:/, '')).toBe(`//portal.example${path}`)
  })

  it('sends HSTS with static pages', async () => {
    for (const path of ['/', '/lessons/'])
      expect((await visit().get(path)).headers.get('strict-transport-security')).toMatch(/^max-age=63072000/)
    expect((await visit().get(actions.trackCase)).headers.get('strict-transport-security')).toBeNull()
  })
})

describe('a form post from', () => {
  const own = () => ({ origin: base() })
  const headers: [string, Record<string, string | undefined>, number][] = [
    ['the site’s own page', { 'sec-fetch-site': 'same-origin' }, 200],
    [
      'the site’s own page, in a browser without Sec-Fetch',
      { 'sec-fetch-site': undefined, origin: 'ours' },
      200,
    ],
    ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://elsewhere.example' }, 403],
    ['another subdomain', { 'sec-fetch-site': 'same-site', origin: 'ours' }, 403],
    ['the address bar', { 'sec-fetch-site': 'none' }, 403],
    [
      'another site, in a browser without Sec-Fetch',
      { 'sec-fetch-site': undefined, origin: 'https://elsewhere.example' },
      403,
    ],
    ['nowhere', { 'sec-fetch-site': undefined, origin: 'null' }, 403],
    ['a client with neither header', { 'sec-fetch-site': undefined, origin: undefined }, 403],
  ]

  it.each(headers)('%s (%j) gets %i', async (_, given, status) => {
    const sent = { 'content-type': 'application/x-www-form-urlencoded', ...own(), ...given }
    const named = Object.entries(sent).filter(([, value]) => value !== undefined)
    const init = named.map(([name, value]) => [name, value === 'ours' ? base() : value] as [string, string])
    const answer = await fetch(base() + actions.fileCheck, {
      method: 'POST',
      body: new URLSearchParams(rightForm),
      headers: init,
    })
    const text = await answer.text()
    expect(answer.status).toBe(status)
    // The answers are kept whether or not the post is refused.
    expect(text).toContain(rightForm['narrative'])
    if (status === 403) expect(text).toContain('没有提交成功')
  })

  it('another site is refused on opening, leaving and confirming as well', async () => {
    for (const path of [actions.trackOpen, actions.trackLeave, actions.fileNoted, actions.fileSend])
      expect((await visit().post(path, rightForm, { 'sec-fetch-site': 'cross-site' })).status, path).toBe(403)
  })
})

describe('a wrong method', () => {
  it.each([
    ['GET', api.cases, 405],
    ['DELETE', api.cases, 405],
    ['POST', api.vocabulary, 405],
    ['GET', '/api/v1/nothing', 404],
    ['PUT', '/api/v1/cases/track', 405],
  ])('%s %s gets a problem with %i', async (method, path, status) => {
    const answer = await fetch(base() + path, { method })
    expect(answer.status).toBe(status)
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
    expect(await answer.json()).toMatchObject({ status, title: expect.any(String) })
  })

  it('GET for an action redirects to its form', async () => {
    const there = async (path: string) => (await visit().get(path)).headers.get('location')
    expect(await there(actions.fileCheck)).toBe('/file/')
    expect(await there(actions.fileSend)).toBe('/file/')
    expect(await there(actions.trackOpen)).toBe('/track/')
  })

  it('or any other call under /api/ sets no cookie', async () => {
    const answer = await postApi(api.cases, rightJson)
    expect(answer.status).toBe(201)
    expect(answer.headers.get('set-cookie')).toBeNull()
  })
})

describe('without a database or without secrets', () => {
  let noDatabase: Awaited<ReturnType<typeof serve>>
  let noSecrets: Awaited<ReturnType<typeof serve>>
  beforeAll(async () => {
    noDatabase = await serve('database')
    noSecrets = await serve('secrets')
  }, 240_000)
  afterAll(() => {
    noDatabase.stop()
    noSecrets.stop()
  })

  it('static pages and blank forms are still served', async () => {
    for (const { base: address } of [noDatabase, noSecrets])
      for (const { path } of Object.values(pages))
        expect((await visit(address).get(path)).status, path).toBe(200)
  })

  it('the check page works, and sending reports that nothing was stored and keeps the answers', async () => {
    const person = visit(noDatabase.base)
    const check = await person.post(actions.fileCheck, rightForm)
    expect(check.status).toBe(200)
    const token = /name="sendToken" value="(\w+)"/.exec(check.text)?.[1] ?? ''
    const sent = await person.post(actions.fileSend, { ...rightForm, sendToken: token })
    expect(sent.status).toBe(503)
    expect(sent.text).toContain('这次没有交上去')
    expect(sent.text).toContain(rightForm['narrative'])
    expect(sent.text).toContain(token)
    expect(sent.text).toContain('12345')
  })

  it('/healthz says what is wrong, without any value', async () => {
    const database = await visit(noDatabase.base).get('/healthz')
    expect([database.status, database.text]).toEqual([503, 'The database does not answer.\n'])
    const secrets = await visit(noSecrets.base).get('/healthz')
    const missing = process.env['SERVER'] === 'box' ? 'master-key, code-pepper' : 'MASTER_KEY, CODE_PEPPER'
    expect([secrets.status, secrets.text]).toEqual([503, `Missing or malformed: ${missing}\n`])
    expect((await visit().get('/healthz')).status).toBe(200)
  })
})

it('wrangler.toml leaves browser navigations to the Worker', () => {
  expect(readFileSync('wrangler.toml', 'utf8')).not.toMatch(/^not_found_handling/m)
})
