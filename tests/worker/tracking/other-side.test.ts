import { beforeEach, describe, expect, it } from 'vitest'
import type { MoveKind } from '#domain/moves/table.ts'
import { casePath, deskPages, invitationPath, movePath } from '#domain/routes/desk.ts'
import { actions, api } from '#domain/routes/site.ts'
import { fileForm, small } from '../../support/evidence.ts'
import { eventsOf, holder, landing, problemOf, staffAt } from '../../support/holder.ts'
import { ownValues } from '../../support/masked.ts'
import { codeOn, otherSide as other, wordsForThem as words } from '../../support/other-side.ts'
import { makeParties } from '../../support/parties.ts'
import { type DeskWorld, makeDeskWorld } from '../../support/staff.ts'
import { type Filed, twoSides } from '../../support/two-sides.ts'
import { cookieOf, file, postForm, rightFiling, tuesday } from '../../support/world.ts'

/** The other side (docs/adr/0042-the-other-party.md): from the words for them to what they answer. */

const village = 'qingshi-liuwan-committee'

let world: DeskWorld
let sides: ReturnType<typeof twoSides>
beforeEach(() => {
  world = makeDeskWorld(tuesday)
  sides = twoSides(world)
})

const kinds = async (filed: Filed) => (await eventsOf(world, filed)).map(({ kind }) => kind)

/** A group on 今天; other tests may have put cases of theirs there. */
const waitingFor = async (staff: Awaited<ReturnType<typeof staffAt>>, name: string) => {
  const page = await staff.text(deskPages.today.path)
  return page.split('<section').find((group) => group.includes(name)) ?? ''
}

describe('words for the other side', () => {
  it('leave only after the complainant has approved exactly these', async () => {
    const filed = await sides.drafted()
    const by = holder(world, filed)
    expect(await sides.move(filed, 'invited')).toEqual({ ok: false, error: 'notApproved' })
    expect(await by.page()).toContain(actions.trackInvitation)
    expect(await by.page(actions.trackInvitation)).toContain(words)
    expect(((await by.track()) as unknown as { invitation: { text: string } }).invitation.text).toBe(words)
    const draft = (await eventsOf(world, filed)).at(-1)?.seq
    expect((await by.post(actions.trackInvitation, { draft })).status).toBe(422)
    expect(landing(await by.post(actions.trackInvitation, { draft, agree: 'true' }))).toEqual([
      303,
      actions.trackCase,
    ])
    expect((await kinds(filed)).at(-1)).toBe('invitation-approved')
    const html = await by.page()
    expect(html).not.toContain(actions.trackInvitation)
    // What they approved is on their page, and does not speak to them.
    for (const text of ['给对方的话，您同意了', '写给对方看的，不是说您']) expect(html).toContain(text)
    expect(JSON.stringify(await by.track())).toContain('"forOther":true')
    await sides.make(filed, 'invited')
    expect(await by.page()).not.toContain('给对方的话，您同意了')
    const stored = await world.ports.store.openCase(filed.caseNumber)
    const unsealed = await stored?.words(['party:2'])
    expect(unsealed?.find(({ kind }) => kind === 'invited')?.json).toBe(JSON.stringify({ text: words }))
  })

  it('say who wrote it down where the complainant did not approve them by the code', async () => {
    const filed = await sides.drafted()
    await sides.make(filed, 'invitation-approved', {
      ...{ deliveryBy: 'phone', deliveryOn: world.day(), reason: '电话里念的' },
    })
    const page = await holder(world, filed).page()
    expect(page).toContain('给对方的话，办的人记下您同意了')
    expect(page).not.toContain('给对方的话，您同意了')
  })

  it('are written anew if the complainant wants them changed, and nobody answers for the words before', async () => {
    const filed = await sides.drafted()
    const by = holder(world, filed)
    const first = (await eventsOf(world, filed)).at(-1)?.seq
    await sides.make(filed, 'invitation', { whom: '2', invitation: '另一种写法' })
    expect((await by.post(actions.trackInvitation, { draft: first, agree: 'true' })).status).toBe(409)
    expect((await by.call(api.invitation, { agree: true })).status).toBe(422)
    expect((await by.call(api.invitation, { seq: first, agree: true })).status).toBe(409)
    const newest = (await eventsOf(world, filed)).at(-1)?.seq
    const asked = await by.call(api.invitation, { seq: newest, agree: false, text: '不要写屋后' })
    expect(asked.status).toBe(201)
    expect(await by.page()).toContain('给对方的话，您说不行')
    expect(await sides.move(filed, 'invited')).toEqual({ ok: false, error: 'notApproved' })
    expect(await (await staffAt(world, village)).text(casePath(filed.caseNumber))).toContain('不要写屋后')
  })

  it('that changed meanwhile are shown without the choice, and with what was typed', async () => {
    const filed = await sides.drafted()
    const by = holder(world, filed)
    const draft = (await eventsOf(world, filed)).at(-1)?.seq
    await sides.make(filed, 'invitation', { whom: '2', invitation: '另一种写法' })
    const html = await (
      await by.post(actions.trackInvitation, { draft, agree: 'true', change: '不要写屋后' })
    ).text()
    expect(html).toContain('另一种写法')
    expect(html).toContain('不要写屋后')
    expect(/name="agree"[^>]*checked/.test(html)).toBe(false)
  })

  it('that do not wait any more leave nothing that was typed behind', async () => {
    const filed = await sides.drafted()
    const by = holder(world, filed)
    const draft = (await eventsOf(world, filed)).at(-1)?.seq
    await sides.approve(filed)
    const answer = await by.post(actions.trackInvitation, { draft, agree: 'false', change: '不要写屋后' })
    expect(answer.status).toBe(409)
    const html = await answer.text()
    // Nor does the page speak of words below, where there are none.
    expect([html.includes('不要写屋后'), html.includes('下面的话')]).toEqual([true, false])
  })

  it.each([
    ['by a code that staff have seen', api.invitation],
    ['by a person of the other side', api.consent],
  ])('are not approved %s', async (_, path) => {
    const filed = await sides.drafted()
    await world.db.prepare('UPDATE case_code SET staff_saw = 1').run()
    const [status] = await problemOf(await holder(world, filed).call(path, { agree: true }))
    expect(status).toBe(409)
    expect(await kinds(filed)).not.toContain('invitation-approved')
  })

  it.each<[string, Record<string, unknown>, string]>([
    ['an anonymous filing', { anonymous: true, name: undefined, phone: undefined }, 'anonymous'],
    ['a tip', { track: 'tip' }, 'track'],
    ['a case of danger', { danger: true, contact: { mayCall: true, mayText: false } }, 'unitKind'],
  ])('are not written in %s', async (_, changes, fault) => {
    const filed = await file(world, changes)
    await sides.make(filed, 'accepted', { subject: '一件事' })
    await sides.make(filed, 'party', {
      otherName: other.name,
      gotFrom: 'complainant',
    })
    expect(await sides.move(filed, 'invitation', { whom: '2', invitation: words })).toEqual({
      ok: false,
      error: fault,
    })
  })
})

describe('the desk', () => {
  it('gives the code on a page of its own, and prints the approved words without it', async () => {
    const filed = await sides.drafted()
    await sides.approve(filed)
    const staff = await staffAt(world, village)
    expect(await staff.text(deskPages.today.path)).toContain('可以请对方了')
    const { headSeq } = (await world.ports.store.openCase(filed.caseNumber))?.record ?? {}
    const answer = await staff.post(movePath(filed.caseNumber, 'invited'), { seen: String(headSeq) })
    expect(landing(answer)).toEqual([303, deskPages.registered.path])
    const slip = await (await staff.get(deskPages.registered.path)).text()
    const code = codeOn(slip)
    expect(code).toMatch(/^\d{16}$/)
    const letter = await staff.text(invitationPath(filed.caseNumber))
    for (const text of [words, other.name, '申请的人说的', '第十七条']) expect(letter).toContain(text)
    expect(letter.replaceAll(/[^0-9]/g, '')).not.toContain(code)
    expect(letter).not.toContain(rightFiling.phone)
    await sides.withOwnCode(filed, code)
  })

  it.each<[string, MoveKind, string]>([
    ['once danger is marked', 'danger-marked', 'shili-centre'],
    ['to who has no part any more', 'stood-down', village],
  ])('prints no letter %s', async (_, kind, unit) => {
    const parties = makeParties(world)
    const filed = await parties.accepted()
    const { name: otherName, phone: otherPhone } = other
    const whom = await parties.register(filed, {
      ...{ otherName, otherPhone, gotFrom: 'village', role: 'representative' },
    })
    await parties.approved(filed, whom)
    const letter = invitationPath(filed.caseNumber)
    expect((await (await staffAt(world, village)).get(letter)).status).toBe(200)
    await parties.make(filed, kind, { whom: String(whom), reason: '他拿刀来过' })
    const staff = await staffAt(world, unit)
    expect(await staff.text(casePath(filed.caseNumber))).not.toContain(letter)
    expect((await staff.get(letter)).status).toBe(404)
  })

  it('records a refusal with its day and way; the person can say that there was none', async () => {
    const { filed, theirs } = await sides.invited()
    await sides.make(filed, 'refused', {
      whom: '2',
      deliveryBy: 'phone',
      deliveryOn: '2026-11-24',
      reason: '电话里说不谈',
    })
    expect(await sides.move(filed, 'mediating')).toEqual({ ok: false, error: 'refused' })
    expect(await sides.move(filed, 'settled')).toEqual({ ok: false, error: 'refused' })
    const by = holder(world, theirs)
    expect(await by.page(actions.trackConsent)).toContain('在电话里说不愿意谈')
    expect(await by.page(actions.trackConsent)).not.toContain('电话里说不谈')
    expect(landing(await by.post(actions.trackConsent, { say: 'refusal-disputed' }))[0]).toBe(303)
    expect((await eventsOf(world, filed)).at(-1)).toMatchObject({
      kind: 'refusal-disputed',
      data: { above: 'qingshi-centre' },
    })
    expect(await (await staffAt(world, 'qingshi-centre')).text(deskPages.today.path)).toContain(
      '对方说没有这回事',
    )
    await sides.make(filed, 'mediating')
  })
})

describe('a person of the other side', () => {
  it('says by their code whether they want to talk, and stops at any time', async () => {
    const { filed, theirs } = await sides.invited()
    const by = holder(world, theirs)
    const mine = holder(world, filed)
    expect(await by.track()).toMatchObject({ side: 'other', status: 'accepted', turn: 'you' })
    expect(await by.page()).toContain('愿不愿意谈，请您说一声')
    expect((await by.post(actions.trackConsent)).status).toBe(422)
    expect(landing(await by.post(actions.trackConsent, { say: 'agreed' }))).toEqual([
      303,
      `${actions.trackCase}#consent`,
    ])
    expect((await by.call(api.consent, { agree: true })).status).toBe(201)
    expect((await kinds(filed)).filter((kind) => kind === 'agreed')).toHaveLength(1)
    expect((await mine.track()).timeline.at(-1)?.text).toBe('对方愿意谈。')
    expect(await by.track()).toMatchObject({ turn: 'desk' })
    await sides.make(filed, 'mediating')
    expect((await by.call(api.consent, { agree: false })).status).toBe(201)
    expect(await (await staffAt(world, village)).text(deskPages.today.path)).toContain('对方不愿意谈')
    expect(await sides.move(filed, 'settled')).toEqual({ ok: false, error: 'refused' })
    await sides.make(filed, 'failed', { message: '没有谈成。', ways: ['none'], reason: '对方不谈' })
    const [status, why] = await problemOf(await by.call(api.consent, { agree: true }))
    expect([status, why]).toEqual([409, '这件事已经结束了，不用再答。'])
    // Taken up again, it is asked again: neither what they refused nor what they agreed to before counts.
    await sides.make(filed, 'reopened', { reason: '又起了争执' })
    expect(await by.track()).toMatchObject({ turn: 'you' })
    await sides.make(filed, 'mediating')
    expect((await by.call(api.consent, { agree: true })).status).toBe(201)
    expect(await by.track()).toMatchObject({ turn: 'desk' })
  })

  it('talks with the desk, each seen by nobody but the two', async () => {
    const { filed, theirs } = await sides.invited()
    const by = holder(world, theirs)
    await by.call(api.messages, { text: '我在外地，周末才回来' })
    const staff = await staffAt(world, village)
    expect(await waitingFor(staff, '对方来话了')).toContain(filed.caseNumber)
    expect(await staff.text(casePath(filed.caseNumber))).toContain('我在外地')
    await sides.make(filed, 'told', { whom: '2', otherMessage: '那就周六上午' })
    expect(await waitingFor(staff, '对方来话了')).not.toContain(filed.caseNumber)
    expect(await by.page()).toContain('那就周六上午')
    for (const path of [actions.trackCase, actions.trackFiles])
      for (const secret of ['我在外地', '那就周六上午', other.phone])
        expect(await holder(world, filed).page(path), path).not.toContain(secret)
  })

  it('keeps its words waiting when those of the other are set aside', async () => {
    const { filed, theirs } = await sides.invited()
    const staff = await staffAt(world, village)
    const path = movePath(filed.caseNumber, 'set-aside')
    const seen = async () => String((await eventsOf(world, filed)).length)
    await holder(world, filed).call(api.messages, { text: '谢谢您' })
    expect(await staff.text(path)).not.toContain('name="whom"')
    await holder(world, theirs).call(api.messages, { text: '我要问一件事' })
    expect((await staff.post(path, { seen: await seen(), reason: '道谢' })).status).toBe(422)
    expect((await staff.post(path, { seen: await seen(), whom: '1', reason: '道谢' })).status).toBe(303)
    expect(await waitingFor(staff, '对方来话了')).toContain(filed.caseNumber)
    const page = await staff.text(path)
    expect(page).toContain('我要问一件事')
    expect(page).not.toContain('谢谢您')
    expect((await staff.post(path, { seen: await seen(), reason: '问过了' })).status).toBe(303)
    expect(await waitingFor(staff, '对方来话了')).not.toContain(filed.caseNumber)
  })

  it('has no part in what is for the complainant', async () => {
    const { filed, theirs } = await sides.invited()
    const by = holder(world, theirs)
    for (const path of [actions.trackFiled, actions.trackReaders, actions.trackInvitation]) {
      const session = cookieOf(await postForm(world, actions.trackOpen, theirs))
      expect(landing(await world.request(path, { headers: { cookie: session } })), path).toEqual([
        303,
        actions.trackCase,
      ])
    }
    world.time.now += 20 * 86_400_000
    for (const [path, body] of [
      [api.urge, {}],
      [api.withdraw, { confirm: true }],
      [api.object, { text: '不满意' }],
      [api.rating, { result: 'not', treated: 1 }],
      [api.invitation, { seq: 1, agree: true }],
    ] as const)
      expect((await by.call(path, body)).status, path).toBe(409)
    await sides.make(filed, 'settled', {})
    for (const [path, body] of [
      [api.object, { text: '不满意' }],
      [api.rating, { result: 'not', treated: 1 }],
    ] as const)
      expect((await by.call(path, body)).status, path).toBe(409)
    expect((await by.track()).can).toEqual(['message', 'file', 'erase', 'copy'])
  })
})

it('each side never sees what is the other’s: a table over every page and call', async () => {
  const { filed, theirs } = await sides.invited({
    narrative: '秘密的经过',
    request: '秘密的诉求',
    address: '柳湾村三组',
  })
  const [mine, by] = [holder(world, filed), holder(world, theirs)]
  await mine.call(api.messages, { text: '一号说的' })
  await by.call(api.messages, { text: '二号说的' })
  await sides.make(filed, 'message', { message: '回给一号的' })
  await sides.make(filed, 'told', { whom: '2', otherMessage: '回给二号的' })
  await sides.make(filed, 'noted', { reason: '内部的话' })
  for (const [one, caption] of [
    [filed, '一号的墙'],
    [theirs, '二号的墙'],
  ] as const) {
    const form = fileForm({ trackingCode: one.trackingCode, caption }, small.png)
    expect((await world.request(api.files, { method: 'POST', ...form })).status).toBe(201)
  }
  const never = {
    complainant: [other.phone, '二号说的', '回给二号的', '二号的墙', '内部的话'],
    other: [
      ...['秘密的经过', '秘密的诉求', '柳湾村三组', rightFiling.phone, '一号说的', '回给一号的'],
      ...['一号的墙', '内部的话', filed.trackingCode],
    ],
  }
  const own = {
    complainant: ['一号说的', '回给一号的', '一号的墙'],
    other: ['二号说的', '回给二号的', '二号的墙'],
  }
  for (const [side, one] of [
    ['complainant', filed],
    ['other', theirs],
  ] as const) {
    const person = holder(world, one)
    const { trackingCode } = one
    const cookie = cookieOf(await postForm(world, actions.trackOpen, { trackingCode }))
    const seen: string[] = []
    for (const path of Object.values(actions).filter((path) => path.startsWith('/track/')))
      seen.push(await person.page(path))
    for (const path of [actions.trackFiled, actions.trackCopy])
      seen.push(await (await postForm(world, path, { trackingCode }, { cookie })).text())
    for (const path of [api.track, api.copy]) seen.push(await (await person.call(path)).text())
    const all = seen.join('\n')
    expect(
      never[side].filter((secret) => all.includes(secret)),
      side,
    ).toEqual([])
    expect(
      own[side].filter((word) => !all.includes(word)),
      side,
    ).toEqual([])
  }
})

it('a case that is marked as dangerous tells the other side nothing, and no session can be made', async () => {
  const { filed, theirs } = await sides.invited()
  const by = holder(world, theirs)
  const before = [await by.page(), JSON.stringify(await by.track())]
  await sides.make(filed, 'danger-marked', { reason: '他拿刀来过' })
  const after = [await by.page(), JSON.stringify(await by.track())]
  const masked = (text: string) => text.replaceAll(ownValues, '')
  expect(after.map(masked)).toEqual(before.map(masked))
  for (const kind of ['mediating', 'settled', 'invitation', 'agreed'] as const)
    expect((await sides.move(filed, kind, { whom: '2', invitation: words })).ok, kind).toBe(false)
  // Nothing is said to the other side before the person was safely reached.
  expect(await sides.move(filed, 'told', { whom: '2', otherMessage: '改期，另行通知' })).toEqual({
    ok: false,
    error: 'unreached',
  })
  // Nor do they learn of a step, which would show that the case is at the county.
  const failed = { message: '谈不成了。', ways: ['none'], reason: '有危险' }
  expect(await sides.move(filed, 'failed', failed)).toEqual({ ok: false, error: 'unreached' })
  expect(masked(await by.page())).toEqual(masked(before[0] ?? ''))
  await sides.make(filed, 'contacted', { reason: '见到本人了' })
  await sides.make(filed, 'told', { whom: '2', otherMessage: '改期，另行通知' })
  expect(await by.page()).toContain('改期，另行通知')
  await sides.make(filed, 'failed', failed)
})
