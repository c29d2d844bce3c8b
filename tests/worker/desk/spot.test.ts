import { beforeEach, describe, expect, it } from 'vitest'
import { unit } from '#domain/places/areas.ts'
import { casePath, deskPages, movePath, ratingTaskPath } from '#domain/routes/desk.ts'
import { actions, api } from '#domain/routes/site.ts'
import { countCells } from '#store/ratings/cells.ts'
import { createVerify } from '#store/verify.ts'
import { moveCase } from '../../../functions/desk/moves/move-case.ts'
import { eventsOf, holder, landing, staffAt } from '../../support/holder.ts'
import { ownValues } from '../../support/masked.ts'
import { codeOn } from '../../support/other-side.ts'
import { atSpotForm, drawingDesk, recorded, rightSpot, type SpotForm, spotUnit } from '../../support/spot.ts'
import { spotTable } from '../../support/spot-table.ts'
import { type DeskWorld, makeDeskWorld } from '../../support/staff.ts'
import { type Filed, twoSides } from '../../support/two-sides.ts'
import { tuesday } from '../../support/world.ts'

/** Records on the spot (docs/adr/0045-on-the-spot.md): the page, its slips, what it refuses, what it counts as. */

const centre = 'qingshi-centre'
const county = 'shili-centre'

let world: DeskWorld
beforeEach(() => {
  world = makeDeskWorld(tuesday)
})

const filedOf = (caseNumber: string) => ({ caseNumber, trackingCode: '' }) as Filed

const refused = async (form: SpotForm, who = {}) => {
  const staff = await atSpotForm(world, who)
  const answer = await staff.send(form)
  const html = await answer.text()
  const errors = [...html.matchAll(/<a href="#([^"]+)">([^<]+)<\/a>/g)].map(([, field, text]) => [
    field,
    text,
  ])
  return { status: answer.status, html, errors, staff }
}

describe('the page', () => {
  it('makes a case with its whole history at once, that is found, listed and read like any other', async () => {
    const { staff, caseNumber, path, done, codes } = await recorded(world)
    const events = await eventsOf(world, filedOf(caseNumber))
    expect(events.map(({ kind }) => kind)).toEqual([
      ...['filed', 'party', 'party', 'subject-set', 'settled', 'message', 'told'],
    ])
    expect(events[4]?.data).toEqual({ spot: true, form: 'oral', effectiveOn: '2026-11-24' })
    const { mismatches } = await createVerify(world.db, world.ports.keys, world.ports.clock)('', 1000)
    expect(mismatches).toEqual([])
    expect(done).not.toMatch(/<span>\d{4}<\/span>/)
    expect(codes.own).toMatch(/^\d{16}$/)
    expect(codes.other).not.toBe(codes.own)
    const page = await staff.text(path)
    for (const text of [rightSpot.spotResult, rightSpot.subject, '当场谈成，口头', '陈建国', '王桂芳'])
      expect(page.includes(text), text).toBe(true)
    expect(page).not.toContain('补录')
    for (const one of [rightSpot.name, rightSpot.otherName, rightSpot.phone, rightSpot.otherPhone])
      expect(
        (await (await staff.post(deskPages.find.path, { find: one })).text()).includes(caseNumber),
        one,
      ).toBe(true)
    expect(landing(await staff.post(deskPages.spotSlips.path, { case: caseNumber }))).toEqual([303, path])
    expect(landing(await staff.get(deskPages.spotSlips.path))).toEqual([303, deskPages.spot.path])
  })

  it('prints one slip for each side, with one code and nothing of the other', async () => {
    const { slips, codes } = await recorded(world)
    const digits = (html: string) => html.replaceAll(/\D/g, '')
    for (const [one, other, name, others] of [
      ['own', 'other', '王桂芳', ['陈建国', rightSpot.otherPhone]],
      ['other', 'own', '陈建国', ['王桂芳', rightSpot.phone]],
    ] as const) {
      expect(slips[one]).toContain(name)
      expect(slips[one]).toContain(rightSpot.spotResult)
      expect(digits(slips[one])).not.toContain(codes[other])
      expect(others.filter((text) => slips[one].includes(text))).toEqual([])
    }
  })

  it('has no slip of another case behind the page of one that was recorded before', async () => {
    const { staff, done, caseNumber } = await recorded(world)
    const link = /href="([^"]+slips\/2[^"]*)"/.exec(done)?.[1] ?? ''
    expect(await staff.text(link)).toContain(caseNumber)
    expect(landing(await staff.send({ otherMatter: 'true', otherName: '李桂香' }))[0]).toBe(303)
    expect(landing(await staff.get(link))).toEqual([303, deskPages.spotSlips.path])
  })

  it('takes a double press, and a press again after the answer was lost, for one case', async () => {
    const staff = await atSpotForm(world)
    const [first, second] = await Promise.all([staff.send(), staff.send()])
    expect([landing(first), landing(second)]).toEqual([
      [303, deskPages.spotSlips.path],
      [303, deskPages.spotSlips.path],
    ])
    const list = (await (await staff.post(deskPages.find.path, { find: rightSpot.otherPhone })).text()).match(
      /\d{4}-\d{6}/g,
    )
    const before = new Set(list).size
    await staff.send()
    const again = (
      await (await staff.post(deskPages.find.path, { find: rightSpot.otherPhone })).text()
    ).match(/\d{4}-\d{6}/g)
    expect(new Set(again).size).toBe(before)
    expect((await staff.send({ spotResult: '别的说法' })).status).toBe(409)
  })

  it('takes the same words from a form that was opened again for the same case, before and after the slips', async () => {
    const { staff, caseNumber, path } = await recorded(world)
    expect(await staff.text(deskPages.spot.path)).toContain(caseNumber)
    expect(landing(await staff.send())).toEqual([303, deskPages.spotSlips.path])
    expect(await staff.text(deskPages.spotSlips.path)).toContain(caseNumber)
    await staff.post(deskPages.spotSlips.path, { case: caseNumber })
    expect(await staff.text(deskPages.spot.path)).not.toContain(caseNumber)
    expect(landing(await staff.send())).toEqual([303, path])
    expect(landing(await staff.send({ spotResult: '别的说法' }))).toEqual([303, deskPages.spotSlips.path])
  })

  it('asks before other words become a case of their own while the slips of the last one wait', async () => {
    const { staff, caseNumber } = await recorded(world)
    const asked = await staff.send({ spotResult: '陈家半个月内装好水槽。' })
    const html = await asked.text()
    expect(asked.status).toBe(409)
    for (const text of ['这是另一件事', caseNumber, '陈家半个月内装好水槽。']) expect(html).toContain(text)
    const other = await staff.send({ spotResult: '陈家半个月内装好水槽。', otherMatter: 'true' })
    expect(landing(other)).toEqual([303, deskPages.spotSlips.path])
    expect(await staff.text(deskPages.spotSlips.path)).not.toContain(caseNumber)
  })

  it.each([
    ['2026-11-24', false],
    ['2026-11-23', true],
    ['10月25日', true],
  ])('recorded on 24 November for %s, 补录: %j', async (effectiveOn, late) => {
    const { staff, path, slips, sides } = await recorded(world, { effectiveOn })
    expect((await staff.text(path)).includes('补录')).toBe(late)
    expect(slips.other.includes('补录')).toBe(late)
    const { other } = await sides()
    expect((await holder(world, other).page()).includes('补录')).toBe(late)
  })

  it.each<[string, SpotForm, string]>([
    ['31 days back', { effectiveOn: '2026-10-24' }, 'effectiveOn'],
    ['tomorrow', { effectiveOn: '2026-11-25' }, 'effectiveOn'],
    ['no day', { effectiveOn: '2026-2-30' }, 'effectiveOn'],
    ['nobody on the other side', { otherName: '' }, 'otherName'],
    ['a telephone without a number', { otherPhone: '没有' }, 'otherPhone'],
    ['no result', { spotResult: ' ' }, 'spotResult'],
    ['a result that forbids to sue', { spotResult: '陈家赔三百元，王家以后不得起诉。' }, 'spotResult'],
    ['a result that fines', { spotResult: '再吵罚款二百元。' }, 'spotResult'],
    ['too long a result', { spotResult: '字'.repeat(501) }, 'spotResult'],
    ['a place elsewhere', { region: 'qingshi' }, 'region'],
    ['wages, orally', { category: 'labour' }, 'agreed'],
    ['no answer to the question', { asked: '' }, 'asked'],
  ])('refuses %s and keeps what was typed', async (_, form, field) => {
    const { status, errors, html } = await refused(form)
    expect([status, errors.map(([name]) => name)]).toEqual([422, [field]])
    expect(html.includes(form.narrative ?? rightSpot.narrative)).toBe(true)
  })

  it.each<[string, SpotForm, string]>([
    ['somebody hurt or afraid', { asked: 'danger' }, 'asked'],
    ['a child that was harmed', { asked: 'child' }, 'asked'],
    ['staff', { asked: 'staff' }, 'asked'],
    ['a fight in the story', { narrative: '两家动手打了起来，后来说和了。' }, 'narrative'],
    ['violence at home', { narrative: '老公打我，劝好了。' }, 'narrative'],
    ['a child in the result', { spotResult: '狗咬了孩子，赔五百元疫苗钱。' }, 'spotResult'],
    ['an official in the story', { narrative: '村支书占了他家的地边。' }, 'narrative'],
  ])('refuses %s, says what to do instead, and takes the words along', async (_, form, field) => {
    const { status, errors, html, staff } = await refused(form)
    expect([status, errors.map(([name]) => name)]).toEqual([422, [field]])
    const carry = html.split('<form').find((one) => one.includes(`action="${deskPages.register.path}"`)) ?? ''
    const fields = Object.fromEntries(
      [...carry.matchAll(/name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
        name,
        value,
      ]),
    )
    expect(fields['danger']).toBe(errors[0]?.[1]?.includes('经手') ? undefined : 'true')
    const register = await staff.post(deskPages.register.path, fields)
    expect(register.status).toBe(422)
    const page = await register.text()
    expect(page.includes(form.narrative ?? rightSpot.narrative)).toBe(true)
    expect(page.includes(rightSpot.name)).toBe(true)
  })

  it('asks a member of staff who is called like a side', async () => {
    const { status, html, staff } = await refused({}, { name: '陈建国' })
    expect([status, html.includes('和当事人同名')]).toEqual([422, true])
    expect(landing(await staff.send({ sameName: 'true' }))).toEqual([303, deskPages.spotSlips.path])
  })

  it.each(['qingshi-liuwan-1-grid', 'qingshi-office', centre, county])(
    'is not for %s, which makes no agreements',
    async (unit) => {
      const staff = await atSpotForm(world, { unit, role: 'lead' })
      expect(staff.html).not.toContain('name="asked"')
      expect(staff.html).toContain('调解委员会')
      expect((await staff.send()).status).toBe(404)
    },
  )
})

describe('没这回事', () => {
  it.each(['own', 'other'] as const)(
    'by the code of %s reaches the desk and the unit above',
    async (side) => {
      const { staff, filed, caseNumber, path, codes, sides } = await recorded(world)
      const seen = holder(world, { ...filed, trackingCode: codes[side] })
      expect(landing(await seen.post(actions.trackSpot, { deny: '' }))).toEqual([303, actions.trackNewCode])
      const both = await sides()
      const by = holder(world, both[side])
      expect(await by.page(actions.trackSpot)).toContain(rightSpot.spotResult)
      expect((await by.post(actions.trackSpot, { deny: '字'.repeat(2001) })).status).toBe(422)
      const pressed = await by.post(actions.trackSpot, { deny: '我那天在外地' })
      expect(landing(pressed)).toEqual([303, `${actions.trackCase}#spot`])
      await by.post(actions.trackSpot, { deny: '我那天在外地' })
      const events = await eventsOf(world, filedOf(caseNumber))
      expect(events.filter(({ kind }) => kind === 'spot-disputed')).toHaveLength(1)
      expect(events.at(-1)?.data).toMatchObject({ party: side === 'own' ? 1 : 2, above: centre })
      expect(await staff.text(deskPages.today.path)).toContain('当事人说没这回事')
      expect(await staff.text(path)).toContain('我那天在外地')
      const above = await staffAt(world, centre)
      expect(await above.text(deskPages.today.path)).toContain('下级当场登记的，当事人说没有这回事')
      expect(await above.text(path)).toContain('请分别问清楚双方')
      const denied = await by.page()
      for (const text of ['您说没有这回事</h1>', '会来问您']) expect(denied).toContain(text)
      expect(denied).not.toContain('谈成以后')
      const across = holder(world, both[side === 'own' ? 'other' : 'own'])
      for (const path of [actions.trackCase, actions.trackSpot])
        expect(/我那天在外地|说没有这回事|您说过/.test(await across.page(path)), path).toBe(false)
    },
  )
})

describe('words about a record', () => {
  it('that come after a denial are not taken as said, and are shown again', async () => {
    const { sides } = await recorded(world)
    const by = holder(world, (await sides()).other)
    await by.post(actions.trackSpot, { deny: '' })
    const second = await by.post(actions.trackSpot, { deny: '我那天在外地' })
    expect(second.status).toBe(409)
    const html = await second.text()
    for (const text of ['这次写的没有交上去', '我那天在外地']) expect(html).toContain(text)
  })
})

describe('what it counts as', () => {
  const printed = async (unit = spotUnit) =>
    Object.fromEntries(
      [
        ...(
          await (await staffAt(world, unit, 'lead')).text(`${deskPages.digest.path}?day=2026-11-24`)
        ).matchAll(/<dt>([^<]+)<\/dt>\s*<dd>(\d+)/g),
      ].map(([, name = '', count]) => [name, Number(count)]),
    )
  const counts = async () => {
    const { 有结果: results = 0, '当场登记，还没核实': open = 0 } = await printed()
    return [results, open]
  }
  const moved = async (before: number[]) =>
    (await counts()).map((count, index) => count - (before[index] ?? 0))

  it.each(spotTable)('on a sheet, as in a history: %s, then %j: %j', async (agreed, later, isCounted) => {
    const before = await counts()
    const { filed } = await recorded(world, { agreed })
    const stored = await world.ports.store.openCase(filed.caseNumber)
    if (!stored) throw new Error('no case')
    const by = { actor: 'console', at: world.time.now, unit: spotUnit, acting: '' } as const
    const events = later.map(([kind, data]) => ({ ...by, kind, data }))
    expect((await world.ports.store.append(stored, events)).ok).toBe(true)
    expect(await moved(before)).toEqual(isCounted ? [1, 0] : [0, 1])
  })

  it('oral: a settled case once both sides have read it with codes of their own, and none after a denial', async () => {
    const before = await counts()
    const { sides } = await recorded(world)
    const { other } = await sides()
    expect(await moved(before)).toEqual([1, 0])
    await holder(world, other).post(actions.trackSpot, { deny: '' })
    expect(await moved(before)).toEqual([0, 1])
  })

  it('a settled case once a colleague has asked both sides, never who wrote it, and none after a denial', async () => {
    const before = await counts()
    const { staff, caseNumber, path, sides } = await recorded(world, { agreed: 'unsigned' })
    const check = { deliveryBy: 'phone', deliveryOn: '2026-11-24', reason: '分别打过电话' }
    const seen = String((await eventsOf(world, filedOf(caseNumber))).length)
    const target = movePath(caseNumber, 'spot-checked')
    expect((await staff.post(target, { seen, ...check })).status).toBe(409)
    const above = await staffAt(world, centre)
    expect(landing(await above.post(target, { seen, ...check }))[0]).toBe(303)
    expect(await moved(before)).toEqual([1, 0])
    const { own } = await sides()
    expect(await holder(world, own).page()).toContain('问过双方，是这回事')
    await holder(world, own).post(actions.trackSpot, { deny: '' })
    expect(await moved(before)).toEqual([0, 1])
    expect(await above.text(path)).not.toContain(target)
  })

  it('no case for the sums of ratings while it is not proven', async () => {
    await world.db.prepare('UPDATE rating_start SET at = 0').run()
    const asked = async () => {
      const [from, before] = [
        Date.parse('2026-10-01T00:00:00+08:00'),
        Date.parse('2027-01-01T00:00:00+08:00'),
      ]
      const rows = await countCells(world.db, [spotUnit], { from, before })
      return rows.filter(({ period }) => period === 'end').reduce((sum, row) => sum + row.asked, 0)
    }
    const before = await asked()
    const unsigned = await recorded(world, { agreed: 'unsigned' })
    await unsigned.sides()
    expect(await asked()).toBe(before)
    await (await recorded(world)).sides()
    expect(await asked()).toBe(before + 1)
  })
})

describe('a slip that was lost', () => {
  const asks = { caseNumber: '', paper: 'id-card', self: 'true' }
  const theirs = { ...asks, name: rightSpot.otherName, phone: rightSpot.otherPhone }

  it('of the other side is replaced at a counter, by nobody who wrote the record', async () => {
    const { staff, caseNumber, path, sides } = await recorded(world)
    const { own, other } = await sides()
    const form = { ...theirs, caseNumber }
    expect((await staff.post(deskPages.lostCode.path, form)).status).toBe(422)
    const counter = await staffAt(world, spotUnit)
    expect((await counter.post(deskPages.lostCode.path, { ...form, phone: rightSpot.phone })).status).toBe(
      422,
    )
    const before = await holder(world, own).page()
    expect(landing(await counter.post(deskPages.lostCode.path, form))).toEqual([
      303,
      deskPages.registered.path,
    ])
    const slip = await counter.text(deskPages.registered.path)
    expect(slip).toContain('旧的查询码已经作废')
    expect(slip).toContain(`查询码，给对方，${rightSpot.otherName}`)
    expect((await holder(world, other).call(api.track)).status).toBe(404)
    const again = holder(world, await twoSides(world).withOwnCode(filedOf(caseNumber), codeOn(slip)))
    expect(await again.page()).toContain('给您补了查询码')
    // The other of the two reads nothing of it, and staff do.
    expect((await holder(world, own).track()).timeline.map(({ kind }) => kind)).not.toContain('code-reissued')
    expect(before).not.toContain('补了查询码')
    expect(await holder(world, own).page()).not.toContain('补了查询码')
    expect(await counter.text(path)).toContain('补了另一位的查询码，看过居民身份证')
  })

  it('is replaced in danger as in any case at the county, whose page says nothing of where it is', async () => {
    const pages = await Promise.all(
      (['danger-marked', 'escalated'] as const).map(async (kind) => {
        const { caseNumber, sides } = await recorded(world)
        const before = await holder(world, (await sides()).other).page()
        const move = async (kind: string, input: object) =>
          expect(
            (await moveCase(world.ports, { number: caseNumber, kind, by: 'console', input } as never)).ok,
            kind,
          ).toBe(true)
        await move('reopened', { reason: '又吵了' })
        if (kind === 'escalated') for (const to of [centre, county]) await move(kind, { to, reason: '难办' })
        else await move(kind, { reason: '拿刀来过' })
        const counter = await staffAt(world, county)
        expect((await counter.post(deskPages.lostCode.path, { ...theirs, caseNumber })).status).toBe(303)
        const slip = await counter.text(deskPages.registered.path)
        const by = holder(world, await twoSides(world).withOwnCode(filedOf(caseNumber), codeOn(slip)))
        const page = await by.page()
        expect(page.split(unit(county).name)).toHaveLength(before.split(unit(county).name).length)
        return page
          .replaceAll(caseNumber, '#')
          .replaceAll(ownValues, '')
          .replaceAll(/\b[0-9a-f]{64}\b/g, '')
      }),
    )
    expect(pages[0]).toBe(pages[1])
  })
})

describe('the county', () => {
  it.each([true, false])(
    'calls both sides of a record that is drawn (%j), and writes down what they say',
    async (drawn) => {
      const { caseNumber, path } = await recorded(drawingDesk(world, drawn))
      const caller = await staffAt(world, county)
      const task = ratingTaskPath(caseNumber, 'call')
      expect((await caller.text(deskPages.today.path)).includes(task)).toBe(drawn)
      expect((await caller.get(task)).status).toBe(drawn ? 200 : 404)
      if (!drawn) return
      expect(await caller.text(task)).toContain('分别打给双方')
      await caller.get(path)
      expect((await caller.post(task, { reason: '双方都说是这样' })).status).toBe(303)
      expect(await caller.text(task)).toContain('双方都说是这样')
      const { staff } = await recorded(world)
      expect(await staff.text(casePath(caseNumber))).not.toContain('双方都说是这样')
    },
  )

  it('calls both sides of what a committee of the county recorded, until it is reopened', async () => {
    const { staff, caseNumber } = await recorded(drawingDesk(world, true), {}, { unit: 'shili-committee' })
    const task = ratingTaskPath(caseNumber, 'call')
    const caller = await staffAt(world, county)
    expect(await caller.text(deskPages.today.path)).toContain(task)
    expect(await caller.text(task)).toContain('分别打给双方')
    // Neither who wrote it nor their colleague calls.
    for (const own of [staff, await staffAt(world, 'shili-committee')])
      expect((await own.get(task)).status).toBe(404)
    const reopened = { kind: 'reopened', by: 'console', input: { reason: '又吵了' } } as const
    expect((await moveCase(world.ports, { number: caseNumber, ...reopened })).ok).toBe(true)
    expect(await caller.text(deskPages.today.path)).not.toContain(task)
    expect((await caller.post(task, { reason: '双方都说是这样' })).status).toBe(404)
  })

  it('has no second call if the complainant rates a record that was drawn', async () => {
    const { sides, caseNumber } = await recorded(drawingDesk(world, true))
    const { own } = await sides()
    const rated = await holder(world, own).call(api.rating, { result: 'solved', treated: 5 })
    expect([200, 201]).toContain(rated.status)
    const rows = await world.db
      .prepare(
        "SELECT count(*) AS n FROM rating_task WHERE kind = 'call' AND case_id = (SELECT id FROM cases WHERE number = ?)",
      )
      .bind(caseNumber)
      .first<{ n: number }>()
    expect(rows?.n).toBe(1)
  })
})

it('each side never sees what is the other’s: a table over every page and call', async () => {
  const { sides, codes, caseNumber } = await recorded(world, { narrative: '秘密的经过，两家争了几句。' })
  const both = await sides()
  for (const [side, text] of [
    ['own', '一号说的'],
    ['other', '二号说的'],
  ] as const)
    await holder(world, both[side]).call(api.messages, { text })
  await (await staffAt(world, centre)).post(movePath(caseNumber, 'noted'), {
    seen: String((await eventsOf(world, filedOf(caseNumber))).length),
    reason: '内部的话',
  })
  const never = {
    own: [rightSpot.otherPhone, '二号说的', '内部的话', codes.other, both.other.trackingCode],
    other: [
      rightSpot.phone,
      rightSpot.name,
      '一号说的',
      '内部的话',
      '秘密的经过',
      codes.own,
      both.own.trackingCode,
    ],
  }
  for (const side of ['own', 'other'] as const) {
    const person = holder(world, both[side])
    const seen: string[] = []
    for (const path of Object.values(actions).filter((path) => path.startsWith('/track/')))
      seen.push(await person.page(path))
    for (const path of [api.track, api.copy]) seen.push(await (await person.call(path)).text())
    const all = seen.join('\n')
    expect(
      never[side].filter((secret) => all.includes(secret)),
      side,
    ).toEqual([])
    expect(all.includes(rightSpot.spotResult), side).toBe(true)
    const { status, timeline } = await person.track()
    expect([side, status, timeline.map(({ kind }) => kind)]).toEqual([
      ...[side, 'settled'],
      side === 'own' ? ['filed', 'settled', 'code-replaced'] : ['settled', 'code-replaced'],
    ])
  }
})

it('a record that is marked as dangerous later tells the other side nothing, and nobody asks both sides', async () => {
  const { sides, caseNumber } = await recorded(world)
  const { other } = await sides()
  const by = holder(world, other)
  const moved = (kind: string, input: object) =>
    moveCase(world.ports, { number: caseNumber, kind, by: 'console', input } as never)
  expect((await moved('reopened', { reason: '又吵了' })).ok).toBe(true)
  const before = [await by.page(), await by.page(actions.trackSpot), JSON.stringify(await by.track())]
  expect((await moved('danger-marked', { reason: '拿刀来过' })).ok).toBe(true)
  const after = [await by.page(), await by.page(actions.trackSpot), JSON.stringify(await by.track())]
  const masked = (text: string) => text.replaceAll(ownValues, '')
  expect(after.map(masked)).toEqual(before.map(masked))
  const input = { deliveryBy: 'phone', deliveryOn: '2026-11-24', reason: '问过' }
  expect(await moved('spot-checked', input)).toEqual({ ok: false, error: 'inDanger' })
})
