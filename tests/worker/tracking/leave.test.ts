import { describe, expect, it } from 'vitest'
import { actions } from '#domain/routes/site.ts'
import { county } from '#generated/county.ts'
import { siteMiddleware } from '#http/site-middleware.tsx'
import { createUnavailableApp } from '#http/unavailable-app.ts'
import { makeForms } from '../../support/forms.ts'
import { makeDeskWorld } from '../../support/staff.ts'
import { file, origin, sendTokenOf } from '../../support/world.ts'

/** /leave: the browser goes to an everyday page outside and forgets what was done here (rules.md R63). */

const world = makeDeskWorld()
const { browser, rightForm } = makeForms(world)

const outside = county.site.leaveTo
const forgets = '"cache", "storage"'
const landing = (answer: Response) => [answer.status, answer.headers.get('location')]
const clearing = (answer: Response) => answer.headers.get('clear-site-data')
/** As a link, a form, and a script or `ping` in the background. */
const navigating = { 'sec-fetch-mode': 'navigate', 'sec-fetch-site': 'same-origin', origin }
const inBackground = { 'sec-fetch-mode': 'no-cors', 'sec-fetch-site': 'same-origin', origin }
const elsewhere = { ...navigating, 'sec-fetch-site': 'cross-site', origin: 'https://elsewhere.example' }

const following = async () => {
  const { trackingCode } = await file(world)
  const person = browser()
  await person.post(actions.trackOpen, { trackingCode })
  const opens = async () => (await person.get(actions.trackCase)).status === 200
  expect(await opens()).toBe(true)
  return { person, opens, trackingCode }
}

describe('leaving', () => {
  it.each([
    ['a link', (person: ReturnType<typeof browser>) => person.get(actions.leave, navigating), 303],
    ['a form', (person: ReturnType<typeof browser>) => person.post(actions.leave, {}, navigating), 303],
    ['a script', (person: ReturnType<typeof browser>) => person.post(actions.leave, {}, inBackground), 204],
    ['a phone without Sec-Fetch', (person: ReturnType<typeof browser>) => person.get(actions.leave), 303],
  ] as const)('by %s ends following, and the browser forgets', async (_, leave, status) => {
    const { person, opens } = await following()
    const answer = await leave(person)
    expect(landing(answer)).toEqual([status, status === 303 ? outside : null])
    expect([clearing(answer), answer.headers.get('cache-control')]).toEqual([forgets, 'no-store'])
    expect(await opens()).toBe(false)
  })

  it('ends following on every device', async () => {
    const { person, trackingCode } = await following()
    const other = browser()
    await other.post(actions.trackOpen, { trackingCode })
    await person.get(actions.leave, navigating)
    expect(landing(await other.get(actions.trackCase))).toEqual([303, '/track/'])
  })

  it('deletes the slip, and every other cookie that was sent', async () => {
    const person = browser('probe=1; left=1; __Host-other=x')
    const html = await (await person.post(actions.fileCheck, rightForm)).text()
    await person.post(actions.fileSend, { ...rightForm, sendToken: sendTokenOf(html) })
    expect((await person.get(actions.fileDone)).status).toBe(200)
    const answer = await person.get(actions.leave, navigating)
    const set = answer.headers.getSetCookie()
    const gone = set.filter((line) => /max-age=0/i.test(line))
    expect(gone.map((line) => line.split('=')[0])).toEqual(
      expect.arrayContaining(['probe', '__Host-other', '__Host-done-cookie']),
    )
    // What makes Back blank stays for a quarter of an hour, and is readable for the script.
    expect(set.filter((line) => line.startsWith('left='))).toEqual([
      expect.stringMatching(/^left=1; Max-Age=900; Path=\/; Secure; SameSite=Lax$/),
    ])
    expect((await person.get(actions.fileDone)).status).toBe(303)
  })

  it.each(['GET', 'POST'])('by %s from another site leads outside and changes nothing', async (method) => {
    const { person, opens } = await following()
    const ask =
      method === 'GET' ? person.get(actions.leave, elsewhere) : person.post(actions.leave, {}, elsewhere)
    const answer = await ask
    expect(landing(answer)).toEqual([303, outside])
    expect([clearing(answer), answer.headers.getSetCookie()]).toEqual([null, []])
    expect(await opens()).toBe(true)
  })

  it('works while the database does not', async () => {
    const { person } = await following()
    world.counted.before.call = () => {
      throw new Error('down')
    }
    const answer = await person.get(actions.leave, navigating)
    world.counted.before.call = () => {}
    expect(landing(answer)).toEqual([303, outside])
    expect(clearing(answer)).toBe(forgets)
  })

  it('works in a deployment without secrets', async () => {
    const app = createUnavailableApp(siteMiddleware(), ['MASTER_KEY'])
    const answer = await app.fetch(
      new Request(`${origin}${actions.leave}`, { headers: { ...navigating, cookie: 'a=1' } }),
    )
    expect(landing(answer)).toEqual([303, outside])
    expect(clearing(answer)).toBe(forgets)
  })
})
