import { describe, expect, it } from 'vitest'
import { day } from '#domain/basics/bounds.ts'
import { makeTrackingCode } from '#domain/filing/tracking-code.ts'
import { deskPages } from '#domain/routes/desk.ts'
import { actions, api, limitCount, searchPage, securityText } from '#domain/routes/site.ts'
import { makeDeskWorld, signInAs } from '../../support/staff.ts'
import { file, origin, postJson, rightFiling } from '../../support/world.ts'

/** Checks before any route: https, trailing slashes, methods. */

const world = makeDeskWorld()
const form = (site: string) => ({
  method: 'POST',
  body: new URLSearchParams({ trackingCode: '1' }).toString(),
  headers: {
    'content-type': 'application/x-www-form-urlencoded',
    'sec-fetch-site': 'same-origin',
    origin: site,
  },
})
const at = async (site: string, path: string, init?: RequestInit) =>
  (path.startsWith('/desk') ? world.deskApp : world.app).fetch(new Request(`${site}${path}`, init))
const hsts = (answer: Response) => answer.headers.get('strict-transport-security')
const years = 'max-age=63072000; includeSubDomains'
const plain = 'http://portal.example'

describe('plain http outside loopback', () => {
  it.each([
    ['/search?q=%E5%B7%A5%E8%B5%84&x=a+b', 'https://portal.example/search?q=%E5%B7%A5%E8%B5%84&x=a+b'],
    ['/track/case', 'https://portal.example/track/case'],
    ['/nothing', 'https://portal.example/nothing'],
    ['/desk/', 'https://portal.example/desk/'],
    ['/api/v1/vocabulary', 'https://portal.example/api/v1/vocabulary'],
  ])('GET %s redirects to https', async (path, to) => {
    for (const method of ['GET', 'HEAD']) {
      const answer = await at(plain, path, { method })
      expect([answer.status, answer.headers.get('location'), hsts(answer)]).toEqual([308, to, null])
      expect(answer.headers.get('set-cookie')).toBeNull()
    }
    expect((await at('http://portal.example:8080', path)).headers.get('location')).toBe(to)
  })

  it.each([actions.trackOpen, actions.fileCheck, deskPages.signIn.path, '/desk/register'])(
    'a form posted to %s is refused with a page and sets no cookie',
    async (path) => {
      const answer = await at(plain, path, form(plain))
      expect([answer.status, hsts(answer), answer.headers.get('set-cookie')]).toEqual([403, null, null])
      const html = await answer.text()
      expect(html).toContain('https://')
      expect(html).toContain('这个网址不安全')
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
    },
  )

  it('a filing through the API is refused with a problem, and nothing is stored', async () => {
    const answer = await at(plain, api.cases, {
      method: 'POST',
      body: JSON.stringify(rightFiling),
      headers: { 'content-type': 'application/json' },
    })
    expect(answer.status).toBe(403)
    expect(answer.headers.get('content-type')).toContain('application/problem+json')
    const cases = await world.db.prepare('SELECT count(*) AS n FROM cases').first<{ n: number }>()
    expect(cases?.n).toBe(0)
  })
})

describe('https', () => {
  it.each([
    '/track/case',
    '/nothing',
    '/healthz',
    '/api/v1/vocabulary',
    '/desk/',
    '/desk/sign-in',
    '/search/',
  ])('sends HSTS with %s', async (path) => {
    expect(hsts(await at(origin, path))).toBe(years)
  })

  it('sends no HSTS on loopback, whose names are shared', async () => {
    for (const site of ['http://127.0.0.1:8787', 'https://localhost', 'http://localhost'])
      expect(hsts(await at(site, '/track/case'))).toBeNull()
  })

  it('makes every cookie Secure and __Host-, and loopback over http neither', async () => {
    const { trackingCode } = await file(world)
    const open = async (site: string) => {
      const body = new URLSearchParams({ trackingCode }).toString()
      return (await at(site, actions.trackOpen, { ...form(site), body })).headers.get('set-cookie') ?? ''
    }
    const secure = await open(origin)
    expect(secure).toMatch(/^__Host-/)
    for (const part of ['Secure', 'HttpOnly', 'SameSite=Lax', 'Path=/']) expect(secure).toContain(part)
    expect(secure).not.toContain('Domain')
    expect(await open('https://127.0.0.1')).toMatch(/^__Host-.*Secure/)
    const local = await open('http://127.0.0.1:8787')
    expect(local).toMatch(/^track-cookie=/)
    expect(local).not.toContain('Secure')
  })

  it('makes every cookie of staff Secure and __Host-', async () => {
    const { headers, cookie } = await signInAs(world, { unit: 'qingshi-liuwan-committee', role: 'handler' })
    expect(cookie).toMatch(/^__Host-staff\./)
    const out = await at(origin, '/desk/sign-out', {
      ...form(origin),
      headers: { ...form(origin).headers, ...headers },
    })
    for (const line of out.headers.getSetCookie()) expect(line).toMatch(/^__Host-.*Secure/)
    expect(out.headers.getSetCookie().length).toBeGreaterThan(0)
  })
})

describe('a path with a trailing slash', () => {
  const moved = async (path: string, init: RequestInit = {}) => {
    const answer = await at(origin, path, init)
    return [answer.status, answer.headers.get('location')]
  }
  const own = world.app.routes.filter(({ method, path }) => method !== 'ALL' && !path.includes(':'))
  const paths = [...new Set(own.map(({ path }) => path))]

  it.each(paths)('%s/ redirects to the path and keeps the query', async (path) => {
    expect(await moved(`${path}/?a=1&b=%E5%B7%A5`)).toEqual([308, `${path}?a=1&b=%E5%B7%A5`])
  })

  it('is tested for every path of the site', () => {
    for (const path of [searchPage.path, limitCount.page, actions.trackCase, actions.fileCheck, api.track])
      expect(paths).toContain(path)
  })

  it('redirects for a step of a guide as well', async () => {
    expect(await moved('/file/from/dismissed/leaving/?x=1')).toEqual([
      308,
      '/file/from/dismissed/leaving?x=1',
    ])
  })

  it('redirects at the desk for signed-in staff', async () => {
    const { headers } = await signInAs(world, { unit: 'qingshi-liuwan-committee', role: 'handler' })
    const ask = (path: string) => moved(path, { headers })
    expect(await ask('/desk/find/')).toEqual([308, '/desk/find'])
    expect(await ask('/desk/cases?list=desk')).toEqual([308, '/desk/cases/?list=desk'])
    // Whether or not the case exists.
    expect(await ask('/desk/cases/2026-000001/')).toEqual([308, '/desk/cases/2026-000001'])
    expect(await ask('/desk/cases/2026-000001/noted/')).toEqual([308, '/desk/cases/2026-000001/noted'])
    expect((await ask('/desk/nothing/'))[0]).toBe(404)
    // The slash does not reveal whether a page exists for a member.
    expect((await ask('/desk/staff'))[0]).toBe(404)
    expect((await ask('/desk/staff/new/'))[0]).toBe(404)
  })

  it.each(['/nothing/', '//elsewhere.example/', '/search//', '/%2Felsewhere.example/', '/'])(
    '%s does not redirect',
    async (path) => {
      expect(await moved(path)).toEqual([404, null])
    },
  )
})

describe('a method that a path does not support', () => {
  it.each([
    ['POST', '/file/from/dismissed/leaving', 'GET, HEAD'],
    ['DELETE', actions.trackOpen, 'GET, POST, HEAD'],
    ['POST', searchPage.path, 'GET, HEAD'],
    ['GET', api.cases, 'POST'],
    ['PUT', api.track, 'POST'],
    ['POST', securityText, 'GET, HEAD'],
  ])('%s %s answers 405 with the allowed methods', async (method, path, allow) => {
    const answer = await at(origin, path, { method })
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, allow])
  })

  it('answers 405 at the desk as well', async () => {
    const { headers } = await signInAs(world, { unit: 'qingshi-liuwan-committee', role: 'handler' })
    const answer = await at(origin, '/desk/cases/2026-000001', { method: 'POST', headers })
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
  })

  it('is not HEAD, which is answered like GET', async () => {
    expect((await at(origin, '/healthz', { method: 'HEAD' })).status).toBe(200)
  })
})

describe('security.txt (RFC 9116)', () => {
  it('names a contact and expires most of a year ahead', async () => {
    for (const ahead of [0, 400 * day, 1500 * day]) {
      world.time.now += ahead
      const answer = await at(origin, securityText)
      const text = await answer.text()
      expect(answer.status).toBe(200)
      expect(answer.headers.get('content-type')).toMatch(/^text\/plain; ?charset=utf-8$/i)
      expect(text).toMatch(/^Contact: (mailto:|https:\/\/|tel:)\S+$/m)
      expect(text).toMatch(/^Canonical: https:\/\/\S+\/\.well-known\/security\.txt$/m)
      const expires = Date.parse(/^Expires: (\S+)$/m.exec(text)?.[1] ?? '')
      expect(expires - world.time.now).toBeGreaterThan(300 * day)
      expect(expires - world.time.now).toBeLessThan(365 * day)
      world.time.now -= ahead
    }
  })
})

describe('a request body', () => {
  it('aborted by its sender is not logged as a fault', async () => {
    const broken = () =>
      new ReadableStream({
        start(controller) {
          controller.enqueue(new TextEncoder().encode('{'))
          controller.error(new Error('gone'))
        },
      })
    const send = (path: string, type: string) =>
      at(origin, path, {
        method: 'POST',
        body: broken(),
        headers: { 'content-type': type, 'sec-fetch-site': 'same-origin' },
        duplex: 'half',
      } as RequestInit)
    expect((await send(api.cases, 'application/json')).status).toBe(400)
    expect((await send(actions.fileCheck, 'application/x-www-form-urlencoded')).status).toBe(400)
    expect((await send(actions.fileCheck, 'multipart/form-data; boundary=x')).status).toBe(400)
    expect(world.logged).toEqual([])
  })
})

it('too many guesses are answered with Retry-After', async () => {
  world.sender.address = '198.51.100.9'
  const guess = () => postJson(world, api.track, { trackingCode: makeTrackingCode(world.ports.random) })
  const answers = []
  for (let tries = 0; tries < 31; tries += 1) answers.push(await guess())
  const last = answers.at(-1)
  expect([answers[0]?.status, last?.status]).toEqual([404, 429])
  expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(Number(last?.headers.get('retry-after'))).toBeLessThanOrEqual(3600)
})
