import { beforeEach, describe, expect, it } from 'vitest'
import type { MoveInput } from '#domain/moves/fields.ts'
import type { MoveKind } from '#domain/moves/table.ts'
import { moveCase } from '../../../functions/desk/moves/move-case.ts'
import { makeForms } from '../../support/forms.ts'
import { openRegister } from '../../support/register.ts'
import { type DeskWorld, makeDeskWorld, signInAs, visitDesk } from '../../support/staff.ts'
import { file, rightFiling } from '../../support/world.ts'

/** What a person reads after a move, and what is left to them of a case that they registered or handed on. */

let world: DeskWorld
beforeEach(async () => {
  world = makeDeskWorld()
  await world.db.prepare('DELETE FROM case_listing').run()
})

const village = 'qingshi-liuwan-committee'
const town = 'qingshi-committee'

const at = async (unit: string, role: 'handler' | 'lead' = 'handler') => {
  const who = await signInAs(world, { unit, role })
  return { ...visitDesk(world, who.cookie), id: who.id }
}
type Visit = Awaited<ReturnType<typeof at>>

const byConsole = async (number: string, ...moves: [MoveKind, MoveInput][]) => {
  for (const [kind, input] of moves)
    expect(await moveCase(world.ports, { number, kind, by: 'console', input }), kind).toMatchObject({
      ok: true,
    })
}

/** Makes a move through its form. */
const press = async (by: Visit, number: string, kind: MoveKind, fields: Record<string, string>) => {
  const path = `/desk/cases/${number}/${kind}`
  const seen = /name="seen" value="(\d+)"/.exec(await (await by.get(path)).text())?.[1] ?? ''
  const answer = await by.post(path, { seen, ...fields })
  return { status: answer.status, to: answer.headers.get('location') ?? '' }
}

const down: [MoveKind, MoveInput] = [
  'sent-down',
  { unit: village, answerBy: '2099-12-31', reason: '请去看看' },
]
const toVillage: [MoveKind, MoveInput][] = [['escalated', { unit: town, reason: '谈不拢' }], down]

interface Row {
  kind: MoveKind
  fields: Record<string, string>
  before: [MoveKind, MoveInput][]
  /** Who has it afterwards. */
  has: string
  traced: boolean
}

const handOvers: Row[] = [
  { kind: 'escalated', fields: { unit: town }, before: [], has: '青石镇人民调解委员会', traced: true },
  {
    kind: 'transferred',
    fields: { unit: 'qingshi-songping-committee' },
    before: [],
    has: '松坪村人民调解委员会',
    traced: true,
  },
  {
    kind: 'returned',
    fields: { proper: town },
    before: toVillage,
    has: '青石镇人民调解委员会',
    traced: true,
  },
  { kind: 'reported-back', fields: {}, before: toVillage, has: '青石镇人民调解委员会', traced: true },
  { kind: 'danger-marked', fields: {}, before: [], has: '示例县矛盾纠纷调处中心', traced: false },
]

describe('a move that takes a case out of reach', () => {
  it.each(handOvers)('$kind ends on a page that says so', async ({ kind, fields, before, has, traced }) => {
    const { caseNumber } = await file(world)
    await byConsole(caseNumber, ['accepted', { subject: '屋檐滴水' }], ...before)
    const by = await at(village)
    const made = await press(by, caseNumber, kind, { reason: '办不了', ...fields })
    expect(made.status).toBe(303)
    expect(made.to).toMatch(new RegExp(`^/desk/cases/${caseNumber}/done/\\d+$`))
    for (const turn of ['first', 'reloaded']) {
      const answer = await by.get(made.to)
      expect(answer.status, turn).toBe(200)
      const html = await answer.text()
      for (const text of [has, caseNumber, '回今天']) expect(html, turn).toContain(text)
      expect(html.includes(`/desk/cases/${caseNumber}/trace`)).toBe(traced)
    }
    const trace = await by.get(`/desk/cases/${caseNumber}/trace`)
    expect(trace.status).toBe(traced ? 200 : 404)
    const opened = await by.get(`/desk/cases/${caseNumber}`)
    expect([opened.status, opened.headers.get('location')]).toEqual([
      303,
      traced ? `/desk/cases/${caseNumber}/trace` : made.to,
    ])
  })

  it('for danger leads from a sheet to what was done, and tells colleagues and strangers nothing', async () => {
    const { caseNumber } = await file(world)
    await byConsole(caseNumber, ['escalated', { unit: town, reason: '办不了' }])
    const [by, colleague, below] = [await at(town), await at(town), await at(village)]
    const made = await press(by, caseNumber, 'danger-marked', { reason: '他挨打了' })
    const day = world.day()
    for (const one of [by, colleague])
      expect(await (await one.get(`/desk/digest?day=${day}`)).text()).toContain(`/desk/cases/${caseNumber}"`)
    const led = await by.get(`/desk/cases/${caseNumber}`)
    expect([led.status, led.headers.get('location')]).toEqual([303, made.to])
    expect(await (await by.get(made.to)).text()).toContain('以后在您这里打不开了')
    for (const one of [colleague, below]) {
      const answer = await one.get(`/desk/cases/${caseNumber}`)
      const missing = await one.get('/desk/cases/2026-000000')
      const text = await answer.text()
      expect([answer.status, text]).toEqual([404, await missing.text()])
      expect(text).toContain('也可能这件已经转走')
      expect(text).not.toContain('危险')
    }
    // Whoever has an interest in the case is led nowhere either.
    await byConsole(caseNumber, ['danger-lifted', { reason: '平安了' }])
    await byConsole(caseNumber, ['recusal-recorded', { concerned: by.id, reason: '是他舅舅' }])
    expect((await by.get(`/desk/cases/${caseNumber}`)).status).toBe(404)
  })

  it('shows that page to nobody else: colleagues, those who have the case, strangers', async () => {
    const { caseNumber } = await file(world)
    const made = await press(await at(village), caseNumber, 'escalated', { unit: town, reason: '办不了' })
    for (const unit of [village, town, 'yunxi-xiqiao-committee']) {
      const other = await at(unit)
      const missing = await other.get('/desk/cases/2026-000000/done/3')
      const answer = await other.get(made.to)
      expect([answer.status, await answer.text()], unit).toEqual([404, await missing.text()])
    }
  })
})

describe('a move that leaves the case within reach', () => {
  it('ends on the case, with what was done, for the person who did it', async () => {
    const { caseNumber } = await file(world)
    const by = await at(village)
    const made = await press(by, caseNumber, 'accepted', { subject: '屋檐滴水' })
    expect(made).toEqual({ status: 303, to: `/desk/cases/${caseNumber}?done=3` })
    const notice = '受理：已经记下'
    expect(await (await by.get(made.to)).text()).toContain(notice)
    expect(await (await (await at(village)).get(made.to)).text()).not.toContain(notice)
    expect(await (await by.get(`/desk/cases/${caseNumber}?done=1`)).text()).not.toContain('已经记下')
  })
})

describe('a move that ends a case', () => {
  const ends: [MoveKind, Record<string, string>, [MoveKind, MoveInput][]][] = [
    ['declined', { message: '请找法院', body: '县法院' }, []],
    ['settled', { message: '谈成了' }, [['accepted', { subject: '屋檐滴水' }]]],
    [
      'closed',
      {},
      [
        ['accepted', { subject: '屋檐滴水' }],
        ['settled', {}],
      ],
    ],
  ]

  it.each(ends)('%s asks who cannot undo it first, and keeps their words', async (kind, fields, before) => {
    const { caseNumber } = await file(world)
    await byConsole(caseNumber, ...before)
    const by = await at(village)
    const path = `/desk/cases/${caseNumber}/${kind}`
    const form = await (await by.get(path)).text()
    expect(form).toContain('我自己撤不回来')
    const seen = /name="seen" value="(\d+)"/.exec(form)?.[1] ?? ''
    const unsure = await by.post(path, { seen, ...fields })
    expect(unsure.status).toBe(422)
    const html = await unsure.text()
    expect(html).toContain('href="#sure"')
    for (const text of Object.values(fields)) expect(html).toContain(text)
    expect((await by.post(path, { seen, ...fields, sure: 'true' })).status).toBe(303)
  })

  it.each(ends)('%s does not ask who can reopen the case', async (kind, fields, before) => {
    const { caseNumber } = await file(world)
    await byConsole(caseNumber, ...before)
    const lead = await at(village, 'lead')
    expect(await (await lead.get(`/desk/cases/${caseNumber}/${kind}`)).text()).not.toContain('撤不回来')
    expect(await press(lead, caseNumber, kind, fields)).toMatchObject({ status: 303 })
  })
})

describe('a move that somebody else made impossible', () => {
  it('shows who did what and when, keeps the words and has no button', async () => {
    const { caseNumber } = await file(world)
    const [first, second] = [await at(village), await at(village)]
    const path = `/desk/cases/${caseNumber}/accepted`
    const seen = /name="seen" value="(\d+)"/.exec(await (await second.get(path)).text())?.[1] ?? ''
    await press(first, caseNumber, 'accepted', { subject: '屋檐滴水' })
    const late = await second.post(path, { seen, subject: '我写的事由' })
    expect(late.status).toBe(409)
    const [, main = ''] = (await late.text()).split('<main')
    for (const text of [
      '柳湾村人民调解委员会 测试员：受理',
      world.day().slice(0, 4),
      '我写的事由',
      '回到这件案子',
    ])
      expect(main).toContain(text)
    expect(main).not.toContain('type="submit"')
  })
})

describe('the trace of a case', () => {
  const handedUp = async () => {
    const { caseNumber } = await file(world, { otherParty: '隔壁陈家', title: '我家的檐水' })
    await byConsole(caseNumber, ['accepted', { subject: '屋檐滴水', message: '周六去看' }])
    const by = await at(village)
    await press(by, caseNumber, 'escalated', { unit: town, reason: '他骂了人，谈不拢' })
    return { by, caseNumber }
  }

  it('follows the case, without a word of anybody', async () => {
    const { by, caseNumber } = await handedUp()
    await byConsole(
      caseNumber,
      ['mediating', { message: '周日来谈' }],
      ['noted', { reason: '内部的话' }],
      ['cohandler-joined', { unit: 'qingshi-office', reason: '一起办' }],
      ['settled', { message: '签好了协议' }],
    )
    const html = await (await by.get(`/desk/cases/${caseNumber}/trace`)).text()
    for (const text of ['屋檐滴水', caseNumber, '青石镇人民调解委员会', '已达成协议', '开始调解', '上报'])
      expect(html).toContain(text)
    for (const text of [
      ...[
        rightFiling.narrative,
        rightFiling.request,
        rightFiling.name,
        rightFiling.phone,
        '隔壁陈家',
        '我家的檐水',
      ],
      ...['周六去看', '骂了人', '周日来谈', '内部的话', '一起办', '信访接待室', '签好了'],
    ])
      expect(html, text).not.toContain(text)
  })

  it('is in the list 我经手的 of the unit, and of no other', async () => {
    const { by, caseNumber } = await handedUp()
    const list = await (await by.get('/desk/traces')).text()
    for (const text of [caseNumber, '屋檐滴水', '青石镇人民调解委员会', '已受理'])
      expect(list).toContain(text)
    expect(await (await (await at(village)).get('/desk/traces')).text()).toContain(caseNumber)
    for (const unit of [town, 'qingshi-songping-committee'])
      expect(await (await (await at(unit)).get('/desk/traces')).text()).not.toContain(caseNumber)
    // Listed there only: no work list, no search of theirs finds it.
    for (const path of ['/desk/', '/desk/cases/?all=1'])
      expect(await (await by.get(path)).text(), path).not.toContain(caseNumber)
    expect(await (await by.post('/desk/find', { find: rightFiling.phone })).text()).not.toContain(caseNumber)
  })

  it('is kept by a grid for the tip it registered', async () => {
    const { atDesk, rightForm } = makeForms(world)
    const grid = await atDesk('handler', 'qingshi-liuwan-1-grid')
    await grid.post(await openRegister(grid), { ...rightForm, about: 'none', channel: 'visit' })
    const [, number = ''] = /(20\d{2}-\d{6,7})/.exec(await grid.page('/desk/traces')) ?? []
    expect(number).not.toBe('')
    expect((await grid.get(`/desk/cases/${number}/trace`)).status).toBe(200)
  })

  it('leads whoever can open the case to the case', async () => {
    const { caseNumber } = await handedUp()
    await byConsole(caseNumber, down)
    const answer = await (await at(village)).get(`/desk/cases/${caseNumber}/trace`)
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/desk/cases/${caseNumber}`])
  })

  const unknownTo = async (by: Visit, number: string) => {
    for (const page of ['', '/trace']) {
      const ask = async (asked: string) => {
        world.counted.take()
        const answer = await by.get(`/desk/cases/${asked}${page}`)
        const { roundTrips, statements } = world.counted.take()
        return { status: answer.status, text: await answer.text(), roundTrips, statements }
      }
      const hidden = await ask(number)
      expect(hidden.status).toBe(404)
      expect(await ask('2026-000000')).toEqual(hidden)
    }
    expect(await (await by.get('/desk/traces')).text()).not.toContain(number)
  }

  it('ends with danger, and stays ended when the mark is lifted', async () => {
    const { by, caseNumber } = await handedUp()
    await byConsole(caseNumber, ['danger-marked', { reason: '他挨打了' }])
    await unknownTo(by, caseNumber)
    const lifted = await moveCase(world.ports, {
      ...{ number: caseNumber, kind: 'danger-lifted', input: { reason: '平安了' } },
      by: { id: 'c', username: 'c', name: 'c', unit: 'shili-centre', role: 'handler' },
    })
    expect(lifted).toMatchObject({ ok: true })
    await unknownTo(by, caseNumber)
  })

  it('is not kept of a case about people who handle cases', async () => {
    const { caseNumber } = await file(world, { about: 'village-cadre' })
    const by = await at(town)
    const made = await press(by, caseNumber, 'escalated', { unit: 'shili-centre', reason: '该县里办' })
    expect((await by.get(made.to)).status).toBe(200)
    await unknownTo(by, caseNumber)
  })
})

describe('a desk from which a case can go nowhere', () => {
  it('is offered no move that asks for a unit, and can refer it to bodies outside the county', async () => {
    const { caseNumber } = await file(world, {
      ...{ track: 'complaint', about: 'county-staff', address: '柳湾村 3 号' },
    })
    await byConsole(caseNumber, ['accepted', { subject: '审批', matter: 'other' }])
    const petition = await at('shili-petition')
    const page = await (await petition.get(`/desk/cases/${caseNumber}`)).text()
    for (const kind of ['transferred', 'escalated', 'sent-down', 'cohandler-joined']) {
      expect(page, kind).not.toContain(`/desk/cases/${caseNumber}/${kind}"`)
      expect((await petition.get(`/desk/cases/${caseNumber}/${kind}`)).status, kind).toBe(303)
    }
    const form = await (await petition.get(`/desk/cases/${caseNumber}/referred`)).text()
    for (const text of ['上级信访部门', '纪检监察机关', '12345']) expect(form).toContain(text)
  })
})

describe('a case that another unit is asked to share', () => {
  it('is new on its Today until it does something', async () => {
    const { caseNumber } = await file(world)
    await byConsole(caseNumber, ['accepted', { subject: '屋檐滴水' }])
    const office = await at('qingshi-office')
    const today = async () => (await office.get('/desk/')).text()
    await byConsole(caseNumber, ['cohandler-joined', { unit: 'qingshi-office', reason: '一起去看' }])
    expect(await today()).toMatch(new RegExp(`刚转来[\\s\\S]*${caseNumber}`))
    await press(office, caseNumber, 'noted', { reason: '去过了' })
    expect(await today()).not.toContain('刚转来')
  })
})

describe('a case reported back', () => {
  it('is a line of its own on the superior’s Today, never one of the returned', async () => {
    const { caseNumber } = await file(world)
    await byConsole(caseNumber, ['accepted', { subject: '屋檐滴水' }], ...toVillage)
    await press(await at(village), caseNumber, 'reported-back', { reason: '水槽装好了' })
    const superior = await at(town)
    const page = async (path: string) => (await superior.get(path)).text()
    const [, reported = ''] = (await page('/desk/')).split(/<h2[^>]*>下级回话了/)
    expect(reported).toContain(caseNumber)
    expect(await page('/desk/cases/?list=desk&waits=reported')).toContain(caseNumber)
    expect(await page('/desk/cases/?list=desk&waits=back')).not.toContain(caseNumber)
  })
})
