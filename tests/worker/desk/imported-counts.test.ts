import { beforeEach, describe, expect, it } from 'vitest'
import { day as oneDay } from '#domain/basics/bounds.ts'
import { dayOf, startOfDay } from '#domain/basics/time.ts'
import { makeTrackingCode } from '#domain/filing/tracking-code.ts'
import type { MoveInput } from '#domain/moves/fields.ts'
import type { MoveKind } from '#domain/moves/table.ts'
import { unitIds } from '#domain/places/areas.ts'
import { deskPages, ledgerPaths } from '#domain/routes/desk.ts'
import { createVerify } from '#store/verify.ts'
import { verifyCounts } from '#store/verifying/counts.ts'
import { moveCase } from '../../../functions/desk/moves/move-case.ts'
import { closeFigures } from '../../../functions/figures/close-figures.ts'
import { freshDesk } from '../../support/desk-clock.ts'
import { emptied } from '../../support/figures.ts'
import { cellsOf } from '../../support/ledger.ts'
import { atImport } from '../../support/old-ledger.ts'
import type { DeskWorld } from '../../support/staff.ts'
import { file } from '../../support/world.ts'

/** An imported case counts for nothing, whatever is done with it here, and stands in lists on the days of its ledger. */

let world: DeskWorld
const { openOn, later } = freshDesk((made) => {
  world = made
})
// Each test has its own Wednesday: closed days stay in the database.
let week = 0
beforeEach(async () => {
  week += 1
  openOn(dayOf(Date.parse('2027-03-03T10:00:00+08:00') + week * 7 * oneDay))
  await emptied(world)
  await world.db.prepare('DELETE FROM listing_count').run()
})

const village = 'qingshi-liuwan-committee'
const heads = '登记时间,申请人,联系电话,简要情况,处理结果,办结时间'
const phone = '13955501234'

/** Imports one row at the village. @returns the person who imports, and the number of the case */
const imported = async (row: { on?: string; result?: string; ended?: string }, keepOpen = false) => {
  const { on = '', result = '', ended = '' } = row
  const lead = await atImport(world, { unit: village, name: '周调解' })
  const table = `${heads}\n${on},欧阳甲,${phone},为一棵树争。,${result},${ended}`
  await lead.all(await lead.matched(table, keepOpen ? { keepOpen: 'true' } : {}))
  const { results } = await world.db
    .prepare('SELECT number FROM cases WHERE imported')
    .all<{ number: string }>()
  return { lead, number: results[0]?.number ?? '' }
}
const move = async (number: string, kind: MoveKind, input: MoveInput = {}) => {
  const by = { id: 'm', username: 'm', name: '李调解', unit: village, role: 'lead' } as const
  expect(await moveCase(world.ports, { number, kind, by, input }), kind).toMatchObject({ ok: true })
}
/** Settles a case with a sum of money that both sides agreed to. */
const settle = async (number: string) => {
  await move(number, 'accepted', { subject: '一棵树' })
  await move(number, 'mediating')
  await move(number, 'settled', { message: '谈成了。' })
}
const rowOf = async (lead: Awaited<ReturnType<typeof atImport>>, number: string) =>
  cellsOf((await lead.text(ledgerPaths.csv)).slice(1)).find((cells) => cells[0] === number)

describe('the day of filing', () => {
  it.each([
    { on: '2023-5-6', ended: '2023-5-20', filed: '2023-05-06', resultDay: '2023-05-20' },
    { on: '', ended: '', filed: '', resultDay: '' },
  ])('of a row of “$on” is that of the old ledger', async ({ on, ended, filed, resultDay }) => {
    const { lead, number } = await imported({ on, result: '树归李家。', ended })
    const row = await rowOf(lead, number)
    expect([row?.[1], row?.[16]]).toEqual([filed, resultDay])
    const { results } = await world.db.prepare('SELECT DISTINCT filed_at FROM case_listing').all()
    expect(results).toEqual([{ filed_at: filed ? startOfDay(filed) : 0 }])
    const { mismatches } = await createVerify(world.db, world.ports.keys, world.ports.clock)('', 500)
    expect(mismatches).toEqual([])
    for (const [query, isIn] of [
      ['?from=2023-05-06&until=2023-05-06', filed !== ''],
      [`?from=${world.day()}`, false],
    ] as const)
      expect((await lead.text(`${deskPages.ledger.path}${query}`)).includes(number), query).toBe(isIn)
  })

  it('is never this week for the head, whose number opens exactly the cases it counts', async () => {
    const { number } = await imported({ on: world.day() })
    await file(world)
    const town = await atImport(world)
    const html = await town.text(deskPages.below.path)
    const [, href = '', count] =
      /<a href="([^"]+since=[^"]+)">\s*<b>(\d+)<\/b>/.exec(html.replaceAll('&amp;', '&')) ?? []
    expect(count).toBe('1')
    expect(await town.text(href)).not.toContain(number)
    expect(await verifyCounts(world.db)).toEqual([])
  })
})

describe('an imported case that goes on here', () => {
  it('stands open on sheets of its unit and above, which say so, and is new on none', async () => {
    const { lead, number } = await imported({ on: '2023-5-6' }, true)
    expect(number).not.toBe('')
    for (const reader of [lead, await atImport(world)]) {
      const html = await reader.text(deskPages.digest.path)
      const figure = (name: string) => new RegExp(`<dt>${name}</dt>\\s*<dd>(\\d+)<`).exec(html)?.[1]
      expect([figure('新登记'), figure('现在在办'), figure('其中过期')]).toEqual(['0', '1', '0'])
      expect(html).toContain('现在在办、过期：旧台账里接着办的也在内')
    }
  })
})

describe('an imported case that is settled here', () => {
  it('is in no figure, in no published figure, in no monthly report and on no list for pay', async () => {
    const { number } = await imported({ on: world.day() }, true)
    // Somebody of it got a code, and used it.
    const code = await world.ports.keys.mac('tracking-code', makeTrackingCode(world.ports.random))
    await world.db
      .prepare(
        'INSERT INTO case_code (case_id, party, code_hash, pepper, epoch, staff_saw, first_used_at) SELECT id, 1, ?1, 0, 0, 1, ?2 FROM cases WHERE number = ?3',
      )
      .bind(code, world.time.now, number)
      .run()
    await settle(number)
    const [from, before] = [startOfDay(world.day()), world.time.now + oneDay]
    expect(await world.ports.store.countQuarter({ units: unitIds(), from, before })).toEqual([])
    const query = { units: [village], abouts: ['none' as const], from, before }
    const all = { ...query, offices: [], scopes: [], reader: '', limit: 10, withMoney: true }
    expect(await world.ports.store.mediated(all)).toEqual([])
    later(oneDay)
    while ((await closeFigures(world.ports)) > 0);
    const { results } = await world.db.prepare('SELECT measure, n FROM figure').all()
    expect(results).toEqual([])
    // A case that was filed here is in all of them.
    const { caseNumber } = await file(world)
    await settle(caseNumber)
    const now = { from: startOfDay(world.day()), before: world.time.now + oneDay }
    expect(await world.ports.store.countQuarter({ units: unitIds(), ...now })).toHaveLength(3)
    expect(await world.ports.store.mediated({ ...all, ...now })).toHaveLength(1)
  })

  it('is no matter that came back after a refusal, on either side', async () => {
    const { number } = await imported({ on: world.day() }, true)
    const declined = { message: '请找法院。', body: '法院' }
    await move(number, 'declined', declined)
    later(oneDay)
    await file(world, { phone })
    later(oneDay)
    while ((await closeFigures(world.ports)) > 0);
    const refiled = async () =>
      (await world.db.prepare("SELECT n FROM figure WHERE measure = 'refiled' AND dim = 'all'").all()).results
    expect(await refiled()).toEqual([])
    const { caseNumber } = await file(world, { phone })
    await move(caseNumber, 'declined', declined)
    later(oneDay)
    await file(world, { phone })
    later(oneDay)
    while ((await closeFigures(world.ports)) > 0);
    expect((await refiled())[0]).toEqual({ n: 1 })
  })

  it('is no contact of the unit with anybody', async () => {
    const { number } = await imported({ on: world.day() }, true)
    const contact = () =>
      world.ports.store.lastContact({ unit: village, abouts: ['none'], before: world.time.now + 1 })
    expect(await contact()).toBeNull()
    await move(number, 'accepted', { subject: '一棵树' })
    expect(await contact()).toBeNull()
    const { caseNumber } = await file(world)
    await move(caseNumber, 'message', { message: '周六上午在村部，方便吗？' })
    expect(await contact()).toBe(world.time.now)
  })
})
