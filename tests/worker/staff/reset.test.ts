import { describe, expect, it } from 'vitest'
import { day, hour, minute } from '#domain/basics/bounds.ts'
import { factorRequestLife, independentAfter } from '#domain/staff/bounds.ts'
import { resetSql } from '../../../functions/console/staff-sql.ts'
import { codeAt } from '../../../functions/console/totp.ts'
import { freshDesk } from '../../support/desk-clock.ts'
import { type DeskWorld, signInAs, visitDesk } from '../../support/staff.ts'
import {
  enrolled,
  entered,
  invited,
  kindsOf,
  password,
  setPassword,
  signIn,
  where,
} from '../../support/staff-account.ts'

/** A new way into an account: what ends with it, who must agree, and how the holder is notified. */

let world: DeskWorld
const { later } = freshDesk((fresh) => {
  world = fresh
})

const village = { unit: 'qingshi-liuwan-committee', role: 'handler' } as const
const town = { unit: 'qingshi-committee', role: 'lead' } as const
const admin = async (unit = 'qingshi-centre', name = '管理员甲') => {
  const person = await signInAs(world, { unit, role: 'admin', name })
  return { ...person, visit: visitDesk(world, person.cookie) }
}
type Admin = Awaited<ReturnType<typeof admin>>

const linkFor = async ({ visit }: Admin, id: string): Promise<string> => {
  await visit.post(`/desk/staff/${id}/link`, {})
  const html = await (await visit.get(`/desk/staff/${id}`)).text()
  return /\/desk\/invite\/([0-9a-f]{48})/.exec(html)?.[1] ?? ''
}
const remove = ({ visit }: Admin, id: string) =>
  visit.post(`/desk/staff/${id}/factor`, { confirmFactor: 'true' })
const isEnrolled = async (id: string) => (await world.deskPorts.staff.account(id))?.enrolled

describe('a pending sign-in between password and code ends with', () => {
  it.each(['a new password', 'a new link', 'deactivation', 'the removal of the second factor'])(
    '%s',
    async (what) => {
      const { id, username, secret, person } = await enrolled(world, town)
      later(2 * minute)
      const begun = visitDesk(world)
      expect(where(await signIn(begun, username))).toEqual([303, '/desk/code'])
      const [first, second] = [await admin(), await admin()]
      if (what === 'a new password') {
        const next = `${password}二`
        const fields = { currentPassword: password, newPassword: next, again: next }
        expect((await person.post('/desk/account/password', fields)).status).toBe(303)
      } else if (what === 'a new link') await linkFor(first, id)
      else if (what === 'deactivation')
        await first.visit.post(`/desk/staff/${id}/deactivate`, { to: 'unit', confirm: 'true' })
      else for (const one of [first, second]) await remove(one, id)
      const answer = await begun.post('/desk/code', { code: await codeAt(secret, Date.now()) })
      expect(where(answer)).toEqual([303, '/desk/sign-in'])
      expect(where(await begun.get('/desk/account'))).toEqual([303, '/desk/sign-in'])
    },
  )
})

describe('a new link for a member with a second factor', () => {
  it('sets the password and asks for the existing factor', async () => {
    const { id, secret, paper } = await enrolled(world, town)
    later(2 * minute)
    const token = await linkFor(await admin(), id)
    const thief = visitDesk(world)
    expect(where(await setPassword(thief, token))).toEqual([303, '/desk/code'])
    for (const path of ['/desk/', '/desk/account', '/desk/enrol', '/desk/cases/'])
      expect(where(await thief.get(path)), path).toEqual([303, '/desk/sign-in'])
    expect(await isEnrolled(id)).toBe(true)
    // The holder signs in with the phone or with a paper code.
    expect((await thief.post('/desk/code', { code: '000000' })).status).toBe(422)
    expect((await thief.post('/desk/code', { code: paper[0] ?? '' })).status).toBe(303)
    expect(secret).toHaveLength(32)
  })

  it('is reported to the holder after the sign-in, and on 我的 for a month', async () => {
    const { id, username, secret } = await enrolled(world, town)
    later(2 * minute)
    const token = await linkFor(await admin('qingshi-centre', '王管理'), id)
    const holder = visitDesk(world)
    await setPassword(holder, token)
    const code = await codeAt(secret, Date.now())
    expect(where(await holder.post('/desk/code', { code }))).toEqual([303, '/desk/account'])
    const html = await (await holder.get('/desk/account')).text()
    expect(html).toMatch(/您的账号有人动过[\s\S]*11 月 24 日[\s\S]*发了新链接[\s\S]*王管理/)
    // Shown once after the sign-in, and kept on the page.
    later(hour)
    const again = visitDesk(world)
    await signIn(again, username)
    const next = await again.post('/desk/code', { code: await codeAt(secret, Date.now()) })
    expect(where(next)).toEqual([303, '/desk/'])
    expect(await (await again.get('/desk/account')).text()).toContain('您的账号有人动过')
    later(31 * day)
    const last = visitDesk(world)
    await signIn(last, username)
    await last.post('/desk/code', { code: await codeAt(secret, Date.now()) })
    expect(await (await last.get('/desk/account')).text()).not.toContain('您的账号有人动过')
  })

  it('is reported even if the same admin requests something else afterwards', async () => {
    const { id, person } = await enrolled(world, town)
    const first = await admin('qingshi-centre', '王管理')
    const entry = { subject: id, actor: first.id, at: world.time.now } as const
    await world.deskPorts.staff.log({ ...entry, kind: 'link' })
    for (let at = 1; at < 6; at += 1) {
      later(minute)
      await remove(first, id)
    }
    const html = await (await person.get('/desk/account')).text()
    const notice = html.slice(html.indexOf('您的账号有人动过'), html.indexOf('不是您请人办的'))
    expect(notice).toContain('发了新链接')
    expect(notice.match(/请另一位管理员同意解除动态码/g)).toHaveLength(1)
  })

  it('is not reported if it is the first link of a new account', async () => {
    const { person } = await entered(world, village)
    expect(await (await person.get('/desk/account')).text()).not.toContain('您的账号有人动过')
  })
})

describe('the removal of a second factor', () => {
  it('needs two admins: one requests it, another approves', async () => {
    const { id, person, username } = await enrolled(world, town)
    const [first, second] = [await admin('qingshi-centre', '甲'), await admin('shili-centre', '乙')]
    expect(where(await remove(first, id))).toEqual([303, `/desk/staff/${id}?done=asked`])
    // Requesting twice is not approving.
    expect(where(await remove(first, id))).toEqual([303, `/desk/staff/${id}?done=asked`])
    expect(await isEnrolled(id)).toBe(true)
    expect(await (await person.get('/desk/account')).text()).toContain('请另一位管理员同意解除动态码')
    expect(await (await second.visit.get(`/desk/staff/${id}`)).text()).toContain('管理员甲提出解除')
    expect(where(await remove(second, id))).toEqual([303, `/desk/staff/${id}?done=removed`])
    expect(await isEnrolled(id)).toBe(false)
    expect(where(await person.get('/desk/account'))).toEqual([303, '/desk/sign-in'])
    expect((await kindsOf(world, id)).slice(-3)).toEqual(['factor-asked', 'factor-asked', 'factor-removed'])
    // The holder binds a new factor with their password, and is notified after the sign-in.
    const back = visitDesk(world)
    expect(where(await signIn(back, username))).toEqual([303, '/desk/enrol'])
    const html = await (await back.get('/desk/enrol')).text()
    const secret = /secret=([A-Z2-7]{32})/.exec(html)?.[1] ?? ''
    const bound = await back.post('/desk/enrol', { code: await codeAt(secret, Date.now()) })
    expect(where(bound)).toEqual([303, '/desk/account'])
    expect(await (await back.get('/desk/account')).text()).toMatch(/解除了动态码[\s\S]*乙/)
  })

  it('needs a ticked box and an admin of the account other than its holder', async () => {
    const { id } = await enrolled(world, town)
    const first = await admin()
    const bare = await first.visit.post(`/desk/staff/${id}/factor`, {})
    expect([bare.status, (await bare.text()).includes('href="#confirmFactor"')]).toEqual([422, true])
    const sideways = await admin('yunxi-centre')
    expect((await remove(sideways, id)).status).toBe(404)
    expect((await remove(first, first.id)).status).toBe(404)
    const lead = await signInAs(world, { unit: 'shili-centre', role: 'lead' })
    expect((await remove({ ...lead, visit: visitDesk(world, lead.cookie) }, id)).status).toBe(404)
    expect(await kindsOf(world, id)).not.toContain('factor-asked')
  })

  it('must be approved within three days, while the requester is still an admin', async () => {
    const { id } = await enrolled(world, town)
    const first = await admin()
    await remove(first, id)
    later(factorRequestLife)
    const second = await admin()
    expect(where(await remove(second, id))).toEqual([303, `/desk/staff/${id}?done=asked`])
    const third = await admin('shili-centre')
    await third.visit.post(`/desk/staff/${second.id}/deactivate`, { to: 'unit', confirm: 'true' })
    expect(where(await remove(third, id))).toEqual([303, `/desk/staff/${id}?done=asked`])
    expect(await isEnrolled(id)).toBe(true)
  })

  it.each(['created', 'changed', 'link', 'reactivated'] as const)(
    'is refused to two admins if one recently %s the other’s account',
    async (kind) => {
      for (const way of [0, 1]) {
        const { id } = await enrolled(world, town)
        const pair = [await admin(), await admin()] as const
        const [maker, made] = way === 0 ? pair : [pair[1], pair[0]]
        await world.deskPorts.staff.log({ subject: made.id, actor: maker.id, kind, at: world.time.now })
        await remove(pair[0], id)
        const refused = await remove(pair[1], id)
        expect([refused.status, (await refused.text()).includes('不能算两个人')]).toEqual([422, true])
        expect(await isEnrolled(id)).toBe(true)
        // A month later they count as independent.
        later(independentAfter + 1)
        const asked = { askedBy: pair[0].id, askedAt: world.time.now, expiresAt: world.time.now + 1 }
        const entry = { subject: id, actor: pair[0].id, kind: 'factor-asked', at: world.time.now } as const
        await world.deskPorts.staff.askFactor(id, asked, entry)
        await world.db
          .prepare(
            'UPDATE staff_session SET updated_at = ?1, created_at = ?1, expires_at = ?1 + 43200000 WHERE user_id = ?2',
          )
          .bind(world.time.now, pair[1].id)
          .run()
        expect(where(await remove(pair[1], id))).toEqual([303, `/desk/staff/${id}?done=removed`])
      }
    },
  )

  it.each([
    ['one made an account that made the other', [0, 2], [2, 1]],
    ['a third member made both accounts', [2, 0], [2, 1]],
    ['a chain of accounts connects them', [0, 2], [2, 3], [3, 1]],
  ])('is refused to two admins who may be one person: %s', async (_, ...made) => {
    const { id } = await enrolled(world, town)
    const admins = [await admin(), await admin(), await admin('shili-centre'), await admin()] as const
    for (const [maker, subject] of made as [number, number][])
      await world.deskPorts.staff.log({
        ...{ subject: admins[subject]?.id ?? '', actor: admins[maker]?.id ?? '' },
        ...{ kind: 'created', at: world.time.now },
      })
    await remove(admins[0], id)
    const refused = await remove(admins[1], id)
    expect([refused.status, (await refused.text()).includes('不能算两个人')]).toEqual([422, true])
    expect(await isEnrolled(id)).toBe(true)
  })

  it('is allowed to two admins whose accounts the console made', async () => {
    const { id } = await enrolled(world, town)
    const pair = [await admin(), await admin()] as const
    for (const { id: subject } of pair)
      await world.deskPorts.staff.log({ subject, actor: 'console', kind: 'created', at: world.time.now })
    await remove(pair[0], id)
    expect(where(await remove(pair[1], id))).toEqual([303, `/desk/staff/${id}?done=removed`])
  })

  it('is allowed to its holder, signed in with it, who gives the password again', async () => {
    const { id, person } = await enrolled(world, town)
    later(2 * minute)
    expect((await person.post('/desk/account/enrol', { password: 'wrong' })).status).toBe(422)
    expect(await isEnrolled(id)).toBe(true)
    expect(where(await person.post('/desk/account/enrol', { password }))).toEqual([303, '/desk/enrol'])
    const html = await (await person.get('/desk/enrol')).text()
    const secret = /secret=([A-Z2-7]{32})/.exec(html)?.[1] ?? ''
    expect(where(await person.post('/desk/enrol', { code: await codeAt(secret, Date.now()) }))).toEqual([
      ...[303, '/desk/'],
    ])
    expect(await isEnrolled(id)).toBe(true)
  })

  it('can be approved from the console where there is one admin only', async () => {
    const { id, username, person } = await enrolled(world, town)
    const token = 'cd'.repeat(24)
    for (const statement of (await resetSql(username, { token, now: world.time.now })).split('\n'))
      await world.db.prepare(statement).run()
    later(1)
    expect(await isEnrolled(id)).toBe(false)
    expect(where(await person.get('/desk/account'))).toEqual([303, '/desk/sign-in'])
    expect(where(await setPassword(visitDesk(world), token))).toEqual([303, '/desk/enrol'])
    expect((await kindsOf(world, id)).slice(-4)).toEqual([
      ...['factor-removed', 'link', 'link-used', 'signed-in link'],
    ])
  })
})

describe.each(['password1234', 'Qwerty123456', '１２３４５６７８９０１２', 'liuchixiang2026'])(
  'the common password %s is refused',
  (common) => {
    it('when set by a link, and the link still works', async () => {
      const { token } = await invited(world, village)
      const person = visitDesk(world)
      const refused = await setPassword(person, token, common)
      expect(refused.status).toBe(422)
      const html = await refused.text()
      expect(html).toContain('href="#newPassword"')
      expect(html).not.toContain(common)
      expect(where(await person.get('/desk/account'))).toEqual([303, '/desk/sign-in'])
      expect((await setPassword(person, token)).status).toBe(303)
    })

    it('when changed on 我的, and the old one still works', async () => {
      const { person, username } = await entered(world, village)
      const fields = { currentPassword: password, newPassword: common, again: common }
      const refused = await person.post('/desk/account/password', fields)
      expect(refused.status).toBe(422)
      expect(await refused.text()).toContain('href="#newPassword"')
      expect((await signIn(visitDesk(world), username, common)).status).toBe(422)
      expect((await signIn(visitDesk(world), username)).status).toBe(303)
    })
  },
)
