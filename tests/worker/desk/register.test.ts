import { beforeEach, describe, expect, it } from 'vitest'
import { deskPages } from '#domain/routes/desk.ts'
import { sharedDesk } from '../../support/desk-clock.ts'
import { openRegister } from '../../support/register.ts'
import { signInAs, visitDesk } from '../../support/staff.ts'

/** /desk/register: one opening of the form is one case, whatever its browser does; another opening is another. */

const world = sharedDesk()
const path = deskPages.register.path

const words = {
  ...{ channel: 'visit', danger: 'false', about: 'none', track: 'mediation', category: 'neighbour' },
  ...{ region: 'qingshi-liuwan', narrative: '隔壁的水滴进院子。', request: '请他家装水槽。' },
  ...{ name: '来访甲', phone: '', consent: 'true' },
}

const at = async (unit = 'qingshi-liuwan-committee') => {
  const visit = visitDesk(world, (await signInAs(world, { unit, role: 'handler' })).cookie)
  return { ...visit, page: async (target: string) => (await visit.get(target)).text() }
}
type Desk = Awaited<ReturnType<typeof at>>

const numberOf = (html: string) => /案件编号 <b[^>]*>([\d-]+)/.exec(html)?.[1] ?? ''
const slipOf = async (desk: Desk) => numberOf(await desk.page(deskPages.registered.path))
const inAll = async (): Promise<number> =>
  (await world.db.prepare('SELECT count(*) AS n FROM cases').first<{ n: number }>())?.n ?? 0
let before = 0
beforeEach(async () => {
  before = await inAll()
})
/** Cases registered in this test. */
const count = async () => (await inAll()) - before

/** Opens the address anew, as Back does, and presses once more; what a browser restores are the words. */
const backAndPress = async (desk: Desk, address: string, more: Record<string, string> = {}) => {
  const html = await desk.page(address)
  const action = /<form action="([^"]+)" method="post" novalidate/.exec(html)?.[1]?.replaceAll('&amp;', '&')
  return desk.post(action ?? '', { ...words, ...more })
}

describe('the form for registering', () => {
  it('has a number in its address, another at each opening, and keeps the line of the check-list', async () => {
    const desk = await at()
    const [first, second] = [await openRegister(desk), await openRegister(desk)]
    for (const address of [first, second]) expect(address).toMatch(/^\/desk\/register\?form=[0-9a-f]{32}$/)
    expect(first).not.toBe(second)
    const item = /name="item" value="([^"]+)"/.exec(await desk.page(deskPages.checklist.path))?.[1]
    const filled = await openRegister(desk, `${path}?item=${item}`)
    expect(filled).toMatch(new RegExp(`\\?item=${item}&form=[0-9a-f]{32}$`))
    expect(await desk.page(filled)).toMatch(/name="track" value="tip" checked/)
    for (const wrong of ['x', 'g'.repeat(32), 'a'.repeat(33)])
      expect((await desk.get(`${path}?form=${wrong}`)).status, wrong).toBe(303)
  })

  it('opened anew by Back finds the case that was registered, and says so before a press', async () => {
    const desk = await at()
    const address = await openRegister(desk)
    expect(await desk.page(address)).not.toContain('刚才已经登记好一件')
    await desk.post(address, words)
    const number = await slipOf(desk)
    expect(await desk.page(address)).toContain(`刚才已经登记好一件：<b class="number">${number}</b>`)
    const again = await backAndPress(desk, address)
    expect([again.status, again.headers.get('location')]).toEqual([303, deskPages.registered.path])
    expect([await slipOf(desk), await count()]).toEqual([number, 1])
  })

  it('leads to the case, and keeps no code, once the slip was given', async () => {
    const [desk, grid] = [await at(), await at('qingshi-liuwan-1-grid')]
    const numbers: string[] = []
    for (const [one, target] of [
      [desk, (number: string) => `${deskPages.cases.path}${number}`],
      [grid, () => deskPages.traces.path],
    ] as const) {
      const address = await openRegister(one)
      await one.post(address, words)
      const number = await slipOf(one)
      numbers.push(number)
      await one.post(deskPages.registered.path, { case: number })
      const again = await backAndPress(one, address)
      expect([again.status, again.headers.get('location')]).toEqual([303, target(number)])
      expect((await one.get(deskPages.registered.path)).status).toBe(303)
    }
    expect(await count()).toBe(2)
    const kept = await world.db
      .prepare(
        'SELECT count(answer) AS n FROM post_receipt WHERE case_id IN (SELECT id FROM cases WHERE number IN (?, ?))',
      )
      .bind(...numbers)
      .first<{ n: number }>()
    expect(kept?.n).toBe(0)
  })

  it('asks when it is sent again with other words, and then makes another case, once', async () => {
    const desk = await at()
    const address = await openRegister(desk)
    await desk.post(address, words)
    const changed = { request: '请他家赔两百元。' }
    const asked = await backAndPress(desk, address, changed)
    expect([asked.status, await count()]).toEqual([409, 1])
    const html = await asked.text()
    expect(html).toContain('请他家赔两百元。')
    const next = /<form action="([^"]+)" method="post" novalidate/.exec(html)?.[1] ?? ''
    expect(next).not.toBe(address)
    for (const _ of [1, 2]) expect((await desk.post(next, { ...words, ...changed })).status).toBe(303)
    expect(await count()).toBe(2)
  })

  it('keeps its address when something is missing', async () => {
    const desk = await at()
    const address = await openRegister(desk)
    const refused = await backAndPress(desk, address, { narrative: '' })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain(`action="${address}"`)
  })

  it('is another form for a colleague with the same address, who gets neither case nor code', async () => {
    const [desk, colleague] = [await at(), await at()]
    const address = await openRegister(desk)
    await desk.post(address, words)
    const number = await slipOf(desk)
    expect(await colleague.page(address)).not.toContain(number)
    await colleague.post(address, words)
    expect(await slipOf(colleague)).not.toBe(number)
    expect(await count()).toBe(2)
  })

  it('posted without a number stores nothing and gets one', async () => {
    const desk = await at()
    const answer = await desk.post(path, words)
    expect([answer.status, await count()]).toEqual([422, 0])
    expect(await answer.text()).toMatch(/action="\/desk\/register\?form=[0-9a-f]{32}"/)
  })

  it('is in no log by its number', async () => {
    const desk = await at()
    const address = await openRegister(desk)
    await backAndPress(desk, address)
    expect(JSON.stringify(world.logged)).not.toContain(address.slice(-32))
  })
})
