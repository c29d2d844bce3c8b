import { beforeEach, describe, expect, it } from 'vitest'
import { agreementIn } from '#domain/agreement/current.ts'
import { sumOf } from '#domain/agreement/sum.ts'
import { day } from '#domain/basics/bounds.ts'
import { parseWords } from '#domain/history/words.ts'
import { agreementPath, casePath, deskPages, movePath } from '#domain/routes/desk.ts'
import { actions, api } from '#domain/routes/site.ts'
import { erasePerson } from '../../../functions/desk/erase-person.ts'
import { refreshCases } from '../../../functions/desk/refresh-cases.ts'
import { eventsOf, holder, landing, problemOf, staffAt } from '../../support/holder.ts'
import { ownValues } from '../../support/masked.ts'
import { otherSide as other } from '../../support/other-side.ts'
import { makeParties } from '../../support/parties.ts'
import { type DeskWorld, makeDeskWorld } from '../../support/staff.ts'
import { type Filed, twoSides } from '../../support/two-sides.ts'
import { cookieOf, postForm, rightFiling, tuesday } from '../../support/world.ts'

/** The agreement (docs/adr/0044-the-agreement.md): from a draft to what is performed, with both sides. */

let world: DeskWorld
beforeEach(() => {
  world = makeDeskWorld(tuesday)
})

const village = 'qingshi-liuwan-committee'

/** A case in mediation, each side with a code of its own. */
const mediated = async (changes: Record<string, unknown> = {}) => {
  const { invited, make } = twoSides(world)
  const both = await invited(changes)
  await make(both.filed, 'mediating')
  return both
}

type Staff = Awaited<ReturnType<typeof staffAt>>
const cut = (text: string, from: string, to: string) =>
  text.slice(text.indexOf(from), text.indexOf(to, text.indexOf(from)))
const seenIn = async ({ caseNumber }: Filed) =>
  String((await world.ports.store.openCase(caseNumber))?.record.headSeq)

const facts = '新檐伸出四十厘米，雨水落进院内。'
const right = {
  facts,
  what1: '在屋檐装檐沟，把水引到路边水沟',
  by1: '2',
  due1: '2026-12-05',
  what2: '付修墙的石灰、工钱',
  by2: '2',
  to2: '1',
  yuan2: '600',
  due2: '2026-12-10',
  what3: '撤掉五根竹竿',
  by3: '1',
  how: '现金当面付，写收条。',
}
/** Posts the form of a draft; of a field with several boxes each that is ticked. */
const write = async (staff: Staff, filed: Filed, changes: Record<string, unknown> = {}) => {
  const fields = { seen: await seenIn(filed), mediators: staff.id, ...right, ...changes }
  const pairs = Object.entries(fields).flatMap(([name, value]) =>
    [value].flat().map((one): [string, string] => [name, String(one)]),
  )
  return staff.postPairs(agreementPath(filed.caseNumber), pairs)
}
const days = { signed1: '2026-11-24', signed2: '2026-11-23', sealedOn: '2026-11-22' }
const sign = async (staff: Staff, filed: Filed, changes: Record<string, unknown> = {}) =>
  staff.post(agreementPath(filed.caseNumber, 'conclude'), {
    ...{ seen: await seenIn(filed), version: '1', form: 'written', sure: 'true' },
    ...days,
    ...changes,
  })

/** A draft of the village committee that both sides can read. */
const drafted = async (changes: Record<string, unknown> = {}) => {
  const both = await mediated(changes)
  const { record } = (await world.ports.store.openCase(both.filed.caseNumber)) ?? {}
  const staff = await staffAt(world, record?.unit ?? village)
  expect(landing(await write(staff, both.filed))).toEqual([303, agreementPath(both.filed.caseNumber)])
  return { ...both, staff }
}
const signed = async () => {
  const all = await drafted()
  expect((await sign(all.staff, all.filed)).status).toBe(303)
  return all
}

describe('a draft', () => {
  it('has an item for each month of a line that is done several times', async () => {
    const { filed, theirs } = await mediated()
    const staff = await staffAt(world, village)
    const monthly = { what1: '付工钱', by1: '2', yuan1: '500', due1: '2026-12-01', times1: '3' }
    const facts = { facts: '工钱', seen: await seenIn(filed), mediators: staff.id }
    const post = (times1: string) =>
      staff.post(agreementPath(filed.caseNumber), { ...facts, ...monthly, times1 })
    const refused = await post('9')
    expect(refused.status).toBe(422)
    expect(await refused.text()).toMatch(/name="times1"[^>]*value="9"/)
    expect((await post('3')).status).toBe(303)
    const page = await holder(world, theirs).page(actions.trackAgreement)
    for (const words of ['3. <b>陈建国</b>：付工钱，500 元', '2027 年 2 月 1 日'])
      expect(page).toContain(words)
  })

  it('is the same text with the same sum for both sides', async () => {
    const { filed, theirs, staff } = await drafted()
    const [mine, by] = [holder(world, filed), holder(world, theirs)]
    const texts = [mine, by].map(async (one) => {
      const page = await one.page(actions.trackAgreement)
      expect(page).toContain(facts)
      return cut(page, 'id="agreement-text"', '</section>')
    })
    const [one, two] = await Promise.all(texts)
    expect(one).toBe(two)
    // Money is given to somebody, an act is not.
    expect(one).toContain('石灰、工钱，600 元，给吴秀兰')
    expect(one).not.toContain('水沟，给')
    expect(await staff.text(agreementPath(filed.caseNumber))).toContain(one)
    const [json, theirJson] = await Promise.all(
      [mine, by].map(async (person) => JSON.stringify(await (await person.call(api.agreement)).json())),
    )
    expect(json).toBe(theirJson)
    const stored = await world.ports.store.openCase(filed.caseNumber)
    const current = agreementIn(stored?.events ?? [])
    const [sealed] = (await stored?.words(['record'], new Set([current?.seq ?? 0]))) ?? []
    const words = parseWords('agreement', sealed?.json ?? '')?.words
    const { salt = '', ...text } = words ?? {}
    expect(await sumOf(salt, text as Parameters<typeof sumOf>[1])).toBe(current?.sum)
    expect(one).toContain(current?.sum)
  })

  it('is read by each with a code of their own, which concludes nothing', async () => {
    const { filed, theirs, staff } = await drafted()
    const [mine, by] = [holder(world, filed), holder(world, theirs)]
    expect(await mine.page()).toContain(actions.trackAgreement)
    expect((await mine.call(api.agreementRead, { version: 1 })).status).toBe(201)
    expect((await mine.call(api.agreementRead, { version: 1 })).status).toBe(201)
    expect(landing(await by.post(actions.trackAgreement, { version: '1' }))).toEqual([
      303,
      actions.trackAgreement,
    ])
    const events = await eventsOf(world, filed)
    expect(events.filter(({ kind }) => kind === 'agreement-read')).toHaveLength(2)
    expect(await by.track()).toMatchObject({ status: 'mediating' })
    expect((await mine.track()).timeline.at(-1)?.text).toBe('对方看过了协议草稿。')
    expect(await staff.text(agreementPath(filed.caseNumber))).not.toContain('还没有看这一版')
  })

  it('of an earlier version is not read any more, nor with a code that staff have seen', async () => {
    const { filed, staff } = await drafted()
    const mine = holder(world, filed)
    expect((await write(staff, filed, { what3: '撤掉全部竹竿' })).status).toBe(303)
    const [status, why] = await problemOf(await mine.call(api.agreementRead, { version: 1 }))
    expect([status, why]).toEqual([409, '办的人刚才改过，请先看新写的这一版。'])
    expect((await mine.post(actions.trackAgreement, { version: '1' })).status).toBe(409)
    expect((await sign(staff, filed)).status).toBe(409)
    await world.db.prepare('UPDATE case_code SET staff_saw = 1').run()
    expect((await mine.call(api.agreementRead, { version: 2 })).status).toBe(409)
    expect(landing(await mine.post(actions.trackAgreement, { version: '2' }))).toEqual([
      303,
      actions.trackNewCode,
    ])
    expect(await mine.page(actions.trackAgreement)).toContain(actions.trackNewCode)
  })

  it.each<[string, Record<string, unknown>, string]>([
    ['forbids to sue', { what3: '以后不得起诉' }, '《人民调解法》第三条第三项'],
    ['waives support', { what1: '不再承担赡养义务' }, '第二十六条'],
    ['burdens somebody who is not there', { how: '不够的由村委会承担' }, '先登记成当事人'],
    ['has no mediator of the committee', { mediators: 'somebody-else' }, '第十三条'],
    ['has nobody who does it', { by1: '' }, '请选谁来做'],
    ['binds somebody to themselves', { to1: '2' }, '要是不同的人'],
    ['has an amount in words', { yuan2: '很多' }, '钱数看不懂'],
    ['has a day that is over', { due1: '2026-11-01' }, '已经过去'],
    ['has no facts', { facts: '' }, '请写清是什么事'],
    [
      'has no items',
      { what1: '', by1: '', due1: '', what2: '', by2: '', yuan2: '', due2: '', what3: '', by3: '' },
      '至少写一条',
    ],
  ])('that %s is refused, and what was typed stays', async (_, changes, says) => {
    const { filed } = await mediated()
    const staff = await staffAt(world, village)
    const answer = await write(staff, filed, changes)
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain(says)
    expect(page).toContain('现金当面付'.slice(0, changes['how'] ? 0 : 5))
    expect(agreementIn(await eventsOf(world, filed))).toBeNull()
  })

  it('needs a desk that may, both sides, and nobody who refuses', async () => {
    const { filed, theirs } = await mediated()
    const centre = await staffAt(world, 'qingshi-centre', 'lead')
    expect((await write(centre, filed)).status).toBe(409)
    const staff = await staffAt(world, village)
    expect((await holder(world, theirs).call(api.consent, { agree: false })).status).toBe(201)
    const answer = await write(staff, filed)
    expect(answer.status).toBe(409)
    expect(await answer.text()).toContain('对方明确说了不谈')
  })

  it('that a refusal stops says so at the desk, in place of the way to conclude it', async () => {
    const { filed, theirs, staff } = await drafted()
    const path = agreementPath(filed.caseNumber)
    expect(await staff.text(path)).toContain(agreementPath(filed.caseNumber, 'conclude'))
    expect((await holder(world, theirs).call(api.consent, { agree: false })).status).toBe(201)
    const page = await staff.text(path)
    expect(page).toContain('对方明确说了不谈')
    expect(page).not.toContain(agreementPath(filed.caseNumber, 'conclude'))
  })

  it('is read in one round trip, like the page of the case', async () => {
    const { theirs } = await drafted()
    const { trackingCode } = theirs
    const cookie = cookieOf(await postForm(world, actions.trackOpen, { trackingCode }))
    world.counted.take()
    expect((await world.request(actions.trackAgreement, { headers: { cookie } })).status).toBe(200)
    expect(world.counted.take().roundTrips).toBe(1)
  })

  it('is not written or concluded once the case is marked as dangerous, which nobody reads from it', async () => {
    const { filed, theirs, staff } = await drafted()
    const by = holder(world, theirs)
    const seen = async () => [
      await by.page(actions.trackAgreement),
      await by.page(),
      JSON.stringify(await by.track()),
    ]
    const masked = (pages: string[]) => pages.map((text) => text.replaceAll(ownValues, ''))
    const before = masked(await seen())
    await twoSides(world).make(filed, 'danger-marked', { reason: '他拿刀来过' })
    expect(masked(await seen())).toEqual(before)
    expect((await write(staff, filed)).status).toBe(404)
    const county = await staffAt(world, 'shili-centre', 'lead')
    expect((await write(county, filed)).status).toBe(409)
    expect((await sign(county, filed)).status).toBe(409)
    expect(agreementIn(await eventsOf(world, filed))?.concluded).toBeUndefined()
  })
})

describe('an agreement in writing', () => {
  it('binds from the last signature on, for both sides and the desk', async () => {
    const { filed, theirs, staff } = await signed()
    const [mine, by] = [holder(world, filed), holder(world, theirs)]
    const event = (await eventsOf(world, filed)).find(({ kind }) => kind === 'settled')
    expect(event?.data).toMatchObject({ form: 'written', effectiveOn: '2026-11-24', version: 1 })
    for (const one of [mine, by]) {
      expect(await one.track()).toMatchObject({ status: 'settled' })
      const page = await one.page(actions.trackAgreement)
      for (const text of ['2026 年 11 月 24 日（周二）起生效', '还剩 30 天', '12 月 24 日'])
        expect(page, text).toContain(text)
      expect((await one.call(api.agreementRead, { version: 1 })).status).toBe(409)
    }
    expect(await staff.text(casePath(filed.caseNumber))).toContain('书面协议')
    const paper = await staff.text(agreementPath(filed.caseNumber, 'print'))
    for (const text of ['人民调解协议书', '陆佰元整', other.name, '盖章、指印', '第 1 版'])
      expect(paper, text).toContain(text)
    for (const secret of [rightFiling.phone, other.phone]) expect(paper).not.toContain(secret)
    const court = await staff.text(agreementPath(filed.caseNumber, 'court'))
    for (const text of ['司法确认申请书', '主持调解的证明', '12 月 24 日', '不收钱'])
      expect(court, text).toContain(text)
  })

  it('is in the copy of both sides, the same for both, and no draft is', async () => {
    const { filed, theirs, staff } = await drafted()
    const copies = () =>
      Promise.all(
        [filed, theirs].map(async (one) => {
          const by = holder(world, one)
          const { trackingCode } = one
          const page = await (await by.post(actions.trackCopy, { trackingCode })).text()
          const { agreement } = (await (await by.call(api.copy)).json()) as { agreement?: object }
          return { page, agreement, read: await (await by.call(api.agreement)).json() }
        }),
      )
    for (const { page, agreement } of await copies()) {
      expect(page).toContain('走过的步骤')
      expect(page).not.toContain(facts)
      expect(agreement).toBeUndefined()
    }
    expect((await sign(staff, filed)).status).toBe(303)
    const [mine, their] = await copies()
    for (const copy of [mine, their]) {
      expect(copy?.agreement).toMatchObject({ facts, form: 'written', effectiveOn: '2026-11-24' })
      expect(copy?.agreement).toEqual(copy?.read)
      for (const text of [facts, '600 元', '书面协议，2026 年 11 月 24 日（周二）起生效'])
        expect(copy?.page, text).toContain(text)
    }
    const [one, two] = [mine, their].map((copy) => cut(copy?.page ?? '', 'id="agreement-text"', '</section>'))
    expect(one).toBe(two)
  })

  it.each<[string, Record<string, unknown>, string]>([
    ['without the day of a signature', { signed2: '' }, '请写这个日子'],
    ['with a day to come', { signed1: '2026-12-01' }, '还没有到'],
    ['without a word on how', { form: '' }, '书面还是口头'],
    ['without being sure', { sure: '' }, '撤不回来'],
  ])('is not concluded %s', async (_, changes, says) => {
    const { filed, staff } = await drafted()
    const answer = await sign(staff, filed, changes)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(says)
  })

  it('is concluded on its own page only, and a second press is the first', async () => {
    const { filed, staff } = await drafted()
    expect(await twoSides(world).move(filed, 'settled')).toEqual({ ok: false, error: 'drafted' })
    const seen = await seenIn(filed)
    expect((await sign(staff, filed, { seen })).status).toBe(303)
    expect((await sign(staff, filed, { seen })).status).toBe(303)
    const events = await eventsOf(world, filed)
    expect(events.filter(({ kind }) => kind === 'settled')).toHaveLength(1)
  })
})

it('a draft that names somebody who has no part any more is written anew before it is concluded', async () => {
  const { filed, staff } = await drafted()
  const erasures = { add: async () => undefined, all: async () => [] }
  expect((await erasePerson({ ...world.ports, erasures }, filed.caseNumber, 2)).ok).toBe(true)
  const answer = await sign(staff, filed)
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('已经不在这件事里')
  expect(agreementIn(await eventsOf(world, filed))?.concluded).toBeUndefined()
})

it('a draft is shown to nobody once the mediation has ended without it', async () => {
  const { filed, theirs } = await drafted()
  await twoSides(world).make(filed, 'failed', { message: '没有谈成。', ways: ['none'], reason: '谈不拢' })
  for (const one of [filed, theirs]) {
    const by = holder(world, one)
    expect(await by.page()).not.toContain('协议的草稿')
    expect((await by.call(api.agreement)).status).toBe(409)
    expect((await by.call(api.agreementRead, { version: 1 })).status).toBe(409)
    expect((await by.track()).can).not.toContain('agreement')
  }
})

it.each(['labour', 'neighbour'])(
  'what was not done names the same ways in a case of %s',
  async (category) => {
    const { filed, staff } = await drafted({ category })
    expect((await sign(staff, filed)).status).toBe(303)
    world.time.now += 20 * day
    const mine = holder(world, filed)
    expect((await mine.call(api.agreementItem, { item: 2, says: 'missed' })).status).toBe(201)
    // No page tells its subject (rules.md R49).
    for (const way of ['拿着协议去法院起诉', '拿着协议书向法院申请支付令'])
      expect(await mine.page(actions.trackAgreement)).toContain(way)
  },
)

describe('an oral agreement', () => {
  it('binds from the day on which it was said, with a sheet for both', async () => {
    const { filed, theirs, staff } = await drafted()
    const days = { form: 'oral', agreedOn: '2026-11-23' }
    expect((await sign(staff, filed, days)).status).toBe(303)
    expect(await holder(world, theirs).page(actions.trackAgreement)).toContain('口头协议')
    expect(await staff.text(agreementPath(filed.caseNumber, 'print'))).toContain('口头调解协议登记表')
  })

  it.each([
    ['labour', '《劳动争议调解仲裁法》第十四条'],
    ['medical', '《医疗纠纷预防和处理条例》第三十九条'],
  ])('is not made in a case of %s', async (category, article) => {
    const { filed, staff } = await drafted({ category })
    const answer = await sign(staff, filed, { form: 'oral', agreedOn: '2026-11-23' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain(article)
  })
})

describe('what was agreed', () => {
  it('is done by who owes it and taken as done by who is owed, each by their code', async () => {
    const { filed, theirs } = await signed()
    const [mine, by] = [holder(world, filed), holder(world, theirs)]
    const say = (one: typeof mine, item: number, says: string) => one.call(api.agreementItem, { item, says })
    expect((await say(mine, 2, 'done')).status).toBe(409)
    expect((await say(by, 2, 'received')).status).toBe(409)
    expect((await say(by, 2, 'done')).status).toBe(201)
    // Who owes it says so; whether it is so, says who is owed.
    expect((await mine.track()).timeline.at(-1)?.text).toBe('协议第 2 条，做的人说做到了。')
    // That it is final is said once, however many items there are.
    expect((await mine.page(actions.trackAgreement)).split('改不回来')).toHaveLength(2)
    expect(landing(await mine.post(actions.trackAgreement, { item: '2', says: 'received' }))).toEqual([
      303,
      actions.trackAgreement,
    ])
    expect((await say(mine, 2, 'missed')).status).toBe(409)
    expect(await by.page()).toContain('说好的 3 件，做到了 1 件')
    expect((await say(by, 9, 'done')).status).toBe(409)
    expect((await say(by, 1, 'nonsense')).status).toBe(422)
  })

  it('is reminded of once, two days before, and only to who owes it', async () => {
    const { filed, theirs } = await signed()
    const told = async () => {
      await refreshCases({ ...world.ports, erasures: null })
      return (await eventsOf(world, filed)).filter(({ kind }) => kind === 'item-due')
    }
    expect(await told()).toEqual([])
    await world.db.prepare('DELETE FROM outbox').run()
    world.time.now = Date.parse('2026-12-03T08:30:00+08:00')
    expect((await told()).map(({ data }) => data)).toEqual([{ item: 1, parties: [2] }])
    const ofCase = 'SELECT recipient FROM outbox WHERE case_id = (SELECT id FROM cases WHERE number = ?)'
    const { results } = await world.db.prepare(ofCase).bind(filed.caseNumber).all()
    expect(results).toEqual([{ recipient: 'party:2' }])
    expect(await told()).toHaveLength(1)
    expect((await holder(world, theirs).track()).timeline.at(-1)?.text).toContain('快到说好的日子')
    expect((await holder(world, theirs).call(api.agreementItem, { item: 2, says: 'done' })).status).toBe(201)
    world.time.now = Date.parse('2026-12-09T08:30:00+08:00')
    expect(await told()).toHaveLength(1)
  })

  it('and was not done comes back to the mediator, with the way that fits', async () => {
    const { filed, theirs, staff } = await signed()
    const mine = holder(world, filed)
    const missed = () => mine.call(api.agreementItem, { item: 2, says: 'missed' })
    const [status, why] = await problemOf(await missed())
    expect([status, why.slice(0, 9)]).toEqual([409, '还没有过说好的那天'])
    world.time.now += 20 * day
    expect((await missed()).status).toBe(201)
    const again = await staffAt(world, village)
    expect(await again.text(deskPages.today.path)).toContain('说好的没做到')
    expect(await again.text(casePath(filed.caseNumber))).toContain('看协议，问一问、催一催')
    expect(await again.text(agreementPath(filed.caseNumber))).toContain('拿着协议去法院起诉')
    expect(await mine.page(actions.trackAgreement)).toContain('拿着协议去法院起诉')
    expect(await holder(world, theirs).page()).toContain('有人说没有做到')
    const seen = await seenIn(filed)
    const confirmed = { seen, confirmedOn: '2026-12-10' }
    expect((await again.post(movePath(filed.caseNumber, 'court-confirmed'), confirmed)).status).toBe(303)
    expect(await mine.page(actions.trackAgreement)).toContain('申请强制执行')
    expect((await holder(world, theirs).call(api.agreementItem, { item: 2, says: 'done' })).status).toBe(201)
    expect(staff.id).toBeTruthy()
  })
})

it('nobody else knows of it: a case without one, an unknown code, and secrets of either side', async () => {
  const { filed, theirs } = await signed()
  const [mine, by] = [holder(world, filed), holder(world, theirs)]
  await mine.call(api.messages, { text: '一号说的' })
  await by.call(api.messages, { text: '二号说的' })
  const never = [
    [mine, [other.phone, '二号说的']],
    [by, [rightFiling.phone, '一号说的', rightFiling.narrative]],
  ] as const
  for (const [one, secrets] of never) {
    const seen = [await one.page(actions.trackAgreement), await (await one.call(api.agreement)).text()].join(
      '\n',
    )
    expect(secrets.filter((secret) => seen.includes(secret))).toEqual([])
  }
  const { filed: bare } = await mediated({ name: '李四', phone: '13700001111' })
  expect((await holder(world, bare).call(api.agreement)).status).toBe(409)
  expect(landing(await holder(world, bare).post(actions.trackAgreement, { version: '1' }))[0]).not.toBe(200)
})

describe('several people', () => {
  const member = (at: number) => ({
    ...{ otherName: `村民${'甲乙丙丁戊己庚辛壬癸'[at]}`, gotFrom: 'themselves' as const },
    ...{ onSide: 'other' as const, role: 'member' as const },
  })

  it('the roll of a group is not in the text, only who was chosen to sign', async () => {
    const { filed, theirs } = await mediated()
    for (const at of [0, 1]) await twoSides(world).make(filed, 'party', member(at))
    const staff = await staffAt(world, village)
    expect(await staff.text(agreementPath(filed.caseNumber))).toContain('除了申请人，谁来签')
    expect((await write(staff, filed)).status).toBe(303)
    const mine = holder(world, filed)
    const seen = async () =>
      `${await mine.page(actions.trackAgreement)}${await (await mine.call(api.agreement)).text()}`
    for (const name of ['村民甲', '村民乙']) expect(await seen()).not.toContain(name)
    expect((await write(staff, filed, { makers: ['2', '4'] })).status).toBe(303)
    expect(await seen()).toContain('村民乙')
    expect(await seen()).not.toContain('村民甲')
    const again = await staff.text(`${agreementPath(filed.caseNumber)}?edit=1`)
    expect(again).toMatch(/name="makers" value="4"[^>]* checked/)
    expect(again).not.toMatch(/name="makers" value="3"[^>]* checked/)
    expect(await holder(world, theirs).page(actions.trackAgreement)).toContain('村民乙')
  })

  it('more than fit on the sheet are refused, and nobody is left out', async () => {
    const { filed } = await mediated()
    for (let at = 0; at < 7; at += 1)
      await twoSides(world).make(filed, 'party', { ...member(at), onSide: 'complainant', role: 'principal' })
    const staff = await staffAt(world, village)
    const answer = await write(staff, filed)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('一份协议最多写 8 位')
    expect((await write(staff, filed, { makers: ['2', '3'] })).status).toBe(303)
  })

  it.each<[string, Record<string, string>, number]>([
    ['a guardian reads', { role: 'guardian', heard: 'yes' }, 200],
    ['a proxy who may settle reads', { role: 'proxy', authority: 'special' }, 200],
    ['a proxy who may only come does not read', { role: 'proxy', authority: 'general' }, 409],
  ])('%s what the one they stand for makes, and is no maker', async (_, as, status) => {
    const { make, register, invite, ownCode } = makeParties(world)
    const both = await twoSides(world).invited()
    const { filed } = both
    const party = await register(filed, {
      ...{ otherName: '周律', otherPhone: '13900004444', gotFrom: 'themselves', onSide: 'other' },
      ...{ actsFor: '2', ...as },
    })
    const theirs =
      as['role'] === 'guardian'
        ? await invite(filed, party)
        : await ownCode(filed, (await make(filed, 'code-given', { whom: String(party) })).trackingCode)
    await make(filed, 'mediating')
    const staff = await staffAt(world, village)
    expect((await write(staff, filed)).status).toBe(303)
    const by = holder(world, theirs)
    const answer = await by.call(api.agreement)
    expect(answer.status).toBe(status)
    const page = await by.page(actions.trackAgreement)
    expect(page.includes(facts)).toBe(status === 200)
    expect(page).not.toContain('这份草稿我看过')
    expect((await holder(world, both.theirs).call(api.agreementRead, { version: 1 })).status).toBe(201)
    expect((await by.track()).timeline.map(({ kind }) => kind)).not.toContain('agreement-read')
    expect(await (await holder(world, filed).call(api.agreement)).text()).not.toContain('周律')
    expect((await sign(staff, filed)).status).toBe(303)
  })
})

it('who was erased after signing still stands on the papers', async () => {
  const { filed, staff } = await signed()
  const erasures = { add: async () => undefined, all: async () => [] }
  expect((await erasePerson({ ...world.ports, erasures }, filed.caseNumber, 2)).ok).toBe(true)
  const paper = await staff.text(agreementPath(filed.caseNumber, 'print'))
  expect(paper).toContain(`被申请人 ${other.name}（签名`)
  const court = await staff.text(agreementPath(filed.caseNumber, 'court'))
  expect(court).toContain(`申请人 ${other.name}`)
  for (const page of [paper, court]) expect(page).toContain('<body class="own-paper">')
})

it('a case that is reopened is agreed anew: its people find no agreement, its desk the form', async () => {
  const { filed, theirs, staff } = await signed()
  await twoSides(world).make(filed, 'reopened', { reason: '又起了争执', message: '再来谈。' })
  for (const one of [filed, theirs]) expect((await holder(world, one).call(api.agreement)).status).toBe(409)
  expect(await staff.text(agreementPath(filed.caseNumber))).toContain('写好了，给双方看')
  await twoSides(world).make(filed, 'mediating')
  expect((await write(staff, filed)).status).toBe(303)
  expect(await holder(world, theirs).page(actions.trackAgreement)).toContain('第 2 版')
})
