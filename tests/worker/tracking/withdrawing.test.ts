import { beforeEach, describe, expect, it } from 'vitest'
import { day } from '#domain/basics/bounds.ts'
import type { MoveKind } from '#domain/moves/table.ts'
import { casePath, deskPages, movePath } from '#domain/routes/desk.ts'
import { actions, api, notices } from '#domain/routes/site.ts'
import { refreshCases } from '../../../functions/desk/refresh-cases.ts'
import { StaticTrackForm } from '../../../functions/tracking/form.tsx'
import { fileForm, small } from '../../support/evidence.ts'
import { eventsOf, holder, landing, problemOf, staffAt } from '../../support/holder.ts'
import { moveOn } from '../../support/rating.ts'
import { type DeskWorld, makeDeskWorld } from '../../support/staff.ts'
import { cookieOf, file, postForm, tuesday } from '../../support/world.ts'

/** Withdrawing a case: after seven days, which its holder can take back; at the county after a talk as well. */

let world: DeskWorld
beforeEach(async () => {
  world = makeDeskWorld(tuesday)
  await world.db.prepare('DELETE FROM case_listing').run()
  await world.db.prepare('UPDATE cases SET next_change_at = NULL').run()
})

type Filed = Awaited<ReturnType<typeof file>>
const accepted = async (filing: Record<string, unknown> = {}) => {
  const filed = await file(world, filing)
  await moveOn(world, filed, [['accepted', { subject: '滴水', message: '收到了' }]])
  return filed
}
const kinds = async (filed: Filed) => (await eventsOf(world, filed)).map(({ kind }) => kind)
const held = [303, `${actions.trackCase}#${notices.held}`]

describe('withdrawing', () => {
  it('says what it means, takes effect after seven days, and is seen by the desk', async () => {
    const filed = await accepted()
    const by = holder(world, filed)
    expect(await by.page()).toContain(`href="${actions.trackWithdraw}"`)
    expect(await by.page(actions.trackWithdraw)).toContain('12 月 1 日')
    const missing = await by.post(actions.trackWithdraw)
    expect([missing.status, (await missing.text()).includes('<title>错误：')]).toEqual([422, true])
    expect(landing(await by.post(actions.trackWithdraw, { confirm: 'true' }))).toEqual(held)
    expect(landing(await by.post(actions.trackWithdraw, { confirm: 'true' }))).toEqual(held)
    expect((await kinds(filed)).filter((kind) => kind === 'withdrawal-asked')).toHaveLength(1)
    expect(await by.page()).toMatch(/您要撤回这件事[\s\S]*12 月 1 日（周二）<\/span>生效/)
    const track = await by.track()
    expect(track).toMatchObject({
      status: 'accepted',
      pending: { what: 'withdraw', effectiveAt: '2026-12-01T10:00:00+08:00', afterTalk: false },
    })
    expect(track.can).not.toContain('withdraw')
    const desk = await staffAt(world, 'qingshi-liuwan-committee')
    expect(await desk.text(casePath(filed.caseNumber))).toContain('申请人要撤回这件事')
    expect(landing(await desk.get(movePath(filed.caseNumber, 'request-confirmed')))).toEqual([
      ...[303, casePath(filed.caseNumber)],
    ])

    world.time.now += 7 * day - 1000
    expect((await by.track()).status).toBe('accepted')
    world.time.now += 1000
    expect(await by.track()).toMatchObject({ status: 'withdrawn', clocks: expect.anything() })
    const after = await by.track()
    expect(after.timeline.at(-1)).toMatchObject({ kind: 'withdrawn' })
    expect(after).not.toHaveProperty('pending')
    expect((await kinds(filed)).filter((kind) => kind === 'withdrawn')).toHaveLength(1)
    expect(await by.page(actions.trackWithdraw)).toContain('已经结束')
  })

  it('before anybody did anything is nothing that anybody did', async () => {
    const filed = await file(world)
    const by = holder(world, filed)
    await by.call(api.withdraw, { confirm: true })
    world.time.now += 8 * day
    const page = await by.page()
    expect(page).toContain('您撤回了这件事')
    expect(page).not.toContain('已经办到')
    const { trackingCode } = filed
    const copy = await (await by.post(actions.trackCopy, { trackingCode })).text()
    expect(copy).toMatch(/告诉您受不受理：[^<]*，不用办了/)
    const desk = await staffAt(world, 'qingshi-liuwan-committee')
    expect(await desk.text(casePath(filed.caseNumber))).not.toContain('已经办到')
  })

  it('that is taken back says so on the page it leads to', async () => {
    const filed = await accepted()
    const by = holder(world, filed)
    await by.post(actions.trackWithdraw, { confirm: 'true' })
    const kept = [303, `${actions.trackCase}#${notices.kept}`]
    expect(landing(await by.post(actions.trackWithdraw, { cancel: 'true' }))).toEqual(kept)
    expect(await by.page()).toMatch(/id="kept"[^>]*><b>不撤回了，事情接着办。/)
    await moveOn(world, filed, [['mediating']])
    expect(await by.page()).not.toContain('id="kept"')
  })

  it('or giving a file in a session that has ended is answered by a notice that it was not taken', async () => {
    const filed = await accepted()
    const { trackingCode } = filed
    const cookie = cookieOf(await postForm(world, actions.trackOpen, { trackingCode }))
    await postForm(world, actions.trackLeave, {}, { cookie })
    const lost = [303, `/track/#${notices.lost}`]
    for (const [path, fields] of [
      [actions.trackWithdraw, { confirm: 'true' }],
      [actions.trackErase, { confirm: 'true' }],
      [actions.trackUrge, {}],
      [actions.trackNotify, { notify: 'false' }],
      [actions.trackNewCode, {}],
      [actions.trackCode, {}],
    ] as const)
      expect(landing(await postForm(world, path, fields, { cookie })), path).toEqual(lost)
    const form = fileForm({ sensitive: 'none', audience: 'mediator' }, small.png)
    const headers = { ...form.headers, cookie, 'sec-fetch-site': 'same-origin' }
    const given = await world.request(actions.trackFiles, { method: 'POST', ...form, headers })
    expect(landing(given)).toEqual(lost)
    expect(String(StaticTrackForm())).toMatch(/id="lost"[^>]*><b>查询已经退出，没有交上去/)
  })

  it('takes effect by the scheduler as well, once, without anybody following', async () => {
    const filed = await accepted()
    await holder(world, filed).call(api.withdraw, { confirm: true })
    world.time.now += 7 * day
    await refreshCases({ ...world.ports, erasures: null })
    await refreshCases({ ...world.ports, erasures: null })
    expect((await kinds(filed)).filter((kind) => kind === 'withdrawn')).toHaveLength(1)
    expect((await world.ports.store.openCase(filed.caseNumber))?.record.status).toBe('withdrawn')
  })

  it('takes effect for somebody who has the page open', async () => {
    const filed = await accepted()
    await holder(world, filed).call(api.withdraw, { confirm: true })
    world.time.now += 7 * day - 1000
    const { trackingCode } = filed
    const cookie = cookieOf(await postForm(world, actions.trackOpen, { trackingCode }))
    world.time.now += 1000
    expect((await world.request(actions.trackCase, { headers: { cookie } })).status).toBe(200)
    expect((await world.ports.store.openCase(filed.caseNumber))?.record.status).toBe('withdrawn')
  })

  it('is taken back until then, by the page or the API', async () => {
    const filed = await accepted()
    const by = holder(world, filed)
    await by.call(api.withdraw, { confirm: true })
    const taken = await by.call(api.withdraw, { cancel: true })
    expect([taken.status, await taken.json()]).toEqual([200, { effectiveAt: null }])
    expect((await by.call(api.withdraw, { cancel: true })).status).toBe(409)
    await by.post(actions.trackWithdraw, { confirm: 'true' })
    expect(await by.page(actions.trackWithdraw)).toContain('改主意了，不撤回')
    expect((await by.post(actions.trackWithdraw, { cancel: 'true' })).status).toBe(303)
    world.time.now += 30 * day
    await refreshCases({ ...world.ports, erasures: null })
    expect(await by.track()).toMatchObject({ status: 'accepted', can: expect.arrayContaining(['withdraw']) })
  })

  it('by the API wants a confirmation, gives a repeat the same answer, and says why not', async () => {
    const filed = await accepted()
    const by = holder(world, filed)
    for (const body of [{}, { confirm: 'true' }, { confirm: false }])
      expect((await by.call(api.withdraw, body)).status).toBe(422)
    const key = { 'idempotency-key': 'withdraw-0123456789' }
    const [one, two] = [
      await by.call(api.withdraw, { confirm: true }, key),
      await by.call(api.withdraw, { confirm: true }, key),
    ]
    expect([one.status, two.status]).toEqual([202, 202])
    expect(await one.json()).toEqual({ effectiveAt: '2026-12-01T10:00:00+08:00', afterTalk: false })
    expect(await two.json()).toMatchObject({ afterTalk: false })
    const [status, detail] = await problemOf(await by.call(api.withdraw, { confirm: true }))
    expect([status, detail]).toEqual([409, expect.stringContaining('可以取消')])
    const over = await accepted()
    await moveOn(world, over, [['mediating'], ['settled']])
    expect((await holder(world, over).call(api.withdraw, { confirm: true })).status).toBe(409)
  })

  it('is for the case it names, and no other', async () => {
    const [one, other] = [await accepted(), await accepted()]
    const answer = await holder(world, other).post(actions.trackWithdraw, {
      ...{ case: one.caseNumber, confirm: 'true' },
    })
    expect(answer.status).toBe(409)
    for (const filed of [one, other]) expect(await kinds(filed)).not.toContain('withdrawal-asked')
  })
})

describe('at the county', () => {
  it('waits until somebody has spoken with the holder alone', async () => {
    const filed = await accepted({ about: 'town-staff' })
    const by = holder(world, filed)
    expect(await (await by.call(api.withdraw, { confirm: true })).json()).toMatchObject({ afterTalk: true })
    expect(await by.page()).toContain('单独跟您一个人确认过')
    const desk = await staffAt(world, 'shili-centre')
    expect(await desk.text(deskPages.today.path)).toMatch(/单独问一问[\s\S]*滴水/)
    expect(await desk.text(casePath(filed.caseNumber))).toMatch(/只有本人一个人在.*最早 12 月 1 日/)
    world.time.now += 20 * day
    for (const page of [
      await by.page(),
      await (await staffAt(world, 'shili-centre')).text(casePath(filed.caseNumber)),
    ]) {
      expect(page).toMatch(/确认以后当天生效/)
      expect(page).not.toContain('最早')
    }
    await refreshCases({ ...world.ports, erasures: null })
    expect((await by.track()).status).toBe('accepted')
    const { headSeq } = (await world.ports.store.openCase(filed.caseNumber))?.record ?? {}
    const again = await staffAt(world, 'shili-centre')
    const done = await again.post(movePath(filed.caseNumber, 'request-confirmed'), {
      ...{ seen: String(headSeq), reason: '在村口单独问过' },
    })
    expect(done.status).toBe(303)
    await refreshCases({ ...world.ports, erasures: null })
    expect((await by.track()).status).toBe('withdrawn')
  })
})

/** A code that staff gave in place of a lost one, and that somebody has since taken as their own. */
const taken = async (filed: Filed, giver: string) => {
  const stored = await world.ports.store.openCase(filed.caseNumber)
  if (!stored) throw new Error('no such case')
  const by = {
    actor: `staff:${giver}`,
    at: world.time.now,
    unit: stored.record.unit,
    acting: stored.record.unit,
  } as const
  await world.ports.store.append(stored, [
    { ...by, kind: 'code-reissued', data: { party: 1, paper: 'id-card' } },
    { ...by, kind: 'code-replaced', actor: 'party:1', acting: '', data: { party: 1 } },
  ])
}
const confirm = async (desk: Awaited<ReturnType<typeof staffAt>>, { caseNumber }: Filed) => {
  const { headSeq } = (await world.ports.store.openCase(caseNumber))?.record ?? {}
  const form = { seen: String(headSeq), reason: '在村口单独问过' }
  await desk.text(casePath(caseNumber))
  return desk.post(movePath(caseNumber, 'request-confirmed'), form)
}

it('where staff gave the code, somebody else of the desk speaks with the holder first, at every level', async () => {
  const filed = await accepted()
  const by = holder(world, filed)
  const giver = await staffAt(world, 'qingshi-liuwan-committee')
  await taken(filed, giver.id)
  expect((await by.track()).timeline.map(({ text }) => text).join()).toMatch(/不是您去补的.*不是您换的/)
  expect(await by.page(actions.trackWithdraw)).toContain('查询码是工作人员给的，每一件都这样')
  const asked = await by.call(api.withdraw, { confirm: true })
  expect(await asked.json()).toMatchObject({ afterTalk: true })
  world.time.now += 8 * day
  await refreshCases({ ...world.ports, erasures: null })
  const again = await staffAt(world, 'qingshi-liuwan-committee')
  expect(await again.text(deskPages.today.path)).toMatch(/单独问一问[\s\S]*滴水/)
  expect((await by.track()).status).toBe('accepted')
  expect((await confirm(again, filed)).status).toBe(303)
  await refreshCases({ ...world.ports, erasures: null })
  expect((await by.track()).status).toBe('withdrawn')
})

it('who gave the code cannot confirm what was asked for with it', async () => {
  const filed = await accepted()
  const giver = await staffAt(world, 'qingshi-liuwan-committee')
  await taken(filed, giver.id)
  await holder(world, filed).call(api.withdraw, { confirm: true })
  expect(await giver.text(casePath(filed.caseNumber))).toContain('由另一个人问')
  expect((await confirm(giver, filed)).status).not.toBe(200)
  expect(await kinds(filed)).not.toContain('request-confirmed')
})

it('what is said of a talk is the same before and after it', async () => {
  const filed = await accepted({ about: 'town-staff' })
  const by = holder(world, filed)
  await by.call(api.withdraw, { confirm: true })
  const seen = async () => {
    const { lastHash: _, ...track } = (await by.track()) as { lastHash?: string }
    return [track, await by.page(actions.trackWithdraw)]
  }
  const before = await seen()
  expect((await confirm(await staffAt(world, 'shili-centre'), filed)).status).toBe(303)
  expect(await seen()).toEqual(before)
})

it('a code that staff have seen takes no request back, by no door', async () => {
  const filed = await accepted()
  const by = holder(world, filed)
  await by.call(api.withdraw, { confirm: true })
  await world.db.prepare('UPDATE case_code SET staff_saw = 1').run()
  const [status, detail] = await problemOf(await by.call(api.withdraw, { cancel: true }))
  expect([status, detail]).toEqual([409, expect.stringContaining('换一个')])
  expect(landing(await by.post(actions.trackWithdraw, { cancel: 'true' }))).toEqual([
    303,
    actions.trackNewCode,
  ])
  expect(await kinds(filed)).not.toContain('request-cancelled')
  world.time.now += 7 * day
  await refreshCases({ ...world.ports, erasures: null })
  expect((await kinds(filed)).at(-1)).toBe('withdrawn')
})

describe('the desk of the county', () => {
  const asked = async () => {
    const filed = await accepted({ about: 'town-staff' })
    const by = holder(world, filed)
    await by.call(api.withdraw, { confirm: true })
    return { filed, by, before: await by.page() }
  }
  const record = async (filed: { caseNumber: string }, kind: MoveKind) => {
    const desk = await staffAt(world, 'shili-centre')
    const { headSeq } = (await world.ports.store.openCase(filed.caseNumber))?.record ?? {}
    const path = movePath(filed.caseNumber, kind)
    const done = await desk.post(path, { seen: String(headSeq), reason: '单独问过' })
    expect(done.status).toBe(303)
    return desk.text(casePath(filed.caseNumber))
  }
  const nextOf = (page: string) => page.slice(page.indexOf('>下一步<'), page.indexOf('id="clocks"'))

  it('reads after a request was set aside that it was, when and by whom, and is not told to ask again', async () => {
    const { filed, by, before } = await asked()
    const page = await record(filed, 'request-set-aside')
    expect(page).toContain('单独问过（测试员）：不是本人要的，已经放下')
    expect(page).not.toContain('请先单独跟本人说一说')
    for (const kind of ['request-confirmed', 'request-set-aside'] as const)
      expect(nextOf(page)).not.toContain(movePath(filed.caseNumber, kind))
    expect(page).toContain(movePath(filed.caseNumber, 'request-confirmed'))
    expect(page).not.toContain(movePath(filed.caseNumber, 'request-set-aside'))
    const masked = (html: string) => html.replaceAll(/[0-9a-f]{64}/g, '#')
    expect(masked(await by.page())).toBe(masked(before))
  })

  it('reads after a request was confirmed who spoke with its holder', async () => {
    const { filed } = await asked()
    expect(await record(filed, 'request-confirmed')).toContain('单独问过（测试员）：是本人要的')
  })
})

it('a code that staff have seen withdraws nothing', async () => {
  const filed = await accepted()
  await world.db.prepare('UPDATE case_code SET staff_saw = 1').run()
  expect((await holder(world, filed).call(api.withdraw, { confirm: true })).status).toBe(409)
  expect(landing(await holder(world, filed).post(actions.trackWithdraw, { confirm: 'true' }))).toEqual([
    303,
    actions.trackNewCode,
  ])
  const { trackingCode } = filed
  const cookie = cookieOf(await postForm(world, actions.trackOpen, { trackingCode }))
  expect(landing(await world.request(actions.trackWithdraw, { headers: { cookie } }))).toEqual([
    303,
    actions.trackNewCode,
  ])
  expect(await kinds(filed)).not.toContain('withdrawal-asked')
})
