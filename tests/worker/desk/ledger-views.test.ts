import { beforeEach, expect, it } from 'vitest'
import { mostViews } from '#domain/ledger/views.ts'
import { deskPages, ledgerPaths, staffPath } from '#domain/routes/desk.ts'
import type { Role } from '#domain/staff/staff.ts'
import { type DeskWorld, makeDeskWorld, signInAs, visitDesk } from '../../support/staff.ts'
import { tuesday } from '../../support/world.ts'

/** Filters of the ledger under a name: whose they are, how many, and that they go with the account. */

let world: DeskWorld
beforeEach(async () => {
  world = makeDeskWorld(tuesday)
  await world.db.prepare('DELETE FROM staff_view').run()
})

const village = 'qingshi-liuwan-committee'

const at = async (unit: string, role: Role = 'handler') => {
  const { cookie, id } = await signInAs(world, { unit, role })
  const visit = visitDesk(world, cookie)
  return {
    ...visit,
    id,
    keep: (fields: Record<string, string>) => visit.post(ledgerPaths.views, fields),
    /** Names and addresses of the views on the page of the ledger. */
    views: async () => {
      const html = await (await visit.get(deskPages.ledger.path)).text()
      const list = /aria-label="存下的看法">(.*?)<\/nav>/s.exec(html)?.[1] ?? ''
      return [...list.matchAll(/<a href="([^"]*)"[^>]*>([^<]*)</g)].map(([, href, name]) => [name, href])
    },
  }
}

it('keeps filter and order under a name, and shows them again', async () => {
  const desk = await at(village)
  const page = await (await desk.get(`${ledgerPaths.views}?category=land&sort=due`)).text()
  expect(page).toContain('类别：土地宅基地')
  expect(page).toContain('<input type="hidden" name="sort" value="due"')
  const kept = await desk.keep({ viewName: ' 地界 ', category: 'land', sort: 'due', nothing: 'x' })
  expect(kept.headers.get('location')).toBe(`${deskPages.ledger.path}?category=land&sort=due`)
  expect(await desk.views()).toEqual([['地界', `${deskPages.ledger.path}?category=land&amp;sort=due`]])
  // The same name takes the place of the view before.
  await desk.keep({ viewName: '地界', category: 'land', overdue: 'yes' })
  expect(await desk.views()).toEqual([['地界', `${deskPages.ledger.path}?category=land&amp;overdue=yes`]])
})

it('shares a lead’s view with the colleagues of the unit, and nobody else', async () => {
  const [lead, handler, other] = [
    await at(village, 'lead'),
    await at(village),
    await at('qingshi-committee', 'lead'),
  ]
  await lead.keep({ viewName: '大家看', overdue: 'yes', viewShared: 'yes' })
  await lead.keep({ viewName: '我看', overdue: 'yes' })
  // Who does not answer for the unit shares nothing.
  await handler.keep({ viewName: '自己的', colour: '3', viewShared: 'yes' })
  const names = async (one: typeof lead) => (await one.views()).map(([name]) => name)
  expect(await names(lead)).toEqual(['大家看', '我看'])
  expect(await names(handler)).toEqual(['自己的', '大家看'])
  expect(await names(other)).toEqual([])
})

it('drops an own view only', async () => {
  const [lead, handler] = [await at(village, 'lead'), await at(village)]
  await lead.keep({ viewName: '大家看', viewShared: 'yes' })
  const id =
    /name="view" value="([0-9a-f]{16})"/.exec(await (await lead.get(ledgerPaths.views)).text())?.[1] ?? ''
  await handler.post(ledgerPaths.dropView, { view: id })
  expect(await lead.views()).toHaveLength(1)
  await lead.post(ledgerPaths.dropView, { view: id })
  expect(await lead.views()).toEqual([])
})

it('answers a missing or too long name and one too many with a sentence', async () => {
  const desk = await at(village)
  for (const [viewName, sentence] of [
    ['', '请给它起个名字'],
    ['名'.repeat(21), '名字最多 20 个字'],
    ['名'.repeat(500), '名字最多 20 个字'],
  ] as const) {
    const answer = await desk.keep({ viewName, category: 'land' })
    expect(answer.status).toBe(422)
    const html = await answer.text()
    expect(html).toContain(sentence)
    expect(html).toContain(`value="${viewName}"`)
    expect(html).toContain('name="category" value="land"')
  }
  for (let count = 0; count < mostViews; count += 1) await desk.keep({ viewName: `第${count}个` })
  const full = await desk.keep({ viewName: '还有一个' })
  expect(full.status).toBe(422)
  expect(await full.text()).toContain(`最多存 ${mostViews} 个`)
  expect(await desk.views()).toHaveLength(mostViews)
})

it('goes with the account', async () => {
  const desk = await at(village)
  await desk.keep({ viewName: '地界', category: 'land' })
  const admin = await signInAs(world, { unit: 'qingshi-centre', role: 'admin' })
  const answer = await visitDesk(world, admin.cookie).post(staffPath(desk.id, 'deactivate'), {
    to: 'unit',
    confirm: 'true',
  })
  expect(answer.status).toBe(303)
  const left = await world.db
    .prepare('SELECT count(*) AS n FROM staff_view WHERE staff = ?')
    .bind(desk.id)
    .first()
  expect(left).toEqual({ n: 0 })
})

it('keeps no view of a filter that cannot be, and says what is wrong with it', async () => {
  const desk = await at(village)
  for (const [filter, sentence] of [
    [{ from: '2026-11-20', until: '2026-11-01' }, '这样一件也不会有'],
    [{ category: 'nothing' }, '“类别”里没有这一样'],
    [{ sort: 'sideways' }, '没有这样的先后'],
  ] as const) {
    const answer = await desk.keep({ viewName: '看不成', ...filter })
    expect(answer.status, sentence).toBe(422)
    expect(await answer.text()).toContain(sentence)
  }
  expect(await desk.views()).toEqual([])
})
