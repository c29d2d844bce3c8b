import { beforeEach, describe, expect, it } from 'vitest'
import { day } from '#domain/basics/bounds.ts'
import type { MoveInput } from '#domain/moves/fields.ts'
import { casePath } from '#domain/routes/desk.ts'
import { actions, api } from '#domain/routes/site.ts'
import { type Erasure, replayErasures } from '../../../functions/desk/erase-person.ts'
import { refreshCases } from '../../../functions/desk/refresh-cases.ts'
import { holder, landing, problemOf, staffAt } from '../../support/holder.ts'
import { makeParties } from '../../support/parties.ts'
import { type DeskWorld, makeDeskWorld } from '../../support/staff.ts'
import type { Filed } from '../../support/two-sides.ts'
import { tuesday } from '../../support/world.ts'

/** Each person of a case asks for their own erasure (docs/adr/0047-several-people.md), and both sides can have one waiting. */

const village = 'qingshi-liuwan-committee'
const chen: MoveInput = { otherName: '陈建国', otherPhone: '13900001111', gotFrom: 'complainant' }

let world: DeskWorld
let parties: ReturnType<typeof makeParties>
let noted: Erasure[]
beforeEach(async () => {
  world = makeDeskWorld(tuesday)
  parties = makeParties(world)
  noted = []
  await world.db.prepare('DELETE FROM case_listing').run()
  await world.db.prepare('UPDATE cases SET next_change_at = NULL').run()
})

const erasures = { add: async (one: Erasure) => void noted.push(one), all: async () => noted }
const run = () => refreshCases({ ...world.ports, erasures })

/** A case that has failed, with words of both sides. */
const ended = async () => {
  const filed = await parties.accepted()
  const theirs = await parties.invite(filed, await parties.register(filed, chen))
  await holder(world, filed).call(api.messages, { text: '申请人的话' })
  await holder(world, theirs).call(api.messages, { text: '对方的话' })
  await parties.make(filed, 'failed', { message: '没有谈成。', ways: ['none'], reason: '谈不拢' })
  return { filed, theirs }
}
const wordsOf = async ({ caseNumber }: Filed) => {
  const stored = await world.ports.store.openCase(caseNumber)
  return JSON.stringify(await stored?.words(['party:1', 'party:2', 'record']))
}
const asks = (by: Filed, body: object = { confirm: true }) => holder(world, by).call(api.erase, body)
const statusOf = async (by: Filed) => (await holder(world, by).call(api.track)).status

describe('erasing one side', () => {
  it('leaves the words of the other, and their code', async () => {
    const { filed, theirs } = await ended()
    expect((await asks(theirs)).status).toBe(202)
    await parties.make(filed, 'request-confirmed', { reason: '单独问过，是本人要的' })
    world.time.now += 8 * day
    await run()
    expect([await statusOf(theirs), await statusOf(filed)]).toEqual([404, 200])
    expect(await wordsOf(filed)).toContain('申请人的话')
    expect(await wordsOf(filed)).not.toContain('对方的话')
    expect(await wordsOf(filed)).not.toContain('13900001111')
    expect(noted).toMatchObject([{ party: 2, asked: true }])
    expect(await holder(world, filed).page()).toContain('申请人的话')
  })

  it('works the other way round as well', async () => {
    const { filed, theirs } = await ended()
    expect((await asks(filed)).status).toBe(202)
    world.time.now += 8 * day
    await run()
    expect([await statusOf(theirs), await statusOf(filed)]).toEqual([200, 404])
    expect(await holder(world, theirs).page()).toContain('对方的话')
    expect(await wordsOf(filed)).not.toContain('申请人的话')
  })
})

describe('two requests', () => {
  it('wait at once, each told to its holder alone, and take effect one after the other', async () => {
    const { filed, theirs } = await ended()
    await asks(filed)
    const before = [await holder(world, filed).page(), (await holder(world, filed).track()).timeline]
    expect((await asks(theirs)).status).toBe(202)
    const masked = (text: unknown) =>
      JSON.stringify(text).replaceAll(/value=\\"[^"]{20,}\\"|[0-9a-f]{8} ?/g, '')
    const after = [await holder(world, filed).page(), (await holder(world, filed).track()).timeline]
    expect(masked(after[1])).toBe(masked(before[1]))
    expect((await problemOf(await asks(theirs)))[0]).toBe(409)
    expect(await holder(world, theirs).page()).toContain('您要删除您的信息')
    const page = await (await staffAt(world, village)).text(casePath(filed.caseNumber))
    for (const text of ['申请人要删除本人的信息', '对方要删除本人的信息', '给过这一位查询码的人不能问'])
      expect(page).toContain(text)
    await parties.make(filed, 'request-confirmed', { reason: '单独问过' })
    world.time.now += 8 * day
    await run()
    await run()
    expect([await statusOf(theirs), await statusOf(filed)]).toEqual([404, 404])
    expect(noted.map(({ party }) => party).sort()).toEqual([1, 2])
  })

  it('are taken back each by its holder, and the other goes on', async () => {
    const { filed, theirs } = await ended()
    await asks(filed)
    await asks(theirs)
    expect((await asks(theirs, { cancel: true })).status).toBe(200)
    expect(await holder(world, theirs).page()).toContain('不删了')
    expect(await holder(world, filed).page()).toContain('您要删除您的信息')
    expect(await holder(world, filed).page()).not.toContain('不删了')
    world.time.now += 8 * day
    await run()
    expect([await statusOf(theirs), await statusOf(filed)]).toEqual([200, 404])
  })

  it('after a restore, only who had not taken theirs back is erased again', async () => {
    const { filed, theirs } = await ended()
    const { id } = (await world.ports.store.openCase(filed.caseNumber))?.record ?? { id: '' }
    await asks(filed)
    await asks(theirs)
    await asks(theirs, { cancel: true })
    noted.push(...[1, 2].map((party) => ({ caseId: id, party, at: world.time.now, asked: true as const })))
    expect(await replayErasures({ ...world.ports, erasures })).toBe(1)
    expect([await statusOf(theirs), await statusOf(filed)]).toEqual([200, 404])
  })
})

it('nobody but who filed withdraws the case', async () => {
  const filed = await parties.accepted()
  const theirs = await parties.invite(filed, await parties.register(filed, chen))
  expect((await holder(world, theirs).call(api.withdraw, { confirm: true })).status).toBe(409)
  expect(landing(await holder(world, theirs).post(actions.trackErase, { confirm: 'true' }))[0]).toBe(303)
  expect((await holder(world, theirs).track()).pending).toBeUndefined()
})
