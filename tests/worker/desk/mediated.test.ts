import { beforeEach, describe, expect, it } from 'vitest'
import { addDays } from '#domain/basics/time.ts'
import { sheetReach } from '#domain/desk/sheets.ts'
import type { MoveInput } from '#domain/moves/fields.ts'
import type { MoveKind } from '#domain/moves/table.ts'
import { agreementPath, deskPages } from '#domain/routes/desk.ts'
import { moveCase } from '../../../functions/desk/moves/move-case.ts'
import { eventsOf, staffAt } from '../../support/holder.ts'
import { countingRows } from '../../support/platform.ts'
import { type DeskWorld, makeDeskWorld } from '../../support/staff.ts'
import { twoSides } from '../../support/two-sides.ts'
import { file, tuesday } from '../../support/world.ts'

/** 人民调解月报 and 以案定补: a month of agreements, from the histories. */

const day = 86_400_000
// Each test has its own month, because histories stay in the database.
let start = Date.parse('2026-01-05T10:00:00+08:00')
let world: DeskWorld
beforeEach(() => {
  start += 31 * day
  world = makeDeskWorld(new Date(start).toISOString())
})

const [village, town] = ['qingshi-liuwan-committee', 'qingshi-centre']
type Filed = Awaited<ReturnType<typeof file>>
type Staff = Awaited<ReturnType<typeof staffAt>>
const make = async ({ caseNumber: number }: Filed, kind: MoveKind, input: MoveInput = {}) => {
  const moved = await moveCase(world.ports, { number, kind, by: 'console', input })
  if (!moved.ok) throw new Error(`${kind}: ${moved.error}`)
}
/** A dispute that a mediator of the village settles in their own hand. */
const settled = async (by: Staff, changes: Record<string, unknown> = {}, other = '陈大山') => {
  const filed = await file(world, changes)
  await make(filed, 'accepted', { subject: '滴水', people: 3 })
  await make(filed, 'party', { otherName: other, gotFrom: 'complainant' })
  await make(filed, 'mediating')
  const mediator = { id: by.id, username: 'm', name: '李调解', unit: village, role: 'handler' } as const
  const input = { message: '谈成了，装水槽。' }
  const done = await moveCase(world.ports, { number: filed.caseNumber, kind: 'settled', by: mediator, input })
  expect(done).toMatchObject({ ok: true })
  return filed
}
const figures = (csv: string, name: string) =>
  csv
    .split('\r\n')
    .find((line) => line.startsWith(`${name},`))
    ?.split(',')
    .slice(1)
    .map(Number)
const csvOf = async (staff: Staff) => staff.text(deskPages.mediationFile.path)

describe('the monthly report of mediation', () => {
  it('has a worked month as a hand counts it, on the page and as CSV', async () => {
    const mediator = await staffAt(world, village)
    await settled(mediator)
    await settled(mediator, { category: 'injury' }, '李四海')
    const again = await settled(mediator, { category: 'debt' }, '王五')
    await make(again, 'reopened', { reason: '又起了争执' })
    const lead = await staffAt(world, village, 'lead')
    const csv = await csvOf(lead)
    expect(csv.startsWith('纠纷类别,件数,')).toBe(true)
    const bytes = new Uint8Array(await (await lead.get(deskPages.mediationFile.path)).arrayBuffer())
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    expect(figures(csv, '邻里纠纷')).toEqual([1, 1, 0, 0, 3, 0, 0, 0, 0, 0])
    expect(figures(csv, '合计')).toEqual([2, 2, 0, 0, 6, 0, 0, 0, 0, 0])
    const page = await lead.text(deskPages.mediationMonth.path)
    // The kinds are somebody's, who is named, and no sample.
    for (const text of ['黄石市司法局', '道路交通事故纠纷', '到月底，记了法院裁定确认的'])
      expect(page).toContain(text)
    expect(page).not.toContain('金额是样子')
    // A month later the same month has the same bytes, whatever happened since.
    const month = world.day()
    await make(again, 'mediating')
    world.time.now += 40 * day
    const later = await staffAt(world, village, 'lead')
    expect(await later.text(`${deskPages.mediationFile.path}?day=${month}`)).toBe(csv)
    expect(figures(await csvOf(later), '合计')?.[0]).toBe(0)
  })

  it('is of the desks that the reader’s unit sees, and never of a case they must not know of', async () => {
    const mediator = await staffAt(world, village)
    await settled(mediator)
    const hidden = await file(world, { about: 'village-cadre' })
    await make(hidden, 'accepted', { subject: '账目' })
    await make(hidden, 'mediating')
    await make(hidden, 'settled', { message: '谈成了。' })
    const total = async (unit: string) =>
      figures(await csvOf(await staffAt(world, unit, 'lead')), '合计')?.[0]
    expect(await total(village)).toBe(1)
    expect(await total(town)).toBe(2)
    expect(await total('qingshi-songping-committee')).toBe(0)
    for (const path of [deskPages.mediationMonth.path, deskPages.mediationFile.path, deskPages.casePay.path])
      expect((await (await staffAt(world, 'shili-petition')).get(path)).status).toBe(404)
  })
})

describe('以案定补', () => {
  it('lists the agreements of each mediator with a place to sign; a handler sees their own', async () => {
    const [mine, theirs] = [await staffAt(world, village), await staffAt(world, village)]
    const one = await settled(mine)
    const two = await settled(theirs, { name: '周小云', phone: '13700000000', category: 'debt' }, '钱有余')
    const own = await mine.text(deskPages.casePay.path)
    expect(own).toContain(one.caseNumber)
    expect(own).not.toContain(two.caseNumber)
    const lead = await (await staffAt(world, village, 'lead')).text(deskPages.casePay.path)
    for (const text of [one.caseNumber, two.caseNumber, '签名', '示例']) expect(lead).toContain(text)
    expect(lead).not.toContain('像是一件')
    const off = await staffAt(world, village, 'lead')
    await make(one, 'recusal-recorded', { concerned: off.id, reason: '是他舅舅' })
    expect(await off.text(deskPages.casePay.path)).not.toContain(one.caseNumber)
    for (const name of ['吴秀兰', '周小云', '陈大山', '钱有余']) expect(lead).not.toContain(name)
  })

  it('flags agreements between the same two within some days by their numbers, over the turn of a month too', async () => {
    const mediator = await staffAt(world, village)
    world.time.now = Date.parse(`${addDays(`${world.day().slice(0, 8)}01`, 27)}T10:00:00+08:00`)
    const early = await settled(await staffAt(world, village))
    world.time.now += 7 * day
    const lead = await staffAt(world, village, 'lead')
    const late = await settled(await staffAt(world, village), { category: 'debt' })
    const page = await lead.text(deskPages.casePay.path)
    expect(page).toContain(`和 ${early.caseNumber} 像是一件`)
    expect(page).toContain(late.caseNumber)
    expect(mediator.id).not.toBe('')
  })
})

it('sums the money of the texts, and what was performed and confirmed by the end of the month', async () => {
  world = makeDeskWorld(tuesday)
  const { filed } = await twoSides(world).invited({ category: 'housing' })
  await make(filed, 'mediating')
  const staff = await staffAt(world, village)
  const seen = async () => String((await eventsOf(world, filed)).length)
  const draft = {
    ...{ facts: '押金没有退。', how: '现金当面付。', mediators: staff.id, seen: await seen() },
    ...{ what1: '退押金', by1: '2', to1: '1', yuan1: '600.50', due1: '2026-11-28' },
  }
  expect((await staff.post(agreementPath(filed.caseNumber), draft)).status).toBe(303)
  const signed = { signed1: '2026-11-24', signed2: '2026-11-23', sealedOn: '2026-11-22' }
  const paper = { version: '1', form: 'written', sure: 'true', ...signed, seen: await seen() }
  expect((await staff.post(agreementPath(filed.caseNumber, 'conclude'), paper)).status).toBe(303)
  const row = async () => figures(await csvOf(staff), '房屋宅基地纠纷')
  expect(await row()).toEqual([1, 1, 0, 0, 2, 600.5, 0, 1, 0, 0])
  await make(filed, 'item-received', { term: '1' })
  await make(filed, 'court-confirmed', { confirmedOn: '2026-11-24' })
  expect(await row()).toEqual([1, 1, 0, 0, 2, 600.5, 0, 1, 1, 1])
  // Paid is by the agreement, whatever it is about: no text is read.
  const statements = async (withMoney: boolean) => {
    const { mediated } = world.ports.store
    world.counted.take()
    const span = { from: world.time.now - day, before: world.time.now + day, limit: 10, withMoney }
    await mediated({ ...sheetReach(village), ...span, offices: [], scopes: [], reader: 'x' })
    return world.counted.take().statements
  }
  expect([await statements(true), await statements(false)]).toEqual([2, 1])
  // The sum stands on the sheet, the words of the text on none.
  for (const path of [deskPages.mediationMonth.path, deskPages.casePay.path])
    expect(await staff.text(path)).not.toContain('押金')
})

countingRows.it(
  'reads the rows of its month and a bounded number of steps, whatever the histories of other months',
  async () => {
    const mediator = await staffAt(world, village)
    await settled(mediator)
    const { counted, ports, time } = world
    const reach = sheetReach('shili-centre')
    const cost = async () => {
      counted.take()
      await ports.store.mediated({
        ...reach,
        from: time.now - day,
        before: time.now + day,
        offices: [],
        scopes: [],
        reader: 'x',
        limit: 100,
        withMoney: true,
      })
      const { rowsRead } = counted.take()
      await ports.store.lastContact({ unit: village, abouts: reach.abouts, before: time.now + day })
      await ports.store.openMeasures({ ...reach, scopes: ['at:shili'], reader: 'x', limit: 10 })
      return [rowsRead, counted.take().rowsRead] as const
    }
    const [month] = await cost()
    const id = "'older-' || i"
    const hashes = `'${'0'.repeat(64)}', '${'a'.repeat(64)}'`
    const event = (seq: number, kind: string, data: string, prev: string) =>
      `INSERT INTO case_event SELECT ${id}, ${seq}, '${kind}', 'staff:x', ${time.now - 90 * day} - i, '${village}', '${village}', '${data}', '', NULL, ${prev} FROM n`
    for (const insert of [
      `INSERT INTO cases SELECT ${id}, '2019-' || (100000 + i), 'mediation', 'neighbour', 'qingshi-liuwan', 'settled', 'village', '${village}', 'none', 0, NULL, NULL, i, 1, 'x', NULL, 0, NULL, 0 FROM n`,
      event(1, 'filed', '{"region":"qingshi-liuwan","channel":"online"}', hashes),
      event(2, 'settled', '{"form":"oral"}', `'${'a'.repeat(64)}', '${'b'.repeat(64)}'`),
      event(
        3,
        'reviewed',
        '{"cause":"other","measureBy":"2026-01-01"}',
        `'${'b'.repeat(64)}', '${'c'.repeat(64)}'`,
      ),
    ])
      await world.db
        .prepare(
          insert.replace(
            'SELECT',
            'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 5000) SELECT',
          ),
        )
        .run()
    const [later, steps] = await cost()
    console.warn('a month of mediation, its rows:', month, later, 'a contact and measures:', steps)
    // A seek more for each of the lists of units and kinds, whatever stands in them.
    expect(later).toBeLessThanOrEqual(Number(month) + 10)
    expect(steps).toBeLessThan(12_000)
  },
)
