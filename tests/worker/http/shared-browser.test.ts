import { beforeEach, describe, expect, it } from 'vitest'
import { ownedCookie } from '#http/sealed-cookie.ts'
import { cookieLabels } from '#keys'
import { createStaffAuth } from '../../../functions/staff/auth/auth.ts'
import { openRegister } from '../../support/register.ts'
import { type DeskWorld, makeDeskWorld, makeJar, signInAs, type Who } from '../../support/staff.ts'
import { twoSides } from '../../support/two-sides.ts'
import { origin, rightFiling } from '../../support/world.ts'

/** Two people at one office browser: no page of the second shows data of the first. */

let world: DeskWorld
beforeEach(() => {
  world = makeDeskWorld()
})

/** One browser whose cookies stay when the person changes; `sit` replaces the session only. */
const browser = () => {
  const jar = makeJar()
  let session = ''
  const cookies = () => [session, jar.header()].filter(Boolean).join('; ')
  const ask = (path: string, init: RequestInit) =>
    path.startsWith('/desk') ? world.desk(path, init) : world.request(path, init)
  return {
    sit: async (who: Who) => {
      const person = await signInAs(world, who)
      session = person.cookie
      return person
    },
    leave: () => {
      session = ''
    },
    get: async (path: string) => jar.take(await ask(path, { headers: { cookie: cookies() } })),
    post: async (path: string, fields: Record<string, string>) =>
      jar.take(
        await ask(path, {
          method: 'POST',
          body: new URLSearchParams(fields).toString(),
          headers: {
            'content-type': 'application/x-www-form-urlencoded',
            'sec-fetch-site': 'same-origin',
            origin,
            cookie: cookies(),
          },
        }),
      ),
    cookies,
  }
}

type Browser = ReturnType<typeof browser>

const village: Who = { unit: 'qingshi-liuwan-committee', role: 'handler' }
const grid: Who = { unit: 'qingshi-liuwan-1-grid', role: 'handler' }
const admin: Who = { unit: 'shili-centre', role: 'admin' }

const codeIn = (html: string) =>
  [...html.matchAll(/<span>(\d{4})<\/span>/g)].map(([, group]) => group).join('')
/** The hidden fields of a page's forms. */
const fieldsIn = (html: string) =>
  Object.fromEntries(
    [...html.matchAll(/type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name, value]) => [
      name,
      value,
    ]),
  ) as Record<string, string>
const linkIn = (html: string) => /\/desk\/invite\/[0-9a-f]{48}/.exec(html)?.[0] ?? ''

/** Registers a case at the desk; the slip then waits at /desk/registered. */
const register = async (at: Browser, about: string): Promise<string> => {
  const { name, region, narrative, request } = rightFiling
  await at.post(await openRegister(at), {
    ...{ channel: 'visit', danger: 'false', about, track: 'mediation' },
    ...{ category: 'neighbour', region, narrative, request, name, phone: '', consent: 'true' },
  })
  const slip = await (await at.get('/desk/registered')).text()
  return codeIn(slip)
}

/** Registers two cases at one browser, then leaves the desk. Returns their written codes. */
const registerTwo = async (at: ReturnType<typeof browser>): Promise<string[]> => {
  const written: string[] = []
  for (let count = 0; count < 2; count += 1) {
    await at.sit(village)
    written.push(await register(at, 'none'))
  }
  at.leave()
  return written
}

describe('the next person at a browser does not see', () => {
  it('the slip of a case they must not know of', async () => {
    const at = browser()
    await at.sit(village)
    expect(await register(at, 'grid-worker')).toHaveLength(16)
    await at.sit(grid)
    const answer = await at.get('/desk/registered')
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/desk/register'])
  })

  it('the link of a new account, even if both are admins', async () => {
    const at = browser()
    await at.sit(admin)
    const person = { name: '柳青', publishedName: '', unit: 'qingshi-office', role: 'handler' }
    const username = `liu.${crypto.randomUUID().slice(0, 8)}`
    const page = (await at.post('/desk/staff/new', { username, ...person })).headers.get('location') ?? ''
    expect(linkIn(await (await at.get(page)).text())).not.toBe('')
    await at.sit(admin)
    expect(linkIn(await (await at.get(page)).text())).toBe('')
  })

  it('a new code of a case, after 离开 or while following another case', async () => {
    const at = browser()
    const written = await registerTwo(at)
    const [first = '', second = ''] = written
    const take = async (code: string) => {
      await at.post('/track/open', { trackingCode: code })
      await at.post('/track/new-code', {})
    }
    await take(first)
    const fresh = codeIn(await (await at.get('/track/code')).text())
    expect(fresh).toHaveLength(16)
    await at.post('/track/open', { trackingCode: second })
    expect((await at.get('/track/code')).status).toBe(303)
    await take(first)
    await at.post('/track/leave', {})
    const after = await at.get('/track/code')
    expect([after.status, codeIn(await after.text())]).toEqual([303, ''])
  })
})

describe('two cases in two tabs', () => {
  it('never take the new code of one as noted for the other', async () => {
    const at = browser()
    const written = await registerTwo(at)
    const pages: string[] = []
    for (const trackingCode of written) {
      await at.post('/track/open', { trackingCode })
      await at.post('/track/new-code', {})
      pages.push(await (await at.get('/track/code')).text())
    }
    const [first = '', second = ''] = pages
    // 我已记下 in the first tab, while the browser follows the second case by now.
    await at.post('/track/code', fieldsIn(first))
    const opens = async (trackingCode: string) =>
      (await at.post('/track/open', { trackingCode })).status === 303
    expect(await opens(codeIn(second))).toBe(false)
    expect(await Promise.all(written.map(opens))).toEqual([true, true])
    // The code that was written down is still the one to confirm.
    await at.post('/track/open', { trackingCode: written[0] ?? '' })
    await at.post('/track/new-code', {})
    const again = await (await at.get('/track/code')).text()
    expect(codeIn(again)).toBe(codeIn(first))
    await at.post('/track/code', fieldsIn(again))
    expect(await opens(codeIn(first))).toBe(true)
  })
})

describe('a new code, noted by pressing twice', () => {
  /** A browser at the page of its new code, and a press that leaves before any other is answered, with the cookies of then. */
  const noting = async () => {
    const at = browser()
    const [written = ''] = await registerTwo(at)
    await at.post('/track/open', { trackingCode: written })
    await at.post('/track/new-code', {})
    const body = new URLSearchParams(fieldsIn(await (await at.get('/track/code')).text())).toString()
    const first = at.cookies()
    const headers = { 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': 'same-origin' }
    return (path = '/track/code', cookie = first) =>
      world.request(path, { method: 'POST', body, headers: { ...headers, origin, cookie } })
  }
  const landing = (answer: Response) => [answer.status, answer.headers.get('location')]
  const sessionOf = (answer: Response) =>
    answer.headers
      .getSetCookie()
      .findLast((line) => line.includes('track-cookie='))
      ?.split(';')[0] ?? ''

  it('opens the case both times', async () => {
    const press = await noting()
    for (const answer of [await press(), await press()]) {
      expect(landing(answer)).toEqual([303, '/track/case'])
      const shown = await world.request('/track/case', { headers: { cookie: sessionOf(answer) } })
      expect(shown.status).toBe(200)
    }
  })

  it('opens nothing after its holder left', async () => {
    const press = await noting()
    expect(landing(await press('/track/leave', sessionOf(await press())))).toEqual([303, '/track/'])
    expect(landing(await press())).toEqual([303, '/track/#lost'])
  })
})

describe('both sides of one case in two tabs', () => {
  const sides = () => twoSides(world).invited()
  const textOf = async (at: Browser, path: string) => (await at.get(path)).text()

  it('words of one are not taken as words of the other, and come back', async () => {
    const { filed, theirs } = await sides()
    const at = browser()
    for (const [mine, others] of [
      [filed, theirs],
      [theirs, filed],
    ] as const) {
      await at.post('/track/open', { trackingCode: mine.trackingCode })
      const fields = fieldsIn(await textOf(at, '/track/case'))
      await at.post('/track/open', { trackingCode: others.trackingCode })
      const answer = await at.post('/track/message', { ...fields, message: '底线是三百元' })
      expect(answer.status).toBe(409)
      const html = await answer.text()
      for (const text of ['换了别人的查询码', '底线是三百元']) expect(html).toContain(text)
      expect(await textOf(at, '/track/case')).not.toContain('底线是三百元')
    }
  })

  it('are told apart by what tells nothing of them', async () => {
    const { filed, theirs } = await sides()
    const markOf = async ({ trackingCode }: typeof filed) => {
      const at = browser()
      await at.post('/track/open', { trackingCode })
      return fieldsIn(await textOf(at, '/track/case'))['case'] ?? ''
    }
    const marks = [await markOf(filed), await markOf(filed), await markOf(theirs)]
    for (const mark of marks) expect(mark).toMatch(/^[0-9a-f]{8}$/)
    expect([marks[0] === marks[1], marks[0] === marks[2]]).toEqual([true, false])
  })

  it('a button of one does nothing for the other', async () => {
    const { filed, theirs } = await sides()
    const at = browser()
    await at.post('/track/open', { trackingCode: theirs.trackingCode })
    const fields = fieldsIn(await textOf(at, '/track/mediator'))
    await at.post('/track/open', { trackingCode: filed.trackingCode })
    const answer = await at.post('/track/mediator', fields)
    expect([answer.status, (await answer.text()).includes('刚才按的没有算上')]).toEqual([409, true])
  })
})

describe('two slips of registered cases in two tabs', () => {
  it('are put away one by one', async () => {
    const at = browser()
    await at.sit(village)
    const pages: string[] = []
    for (let count = 0; count < 2; count += 1) {
      await register(at, 'none')
      pages.push(await (await at.get('/desk/registered')).text())
    }
    const [first = '', second = ''] = pages
    const number = /案件编号 <b[^>]*>([\d-]+)/.exec(first)?.[1] ?? ''
    // 已经交给本人了 in the first tab.
    const put = await at.post('/desk/registered', fieldsIn(first))
    expect(put.headers.get('location')).toBe(`/desk/cases/${number}`)
    expect(codeIn(await (await at.get('/desk/registered')).text())).toBe(codeIn(second))
    await at.post('/desk/registered', fieldsIn(second))
    expect((await at.get('/desk/registered')).status).toBe(303)
  })
})

describe('the helper cookies of a browser', () => {
  const password = '檐水归沟 六尺相让 各退三尺'

  const cleared = (answer: Response) =>
    answer.headers
      .getSetCookie()
      .filter((line) => /max-age=0/i.test(line))
      .map((line) => line.split('=')[0])

  it.each([
    ['signing in with a password', 'in'],
    ['signing out', 'out'],
    ['signing out of an ended session', 'over'],
    ['signing in with a link', 'link'],
  ])('are all removed by %s', async (_, way) => {
    const auth = await createStaffAuth(world.deskPorts, true)
    const username = `shared.${crypto.randomUUID().slice(0, 8)}`
    const made = await auth.createAccount(
      { username, name: '张三', unit: village.unit, role: 'handler' },
      'console',
    )
    const link = { token: made?.token ?? '', newPassword: password, again: password }
    const at = browser()
    const names = cookieLabels.map((name) => `__Host-${name}`)
    let answer: Response
    if (way === 'link') answer = await at.post('/desk/invite', link)
    else {
      await browser().post('/desk/invite', link)
      if (way === 'in') answer = await at.post('/desk/sign-in', { username, password })
      else {
        if (way === 'out') await at.sit(village)
        answer = await at.post('/desk/sign-out', {})
      }
    }
    expect(answer.status).toBe(303)
    expect(cleared(answer)).toEqual(expect.arrayContaining(names))
  })

  it.each(cookieLabels)('the cookie %s opens for its owner only, and under no other name', async (label) => {
    const { Hono } = await import('hono')
    const of = (name: typeof label) => ownedCookie<string>(world.ports, name, 60_000)
    const app = new Hono()
      .get('/write', async (c) => {
        await of(label).write(c, 'one', 'secret')
        return c.text('')
      })
      .get('/read', async (c) => {
        const seen = [
          await of(label).read(c, 'one'),
          await of(label).read(c, 'two'),
          await of(label).read(c, ''),
        ]
        return c.json(seen)
      })
    const wrote = await app.request('http://localhost/write')
    const cookie = wrote.headers.get('set-cookie')?.split(';')[0] ?? ''
    const read = await app.request('http://localhost/read', { headers: { cookie } })
    expect(await read.json()).toEqual(['secret', null, null])
    for (const other of cookieLabels.filter((name) => name !== label)) {
      const renamed = { cookie: cookie.replace(label, other) }
      const app2 = new Hono().get('/', async (c) => c.json(await of(other).read(c, 'one')))
      expect(await (await app2.request('http://localhost/', { headers: renamed })).json(), other).toBeNull()
    }
  })
})
