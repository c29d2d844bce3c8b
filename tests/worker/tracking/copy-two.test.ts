import { beforeEach, expect, it } from 'vitest'
import { day } from '#domain/basics/bounds.ts'
import { actions, api } from '#domain/routes/site.ts'
import { fileForm, small } from '../../support/evidence.ts'
import { eventsOf, holder } from '../../support/holder.ts'
import { village } from '../../support/meetings.ts'
import { otherSide } from '../../support/other-side.ts'
import { type DeskWorld, makeDeskWorld, signInAs } from '../../support/staff.ts'
import { type Filed, twoSides } from '../../support/two-sides.ts'
import { rightFiling, tuesday } from '../../support/world.ts'

/** The copy of a person of the other side: all that they gave and were told, and nothing of who filed (个人信息保护法 45). */

let world: DeskWorld
let sides: ReturnType<typeof twoSides>
beforeEach(async () => {
  world = makeDeskWorld(tuesday)
  sides = twoSides(world)
  await world.db.prepare('DELETE FROM case_session').run()
})

/** The copy as a page, without its tags, and as JSON. */
const copyOf = async (filed: Filed): Promise<[page: string, json: string]> => {
  const by = holder(world, filed)
  const { trackingCode } = filed
  const html = await (await by.post(actions.trackCopy, { trackingCode })).text()
  const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? ''
  return [main.replaceAll(/<[^>]*>/g, ''), await (await by.call(api.copy)).text()]
}

const give = async ({ trackingCode }: Filed, caption: string) => {
  const form = fileForm({ trackingCode, caption }, small.png)
  expect((await world.request(api.files, { method: 'POST', ...form })).status).toBe(201)
}

it('has their own name, words, answers, consents and evidence, and nothing that is of the complainant', async () => {
  const filed = await sides.drafted({ narrative: '秘密的经过', request: '秘密的诉求', address: '柳湾村三组' })
  world.time.now += 2 * day
  await sides.approve(filed)
  const { trackingCode = '' } = await sides.make(filed, 'invited')
  const theirs = await sides.withOwnCode(filed, trackingCode)
  const by = holder(world, theirs)
  const mine = holder(world, filed)
  await by.call(api.consent, { agree: true })
  await by.call(api.messages, { text: '二号说的' })
  await mine.call(api.messages, { text: '一号说的' })
  await sides.make(filed, 'told', { whom: '2', otherMessage: '回给二号的' })
  await sides.make(filed, 'message', { message: '回给一号的' })
  await give(theirs, '二号的墙')
  await give(filed, '一号的墙')
  const { id } = await signInAs(world, { unit: village, role: 'handler' })
  await sides.make(filed, 'times-proposed', {
    ...{ comers: ['1', '2'], length: 60, room: 'first', mediator: id },
    time1: Date.parse('2026-12-03T09:30:00+08:00'),
    time2: Date.parse('2026-12-04T14:00:00+08:00'),
  })
  await by.call(api.times, { choose: ['202612041400'] })
  await mine.call(api.times, { choose: ['202612030930'] })
  await by.call(api.mediator)
  const own = [
    ...[otherSide.name, otherSide.phone, '愿意谈', '二号说的', '回给二号的', '二号的墙'],
    ...['这几个时间行：12 月 4 日 14:00', '想换一位调解员'],
  ]
  const never = [
    ...['秘密的经过', '秘密的诉求', '柳湾村三组', rightFiling.phone, '一号说的', '回给一号的', '一号的墙'],
    ...['这几个时间行：12 月 3 日', '读不出来', '11 月 24 日', '2026-11-24'],
  ]
  const shown = await copyOf(theirs)
  for (const text of shown) {
    expect(own.filter((word) => !text.includes(word))).toEqual([])
    expect(never.filter((word) => text.includes(word))).toEqual([])
  }
  const { given, answers, filedAt } = JSON.parse(shown[1]) as {
    given: { field: string; text: string }[]
    answers: { kind: string; byStaff: boolean }[]
    filedAt: string
  }
  expect(given.map(({ field, text }) => [field, text])).toEqual([
    ['name', otherSide.name],
    ['phone', otherSide.phone],
  ])
  expect(answers.map(({ kind, byStaff }) => [kind, byStaff])).toEqual([
    ['agreed', false],
    ['times-chosen', false],
    ['mediator-asked', false],
  ])
  expect(filedAt).toBe('2026-11-26T10:00:00+08:00')
  const [ours] = await copyOf(filed)
  for (const word of [otherSide.phone, '二号说的', '回给二号的', '二号的墙', '12 月 4 日 14:00', '愿意谈。'])
    expect(ours.replace('对方愿意谈。', ''), word).not.toContain(word)
  expect(ours).toContain('这几个时间行：12 月 3 日 09:30')
  expect(ours).toContain('11 月 24 日（周二）10:00 登记')
})

it('has what staff wrote down as they said it, and says so', async () => {
  const { filed, theirs } = await sides.invited()
  await sides.make(filed, 'refused', {
    ...{ whom: '2', deliveryBy: 'phone', deliveryOn: '2026-11-24', reason: '电话里的理由' },
  })
  const [page, json] = await copyOf(theirs)
  expect(page).toMatch(/不愿意谈。（您说的，工作人员记下的）/)
  expect(JSON.parse(json)).toMatchObject({ answers: [{ kind: 'refused', byStaff: true }] })
  await holder(world, theirs).call(api.consent, { dispute: true })
  expect((await eventsOf(world, filed)).length).toBeGreaterThan(0)
  for (const text of [page, json]) expect(text).not.toContain('电话里的理由')
})
