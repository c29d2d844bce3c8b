import { beforeEach, describe, expect, it } from 'vitest'
import { startOfDay } from '#domain/basics/time.ts'
import type { MoveInput } from '#domain/moves/fields.ts'
import type { MoveKind } from '#domain/moves/table.ts'
import type { TargetFacts } from '#domain/moves/targets.ts'
import type { Role, StaffMember } from '#domain/staff/staff.ts'
import { county } from '#generated/county.ts'
import { openCase } from '../../../functions/desk/case/open-case.ts'
import { findCases } from '../../../functions/desk/find/find-cases.ts'
import { readList } from '../../../functions/desk/lists/work-lists.ts'
import { moveCase } from '../../../functions/desk/moves/move-case.ts'
import { refreshCases } from '../../../functions/desk/refresh-cases.ts'
import { file, makeWorld, postJson, tuesday, type World } from '../../support/world.ts'

/** Rules that are easy to bypass or forget: each was broken once. */

let world: World
beforeEach(async () => {
  world = makeWorld()
  await world.db.prepare('DELETE FROM case_listing').run()
  await world.db.prepare('UPDATE cases SET next_change_at = NULL').run()
})

const day = 86_400_000
const staff = (unit: string, role: Role = 'handler', id = `${unit}-${role}`): StaffMember => ({
  ...{ id, username: id, name: unit, unit, role },
})
const village = staff('qingshi-liuwan-committee')
const town = staff('qingshi-committee')
const centre = staff('shili-centre')
const lead = (unit: string) => staff(unit, 'lead')
const move = (by: StaffMember, number: string, kind: MoveKind, input: MoveInput = {}) =>
  moveCase(world.ports, { number, kind, by, input })
const moved = async (...args: Parameters<typeof move>) =>
  expect(await move(...args), `${args[2]} by ${args[0].unit}`).toMatchObject({ ok: true })
const refused = async (error: string, ...args: Parameters<typeof move>) =>
  expect(await move(...args), `${args[2]} by ${args[0].unit}`).toEqual({ ok: false, error })
const facts = (changes: Partial<TargetFacts>): TargetFacts => ({
  ...{ about: 'none', sender: null, track: 'mediation', category: 'other' },
  ...changes,
})
const dossier = async (by: StaffMember, number: string) => {
  const found = await openCase(world.ports, by, number)
  if (!found) throw new Error(`${by.unit} does not see ${number}`)
  return found
}
const clockIds = async (by: StaffMember, number: string) =>
  (await dossier(by, number)).clocks.filter(({ state }) => state !== 'met').map(({ rule }) => rule.id)
const line = async (unit: string, number: string) =>
  (await readList(world.ports, '', `unit:${unit}`, {})).lines.find((one) => one.number === number)

describe('returning a case', () => {
  it('a transferred case cannot be reported back, nor transferred back to its sender', async () => {
    const { caseNumber: number } = await file(world)
    await moved(village, number, 'transferred', { unit: 'qingshi-songping-committee', reason: '是他们村的' })
    const next = staff('qingshi-songping-committee')
    await refused('notSentDown', next, number, 'reported-back', { reason: '办完了' })
    const { targetsOf } = await import('#domain/moves/targets.ts')
    expect(targetsOf('side', next.unit, facts({ sender: village.unit })).map(({ id }) => id)).not.toContain(
      village.unit,
    )
  })

  it('the centre decides a dispute it is part of, and cannot return the case', async () => {
    const { caseNumber: number } = await file(world, { danger: true, contact: {} })
    await moved(centre, number, 'transferred', { unit: 'shili-committee', reason: '请你们办' })
    const committee = staff('shili-committee')
    await moved(committee, number, 'returned', { reason: '不是我们的', proper: 'shili-office' })
    await moved(centre, number, 'returned', { reason: '就是你们的', proper: 'shili-committee' })
    expect((await dossier(centre, number)).record.unit).toBe('shili-centre')
    await refused('decides', centre, number, 'returned', { reason: '再退', proper: 'shili-committee' })
  })
})

describe('clocks of a case', () => {
  it('an extension is capped by its rule and refused too late', async () => {
    const { caseNumber: number } = await file(world, { track: 'complaint' })
    const office = staff('qingshi-office')
    await moved(office, number, 'accepted', { subject: '审批', matter: 'petition' })
    const ask = { rule: 'petition-handle', reason: '等勘测' }
    await refused('tooManyDays', office, number, 'extension-requested', { ...ask, days: 31 })
    await moved(office, number, 'extension-requested', { ...ask, days: 30 })
    world.time.now += 70 * day
    await refused('lateExtension', lead('qingshi-office'), number, 'extended', { message: '延' })
    await moved(lead('qingshi-office'), number, 'extension-refused', { reason: '晚了' })
  })

  it('a reopened case has the clock of its own matter', async () => {
    const { caseNumber: number } = await file(world, { track: 'complaint' })
    const office = lead('qingshi-office')
    await moved(office, number, 'accepted', { subject: '审批', matter: 'petition' })
    await moved(office, number, 'answered', { message: '批了' })
    await moved(office, number, 'reopened', { reason: '没有办' })
    expect(await clockIds(office, number)).toEqual(
      expect.arrayContaining(['petition-handle', 'county-ceiling']),
    )
  })

  it.each(['mediation', 'complaint', 'consult', 'suggestion', 'tip'] as const)(
    'an accepted case on the %s track always has a clock for its end',
    async (track) => {
      for (const category of ['labour', 'medical', 'neighbour', 'consumer'] as const)
        for (const danger of [false, true]) {
          const { caseNumber: number } = await file(world, { track, category, danger, contact: {} })
          const [found] = (
            await world.db
              .prepare('SELECT unit FROM cases WHERE number = ?')
              .bind(number)
              .all<{ unit: string }>()
          ).results
          const at = staff(found?.unit ?? '', 'lead')
          await moved(at, number, 'accepted', {
            subject: '事',
            ...(track === 'complaint' && { matter: 'other' }),
          })
          const owes = (await dossier(at, number)).clocks
            .filter(({ state }) => state === 'running')
            .map(({ rule }) => rule.owes)
          expect(owes, `${track} ${category} ${danger}`).toContain('finish')
        }
    },
  )

  it('a clock of the law ends when another kind of unit takes over, and the county’s own counts from the same day', async () => {
    world = makeWorld(tuesday)
    const { caseNumber: number } = await file(world, { category: 'medical' })
    await moved(staff('shili-medical'), number, 'accepted', { subject: '术后' })
    expect(await clockIds(staff('shili-medical'), number)).toContain('medical-mediation')
    world.time.now += 5 * day
    await moved(staff('shili-medical'), number, 'transferred', {
      unit: 'shili-committee',
      reason: '不是医疗',
    })
    const clocks = (await dossier(staff('shili-committee'), number)).clocks
    expect(clocks.map(({ rule }) => rule.id)).not.toContain('medical-mediation')
    expect(clocks.find(({ rule }) => rule.id === 'county-mediation')?.due).toBe('2026-12-24')
  })

  it('a petition is accepted and answered by offices only, and transferred to no other unit', async () => {
    const { caseNumber: number } = await file(world, { track: 'complaint' })
    const { targetsOf } = await import('#domain/moves/targets.ts')
    for (const target of ['side', 'above', 'below', 'any'] as const)
      for (const { kind } of targetsOf(target, 'qingshi-office', facts({ track: 'complaint' })))
        expect(['government-office', 'petition-office', 'centre']).toContain(kind)
    expect((await dossier(staff('qingshi-office'), number)).record.unit).toBe('qingshi-office')
  })

  it('dates set by staff are in the lists and turn red once passed', async () => {
    const { caseNumber: number } = await file(world)
    await moved(village, number, 'escalated', { unit: 'qingshi-committee', reason: '办不了' })
    await moved(town, number, 'accepted', { subject: '滴水' })
    await moved(town, number, 'sent-down', {
      ...{ unit: 'qingshi-songping-committee', answerBy: world.day(2), reason: '去看看' },
    })
    expect((await line('qingshi-songping-committee', number))?.dueAt).toBe(startOfDay(world.day(3)))
    world.time.now += 4 * day
    await refreshCases({ ...world.ports, erasures: null })
    expect((await line('qingshi-songping-committee', number))?.colour).toBe(3)
    await moved(staff('qingshi-songping-committee'), number, 'reported-back', { reason: '看过了' })
    expect((await dossier(town, number)).record.unit).toBe('qingshi-committee')
  })

  it('a paused case is not late', async () => {
    const { caseNumber: number } = await file(world)
    await moved(village, number, 'accepted', { subject: '滴水' })
    await moved(village, number, 'asked', { message: '几点？' })
    world.time.now += 40 * day
    await refreshCases({ ...world.ports, erasures: null })
    const found = await line(village.unit, number)
    expect(found?.dueAt).toBeGreaterThan(world.time.now)
  })
})

describe('a case of danger', () => {
  it('is marked by any handler, goes to the county, and offers no mediation', async () => {
    const { caseNumber: number, trackingCode } = await file(world)
    await moved(village, number, 'accepted', { subject: '争吵' })
    await moved(town, number, 'danger-marked', { reason: '他动了手' })
    const found = await dossier(centre, number)
    expect([found.record.unit, found.record.danger]).toEqual(['shili-centre', true])
    expect(await clockIds(centre, number)).toContain('danger-contact')
    await refused('inDanger', centre, number, 'merged', { other: number, message: '并' })
    await moved(centre, number, 'referred', {
      ...{ outside: 'police', body: '派出所', reason: '请处理', answerBy: world.day(7) },
    })
    await moved(centre, number, 'referral-answered', { reason: '已处理' })
    expect((await dossier(centre, number)).record.status).toBe('accepted')
    const view = JSON.stringify(await (await postJson(world, '/api/v1/cases/track', { trackingCode })).json())
    expect(view).not.toMatch(/危险|动了手|danger/)
  })
})

it('a case of danger keeps a clock for its end, counted from the same day', async () => {
  const { caseNumber: number } = await file(world, { category: 'labour' })
  const labour = staff('shili-labour')
  await moved(labour, number, 'accepted', { subject: '工钱' })
  expect(await clockIds(labour, number)).toContain('labour-mediation')
  world.time.now += 2 * day
  await moved(labour, number, 'danger-marked', { reason: '有人堵门威胁' })
  const ids = await clockIds(centre, number)
  expect(ids).toEqual(expect.arrayContaining(['danger-contact', 'county-mediation']))
  expect(ids).not.toContain('labour-mediation')
})

describe('waiting and late cases in lists', () => {
  it('a case that waits stays listed after an assignment or a note', async () => {
    const { caseNumber: number } = await file(world)
    await moved(lead(village.unit), number, 'assigned', { staff: 'x' })
    expect((await line(village.unit, number))?.waits).toBe('new')
    await moved(village, number, 'message', { message: '等一等' })
    expect((await line(village.unit, number))?.waits).toBe('new')
  })

  it('a judgement lowers neither danger nor an overdue case', async () => {
    const { caseNumber: number } = await file(world)
    await moved(village, number, 'judged', { colour: 'green', reason: '小事' })
    world.time.now += 10 * day
    await refreshCases({ ...world.ports, erasures: null })
    expect((await line(village.unit, number))?.colour).toBe(3)
  })

  it('a case that cannot be read does not block the others', async () => {
    const [bad, good] = [await file(world), await file(world)]
    await world.db
      .prepare(
        "INSERT INTO case_event SELECT id, head_seq + 1, 'noted', 'system', 0, 'no-such-unit', '', '{}', '', NULL, head_hash, ? FROM cases WHERE number = ?",
      )
      .bind('b'.repeat(64), bad.caseNumber)
      .run()
    world.time.now += 10 * day
    await refreshCases({ ...world.ports, erasures: null })
    expect((await line(village.unit, good.caseNumber))?.colour).toBe(3)
    expect(JSON.stringify(world.logged)).toContain('refresh')
    expect(await refreshCases({ ...world.ports, erasures: null })).toMatchObject({ cases: 0 })
  })
})

describe('finding and filtering cases', () => {
  it('finds the other party by full name once staff recorded it, sealed under a separate key', async () => {
    const { caseNumber: number } = await file(world)
    expect(await findCases(world.ports, village, '陈大山')).toEqual([])
    await moved(village, number, 'party', { otherName: '陈大山' })
    expect((await findCases(world.ports, village, '陈大山')).map((found) => found.number)).toEqual([number])
    expect(await findCases(world.ports, staff('yunxi-committee'), '陈大山')).toEqual([])
    const { stored, events } = await dossier(village, number)
    expect(events.at(-1)).toMatchObject({
      kind: 'party',
      data: { side: 'other', role: 'principal', party: 2 },
    })
    expect(JSON.stringify(await stored.words(['party:2']))).toContain('陈大山')
    const dump = JSON.stringify((await world.db.prepare('SELECT * FROM case_event').all()).results)
    expect(dump).not.toContain('陈大山')
  })

  it('filters a list by subject, place and status, and gives the next page', async () => {
    for (let i = 0; i < 3; i += 1) await file(world)
    const { caseNumber: number } = await file(world, { category: 'debt', region: 'qingshi-songping' })
    const list = async (filter: Parameters<typeof readList>[3]) =>
      (await readList(world.ports, '', 'below:qingshi', filter)).lines.map((found) => found.number)
    expect(await list({ category: 'debt' })).toEqual([number])
    expect(await list({ region: 'qingshi-songping' })).toEqual([number])
    expect(await list({ region: 'qingshi' })).toHaveLength(4)
    expect(await list({ status: 'closed' })).toEqual([])
    expect(await list({ since: world.day() })).toHaveLength(4)
    expect(await list({ since: world.day(1) })).toEqual([])
    await moved(staff('qingshi-songping-committee'), number, 'accepted', { subject: '借款没有还' })
    expect((await findCases(world.ports, town, '借款')).map((found) => found.number)).toEqual([number])
    expect(await findCases(world.ports, village, '借款')).toEqual([])
  })
})

describe('merging and sharing cases', () => {
  it('a case merges into an open case, never in a cycle, and both show it', async () => {
    const [one, two] = [(await file(world)).caseNumber, (await file(world)).caseNumber]
    await moved(village, one, 'merged', { other: two, message: '并到另一件办' })
    await refused('otherEnded', village, two, 'merged', { other: one, message: '并回去' })
    expect((await dossier(village, two)).events.at(-1)).toMatchObject({
      kind: 'linked',
      data: { other: one },
    })
  })

  it('a case can be shared with every unit', async () => {
    const { caseNumber: number } = await file(world, { about: 'town-staff' })
    const units = county.units.filter(({ area, kind }) => area === 'shili' && kind !== 'centre')
    for (const { id } of units)
      await moved(centre, number, 'cohandler-joined', { unit: id, reason: '一起办' })
    for (const { id } of county.units.filter(({ id: unit }) => /^(qingshi|yunxi)/.test(unit)).slice(0, 15))
      await moved(centre, number, 'cohandler-joined', { unit: id, reason: '一起办' })
    await moved(centre, number, 'cohandler-left', { unit: 'shili-labour' })
    expect(await openCase(world.ports, staff('shili-labour'), number)).toBeNull()
  })
})

describe('staff who moved and persons who were erased', () => {
  it('a handler who joins the village a case is about finds nothing of it there', async () => {
    const { caseNumber: number } = await file(world, { about: 'village-cadre', phone: '13655550000' })
    const handler = staff('qingshi-committee', 'handler', 'moves-on')
    await moved(handler, number, 'accepted', { subject: '村务' })
    const later = { ...handler, unit: 'qingshi-liuwan-committee' }
    const mine = async (all: boolean) =>
      (await readList(world.ports, '', `staff:${handler.id}`, { all }, undefined, later.unit)).lines
    for (const all of [false, true]) expect(await mine(all)).toEqual([])
    await moved({ ...handler, role: 'lead' }, number, 'transferred', {
      unit: 'qingshi-office',
      reason: '信访',
    })
    for (const all of [false, true]) expect(await mine(all)).toEqual([])
    for (const typed of [number, '13655550000', '吴秀兰'])
      expect(await findCases(world.ports, later, typed)).toEqual([])
  })

  it('a case can be finished after its person was erased, and the decision stays in the record', async () => {
    const { caseNumber: number } = await file(world, { track: 'consult' })
    await moved(village, number, 'accepted', { subject: '问事' })
    const { record } = await dossier(village, number)
    await world.db
      .prepare("DELETE FROM case_key WHERE case_id = ? AND scope = 'party:1'")
      .bind(record.id)
      .run()
    await moved(village, number, 'answered', { message: '可以办。' })
    const words = await (await dossier(village, number)).stored.words(['record'])
    expect(JSON.stringify(words)).toContain('可以办。')
  })
})
