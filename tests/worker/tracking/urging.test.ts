import { beforeEach, describe, expect, it } from 'vitest'
import { day } from '#domain/basics/bounds.ts'
import { casePath, deskPages, movePath } from '#domain/routes/desk.ts'
import { actions, api, notices } from '#domain/routes/site.ts'
import { eventsOf, holder, landing, problemOf, staffAt } from '../../support/holder.ts'
import { moveOn } from '../../support/rating.ts'
import { type DeskWorld, makeDeskWorld } from '../../support/staff.ts'
import { file, tuesday } from '../../support/world.ts'

/** Urging the desk: once for each clock after half of it; the second goes to the unit above (issue of following). */

let world: DeskWorld
beforeEach(async () => {
  world = makeDeskWorld(tuesday)
  await world.db.prepare('DELETE FROM case_listing').run()
})

const village = 'qingshi-liuwan-committee'
const above = 'qingshi-centre'
const done = [303, `${actions.trackCase}#${notices.urged}`]
const todayAt = async (unit: string) => (await staffAt(world, unit)).text(deskPages.today.path)
const groupsWith = (html: string, number: string) =>
  html
    .split('<section')
    .filter((part) => part.includes(number))
    .map((part) => /<h2[^>]*>([^<]*)/.exec(part)?.[1]?.trim() ?? '')

/** A case whose first clock was urged and met, and of whose second half has passed. */
const urgedOnce = async (filing: Record<string, unknown> = {}) => {
  const filed = await file(world, filing)
  world.time.now += 2 * day
  expect((await holder(world, filed).call(api.urge)).status).toBe(201)
  await moveOn(world, filed, [['accepted', { subject: '滴水', message: '收到了' }]])
  world.time.now += 16 * day
  return filed
}

it('of a day that is past, the page says so, and since when', async () => {
  const filed = await file(world)
  const by = holder(world, filed)
  world.time.now += 2 * day
  expect(await by.page()).toContain('日子过了一半，还没有办到“告诉您受不受理”')
  world.time.now += 7 * day
  const page = await by.page()
  expect(page).toMatch(
    /该办的<\/dt>[\s\S]{0,90}说好 11 月 27 日（周五），<\/span><b class="no-break">过了 6 天</,
  )
  expect(page).toContain('日子已经过了，还没有办到“告诉您受不受理”')
  expect(page).not.toContain('日子过了一半')
})

describe('the first urge', () => {
  it('can be made from half of the clock on, once, and stands on 今天 of the desk alone', async () => {
    const filed = await file(world)
    const by = holder(world, filed)
    expect((await by.track()).can).not.toContain('urge')
    expect(await by.page()).toContain('起可以催一次')
    expect((await by.post(actions.trackUrge)).status).toBe(409)
    const [status, detail] = await problemOf(await by.call(api.urge))
    expect([status, detail]).toEqual([409, expect.stringMatching(/11 月 26 日.*起可以催/)])

    world.time.now += 2 * day
    const before = await by.track()
    expect(before.can).toContain('urge')
    expect(await by.page()).toContain(`action="${actions.trackUrge}"`)
    expect(landing(await by.post(actions.trackUrge))).toEqual(done)
    const after = await by.track()
    expect(after).toMatchObject({ status: before.status, clocks: before.clocks, turn: 'desk' })
    expect(after.can).not.toContain('urge')
    expect(after.timeline.at(-1)).toMatchObject({
      kind: 'urged',
      text: expect.stringContaining('您催了一次'),
    })
    // Pressed twice: it lands where it landed first, and is stored once.
    expect(landing(await by.post(actions.trackUrge))).toEqual(done)
    expect(await by.page()).toContain(`id="${notices.urged}"`)
    expect((await problemOf(await by.call(api.urge)))[0]).toBe(409)
    expect((await eventsOf(world, filed)).filter(({ kind }) => kind === 'urged')).toHaveLength(1)

    await moveOn(world, filed, [['subject-set', { subject: '滴水' }]])
    expect(groupsWith(await todayAt(above), filed.caseNumber)).toEqual([])
    expect(await (await staffAt(world, village)).text(casePath(filed.caseNumber))).toMatch(
      /申请人催了，催的是“告诉申请人受不受理”/,
    )
  })

  it('waits at the desk after the acceptance that it asked for, no more', async () => {
    const filed = await file(world)
    await moveOn(world, filed, [['accepted', { subject: '滴水' }]])
    world.time.now += 16 * day
    await holder(world, filed).call(api.urge)
    expect(groupsWith(await todayAt(village), filed.caseNumber)).toEqual(['申请人催了'])
    const page = await (await staffAt(world, village)).text(casePath(filed.caseNumber))
    expect(page).toMatch(/申请人催了，还没有回[\s\S]*申请人催了[\s\S]*说说办到哪一步、哪天有结果/)
    await moveOn(world, filed, [['mediating']])
    expect(groupsWith(await todayAt(village), filed.caseNumber)).not.toContain('申请人催了')
  })

  it('by the API is the same for a repeat of its key', async () => {
    const filed = await file(world)
    world.time.now += 2 * day
    const key = { 'idempotency-key': 'urge-0123456789abcdef' }
    const by = holder(world, filed)
    const [one, two] = [await by.call(api.urge, {}, key), await by.call(api.urge, {}, key)]
    expect([one.status, two.status]).toEqual([201, 201])
    const answer = await one.json()
    expect(answer).toEqual({ at: expect.stringMatching(/\+08:00$/), units: ['柳湾村人民调解委员会'] })
    expect(await two.json()).toEqual(answer)
    expect((await eventsOf(world, filed)).filter(({ kind }) => kind === 'urged')).toHaveLength(1)
  })

  it('with a code that staff have seen says so in the history', async () => {
    const filed = await file(world)
    world.time.now += 2 * day
    await world.db.prepare('UPDATE case_code SET staff_saw = 1').run()
    expect((await holder(world, filed).call(api.urge)).status).toBe(201)
    expect((await eventsOf(world, filed)).at(-1)).toMatchObject({ kind: 'urged', data: { codeSeen: true } })
  })

  it('is for the case it names, and no other', async () => {
    const [one, other] = [await file(world), await file(world)]
    world.time.now += 2 * day
    const answer = await holder(world, other).post(actions.trackUrge, { case: one.caseNumber })
    expect(answer.status).toBe(409)
    for (const filed of [one, other])
      expect((await eventsOf(world, filed)).some(({ kind }) => kind === 'urged')).toBe(false)
  })
})

describe('the second urge', () => {
  it('goes to the unit above as well, until that has looked', async () => {
    const filed = await urgedOnce()
    const by = holder(world, filed)
    expect(await by.page()).toContain('也会告诉青石镇综治中心')
    expect(await (await by.call(api.urge)).json()).toMatchObject({
      units: ['柳湾村人民调解委员会', '青石镇综治中心'],
    })
    const title = '下级在办的，申请人催到您这里了'
    expect(groupsWith(await todayAt(above), filed.caseNumber)).toContain(title)
    for (const unit of ['qingshi-committee', 'shili-centre', 'qingshi-songping-committee', village])
      expect(groupsWith(await todayAt(unit), filed.caseNumber), unit).not.toContain(title)

    const superior = await staffAt(world, above)
    const shown = await superior.text(casePath(filed.caseNumber))
    expect(shown).toContain('申请人催了两次')
    expect(shown).not.toContain('回一句话')
    for (const unit of [village, 'shili-centre'])
      expect(await (await staffAt(world, unit)).text(casePath(filed.caseNumber)), unit).not.toContain(
        '申请人催了两次',
      )
    const path = movePath(filed.caseNumber, 'noted')
    const { headSeq } = (await world.ports.store.openCase(filed.caseNumber))?.record ?? {}
    expect((await superior.post(path, { seen: String(headSeq), reason: '请本周办' })).status).toBe(303)
    expect(groupsWith(await todayAt(above), filed.caseNumber)).not.toContain(title)
  })

  it.each([
    ['grid-worker', 'qingshi-centre', ['qingshi-liuwan-1-grid', 'shili-centre']],
    ['village-cadre', 'shili-centre', [village, 'qingshi-liuwan-1-grid']],
  ])('about a %s reaches %s and nobody who must not know of it', async (about, reached, others) => {
    const filed = await urgedOnce({ about })
    const answer = await holder(world, filed).call(api.urge)
    expect(answer.status).toBe(201)
    expect(groupsWith(await todayAt(reached), filed.caseNumber)).toContain('下级在办的，申请人催到您这里了')
    for (const unit of others) expect(groupsWith(await todayAt(unit), filed.caseNumber), unit).toEqual([])
  })

  it('of a case at the county goes to its desk again, the same for danger', async () => {
    const filings = [{ about: 'town-staff' }, { danger: true, contact: { mayCall: true } }]
    const answers = []
    const start = world.time.now
    for (const filing of filings) {
      world.time.now = start
      const filed = await urgedOnce(filing)
      answers.push(await (await holder(world, filed).call(api.urge)).json())
    }
    expect(answers[0]).toMatchObject({ units: ['示例县矛盾纠纷调处中心'] })
    expect(answers[1]).toEqual(answers[0])
  })
})
