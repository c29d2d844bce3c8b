import { beforeEach, describe, expect, it } from 'vitest'
import type { MoveKind } from '#domain/moves/table.ts'
import { createVerify } from '#store/verify.ts'
import { refreshCases } from '../../../functions/desk/refresh-cases.ts'
import { type DeskWorld, makeDeskWorld, signInAs, visitDesk, type Who } from '../../support/staff.ts'
import { cookieOf, file, postForm, rightFiling, tuesday } from '../../support/world.ts'

/**
 * People who are taken off a case: for a direct interest in it (信访工作条例 28), or because a side does not want them as
 * its mediator (人民调解法 23).
 */

let world: DeskWorld
beforeEach(async () => {
  world = makeDeskWorld(tuesday)
  // Each test has its own desks: who else works there decides where a case goes.
  for (const table of ['case_listing', 'staff_session', 'staff_user'])
    await world.db.prepare(`DELETE FROM ${table}`).run()
})

const village = 'qingshi-liuwan-committee'
const town = 'qingshi-committee'
const centre = 'shili-centre'
const reason = '他是我舅舅'

const at = async (unit: string, role: Who['role'] = 'handler', name = '测试员') => {
  const who = await signInAs(world, { unit, role, name })
  const visit = visitDesk(world, who.cookie)
  const text = async (path: string) => (await visit.get(path)).text()
  return { ...visit, id: who.id, name, text }
}
type Visit = Awaited<ReturnType<typeof at>>

const casePath = (number: string) => `/desk/cases/${number}`
const formPath = (number: string, kind: MoveKind) => `${casePath(number)}/${kind}`

/** Makes a move through its form; `headSeq` for somebody who posts without having seen one. */
const press = async (by: Visit, number: string, kind: MoveKind, fields: Record<string, string> = {}) => {
  const path = formPath(number, kind)
  const seen = /name="seen" value="(\d+)"/.exec(await by.text(path))?.[1] ?? (await headOf(number))
  const answer = await by.post(path, { seen, ...fields })
  return { status: answer.status, to: answer.headers.get('location') ?? '', html: await answer.text() }
}
const headOf = async (number: string) =>
  String(
    await world.db
      .prepare('SELECT head_seq FROM cases WHERE number = ?')
      .bind(number)
      .first<number>('head_seq'),
  )

/** A case that its first handler accepted; who else works at the desk is given. */
const taken = async ({
  unit = village,
  filing = {},
}: {
  unit?: string
  filing?: Record<string, unknown>
} = {}) => {
  const { caseNumber: number, trackingCode } = await file(world, filing)
  const handler = await at(unit, 'handler', '李调解')
  expect(await press(handler, number, 'accepted', { subject: '屋檐滴水' })).toMatchObject({ status: 303 })
  return { number, trackingCode, handler }
}

const group = (html: string, title: string) =>
  html.split(new RegExp(`<h2[^>]*>${title}`))[1]?.split('<h2')[0] ?? ''

/** The lists and sheets of a person, by address. */
const lists = [
  '/desk/',
  '/desk/cases/?list=desk',
  '/desk/cases/?list=mine',
  '/desk/cases/?all=1',
  '/desk/traces',
]

const finds = async (by: Visit, what: string, number: string) =>
  (await (await by.post('/desk/find', { find: what })).text()).includes(`/desk/cases/${number}"`)

/** Nothing tells this person that the case exists. */
const expectGone = async (by: Visit, number: string) => {
  for (const page of ['', '/trace', '/report', '/recused', '/assigned', '/done/3']) {
    const ask = async (asked: string) => {
      world.counted.take()
      const answer = await by.get(`/desk/cases/${asked}${page}`)
      const { roundTrips, statements } = world.counted.take()
      return { status: answer.status, text: await answer.text(), roundTrips, statements }
    }
    const hidden = await ask(number)
    expect(hidden.status, page).toBe(404)
    expect(await ask('2026-000000'), page).toEqual(hidden)
  }
  const forged = async (asked: string) => {
    const answer = await by.post(formPath(asked, 'noted'), { seen: '9', reason: '再看一眼' })
    return [answer.status, (await answer.text()).replaceAll(asked, '#')]
  }
  expect(await forged(number)).toEqual(await forged('2026-000000'))
  for (const path of lists) expect(await by.text(path), path).not.toContain(number)
  for (const what of [number, number.slice(5), rightFiling.phone, rightFiling.name, '屋檐滴水'])
    expect(await finds(by, what, number), what).toBe(false)
}

describe('somebody with a direct interest', () => {
  it('takes themselves off: the case is gone for them and stays for their colleagues', async () => {
    const lead = await at(village, 'lead')
    const { number, handler } = await taken()
    expect(await finds(handler, number.slice(5), number)).toBe(true)
    expect(await finds(handler, '屋檐滴水', number)).toBe(true)
    for (const path of ['/desk/cases/?list=desk', '/desk/cases/?list=mine'])
      expect(await handler.text(path)).toContain(number)
    const form = await handler.text(formPath(number, 'recused'))
    for (const text of ['我要回避', '记下以后，这件您打不开了']) expect(form).toContain(text)

    const made = await press(handler, number, 'recused', { reason })
    expect(made).toMatchObject({ status: 303, to: expect.stringMatching(/\/done\/\d+$/) })
    expect(await handler.text(made.to)).toContain('我要回避：已经记下')
    await expectGone(handler, number)
    for (const path of ['/desk/', '/desk/cases/?list=desk', '/desk/cases/?all=1'])
      expect(await lead.text(path), path).toContain(number)
    for (const what of [number, number.slice(5), rightFiling.phone, rightFiling.name, '屋檐滴水'])
      expect(await finds(lead, what, number), what).toBe(true)
  })

  it('is not counted a case that they keep out of; their colleagues are', async () => {
    const lead = await at(village, 'lead')
    const { number, handler } = await taken()
    const open = async (by: Visit) => /<b>(\d+)<\/b>\s*<span>在办</.exec(await by.text('/desk/'))?.[1]
    expect(await open(handler)).toBe('1')
    await press(handler, number, 'recused', { reason })
    expect([await open(handler), await open(lead)]).toEqual(['0', '1'])
  })

  it('above: is not counted it by area, and finds it in no list', async () => {
    const { number } = await taken()
    world.time.now += 40 * 86_400_000
    const [one, other] = [await at(town, 'lead'), await at(town, 'lead')]
    const below = async (by: Visit) => (await by.text('/desk/')).includes('list=below')
    const listed = async (by: Visit) => (await by.text('/desk/cases/?list=below')).includes(number)
    expect([await below(one), await listed(one)]).toEqual([true, true])
    expect(await press(one, number, 'recused', { reason })).toMatchObject({ status: 303 })
    expect([await below(one), await listed(one)]).toEqual([false, false])
    expect([await below(other), await listed(other)]).toEqual([true, true])
    expect((await one.get(casePath(number))).status).toBe(404)
    // The village keeps its handler: somebody above does not handle it.
    expect(await other.text(casePath(number))).toContain('李调解')
  })

  it('is recorded by a lead, never by a handler, and not by a lead for themselves', async () => {
    const { number, handler } = await taken()
    const [lead, colleague] = [await at(village, 'lead', '王组长'), await at(village, 'handler', '周小河')]
    expect(
      await press(colleague, number, 'recusal-recorded', { concerned: handler.id, reason }),
    ).toMatchObject({
      status: 409,
    })
    const form = await lead.text(formPath(number, 'recusal-recorded'))
    expect(form).toContain(`value="${handler.id}"`)
    expect(form).not.toContain(`value="${lead.id}"`)
    expect(await press(lead, number, 'recusal-recorded', { concerned: lead.id, reason })).toMatchObject({
      status: 422,
    })
    expect(await press(lead, number, 'recusal-recorded', { concerned: handler.id, reason })).toMatchObject({
      status: 303,
      to: expect.stringContaining('?done='),
    })
    await expectGone(handler, number)
    expect((await colleague.get(casePath(number))).status).toBe(200)
    expect(group(await lead.text('/desk/'), '等人接手')).toContain(number)
  })

  it('is not given the case again: not by a forged post, not in a batch', async () => {
    const { number, handler } = await taken()
    const [lead, colleague] = [await at(village, 'lead'), await at(village)]
    const { caseNumber: free } = await file(world)
    await press(handler, number, 'recused', { reason })
    const form = await lead.text(formPath(number, 'assigned'))
    expect(form).toContain(`value="${colleague.id}"`)
    expect(form).not.toContain(handler.id)
    expect(await press(lead, number, 'assigned', { staff: handler.id })).toMatchObject({ status: 422 })

    const path = `/desk/batch?kind=assigned&case=${number}&case=${free}`
    const seen = (html: string, one: string) =>
      new RegExp(`name="seen-${one}" value="(\\d+)"`).exec(html)?.[1] ?? ''
    const html = await lead.text(path)
    const answer = await lead.postPairs('/desk/batch', [
      ['kind', 'assigned'],
      ...[number, free].flatMap((one): [string, string][] => [
        ['case', one],
        [`seen-${one}`, seen(html, one)],
      ]),
      ['staff', handler.id],
    ])
    expect(answer.status).toBe(422)
    const main = (await answer.text()).split('<main')[1] ?? ''
    expect(group(main, '分派好了 1 件')).toContain(free)
    expect(main).toContain(`name="seen-${number}"`)
    expect(await handler.text('/desk/cases/?list=mine')).toContain(free)
    await expectGone(handler, number)

    expect(await press(lead, number, 'assigned', { staff: colleague.id })).toMatchObject({ status: 303 })
    expect(await colleague.text('/desk/cases/?list=mine')).toContain(number)
    expect(await lead.text('/desk/')).not.toContain('等人接手')
  })

  it('hands the case over in the same step if nobody else works at the desk', async () => {
    const { number, handler } = await taken()
    const form = await handler.text(formPath(number, 'recused'))
    expect(form).toContain('本单位没有别人能接')
    expect(form).toContain(`value="${town}"`)
    expect(await press(handler, number, 'recused', { reason })).toMatchObject({ status: 422 })
    expect(await press(handler, number, 'recused', { reason, unit: 'yunxi-committee' })).toMatchObject({
      status: 422,
    })
    const made = await press(handler, number, 'recused', { reason, unit: town })
    expect(await handler.text(made.to)).toContain('我要回避：已经交给青石镇人民调解委员会')
    await expectGone(handler, number)
    const superior = await at(town, 'lead')
    expect(group(await superior.text('/desk/'), '刚转来')).toContain(number)
    // A colleague who joins the village later keeps the trace of what their unit handed on.
    const later = await at(village)
    expect((await later.get(`${casePath(number)}/trace`)).status).toBe(200)
  })

  it('leaves the case waiting for somebody, with 分派 first, if a colleague can take it or nobody is above', async () => {
    const lead = await at(village, 'lead')
    const { number, handler } = await taken()
    expect(await handler.text(formPath(number, 'recused'))).not.toContain('本单位没有别人能接')
    await press(handler, number, 'recused', { reason })
    const page = await lead.text(casePath(number))
    expect(page).toContain('还没有人接手')
    expect(/<ul class="next-steps">\s*<li>\s*<a[^>]*href="([^"?]*)/.exec(page)?.[1]).toBe(
      formPath(number, 'assigned'),
    )
    const county = await taken({ unit: centre, filing: { about: 'town-staff' } })
    expect(await press(county.handler, county.number, 'recused', { reason })).toMatchObject({ status: 303 })
    expect(group(await (await at(centre, 'lead')).text('/desk/'), '等人接手')).toContain(county.number)
  })

  it('leaves a trace that says where the case went, not why', async () => {
    const { number, handler } = await taken()
    await press(handler, number, 'recused', { reason, unit: town })
    const trace = await (await at(village)).text(`${casePath(number)}/trace`)
    expect(trace).toContain('从柳湾村人民调解委员会到青石镇人民调解委员会')
    expect(trace).not.toContain('回避')
  })

  it('keeps what was done in a batch from them too', async () => {
    const lead = await at(village, 'lead')
    const { caseNumber: number } = await file(world)
    const html = await lead.text(`/desk/batch?kind=accepted&case=${number}`)
    const seen = new RegExp(`name="seen-${number}" value="(\\d+)"`).exec(html)?.[1] ?? ''
    const done = await lead.post('/desk/batch', {
      ...{ kind: 'accepted', case: number, [`seen-${number}`]: seen, [`subject-${number}`]: '屋檐滴水' },
    })
    const page = done.headers.get('location') ?? ''
    expect((await lead.get(page)).status).toBe(200)
    await at(village)
    await press(lead, number, 'recused', { reason })
    expect((await lead.get(page)).status).toBe(404)
  })

  it('is told who lifts a mistake, and let in by a lead above where the unit has none', async () => {
    const { number, handler } = await taken()
    const [colleague, above] = [await at(village), await at(town, 'lead')]
    const hint = '本单位没有负责人，就请上一级的'
    expect(await handler.text(formPath(number, 'recused'))).toContain(hint)
    const made = await press(handler, number, 'recused', { reason })
    expect(await handler.text(made.to)).toContain(hint)
    expect((await handler.get(casePath(number))).status).toBe(404)
    const lift = { concerned: handler.id, reason: '看错了人' }
    expect(await press(colleague, number, 'recusal-lifted', lift)).toMatchObject({ status: 409 })
    expect(await press(above, number, 'recusal-lifted', lift)).toMatchObject({ status: 303 })
    expect((await handler.get(casePath(number))).status).toBe(200)
  })

  it('is let in again by a lead, with a reason, if it was recorded by mistake', async () => {
    const { number, handler } = await taken()
    const [lead, colleague] = [await at(village, 'lead'), await at(village)]
    expect((await lead.get(formPath(number, 'recusal-lifted'))).status).toBe(303)
    await press(lead, number, 'recusal-recorded', { concerned: handler.id, reason })
    await expectGone(handler, number)
    expect(
      await press(colleague, number, 'recusal-lifted', { concerned: handler.id, reason: '只是同名' }),
    ).toMatchObject({ status: 409 })
    expect(await press(lead, number, 'recusal-lifted', { concerned: handler.id })).toMatchObject({
      status: 422,
    })
    expect(
      await press(lead, number, 'recusal-lifted', { concerned: handler.id, reason: '只是同名' }),
    ).toMatchObject({ status: 303 })
    expect((await handler.get(casePath(number))).status).toBe(200)
    expect(await handler.text('/desk/cases/?list=desk')).toContain(number)
    expect(await press(lead, number, 'assigned', { staff: handler.id })).toMatchObject({ status: 303 })
    const history = await lead.text(casePath(number))
    expect(history).toContain('撤销回避，李调解')
    expect(history).toContain('只是同名')
  })
})

describe('a mediator whom a side does not want', () => {
  it('is off the case, may still read it and hand it on, and another is chosen', async () => {
    const { number, handler } = await taken()
    const [lead, colleague] = [await at(village, 'lead'), await at(village)]
    expect(await press(handler, number, 'mediator-changed', {})).toMatchObject({ status: 422 })
    expect(await press(handler, number, 'mediator-changed', { side: 'other' })).toMatchObject({ status: 303 })
    const page = await handler.text(casePath(number))
    for (const kind of ['noted', 'escalated'] as const) expect(page).toContain(`"${formPath(number, kind)}?`)
    for (const kind of ['mediating', 'message', 'settled'] as const)
      expect(page).not.toContain(`"${formPath(number, kind)}?`)
    const forged = await press(handler, number, 'mediating', { message: '周六来谈' })
    expect(forged.status).toBe(409)
    expect(forged.html).toContain('当事人要求换调解员')
    expect(await press(handler, number, 'noted', { reason: '东西交接了' })).toMatchObject({ status: 303 })
    expect(await handler.text('/desk/cases/?list=mine')).not.toContain(number)
    expect(group(await lead.text('/desk/'), '等人接手')).toContain(number)

    expect(await press(lead, number, 'assigned', { staff: handler.id })).toMatchObject({ status: 422 })
    expect(await press(lead, number, 'assigned', { staff: colleague.id })).toMatchObject({ status: 303 })
    expect(await press(colleague, number, 'mediating', { message: '周六来谈' })).toMatchObject({
      status: 303,
    })
  })

  it('is changed only where somebody mediates', async () => {
    const { number } = await taken()
    const { caseNumber: fresh } = await file(world)
    const petition = await file(world, { track: 'complaint', address: '柳湾村三组' })
    const colleague = await at(village)
    expect((await colleague.get(formPath(number, 'mediator-changed'))).status).toBe(200)
    expect((await colleague.get(formPath(fresh, 'mediator-changed'))).status).toBe(303)
    const office = await at('qingshi-office')
    await press(office, petition.caseNumber, 'accepted', { subject: '路灯', matter: 'other' })
    expect((await office.get(formPath(petition.caseNumber, 'mediator-changed'))).status).toBe(303)
  })

  it('at a desk of one person: the case goes to another committee in the same step', async () => {
    const { number, handler } = await taken()
    const form = await handler.text(formPath(number, 'mediator-changed'))
    expect(form).toContain(`value="${town}"`)
    for (const unit of ['qingshi-office', 'qingshi-liuwan-1-grid'])
      expect(form, unit).not.toContain(`value="${unit}"`)
    expect(await press(handler, number, 'mediator-changed', { side: 'other', unit: town })).toMatchObject({
      status: 303,
    })
    expect(group(await (await at(town)).text('/desk/'), '刚转来')).toContain(number)
  })
})

const strip = (text: string) =>
  text.replaceAll(/\d{4}-\d{6}/g, '#').replaceAll(/[0-9a-f]{64}|(?<=name="case" value=")[0-9a-f]{8}/g, '#')

describe('the resident', () => {
  const timeline = async (trackingCode: string) => {
    const cookie = cookieOf(await postForm(world, '/track/open', { trackingCode }))
    return (await world.request('/track/case', { headers: { cookie } })).text()
  }
  const kinds = async (trackingCode: string) => {
    const answer = await world.request('/api/v1/cases/track', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ trackingCode }),
    })
    return JSON.stringify(await answer.json())
  }

  it('reads a recusal as an ordinary transfer if the case moved, and nothing if it did not', async () => {
    const alone = await taken()
    await press(alone.handler, alone.number, 'recused', { reason, unit: town })
    const html = await timeline(alone.trackingCode)
    expect(html).toContain('交给了上一级：青石镇人民调解委员会。期限照样在走。')
    const { number, trackingCode, handler } = await taken()
    const lead = await at(village, 'lead')
    const before = await timeline(trackingCode)
    await press(lead, number, 'recusal-recorded', { concerned: handler.id, reason })
    expect(strip(await timeline(trackingCode))).toBe(strip(before))
    for (const text of [html, before, await kinds(alone.trackingCode), await kinds(trackingCode)])
      expect(text).not.toMatch(/回避|recus|舅舅|李调解/)
  })

  it('reads that another mediator takes over, and not who asked for it', async () => {
    await at(village, 'lead')
    const { number, trackingCode, handler } = await taken()
    await press(handler, number, 'mediator-changed', { side: 'other', reason: '他说我偏心' })
    for (const text of [await timeline(trackingCode), await kinds(trackingCode)]) {
      expect(text).toContain('换一位调解员接着办。期限照样在走。')
      expect(text).not.toMatch(/对方提出|偏心|"side":"other"|李调解/)
    }
  })

  it('reads the same on a case of danger as on any other case at the county', async () => {
    const walked = async (filing: Record<string, unknown>) => {
      const { number, trackingCode, handler } = await taken({ unit: centre, filing })
      const [lead, second] = [await at(centre, 'lead'), await at(centre)]
      for (const made of [
        await press(handler, number, 'mediator-changed', { side: 'complainant' }),
        await press(lead, number, 'assigned', { staff: second.id }),
        await press(second, number, 'recused', { reason }),
      ])
        expect(made).toMatchObject({ status: 303 })
      return [await timeline(trackingCode), await kinds(trackingCode)].map(strip)
    }
    const plain = await walked({ about: 'town-staff' })
    expect(plain.join()).toContain('换一位调解员')
    expect(await walked({ danger: true, contact: { mayCall: false } })).toEqual(plain)
  })
})

describe('the sheets and the history of the desk', () => {
  const figure = (html: string, name: string) =>
    Number(new RegExp(`<dt>${name}</dt>\\s*<dd>(\\d+)`).exec(html)?.[1] ?? -1)

  it('count a case that was handed over with it, and none that stayed', async () => {
    // Histories stay in the database, so this test has a day of its own.
    world.time.now += 100 * 86_400_000
    const digest = async (unit: string) => (await at(unit, 'lead')).text('/desk/digest')
    const gone = await taken()
    await press(gone.handler, gone.number, 'recused', { reason, unit: town })
    expect(figure(await digest(village), '转出')).toBe(1)
    expect(figure(await digest(town), '转来')).toBe(1)
    const stayed = await taken()
    expect(await press(stayed.handler, stayed.number, 'mediator-changed', { side: 'other' })).toMatchObject({
      status: 303,
    })
    expect(figure(await digest(village), '转出')).toBe(1)
    const row = (await digest(village)).split('<tr>').find((one) => one.includes(gone.number)) ?? ''
    expect(row).toContain('转出')
    expect(row).not.toMatch(/回避|recus/)
  })

  it('name who was taken off and why; the reason is sealed in the database', async () => {
    const { number, handler } = await taken()
    const [lead, colleague] = [await at(village, 'lead', '王组长'), await at(village, 'handler', '周小河')]
    await press(handler, number, 'mediator-changed', { side: 'other', reason: '他说我偏心' })
    await press(lead, number, 'recusal-recorded', { concerned: handler.id, reason })
    await press(colleague, number, 'recused', { reason: '我也姓陈，是他堂弟' })
    const page = await lead.text(casePath(number))
    for (const text of [
      ...['当事人要求换调解员，李调解，对方提出来的', '他说我偏心'],
      ...['记某人回避，李调解', reason, '我要回避', '周小河', '是他堂弟'],
    ])
      expect(page).toContain(text)
    const { results } = await world.db
      .prepare('SELECT * FROM case_event WHERE case_id = (SELECT id FROM cases WHERE number = ?)')
      .bind(number)
      .all()
    expect(results.length).toBeGreaterThan(4)
    const raw = JSON.stringify(results)
    for (const text of ['偏心', '舅舅', '堂弟']) expect(raw).not.toContain(text)
  })
})

describe('a namesake', () => {
  it('is named before a case is assigned or accepted, and stops nobody', async () => {
    const { number } = await taken()
    const [lead, same] = [await at(village, 'lead'), await at(village, 'handler', rightFiling.name)]
    const form = await lead.text(formPath(number, 'assigned'))
    expect(form).toContain(`${rightFiling.name}：和当事人同名，请核对是否要回避`)
    expect(form).not.toContain('李调解：')
    expect(await press(lead, number, 'assigned', { staff: same.id })).toMatchObject({ status: 303 })
    const { caseNumber: fresh } = await file(world)
    expect(await same.text(formPath(fresh, 'accepted'))).toContain('和当事人同名')
    expect(await lead.text(formPath(fresh, 'accepted'))).not.toContain('同名')
  })

  it('is named on the page of several cases, at the case it is about, before and after a post', async () => {
    const [lead, same] = [await at(village, 'lead'), await at(village, 'handler', rightFiling.name)]
    const { caseNumber: theirs } = await file(world)
    const { caseNumber: another } = await file(world, { name: '陈大山' })
    const cards = (html: string) =>
      [theirs, another].map((number) =>
        html.split('<section class="batch-case"').find((card) => card.includes(`/cases/${number}"`)),
      )
    const query = `case=${theirs}&case=${another}`
    const shown = await lead.text(`/desk/batch?kind=assigned&${query}`)
    const unfinished = await lead.postPairs('/desk/batch', [
      ['kind', 'assigned'],
      ...[theirs, another].flatMap((number): [string, string][] => [
        ['case', number],
        [`seen-${number}`, '2'],
      ]),
    ])
    expect(unfinished.status).toBe(422)
    const own = await same.text(`/desk/batch?kind=accepted&${query}`)
    for (const html of [shown, await unfinished.text(), own]) {
      const [first, second] = cards(html)
      expect(first).toContain(`${rightFiling.name}：和当事人同名，请核对是否要回避`)
      expect(second).toContain(another)
      expect(second).not.toContain('同名')
    }
    expect(await lead.text(`/desk/batch?kind=accepted&${query}`)).not.toContain('同名')
  })

  it('is not named where nobody is called like a person of the case', async () => {
    const { number } = await taken({ filing: { name: '陈大山' } })
    await at(village, 'handler', rightFiling.name)
    expect(await (await at(village, 'lead')).text(formPath(number, 'assigned'))).not.toContain('同名')
  })
})

describe('what is stored about who is off a case', () => {
  it('equals the history, before and after the scheduler', async () => {
    const lead = await at(village, 'lead')
    const { number, handler } = await taken()
    await press(handler, number, 'recused', { reason })
    const other = await taken()
    await press(lead, other.number, 'recusal-recorded', { concerned: other.handler.id, reason })
    await press(lead, other.number, 'recusal-lifted', { concerned: other.handler.id, reason: '同名' })
    const third = await taken()
    await press(third.handler, third.number, 'mediator-changed', { side: 'other' })
    const rows = async () =>
      (
        await world.db
          .prepare(
            'SELECT scope, waits FROM case_listing WHERE case_id IN (SELECT id FROM cases WHERE number IN (?, ?, ?)) ORDER BY case_id, scope',
          )
          .bind(number, other.number, third.number)
          .all<{ scope: string; waits: string }>()
      ).results
    const ids = (
      await world.db
        .prepare('SELECT id FROM cases WHERE number IN (?, ?, ?)')
        .bind(number, other.number, third.number)
        .all<{ id: string }>()
    ).results.map(({ id }) => id)
    // Cases of other tests have no rows in the lists.
    const mine = async () =>
      (await createVerify(world.db, world.ports.keys, world.ports.clock)('', 1000)).mismatches.filter(
        ({ caseId }) => ids.includes(caseId),
      )
    const before = await rows()
    expect(before.map(({ scope }) => scope).filter((scope) => scope.startsWith('recused:'))).toEqual([
      `recused:${handler.id}`,
    ])
    expect(await mine()).toEqual([])
    world.time.now += 5 * 86_400_000
    expect(await refreshCases({ ...world.ports, erasures: null })).toMatchObject({ more: false })
    expect(await rows()).toEqual(before)
    expect(await mine()).toEqual([])
    await world.db.prepare("DELETE FROM case_listing WHERE scope LIKE 'recused:%'").run()
    expect(await mine()).not.toEqual([])
  })
})
