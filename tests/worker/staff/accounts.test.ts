import { env } from 'cloudflare:test'
import { beforeEach, describe, expect, it } from 'vitest'
import { unitsBelow } from '#domain/staff/areas.ts'
import { staffPerPage } from '#domain/staff/bounds.ts'
import { accountSql } from '../../../functions/console/staff-sql.ts'
import { type DeskWorld, makeDeskWorld, signInAs, visitDesk, type Who } from '../../support/staff.ts'
import { file } from '../../support/world.ts'

/** Managing accounts: by area, never one's own, every action logged. */

let world: DeskWorld
beforeEach(async () => {
  world = makeDeskWorld()
  await env.DB.batch(
    ['staff_user', 'staff_session', 'staff_invite', 'staff_account'].map((table) =>
      env.DB.prepare(`DELETE FROM ${table}`),
    ),
  )
})

const county: Who = { unit: 'shili-centre', role: 'admin' }
const town: Who = { unit: 'qingshi-centre', role: 'admin' }
const village: Who = { unit: 'qingshi-liuwan-committee', role: 'handler', name: '老吴' }
const neighbour: Who = { unit: 'yunxi-committee', role: 'handler', name: '云溪小李' }

const come = async (who: Who) => {
  const person = await signInAs(world, who)
  return { ...person, visit: visitDesk(world, person.cookie) }
}
const account = (id: string) => world.deskPorts.staff.account(id)
const logOf = async (id: string) =>
  (
    await env.DB.prepare('SELECT actor, kind, data FROM desk_log WHERE subject = ? ORDER BY id')
      .bind(id)
      .all<{ actor: string; kind: string; data: string }>()
  ).results
const person = {
  name: '柳青',
  publishedName: '小柳',
  unit: 'qingshi-liuwan-committee',
  role: 'handler',
  to: 'unit',
}
const linkOn = (html: string) => /\/desk\/invite\/[0-9a-f]{48}/.exec(html)?.[0] ?? ''

describe('the right to manage accounts', () => {
  it.each(['handler', 'lead'] as const)('a %s cannot open the pages of accounts', async (role) => {
    const { visit, id } = await come({ unit: 'shili-centre', role })
    for (const path of ['/desk/staff/', '/desk/staff/new', `/desk/staff/${id}`])
      expect((await visit.get(path)).status, path).toBe(404)
    for (const path of ['/desk/staff/new', `/desk/staff/${id}/change`, `/desk/staff/${id}/link`])
      expect((await visit.post(path, person)).status, path).toBe(404)
    expect(await logOf(id)).toEqual([])
  })

  it('an admin sees accounts of their own area and below, none to the side or above', async () => {
    const [above, inside, sideways] = [await come(county), await come(village), await come(neighbour)]
    const { visit } = await come(town)
    const list = await (await visit.get('/desk/staff/')).text()
    expect(list).toContain('老吴')
    expect(list).not.toContain('云溪小李')
    expect((await visit.get(`/desk/staff/${inside.id}`)).status).toBe(200)
    for (const { id } of [above, sideways])
      for (const path of [`/desk/staff/${id}`, `/desk/staff/${id}/deactivate`])
        expect((await visit.get(path)).status).toBe(404)
    for (const { id } of [above, sideways])
      for (const action of ['change', 'deactivate', 'link', 'reactivate'])
        expect((await visit.post(`/desk/staff/${id}/${action}`, { ...person, confirm: 'true' })).status).toBe(
          404,
        )
    expect(await account(sideways.id)).toMatchObject({ deactivatedAt: null, unit: neighbour.unit })
    expect(await (await above.visit.get('/desk/staff/')).text()).toContain('云溪小李')
  })

  it('are found by name, username or unit, only in the admin’s area, with the text in no URL', async () => {
    const { visit } = await come({ unit: 'qingshi-centre', role: 'admin' })
    const near = await come({ unit: 'qingshi-liuwan-committee', role: 'handler', name: '柳湾寻人甲' })
    await come({ unit: 'yunxi-committee', role: 'handler', name: '云溪寻人乙' })
    const find = async (text: string) => (await visit.post('/desk/staff/', { find: text })).text()
    for (const text of ['寻人', '柳湾村人民', near.id.toUpperCase()])
      expect(await find(text), text).toContain('柳湾寻人甲')
    expect(await find('寻人')).not.toContain('云溪寻人乙')
    expect(await find('%')).toContain('没有找到')
    expect(await find('')).toContain('没有找到')
    expect(JSON.stringify(world.logged)).not.toContain('寻人')
  })

  it('an admin’s start page is the list of accounts', async () => {
    const { visit } = await come(county)
    expect((await visit.get('/desk/')).headers.get('location')).toBe('/desk/staff/')
    const html = await (await visit.get('/desk/staff/')).text()
    expect(html).not.toContain('href="/desk/cases/"')
    expect(html).not.toContain('href="/desk/register"')
  })

  it.each([
    ...['/desk/cases/', '/desk/cases/2026-000000', '/desk/cases/2026-000000/noted', '/desk/find'],
    ...[
      '/desk/register',
      '/desk/registered',
      '/desk/checklist',
      '/desk/digest',
      '/desk/week',
      '/desk/month',
      '/desk/mediation-month',
      '/desk/mediation-month.csv',
      '/desk/case-pay',
      '/desk/measures',
      '/desk/figures',
      '/desk/figures.csv',
      '/desk/below',
    ],
  ])('an admin cannot register, search or read at %s, and it reveals nothing', async (path) => {
    const { visit, id } = await come(county)
    expect((await visit.get(path)).status).toBe(404)
    expect((await visit.post(path, { find: '吴秀兰', seen: '1' })).status).toBe(404)
    expect((await visit.get('/desk/handbook')).status).toBe(200)
    expect(await logOf(id)).toEqual([])
  })

  it('a handler who becomes an admin gets no code for a form they had open', async () => {
    const { caseNumber } = await file(world)
    const { visit } = await come(county)
    const words = {
      ...{ channel: 'visit', danger: 'false', about: 'none', track: 'mediation', category: 'neighbour' },
      ...{ region: 'qingshi-liuwan', narrative: '水滴进院子。', request: '请装水槽。', name: '来访甲' },
      ...{ phone: '', consent: 'true', token: 'ab'.repeat(16) },
    }
    expect((await visit.post('/desk/register', words)).status).toBe(404)
    expect((await visit.get('/desk/registered')).status).toBe(404)
    expect((await visit.get(`/desk/cases/${caseNumber}`)).status).toBe(404)
  })

  it('an admin cannot change the role, unit, link or state of their own account', async () => {
    const { visit, id } = await come(town)
    const html = await (await visit.get(`/desk/staff/${id}`)).text()
    expect(html).toContain('这是您自己的账号')
    expect(html).not.toContain(`/desk/staff/${id}/change`)
    for (const action of ['change', 'deactivate', 'link', 'reactivate'])
      expect((await visit.post(`/desk/staff/${id}/${action}`, { ...person, confirm: 'true' })).status).toBe(
        404,
      )
    expect((await visit.get(`/desk/staff/${id}/deactivate`)).status).toBe(404)
    expect(await account(id)).toMatchObject({ unit: town.unit, role: 'admin', deactivatedAt: null })
  })
})

describe('a staff account', () => {
  it('is created with a link that the admin can see for ten minutes', async () => {
    const { visit, id: by } = await come(town)
    const made = await visit.post('/desk/staff/new', { username: 'Liu.Qing', ...person })
    const path = made.headers.get('location') ?? ''
    expect([made.status, path]).toEqual([303, expect.stringMatching(/^\/desk\/staff\/\w+$/)])
    const link = linkOn(await (await visit.get(path)).text())
    expect(await (await visitDesk(world).get(link)).text()).toContain('liu.qing')
    const id = path.split('/').at(-1) ?? ''
    expect(await account(id)).toMatchObject({
      ...{ username: 'liu.qing', publishedName: '小柳', ready: false },
    })
    expect(await logOf(id)).toEqual([
      { actor: by, kind: 'created', data: '{"unit":"qingshi-liuwan-committee","role":"handler"}' },
    ])
    world.time.now += 600_000
    expect(linkOn(await (await visit.get(path)).text())).toBe('')
  })

  it.each([
    ['a taken name', { username: 'liu.qing' }, 'username', '已经有人用了'],
    ['a name with spaces', { username: 'liu qing' }, 'username', '小写字母'],
    ['a unit to the side', { username: 'a.b', unit: 'yunxi-committee' }, 'unit', '在列出的单位里'],
    ['a unit above', { username: 'a.b', unit: 'shili-centre' }, 'unit', '在列出的单位里'],
    ['an unknown unit', { username: 'a.b', unit: 'nowhere' }, 'unit', '在列出的单位里'],
    ['an unknown role', { username: 'a.b', role: 'emperor' }, 'role', '请选一个角色'],
    ['no name', { username: 'a.b', name: ' 　' }, 'name', '请填姓名'],
    [
      'a display name that is too long',
      { username: 'a.b', publishedName: '长'.repeat(31) },
      'publishedName',
      '最多 30',
    ],
  ])('is not created with %s', async (_, change, field, text) => {
    const { visit } = await come(town)
    await visit.post('/desk/staff/new', { username: 'liu.qing', ...person })
    const answer = await visit.post('/desk/staff/new', { ...person, ...change })
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(html).toMatch(/<title>错误：开账号/)
    expect(html).toContain(`href="#${field}"`)
    expect(html).toContain(text)
  })

  it('that is moved to a town has its new role at once and needs a second factor', async () => {
    const { visit, id: by } = await come(town)
    const { id, visit: own } = await come({ ...village, enrolled: false })
    const changed = { ...person, unit: 'qingshi-committee', role: 'lead' }
    const answer = await visit.post(`/desk/staff/${id}/change`, changed)
    expect(answer.headers.get('location')).toBe(`/desk/staff/${id}?done=changed`)
    expect(await account(id)).toMatchObject({
      unit: 'qingshi-committee',
      role: 'lead',
      publishedName: '小柳',
    })
    expect((await own.get('/desk/account')).headers.get('location')).toBe('/desk/enrol')
    expect(await logOf(id)).toEqual([
      {
        actor: by,
        kind: 'changed',
        data: '{"unit":"qingshi-committee","role":"lead","fromUnit":"qingshi-liuwan-committee","fromRole":"handler"}',
      },
    ])
    const wrong = await visit.post(`/desk/staff/${id}/change`, { ...changed, unit: 'yunxi-committee' })
    expect(wrong.status).toBe(422)
  })

  it('with a new link loses its password and sessions, and keeps its second factor', async () => {
    const { visit } = await come(town)
    const { id, visit: own } = await come(village)
    expect((await own.get('/desk/account')).status).toBe(200)
    await visit.post(`/desk/staff/${id}/link`, {})
    expect((await own.get('/desk/account')).headers.get('location')).toBe('/desk/sign-in')
    expect(await account(id)).toMatchObject({ enrolled: true, ready: false })
    const link = linkOn(await (await visit.get(`/desk/staff/${id}`)).text())
    expect((await visitDesk(world).get(link)).status).toBe(200)
  })

  it('that is deactivated loses its sessions and links at once, and can be reactivated', async () => {
    const { visit, id: by } = await come(town)
    const { id, visit: own } = await come(village)
    const colleague = await come({ ...village, name: '小张' })
    const path = `/desk/staff/${id}/deactivate`
    const form = await (await visit.get(path)).text()
    expect(form).toContain('小张')
    expect(form).not.toContain('老吴</option>')
    expect((await visit.post(path, { to: 'unit' })).status).toBe(422)
    expect((await visit.post(path, { to: 'nobody', confirm: 'true' })).status).toBe(422)
    expect((await own.get('/desk/account')).status).toBe(200)
    const done = await visit.post(path, { to: colleague.id, confirm: 'true' })
    expect(done.headers.get('location')).toBe(`/desk/staff/${id}?done=deactivated`)
    expect((await own.get('/desk/account')).headers.get('location')).toBe('/desk/sign-in')
    expect(await world.deskPorts.staff.colleagues(village.unit)).toEqual([{ id: colleague.id, name: '小张' }])
    expect(await world.deskPorts.staff.names([id])).toEqual(new Map([[id, '老吴']]))
    // The transfer of their cases can be requested again.
    expect((await visit.post(path, { to: 'unit', confirm: 'true' })).status).toBe(303)
    await visit.post(`/desk/staff/${id}/reactivate`, {})
    expect(await account(id)).toMatchObject({ deactivatedAt: null, ready: false })
    expect((await logOf(id)).map(({ actor, kind }) => [actor, kind])).toEqual([
      [by, 'deactivated'],
      [by, 'reactivated'],
      [by, 'link'],
    ])
  })
})

it('the log rows about an account cannot be changed or deleted', async () => {
  await world.deskPorts.staff.log({ actor: 'console', subject: 'x', kind: 'created', at: world.time.now })
  for (const statement of [
    "UPDATE desk_log SET actor = 'y'",
    'DELETE FROM desk_log',
    "DELETE FROM desk_log WHERE subject = 'x'",
    "INSERT OR REPLACE INTO desk_log SELECT subject, id, 'y', unit, place, kind, case_id, mark, data FROM desk_log WHERE subject = 'x'",
    "INSERT INTO desk_log SELECT subject, 'soon', actor, unit, place, kind, case_id, mark, data FROM desk_log WHERE subject = 'x'",
  ])
    await expect(env.DB.prepare(statement).run(), statement).rejects.toThrow('E_APPEND_ONLY')
})

it('the paged list of accounts shows every account once', async () => {
  const units = unitsBelow('shili-centre')
  for (let index = 0; index < staffPerPage * 2 + 3; index += 1)
    await signInAs(world, {
      unit: units[index % units.length]?.id ?? '',
      role: 'handler',
      name: `某${index}某`,
    })
  const { visit } = await come(county)
  const seen: string[] = []
  let pages = 0
  for (let path: string | undefined = '/desk/staff/'; path; pages += 1) {
    const html: string = await (await visit.get(path)).text()
    seen.push(...[...html.matchAll(/某\d+某/g)].map(([name]) => name))
    path = /href="(\/desk\/staff\/\?after=[^"]+)"/.exec(html)?.[1]
  }
  expect(pages).toBe(3)
  expect(seen.length).toBe(staffPerPage * 2 + 3)
  expect(new Set(seen).size).toBe(seen.length)
})

it('the first account is created by SQL, for a database this machine cannot reach', async () => {
  const account = { username: 'first', name: "O'示例", unit: 'shili-centre', role: 'admin' } as const
  const token = 'ab'.repeat(24)
  const sql = await accountSql(account, { id: 'first-id', token, now: world.time.now })
  expect(sql).not.toContain(token)
  for (const statement of sql.split('\n')) await env.DB.prepare(statement).run()
  expect(await (await visitDesk(world).get(`/desk/invite/${token}`)).text()).toContain('first')
  const password = '檐水归沟 六尺相让 各退三尺'
  const entered = await visitDesk(world).post('/desk/invite', {
    token,
    newPassword: password,
    again: password,
  })
  expect([entered.status, entered.headers.get('location')]).toEqual([303, '/desk/enrol'])
})
