import { beforeEach, describe, expect, it } from 'vitest'
import { day } from '#domain/basics/bounds.ts'
import { actions, api, expertTimes } from '#domain/routes/site.ts'
import { createVerify } from '#store/verify.ts'
import { refreshCases } from '../../../functions/desk/refresh-cases.ts'
import { eventsOf, holder, landing } from '../../support/holder.ts'
import { hashes, ownValues } from '../../support/masked.ts'
import { willing } from '../../support/meetings.ts'
import { ended } from '../../support/rating.ts'
import { type DeskWorld, makeDeskWorld } from '../../support/staff.ts'
import { twoSides } from '../../support/two-sides.ts'
import { cookieOf, file, postForm, tuesday } from '../../support/world.ts'

/** Consultations that the holder of a code books (docs/adr/0049-consultations.md). */

let world: DeskWorld
beforeEach(async () => {
  world = makeDeskWorld(tuesday)
  await world.db.prepare('DELETE FROM case_session').run()
})

/** Wednesday of the week after, and Tuesday: hours of the counsellor and of the lawyer. */
const counsellor = { expert: 'counsellor-one', slot: '202612021400' }
const lawyer = { expert: 'lawyer-one', slot: '202612010900' }
const when = '12 月 2 日（周三）14:00'
const rows = async () =>
  (await world.db.prepare('SELECT unit, staff, room, start_at, end_at FROM case_session').all()).results
const book = (by: ReturnType<typeof holder>, what: object = counsellor) =>
  by.post(actions.trackConsultation, { ...what })
const mismatches = async ({ caseNumber }: { caseNumber: string }) => {
  const id = (await world.ports.store.openCase(caseNumber))?.record.id
  const verify = createVerify(world.db, world.ports.keys, world.ports.clock)
  return (await verify('', 1000)).mismatches.filter(({ caseId }) => caseId === id)
}
const following = async () => {
  const filed = await file(world)
  return { filed, mine: holder(world, filed) }
}

describe('the holder of a code', () => {
  it('chooses an expert and a time, sees it in the case, and cancels it', async () => {
    const { filed, mine } = await following()
    const list = await mine.page(actions.trackConsultation)
    expect(list.indexOf('110')).toBeLessThan(list.indexOf('示例律师甲'))
    for (const text of [
      '法律咨询：示例律师甲',
      '心理疏导：示例心理咨询师乙',
      '周三 14:00 到 17:00',
      '不收钱',
    ])
      expect(list).toContain(text)
    const times = await mine.page(`${actions.trackConsultation}?expert=counsellor-one`)
    for (const text of [when, '12 月 2 日（周三）14:50', '12 月 2 日（周三）15:40', '示例路 1 号一楼'])
      expect(times).toContain(text)
    expect(times).not.toContain('16:30')
    expect(landing(await book(mine))).toEqual([303, `${actions.trackCase}#consultation`])
    expect(await rows()).toEqual([
      {
        ...{ unit: 'shili-centre', staff: 'expert:counsellor-one', room: '' },
        ...{
          start_at: Date.parse('2026-12-02T14:00:00+08:00'),
          end_at: Date.parse('2026-12-02T14:50:00+08:00'),
        },
      },
    ])
    const page = await mine.page()
    expect(page).toContain('约好的咨询')
    expect(page).toContain(`您约了一次咨询：${when}。`)
    expect(page).not.toContain('心理')
    const own = await mine.page(actions.trackConsultation)
    for (const text of ['示例心理咨询师乙', '一楼心理疏导室', '50 分钟', filed.caseNumber])
      expect(own).toContain(text)
    const [, drop = ''] = /name="drop" value="(\d+)"/.exec(own) ?? []
    expect(landing(await mine.post(actions.trackConsultation, { drop }))).toEqual([
      303,
      actions.trackConsultation,
    ])
    expect(await rows()).toEqual([])
    expect(await mine.page()).toContain(`您取消了 ${when}的咨询。`)
    await mine.post(actions.trackConsultation, { drop })
    const kinds = (await eventsOf(world, filed)).map(({ kind }) => kind)
    expect(kinds.filter((kind) => kind === 'consultation-cancelled')).toHaveLength(1)
    expect(await mismatches(filed)).toEqual([])
  })

  it('books once for a button pressed twice, one at a time, and no more than five in four weeks', async () => {
    const { filed, mine } = await following()
    for (let press = 0; press < 2; press += 1) expect((await book(mine)).status).toBe(303)
    expect(await rows()).toHaveLength(1)
    const second = await book(mine, lawyer)
    expect([second.status, await second.text()]).toEqual([409, expect.stringContaining('已经约了一次')])
    const drop = async () => {
      const [, id = ''] = /name="drop" value="(\d+)"/.exec(await mine.page(actions.trackConsultation)) ?? []
      await mine.post(actions.trackConsultation, { drop: id })
    }
    for (let more = 0; more < 4; more += 1) {
      await drop()
      expect((await book(mine, lawyer)).status).toBe(303)
    }
    await drop()
    expect((await book(mine, lawyer)).status).toBe(409)
    expect((await eventsOf(world, filed)).filter(({ kind }) => kind === 'consultation-booked')).toHaveLength(
      5,
    )
  })

  it.each<[string, object, number, string]>([
    ['no time', { expert: 'lawyer-one' }, 422, '请选一个时间'],
    ['no such expert', { expert: 'nobody', slot: lawyer.slot }, 422, '请在列出的时间里选'],
    ['the hours of another expert', { ...lawyer, slot: counsellor.slot }, 422, '请在列出的时间里选'],
    ['a time within a consultation', { ...lawyer, slot: '202612010910' }, 422, '请在列出的时间里选'],
    ['today', { ...lawyer, slot: '202611241000' }, 422, '请在列出的时间里选'],
    ['too late a day', { ...lawyer, slot: '202612290900' }, 422, '请在列出的时间里选'],
    ['a day off', { ...lawyer, slot: '202612311430' }, 422, '请在列出的时间里选'],
  ])('cannot book %s', async (_, what, status, text) => {
    const { mine } = await following()
    const answer = await book(mine, what)
    expect(answer.status).toBe(status)
    expect(await answer.text()).toContain(text)
    expect(await rows()).toEqual([])
  })

  it('cannot take a time that another case has, at once or afterwards; it is offered again when it is free', async () => {
    const soon = { ...counsellor, slot: '202611251400' }
    const when = '11 月 25 日（周三）14:00'
    const [one, other] = [await following(), await following()]
    const both = await Promise.all([book(one.mine, soon), book(other.mine, soon)])
    expect(both.map(({ status }) => status).toSorted()).toEqual([303, 409])
    expect(await rows()).toHaveLength(1)
    const [winner, loser] = both[0]?.status === 303 ? [one, other] : [other, one]
    expect(await loser.mine.page(`${actions.trackConsultation}?expert=counsellor-one`)).not.toContain(when)
    const answer = await book(loser.mine, soon)
    expect([answer.status, await answer.text()]).toEqual([409, expect.stringContaining('刚刚被别人约了')])
    const times = async () => (await world.request(expertTimes.path)).text()
    expect(await times()).not.toContain(when)
    const [, drop = ''] =
      /name="drop" value="(\d+)"/.exec(await winner.mine.page(actions.trackConsultation)) ?? []
    await winner.mine.post(actions.trackConsultation, { drop })
    expect(await times()).toContain(when)
    expect((await book(loser.mine, soon)).status).toBe(303)
  })

  it('cannot cancel what is none of theirs, nor book with a code that staff have seen', async () => {
    const { filed, theirs } = await willing(world)
    const [mine, by] = [holder(world, filed), holder(world, theirs)]
    await book(mine)
    const [, drop = ''] = /name="drop" value="(\d+)"/.exec(await mine.page(actions.trackConsultation)) ?? []
    for (const id of [drop, 'x', '-1', '9'.repeat(400)])
      await by.post(actions.trackConsultation, { drop: id })
    expect(await rows()).toHaveLength(1)
    await world.db.prepare('UPDATE case_code SET staff_saw = 1').run()
    expect(landing(await book(by, lawyer))).toEqual([303, actions.trackNewCode])
    expect(await rows()).toHaveLength(1)
  })

  it('keeps it when the case ends, and can book while they can write', async () => {
    const { filed, mine } = await following()
    const { make } = twoSides(world)
    await book(mine)
    await make(filed, 'accepted')
    await make(filed, 'failed', { message: '没谈成', ways: ['none'], reason: '都不合适' })
    expect(await mine.page()).toContain('约好的咨询')
    expect(await rows()).toHaveLength(1)
    world.time.now += 32 * day
    const answer = await book(mine, { ...lawyer, slot: '202612290900' })
    expect([answer.status, await answer.text()]).toEqual([409, expect.stringContaining('办结太久了')])
  })

  it('is told if the expert is not there any more', async () => {
    const { mine } = await following()
    await book(mine)
    expect(await mine.page(actions.trackConsultation)).not.toContain('安排改了')
    // As if the hours had been others when it was booked.
    const { experts } = (await import('#generated/county.ts')).county
    const found = experts.find(({ id }) => id === 'counsellor-one')
    found?.off.push('2026-12-02')
    try {
      expect(await mine.page(actions.trackConsultation)).toContain('专家那天的安排改了')
    } finally {
      found?.off.pop()
    }
  })

  it('saves a file for a calendar that says nothing of it', async () => {
    const { filed, mine } = await following()
    await book(mine)
    const cookie = cookieOf(await postForm(world, actions.trackOpen, { trackingCode: filed.trackingCode }))
    const text = await (await world.request(actions.trackConsultationFile, { headers: { cookie } })).text()
    expect(text).toContain('DTSTART:20261202T060000Z\r\nDTEND:20261202T065000Z\r\nSUMMARY:约好的事\r\n')
    for (const word of ['心理', '咨询', '示例', filed.caseNumber]) expect(text).not.toContain(word)
  })
})

it.each<[string, boolean]>([
  ['the other side', true],
  ['the complainant', false],
])('%s never sees that the one opposite booked or cancelled, in any page or call', async (_, mineBooks) => {
  const { filed, theirs } = await willing(world)
  const [mine, by] = [holder(world, filed), holder(world, theirs)]
  const [booker, reader] = mineBooks ? [mine, by] : [by, mine]
  const all = async () => {
    const seen: string[] = []
    for (const path of Object.values(actions).filter((path) => path.startsWith('/track/')))
      seen.push(await reader.page(path))
    for (const path of [api.track, api.copy]) seen.push(await (await reader.call(path)).text())
    const masked = (text: string) =>
      text
        .replaceAll(hashes, '')
        .replaceAll(/\b[0-9a-f]{8,64}\b/g, '')
        .replaceAll(ownValues, '')
    return seen.map(masked)
  }
  const before = await all()
  await world.db.prepare('DELETE FROM outbox').run()
  await book(booker)
  expect(await all()).toEqual(before)
  const [, drop = ''] = /name="drop" value="(\d+)"/.exec(await booker.page(actions.trackConsultation)) ?? []
  await booker.post(actions.trackConsultation, { drop })
  expect(await all()).toEqual(before)
  expect((await world.db.prepare('SELECT * FROM outbox').all()).results).toEqual([])
})

it('danger changes nothing: what the holder sees and has is that of any case that went up', async () => {
  const [one, other] = [await following(), await following()]
  await book(one.mine)
  await book(other.mine, { ...counsellor, slot: '202612091400' })
  const { make } = twoSides(world)
  for (const { filed } of [one, other]) await make(filed, 'accepted')
  await make(one.filed, 'danger-marked', { reason: '他拿刀来过' })
  await make(other.filed, 'escalated', { unit: 'shili-centre', reason: '办不了' })
  const masked = (text: string) =>
    text
      .replaceAll(ownValues, '')
      .replaceAll('12 月 9 日', '12 月 2 日')
      .replaceAll(/\d{4}-\d{6,7}/g, '')
      .replaceAll(/\b[0-9a-f]{4,64}\b/g, '')
  for (const path of [actions.trackCase, actions.trackConsultation])
    expect(masked(await one.mine.page(path)), path).toBe(masked(await other.mine.page(path)))
  expect(await rows()).toHaveLength(2)
})

it('erasing the person frees the time and leaves nothing of whom they consulted', async () => {
  const filed = await ended(world, {}, [['declined', { message: '不归这里', body: '法院' }]])
  const mine = holder(world, filed)
  await book(mine, { ...counsellor, slot: '202612091400' })
  await mine.call(api.erase, { confirm: true })
  world.time.now += 8 * day
  await refreshCases({ ...world.ports, erasures: { add: async () => undefined, all: async () => [] } })
  expect((await mine.call(api.track)).status).toBe(404)
  expect(await rows()).toEqual([])
  const stored = await world.ports.store.openCase(filed.caseNumber)
  expect(await stored?.words(['party:1'])).toEqual([])
  expect(JSON.stringify(stored?.events)).not.toMatch(/counsellor|心理/)
  expect(await mismatches(filed)).toEqual([])
})
