import { beforeEach, describe, expect, it } from 'vitest'
import { addDays, type Day } from '#domain/basics/time.ts'
import { sheetReach } from '#domain/desk/sheets.ts'
import type { MoveInput } from '#domain/moves/fields.ts'
import type { MoveKind } from '#domain/moves/table.ts'
import { erasePerson } from '../../../functions/desk/erase-person.ts'
import { moveCase } from '../../../functions/desk/moves/move-case.ts'
import { sheetWords } from '../../../functions/desk/sheets/sheet-words.ts'
import { closeFigures } from '../../../functions/figures/close-figures.ts'
import { actingIn } from '../../support/acting.ts'
import { type DeskWorld, makeDeskWorld, signInAs } from '../../support/staff.ts'
import { file } from '../../support/world.ts'

/** The sheets of a day and of a week: what happened, counted from the histories. */

const day = 86_400_000
// Each test has its own days, because histories stay in the database.
let start = Date.parse('2026-03-03T10:00:00+08:00')
let world: DeskWorld
beforeEach(() => {
  start += 28 * day
  world = makeDeskWorld(new Date(start).toISOString())
})

const village = 'qingshi-liuwan-committee'
const town = 'qingshi-committee'
const units = [village, town, 'qingshi-office', 'qingshi-centre', 'shili-centre', 'shili-petition']

const printed = async (unit: string, on: Day, sheet = 'digest') => {
  const { headers } = await signInAs(world, { unit, role: 'lead' })
  const html = await (await world.desk(`/desk/${sheet}?day=${on}`, { headers })).text()
  return html.slice(html.indexOf('<main'), html.indexOf('<p class="no-print"'))
}
const figures = (html: string): Record<string, number> =>
  Object.fromEntries(
    [...html.matchAll(/<dt>([^<]+)<\/dt>\s*<dd>(\d+)/g)].map(([, name = '', count]) => [name, Number(count)]),
  )
/** A sheet without the figures of the moment. */
const lasting = (html: string) =>
  html.replaceAll(
    /<div><dt>(现在在办|其中过期)<\/dt>\s*<dd>\d+<\/dd><\/div>|<p class="soft small">现在在办.*?<\/p>/g,
    '',
  )
/** The row of a case, alone: the last one is followed by the rest of the page. */
const rowOf = (html: string, number: string) =>
  html
    .split('<tr>')
    .find((row) => row.includes(number))
    ?.split('</tr>')[0] ?? ''

const { move } = actingIn(() => world)

describe('the sheet of a month', () => {
  it('prints the newest root of its days once it is over, and none before', async () => {
    const first = `${world.day().slice(0, 7)}-01`
    const roots = [addDays(first, 3), addDays(first, 20), addDays(first, 40)]
    for (const [index, on] of roots.entries())
      await world.db
        .prepare('INSERT INTO anchor_day (day, root) VALUES (?, ?)')
        .bind(on, String(index).repeat(64))
        .run()
    expect(await printed(town, world.day(), 'month')).not.toContain('核对码')
    world.time.now += 45 * day
    expect(await printed(town, first, 'month')).toContain(
      `公布的核对码：<span class="typed">${'1111 '.repeat(15)}1111<`,
    )
    expect(await printed(town, first)).not.toContain('核对码')
  })
})

describe('the sheet of a past day', () => {
  it('is the same a week later, whatever happened to its cases since', async () => {
    const kept = new Map<string, string>()
    const days: Day[] = []
    const { caseNumber: up } = await file(world)
    const { caseNumber: here } = await file(world)
    const { caseNumber: hidden } = await file(world, { about: 'village-cadre' })
    await file(world, { track: 'complaint', about: 'county-staff', address: '柳湾村' })
    const week: (() => Promise<unknown>)[] = [
      async () => move(village, up, 'accepted', { subject: '檐水' }),
      async () => {
        await move(village, up, 'escalated', { unit: town, reason: '谈不拢' })
        await move(village, here, 'declined', { message: '请找法院', body: '法院' })
      },
      async () => {
        await move(town, up, 'mediating')
        await move(town, hidden, 'accepted', { subject: '账目' })
      },
      async () => move(town, up, 'settled', { message: '谈成了' }),
      async () => move(town, up, 'subject-set', { subject: '屋檐滴水' }),
      async () => move('shili-centre', up, 'reopened', { reason: '又漏了' }),
    ]
    for (const work of week) {
      await work()
      const today = world.day()
      days.push(today)
      for (const unit of units) kept.set(`${unit} ${today}`, lasting(await printed(unit, today)))
      world.time.now += day
    }
    world.time.now += 7 * day
    for (const unit of units)
      for (const on of days)
        expect(lasting(await printed(unit, on)), `${unit} ${on}`).toBe(kept.get(`${unit} ${on}`))
    const [first = '', second = '', third = '', fourth = ''] = days
    const of = async (unit: string, on: Day) => figures(await printed(unit, on))
    // Filed on that day, although handed up and settled since.
    expect(await of(village, first)).toMatchObject({ 新登记: 2, 受理: 1, 有结果: 0 })
    expect(await of(village, second)).toMatchObject({ 转出: 1, 不予受理: 1, 有结果: 0 })
    expect(await of(town, second)).toMatchObject({ 转来: 1 })
    expect(await of(town, fourth)).toMatchObject({ 有结果: 1 })
    expect(await of(village, fourth)).toMatchObject({ 有结果: 0 })
    // A case about a cadre is counted where it is handled, and one about county staff only there.
    expect(rowOf(await printed(village, third), hidden)).toBe('')
    expect(rowOf(await printed(town, third), hidden)).toContain('受理')
    expect(await of('shili-petition', first)).toMatchObject({ 新登记: 1 })
    expect(await of('shili-centre', first)).toMatchObject({ 新登记: 3 })
    expect(await printed(village, addDays(first, -3))).toContain('零报告')
  }, 60_000)

  it('prints the same bytes a year later, whatever came after it', async () => {
    const first = await file(world)
    const second = await file(world, { phone: '13911112222' })
    const third = await file(world, { phone: '13911113333' })
    const fourth = await file(world)
    await move(village, first.caseNumber, 'accepted', { subject: '檐水', message: '周六来谈' })
    await move(village, third.caseNumber, 'escalated', { unit: town, reason: '谈不拢' })
    await move(village, second.caseNumber, 'declined', { message: '请找法院', body: '法院' })
    const today = world.day()
    await world.db
      .prepare(
        'INSERT OR IGNORE INTO staff_user (id, name, email, email_verified, created_at, updated_at, username, two_factor_enabled, unit, role) VALUES (?1, ?2, ?1, 1, 1, 1, ?1, 1, ?1, ?3)',
      )
      .bind(village, '老名字', 'lead')
      .run()
    world.time.now += day
    while ((await closeFigures(world.ports)) > 0);
    const whole = async (unit: string, sheet: string) => {
      const { headers } = await signInAs(world, { unit, role: 'lead' })
      return (await world.desk(`/desk/${sheet}?day=${today}`, { headers })).text()
    }
    const sheets = ['digest', 'week', 'month'].flatMap((sheet) => units.map((unit) => [unit, sheet] as const))
    // The month is over, and its newest root is published.
    world.time.now += 35 * day
    await world.db
      .prepare('INSERT INTO anchor_day (day, root) VALUES (?, ?)')
      .bind(today, 'c'.repeat(64))
      .run()
    const kept = new Map<string, string>()
    for (const [unit, sheet] of sheets) kept.set(`${unit} ${sheet}`, await whole(unit, sheet))
    expect(kept.get(`${village} digest`)).toContain('老名字')
    expect(kept.get(`${village} month`)).toContain('cccc cccc')
    await move(village, first.caseNumber, 'subject-set', { subject: '屋檐滴水' })
    await move(village, fourth.caseNumber, 'merged', { other: first.caseNumber, message: '一起办' })
    await move(village, first.caseNumber, 'danger-marked', { reason: '说要动手' })
    await move(town, third.caseNumber, 'accepted', { subject: '院墙' })
    const erasures = { add: async () => {}, all: async () => [] }
    expect((await erasePerson({ ...world.ports, erasures }, second.caseNumber, 1)).ok).toBe(true)
    await world.db.prepare("UPDATE staff_user SET name = '新名字' WHERE id = ?").bind(village).run()
    world.time.now += 370 * day
    for (const [unit, sheet] of sheets)
      expect(await whole(unit, sheet), `${unit} ${sheet}`).toBe(kept.get(`${unit} ${sheet}`))
  }, 60_000)

  it('names a case that has left for the county since, whose address then answers like an unknown number', async () => {
    const { caseNumber } = await file(world)
    await move(village, caseNumber, 'accepted', { subject: '檐水' })
    const today = world.day()
    const before = rowOf(await printed(village, today), caseNumber)
    world.time.now += day
    await move(village, caseNumber, 'danger-marked', { reason: '说要动手' })
    world.time.now += day
    expect(rowOf(await printed(village, today), caseNumber)).toBe(before)
    // Nothing that happened after it left: that is on the sheets of the county.
    await move('shili-centre', caseNumber, 'subject-set', { subject: '别的' })
    expect(rowOf(await printed(village, world.day()), caseNumber)).toBe('')
    const { headers } = await signInAs(world, { unit: village, role: 'lead' })
    const answerOf = async (number: string) => {
      const answer = await world.desk(`/desk/cases/${number}`, { headers })
      return [answer.status, (await answer.text()).replaceAll(number, '')]
    }
    expect(await answerOf(caseNumber)).toEqual(await answerOf('2026-000000'))
  })

  it('counts what is open and overdue at its own level with what is below, as 看下级 counts it alone', async () => {
    const sheetOf = async () => figures(await printed('shili-centre', world.day()))
    const below = async () => {
      const { headers } = await signInAs(world, { unit: 'shili-centre', role: 'lead' })
      const html = await (await world.desk('/desk/below', { headers })).text()
      return [...html.matchAll(/<td data-l="过期"[^>]*>(?:<a[^>]*>)?(\d+)/g)].reduce(
        (sum, [, n]) => sum + Number(n),
        0,
      )
    }
    const before = { sheet: await sheetOf(), below: await below() }
    await file(world)
    await file(world, { about: 'town-staff', track: 'complaint' })
    expect(await sheetOf()).toMatchObject({ 现在在办: (before.sheet['现在在办'] ?? 0) + 2 })
    world.time.now += 80 * day
    const [sheet, late] = [await sheetOf(), await below()]
    const overdue = (sheet['其中过期'] ?? 0) - (before.sheet['其中过期'] ?? 0)
    expect(overdue).toBeGreaterThan(late - before.below)
    expect(sheet['其中过期']).toBeLessThanOrEqual(sheet['现在在办'] ?? 0)
    expect(await printed('shili-centre', world.day())).toContain('“看下级”只数下级各地方的')
  })

  it('shows no figure of this moment, only today’s does', async () => {
    await file(world)
    const today = world.day()
    expect(figures(await printed(village, today))).toHaveProperty('现在在办')
    expect(figures(await printed(village, today, 'week'))).toHaveProperty('现在在办')
    world.time.now += 8 * day
    for (const sheet of ['digest', 'week'])
      expect(Object.keys(figures(await printed(village, today, sheet)))).toEqual([
        ...['新登记', '受理', '有结果', '不予受理', '转来', '转出'],
      ])
  })

  it('counts neither a refusal nor a merged case as a result', async () => {
    const [one, two] = [await file(world), await file(world)]
    await move(village, two.caseNumber, 'merged', { other: one.caseNumber, message: '一起办' })
    await move(village, one.caseNumber, 'declined', { message: '请找法院', body: '法院' })
    const sheet = await printed(village, world.day())
    expect(figures(sheet)).toMatchObject({ 有结果: 0, 不予受理: 1 })
    expect(rowOf(sheet, two.caseNumber)).toContain('并案')
  })

  it('names a danger mark as the transfer that residents read', async () => {
    const { caseNumber } = await file(world)
    await move(village, caseNumber, 'danger-marked', { reason: '他挨打了' })
    const today = world.day()
    expect(rowOf(await printed(village, today), caseNumber)).toContain('转出（转办）')
    expect(rowOf(await printed('shili-centre', today), caseNumber)).not.toContain('危险')
  })

  it('names the unit and the person of each step, and the complainant where no staff acted', async () => {
    const by = async (unit: string, name: string) => (await signInAs(world, { unit, role: 'lead', name })).id
    const [zhou, wu] = [await by(village, '周小河'), await by(town, '吴站长')]
    const as = async (id: string, unit: string, kind: MoveKind, input: MoveInput) =>
      expect(
        await moveCase(world.ports, {
          ...{ number: caseNumber, kind, input },
          by: { id, username: id, name: id, unit, role: 'lead' },
        }),
      ).toMatchObject({ ok: true })
    const { caseNumber } = await file(world)
    await as(zhou, village, 'accepted', { subject: '檐水' })
    await as(zhou, village, 'escalated', { unit: town, reason: '谈不拢' })
    await as(wu, town, 'mediating', {})
    await as(wu, town, 'sent-down', { unit: village, answerBy: world.day(9), reason: '先去看看' })
    const steps = async (unit: string) =>
      [...rowOf(await printed(unit, world.day()), caseNumber).matchAll(/<p>(.*?)<\/p>/g)].map(
        ([, text = '']) => text.replaceAll(/<[^>]+>/g, ''),
      )
    const office = { [village]: '柳湾村人民调解委员会', [town]: '青石镇人民调解委员会' }
    expect(await steps(village)).toEqual([
      '申请人：登记',
      `${office[village]} 周小河：受理、转出（上报）`,
      `${office[town]} 吴站长：转来（交办）`,
    ])
    // What happened below on the way is on the sheet of the units above as well.
    expect(await steps(town)).toEqual([
      '申请人：登记',
      `${office[village]} 周小河：受理、上报`,
      `${office[town]} 吴站长：开始调解、交办`,
    ])
    // Somebody who keeps out of the case reads no name (docs/adr/0032-recusal.md).
    const { headers, id } = await signInAs(world, { unit: village, role: 'handler', name: '王组员' })
    await as(zhou, village, 'recusal-recorded', { concerned: id, reason: '是他舅舅' })
    const html = await (await world.desk(`/desk/digest?day=${world.day()}`, { headers })).text()
    expect(html).toContain(`${office[village]}：<b>受理`)
    expect(html).not.toMatch(/周小河|吴站长/)
  })

  it('of a week counts all its days', async () => {
    const { caseNumber } = await file(world)
    const first = world.day()
    world.time.now += 2 * day
    await move(village, caseNumber, 'accepted', { subject: '檐水' })
    await file(world)
    expect(figures(await printed(village, first, 'week'))).toMatchObject({ 新登记: 2, 受理: 1 })
  })
})

describe('a sheet', () => {
  it.each([
    [village, ['qingshi-liuwan-1-grid', 'qingshi-liuwan-2-grid'], [town, 'qingshi-songping-committee']],
    [town, [village, 'qingshi-liuwan-1-grid'], ['qingshi-office', 'yunxi-committee', 'shili-centre']],
    ['qingshi-centre', ['qingshi-office', town, village], ['yunxi-centre', 'shili-office']],
    ['shili-centre', ['shili-petition', 'yunxi-centre', village], []],
    ['shili-office', [], ['shili-centre', town]],
  ])('of %s covers %j and not %j', (unit, covered, left) => {
    const { units: ids } = sheetReach(unit)
    expect(ids).toEqual(expect.arrayContaining([unit, ...covered]))
    for (const id of left) expect(ids).not.toContain(id)
  })

  it('says where a case came from and went', () => {
    expect(sheetWords(['filed', 'accepted'], [])).toBe('登记、受理')
    expect(sheetWords([], ['escalated'])).toBe('转出（上报）')
    expect(sheetWords(['sent-down'], [])).toBe('转来（交办）')
    expect(sheetWords(['sent-down'], ['sent-down'])).toBe('交办')
  })
})

it('the cost of a sheet does not grow with the histories of other days', async () => {
  const { caseNumber } = await file(world)
  await move(village, caseNumber, 'accepted', { subject: '檐水' })
  const today = world.day()
  const cost = async () => {
    const query = {
      ...sheetReach('shili-centre'),
      ...{ from: world.time.now - day / 4, before: world.time.now + day / 4 },
    }
    world.counted.take()
    await world.ports.store.countEvents(query)
    await world.ports.store.sheetLines(query, 201, 'nobody')
    return world.counted.take()
  }
  const few = await cost()
  const id = "'old-' || i"
  for (const insert of [
    `INSERT INTO cases SELECT ${id}, '2020-' || (100000 + i), 'mediation', 'neighbour', 'qingshi-liuwan', 'filed', 'village', '${village}', 'none', 0, NULL, NULL, i, 1, 'x', NULL, 0, NULL, 0 FROM n`,
    `INSERT INTO case_event SELECT ${id}, 1, 'filed', 'staff:x', ${world.time.now - 2 * day} - i, '${village}', '${village}', '{"region":"qingshi-liuwan"}', '', NULL, '${'0'.repeat(64)}', '${'a'.repeat(64)}' FROM n`,
  ])
    await world.db
      .prepare(
        insert.replace(
          'SELECT',
          'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) SELECT',
        ),
      )
      .run()
  const many = await cost()
  console.warn('a sheet of the county:', JSON.stringify([few, many]))
  expect([many.statements, many.rowsRead]).toEqual([few.statements, few.rowsRead])
  expect(many.statements).toBe(2)
  expect(today).toBe(world.day())
})

describe('an empty sheet', () => {
  it('says how many days ago somebody of the unit last reached or heard a person', async () => {
    const { caseNumber } = await file(world)
    await move(village, caseNumber, 'accepted', { subject: '檐水' })
    await move(village, caseNumber, 'message', { message: '周六上午在村部，方便吗？' })
    const told = world.day()
    world.time.now += 2 * day
    // Neither a note nor a call that reached nobody is a contact.
    await move(village, caseNumber, 'noted', { reason: '想了想' })
    world.time.now += 10 * day
    const on = world.day()
    const sheet = await printed(village, on)
    expect(sheet).toContain('有 12 天')
    // The same a month later, whatever was said since.
    await move(village, caseNumber, 'message', { message: '改到周日，可以吗？' })
    world.time.now += day
    expect(await printed(village, addDays(told, 11))).toContain('有 11 天')
    expect(await printed('nanping-xiaping-committee', on)).toContain('很久没有和当事人联系过')
  })

  it('counts no step of a case that its reader must not know of', async () => {
    const { caseNumber } = await file(world, { about: 'village-cadre' })
    await move(town, caseNumber, 'accepted', { subject: '账目' })
    const query = { unit: town, before: world.time.now + 1 }
    const lastContact = (abouts: Parameters<typeof world.ports.store.lastContact>[0]['abouts']) =>
      world.ports.store.lastContact({ ...query, abouts })
    await move(town, caseNumber, 'message', { message: '周六上午，方便吗？' })
    expect(await lastContact(['none', 'village-cadre'])).toBe(world.time.now)
    expect(await lastContact(['none'])).not.toBe(world.time.now)
  })
})

it('the sheet of a month has every day of it, and says what each figure counts', async () => {
  const first = await file(world)
  await move(village, first.caseNumber, 'accepted', { subject: '檐水' })
  const month = world.day()
  const sheet = await printed(village, month, 'month')
  expect(figures(sheet)).toMatchObject({ 新登记: 1, 受理: 1 })
  expect(sheet).toContain('有结果：达成协议、答复、调解不成')
  world.time.now += 40 * day
  expect(lasting(await printed(village, month, 'month'))).toBe(lasting(sheet))
})
