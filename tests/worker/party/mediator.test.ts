import { beforeEach, describe, expect, it } from 'vitest'
import type { MoveInput } from '#domain/moves/fields.ts'
import { casePath, deskPages } from '#domain/routes/desk.ts'
import { actions, api } from '#domain/routes/site.ts'
import { eventsOf, holder, landing, problemOf, staffAt } from '../../support/holder.ts'
import { makeParties } from '../../support/parties.ts'
import { type DeskWorld, makeDeskWorld } from '../../support/staff.ts'
import { file, tuesday } from '../../support/world.ts'

/** Asking for another mediator (人民调解法 19, 23), by either side. */

const village = 'qingshi-liuwan-committee'
const chen: MoveInput = { otherName: '陈建国', gotFrom: 'complainant' }

let world: DeskWorld
let parties: ReturnType<typeof makeParties>
beforeEach(async () => {
  world = makeDeskWorld(tuesday)
  parties = makeParties(world)
  await world.db.prepare('DELETE FROM case_listing').run()
})

const both = async () => {
  const filed = await parties.accepted()
  const theirs = await parties.invite(filed, await parties.register(filed, chen))
  return { filed, theirs }
}

describe('another mediator', () => {
  it('is not asked for with a code that staff have seen', async () => {
    const { theirs } = await both()
    await world.db.prepare('UPDATE case_code SET staff_saw = 1').run()
    const by = holder(world, theirs)
    expect((await by.call(api.mediator)).status).toBe(409)
    expect(landing(await by.post(actions.trackMediator))).toEqual([303, actions.trackNewCode])
    expect((await eventsOf(world, theirs)).map(({ kind }) => kind)).not.toContain('mediator-asked')
  })

  it.each(['filed', 'theirs'] as const)('is asked for by %s, whom the others do not read of', async (who) => {
    const people = await both()
    const { filed } = people
    const by = holder(world, people[who])
    const beside = holder(world, people[who === 'filed' ? 'theirs' : 'filed'])
    const before = (await beside.track()).timeline
    expect((await by.track()).can).toContain('mediator')
    expect(await by.page()).toContain(actions.trackMediator)
    expect(landing(await by.post(actions.trackMediator))).toEqual([303, actions.trackMediator])
    expect(await by.page(actions.trackMediator)).toContain('已经说过要换了')
    expect((await by.track()).timeline.at(-1)?.text).toBe('您想换一位调解员。')
    expect((await beside.track()).timeline).toEqual(before)
    const staff = await staffAt(world, village)
    expect(await staff.text(deskPages.today.path)).toContain(who === 'filed' ? '申请人来话了' : '对方来话了')
    expect(await staff.text(casePath(filed.caseNumber))).toContain('想换一位调解员')
    // Pressed twice: it is one wish.
    await by.post(actions.trackMediator)
    expect((await problemOf(await by.call(api.mediator)))[0]).toBe(409)
    expect((await eventsOf(world, filed)).filter(({ kind }) => kind === 'mediator-asked')).toHaveLength(1)
  })

  it('comes, and the wish is answered; then it can be asked for again', async () => {
    const { filed, theirs } = await both()
    await parties.make(filed, 'mediating')
    const by = holder(world, theirs)
    expect((await by.call(api.mediator)).status).toBe(201)
    const { id } = await staffAt(world, village)
    await parties.make(filed, 'assigned', { staff: id })
    await parties.make(filed, 'mediator-changed', { side: 'other' })
    expect((await by.track()).timeline.at(-1)?.text).toBe('换一位调解员接着办。')
    expect(JSON.stringify(await by.track())).not.toContain(id)
    expect((await by.call(api.mediator)).status).toBe(201)
  })

  it('with words instead, the wish is answered too', async () => {
    const { filed, theirs } = await both()
    await holder(world, theirs).call(api.mediator)
    await parties.make(filed, 'told', { whom: '2', otherMessage: '村里只有一位，可以请镇里的来' })
    expect((await holder(world, theirs).track()).can).toContain('mediator')
  })

  it('is nobody’s turn once the mediation has ended', async () => {
    const { filed, theirs } = await both()
    await holder(world, theirs).post(actions.trackConsent, { say: 'agreed' })
    const people = [filed, theirs].map((one) => holder(world, one))
    const turns = () => Promise.all(people.map(async (by) => (await by.track()).turn))
    for (const by of people) expect((await by.call(api.mediator)).status).toBe(201)
    expect(await turns()).toEqual(['desk', 'desk'])
    await parties.make(filed, 'mediating')
    await parties.make(filed, 'settled')
    expect(await turns()).toEqual([null, null])
    expect(await (await staffAt(world, village)).text(deskPages.today.path)).not.toContain('来话了')
  })

  it.each<[string, Record<string, unknown>, string]>([
    ['where there is no mediation', { track: 'consult' }, '这件事不是调解'],
    ['before the case was accepted', {}, '现在没有在调解'],
  ])('is not asked for %s', async (_, changes, why) => {
    const by = holder(world, await file(world, changes))
    expect((await problemOf(await by.call(api.mediator)))[1]).toContain(why)
    expect((await by.track()).can).not.toContain('mediator')
    const html = await by.page(actions.trackMediator)
    expect([html.includes(why), html.includes('想要哪一位')]).toEqual([true, false])
  })
})
