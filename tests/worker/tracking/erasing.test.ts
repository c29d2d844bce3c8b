import { beforeEach, describe, expect, it } from 'vitest'
import { day } from '#domain/basics/bounds.ts'
import { casePath, deskPages, movePath } from '#domain/routes/desk.ts'
import { actions, api, notices } from '#domain/routes/site.ts'
import { type Erasure, loggedErasures } from '../../../functions/desk/erase-person.ts'
import { refreshCases } from '../../../functions/desk/refresh-cases.ts'
import { eventsOf, holder, landing, staffAt } from '../../support/holder.ts'
import { ended, moveOn } from '../../support/rating.ts'
import { type DeskWorld, makeDeskWorld } from '../../support/staff.ts'
import { file, tuesday } from '../../support/world.ts'

/** Erasing what the holder of a code gave of themselves: after seven days and the periods that still need it. */

let world: DeskWorld
let noted: Erasure[]
beforeEach(async () => {
  world = makeDeskWorld(tuesday)
  noted = []
  await world.db.prepare('DELETE FROM case_listing').run()
  await world.db.prepare('UPDATE cases SET next_change_at = NULL').run()
})

const run = (add = async (one: Erasure) => void noted.push(one)) =>
  refreshCases({ ...world.ports, erasures: { add, all: async () => noted } })
type Filed = Awaited<ReturnType<typeof file>>
const refused = async (filing: Record<string, unknown> = {}) =>
  ended(world, filing, [['declined', { message: '不归这里', body: '法院' }]])
const kinds = async (filed: Filed) => (await eventsOf(world, filed)).map(({ kind }) => kind)

describe('erasing', () => {
  it('says before what goes, what stays and until when, then happens after seven days for good', async () => {
    const filed = await refused()
    const by = holder(world, filed)
    await by.call(api.messages, { text: '我的一句话' })
    const page = await by.page(actions.trackErase)
    for (const text of ['人民调解法', '12 月 1 日', '12 月 31 日']) expect(page).toContain(text)
    expect(page).toMatch(/删掉的<[\s\S]*姓名、电话、住址[\s\S]*留着的<[\s\S]*笔录、协议/)
    expect((await by.post(actions.trackErase)).status).toBe(422)
    expect(landing(await by.post(actions.trackErase, { confirm: 'true' }))).toEqual([
      ...[303, `${actions.trackCase}#${notices.held}`],
    ])
    expect(await by.page()).toContain('您要删除您的信息')

    world.time.now += 7 * day - 1
    await run()
    expect((await by.call(api.track)).status).toBe(200)
    world.time.now += 1
    // Only the scheduler erases: it has the list outside the database.
    expect((await by.call(api.track)).status).toBe(200)
    await refreshCases({ ...world.ports, erasures: null })
    expect((await by.call(api.track)).status).toBe(200)
    await run()
    await run()
    expect((await by.call(api.track)).status).toBe(404)
    const stored = await world.ports.store.openCase(filed.caseNumber)
    expect(noted).toEqual([{ caseId: stored?.record.id, party: 1, at: world.time.now, asked: true }])
    expect(await stored?.words(['party:1'])).toEqual([])
    expect(JSON.stringify(await stored?.words(['record']))).toContain('水槽')
    expect(stored?.events.at(-1)).toMatchObject({ kind: 'erased', actor: 'system', data: { party: 1 } })
  })

  it('is noted outside the database first: while that fails nobody is erased, and it is tried again', async () => {
    const filed = await refused()
    const by = holder(world, filed)
    await by.call(api.erase, { confirm: true })
    world.time.now += 7 * day
    await run(async () => {
      throw new Error('the list is away')
    })
    expect((await by.call(api.track)).status).toBe(200)
    expect(world.logged).toContainEqual(expect.objectContaining({ event: 'refresh', kind: 'effect' }))
    world.time.now += day
    await run()
    expect((await by.call(api.track)).status).toBe(404)
  })

  it('is taken back until then', async () => {
    const filed = await refused()
    const by = holder(world, filed)
    await by.call(api.erase, { confirm: true })
    expect(landing(await by.post(actions.trackErase, { cancel: 'true' }))).toEqual([
      ...[303, `${actions.trackCase}#${notices.kept}`],
    ])
    expect(await by.page()).toMatch(/id="kept"[^>]*><b>不删了，您的信息还在。/)
    world.time.now += 40 * day
    await run()
    expect((await by.call(api.track)).status).toBe(200)
  })

  it('waits for what was agreed, and is refused while the case is open', async () => {
    const open = await file(world)
    expect((await holder(world, open).call(api.erase, { confirm: true })).status).toBe(409)
    expect(await holder(world, open).page(actions.trackErase)).toContain('还没有办完')
    const filed = await ended(world)
    const by = holder(world, filed)
    expect(await by.page(actions.trackErase)).toContain('协议还没有办结')
    const answer = await by.call(api.erase, { confirm: true })
    expect([answer.status, await answer.json()]).toEqual([
      202,
      { effectiveAt: '2027-02-23T00:00:00+08:00', afterTalk: false },
    ])
    await moveOn(world, filed, [['reopened', { reason: '又起了争执' }]])
    world.time.now += 120 * day
    await run()
    expect(await by.track()).not.toHaveProperty('pending')
  })

  it('at the county waits for a talk, on 今天 of its desk after the end too', async () => {
    const filed = await refused({ about: 'town-staff' })
    const by = holder(world, filed)
    await by.call(api.erase, { confirm: true })
    const desk = await staffAt(world, 'shili-centre')
    expect(await desk.text(deskPages.today.path)).toContain('单独问一问')
    expect(await desk.text(casePath(filed.caseNumber))).toContain('申请人要删除本人的信息')
    const { headSeq } = (await world.ports.store.openCase(filed.caseNumber))?.record ?? {}
    const done = await desk.post(movePath(filed.caseNumber, 'request-confirmed'), {
      ...{ seen: String(headSeq), reason: '单独问过' },
    })
    expect(done.status).toBe(303)
    world.time.now += 7 * day
    await run()
    expect(await kinds(filed)).toContain('erased')
  })
})

it('the log is the list where there is no file: ids only', async () => {
  const lines: object[] = []
  const list = loggedErasures((entry) => lines.push(entry))
  await list.add({ caseId: 'c', party: 1, at: 5, asked: true })
  expect(lines).toEqual([{ event: 'erasure', case: 'c', party: 1, at: 5, asked: 'yes' }])
  expect(await list.all()).toEqual([])
})
