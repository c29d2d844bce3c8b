import { beforeEach, describe, expect, it } from 'vitest'
import type { MoveInput } from '#domain/moves/fields.ts'
import { casePath } from '#domain/routes/desk.ts'
import { actions, api } from '#domain/routes/site.ts'
import { eventsOf, holder, landing, problemOf, staffAt } from '../../support/holder.ts'
import { ownValues } from '../../support/masked.ts'
import { mediator, theirName, theirPhone, village, willing } from '../../support/meetings.ts'
import { type DeskWorld, makeDeskWorld } from '../../support/staff.ts'
import { twoSides } from '../../support/two-sides.ts'
import { cookieOf, postForm, rightFiling, tuesday } from '../../support/world.ts'

/** When people meet (docs/adr/0043-sessions.md): what each side reads of a meeting, and what it chooses. */

let world: DeskWorld
beforeEach(async () => {
  world = makeDeskWorld(tuesday)
  await world.db.prepare('DELETE FROM case_session').run()
})

const at = (day: string, time = '09:30') => Date.parse(`${day}T${time}:00+08:00`)
const [thursday, friday] = [at('2026-12-03'), at('2026-12-04')]
const [first, second] = ['202612030930', '202612040930']

const proposed = async (changes: MoveInput = {}) => {
  const { filed, theirs } = await willing(world)
  const li = await mediator(world)
  const { make, move } = twoSides(world)
  await make(filed, 'times-proposed', {
    ...{ comers: ['1', '2'], length: 60, room: 'first', mediator: li, place: '二楼' },
    ...{ time1: thursday, time2: friday, ...changes },
  })
  const id = (await eventsOf(world, filed)).at(-1)?.data.session?.id ?? 0
  const by = holder(world, theirs)
  return { filed, theirs, id, make, move, mine: holder(world, filed), by }
}

type Tracked = {
  times?: { open: { slots: { id: string }[]; chosen: string[] | null } | null; planned: object[] }
}
const timesOf = async (by: ReturnType<typeof holder>) => ((await by.track()) as unknown as Tracked).times

describe('both sides', () => {
  it('choose by page and by call, and read the time that was set', async () => {
    const { filed, id, make, mine, by } = await proposed()
    expect(await by.page()).toContain('提了几个时间，请您选。')
    expect(await by.track()).toMatchObject({ turn: 'you' })
    expect((await by.track()).can).toContain('times')
    const page = await by.page(actions.trackTimes)
    for (const text of ['12 月 3 日（周四）09:30', '12 月 4 日（周五）09:30', '二楼'])
      expect(page).toContain(text)
    expect((await by.post(actions.trackTimes)).status).toBe(422)
    expect((await by.post(actions.trackTimes, { choose: first, none: 'true' })).status).toBe(422)
    expect((await by.post(actions.trackTimes, { choose: '202612050930' })).status).toBe(422)
    expect(landing(await by.post(actions.trackTimes, { choose: first }))).toEqual([
      303,
      `${actions.trackCase}#times`,
    ])
    expect(await by.track()).toMatchObject({ turn: 'desk' })
    expect((await mine.call(api.times, { choose: [first, second] })).status).toBe(201)
    expect((await timesOf(mine))?.open?.chosen).toEqual([first, second])
    const staff = await staffAt(world, village)
    expect(await staff.text('/desk/')).toContain('答了时间')
    expect(await staff.text(`${casePath(filed.caseNumber)}/session-set`)).toContain('申请人、对方行。')
    await make(filed, 'session-set', { fix: `${id}-${first}` })
    for (const one of [mine, by]) {
      expect(await one.page()).toContain('12 月 3 日（周四）09:30，柳湾村人民调解委员会调解室，二楼')
      expect((await timesOf(one))?.planned).toMatchObject([
        { start: '2026-12-03T09:30:00+08:00', minutes: 60 },
      ])
    }
  })

  it('follow a link to a talk on the net', async () => {
    const { by } = await proposed({ room: 'elsewhere', place: '在网上谈：https://meet.example/abc，准时' })
    expect(await by.page(actions.trackTimes)).toContain(
      '在网上谈：<a href="https://meet.example/abc" rel="noreferrer">https://meet.example/abc</a>，准时',
    )
  })

  it('say the same twice once, change their mind, and say that none suits', async () => {
    const { filed, by } = await proposed()
    for (const choose of [[first], [first], [], [second]])
      expect((await by.call(api.times, { choose })).status).toBe(201)
    const said = (await eventsOf(world, filed)).filter(({ kind }) => kind === 'times-chosen')
    expect(said.map(({ data }) => data.session?.choose)).toEqual([[first], [], [second]])
  })

  it.each<[string, object, number]>([
    ['nothing', {}, 422],
    ['no list', { choose: first }, 422],
    ['too many', { choose: [first, second, first, second] }, 422],
    ['another time', { choose: ['202612050930'] }, 422],
  ])('cannot choose %s', async (_, body, status) => {
    const { by } = await proposed()
    expect((await by.call(api.times, body)).status).toBe(status)
  })

  it('cannot choose without a proposal, by a code that staff have seen, or after saying no', async () => {
    const { filed, by, mine, id, make } = await proposed()
    await by.call(api.consent, { agree: false })
    expect((await problemOf(await by.call(api.times, { choose: [first] })))[0]).toBe(409)
    await by.call(api.consent, { agree: true })
    await world.db.prepare('UPDATE case_code SET staff_saw = 1').run()
    expect((await problemOf(await by.call(api.times, { choose: [first] })))[0]).toBe(409)
    await world.db.prepare('UPDATE case_code SET staff_saw = 0').run()
    await make(filed, 'session-set', { fix: `${id}-${first}` })
    expect(await problemOf(await mine.call(api.times, { choose: [first] }))).toEqual([
      409,
      '现在没有要您选的时间。',
    ])
  })

  it('get a notice of each step that is for them', async () => {
    const { filed, id, make } = await proposed()
    await world.db.prepare('DELETE FROM outbox').run()
    await make(filed, 'session-set', { fix: `${id}-${first}` })
    const { results } = await world.db.prepare('SELECT recipient FROM outbox ORDER BY recipient').all()
    expect(results).toEqual([{ recipient: 'party:1' }, { recipient: 'party:2' }])
  })

  it('save a file for a calendar that says nothing of the case', async () => {
    const { filed, theirs, id, make } = await proposed()
    await make(filed, 'session-set', { fix: `${id}-${first}` })
    for (const { trackingCode } of [filed, theirs]) {
      const cookie = cookieOf(await postForm(world, actions.trackOpen, { trackingCode }))
      const answer = await world.request(actions.trackTimesFile, { headers: { cookie } })
      expect(answer.headers.get('content-type')).toContain('text/calendar')
      const text = await answer.text()
      expect(text).toContain('DTSTART:20261203T013000Z\r\nDTEND:20261203T023000Z\r\nSUMMARY:约好的事\r\n')
      for (const word of ['调解', '二楼', rightFiling.name, theirName, filed.caseNumber])
        expect(text).not.toContain(word)
    }
  })
})

it('a case that ends before a meeting tells those who were to come, and stays on the page of its desk', async () => {
  const { filed, id, make, mine, by } = await proposed()
  await make(filed, 'session-set', { fix: `${id}-${first}` })
  expect(await by.page()).toContain('12 月 3 日（周四）09:30')
  await make(filed, 'settled', { message: '自己说好了', reason: '双方来过' })
  for (const person of [mine, by]) {
    expect(await person.page()).toContain('约好的那一次不谈了。')
    const times = await person.page(actions.trackTimes)
    expect(times).toContain('约好的那一次不谈了。')
    expect(times).not.toContain('09:30')
  }
  const desk = await (await staffAt(world, village)).text(casePath(filed.caseNumber))
  for (const text of ['案件先结束了，不开了', '请打个电话说一声']) expect(desk).toContain(text)
  await make(filed, 'reopened', { reason: '又争起来了' })
  expect(await by.page()).toContain('约好的那一次不谈了。')
})

it('a meeting with one side alone is known to that side only, in every page and call', async () => {
  const { filed, mine, by, id, make } = await proposed({
    comers: ['2'],
    place: '二号的地点',
    language: '二号的方言',
  })
  await by.call(api.times, { choose: [first] })
  await make(filed, 'session-set', { fix: `${id}-${first}` })
  await make(filed, 'session-postponed', { meeting: String(id), reason: '内部的理由' })
  const all = async (person: typeof mine) => {
    const seen: string[] = []
    for (const path of Object.values(actions).filter((path) => path.startsWith('/track/')))
      seen.push(await person.page(path))
    for (const path of [api.track, api.copy]) seen.push(await (await person.call(path)).text())
    return seen.join('\n')
  }
  const [own, theirs] = [await all(mine), await all(by)]
  for (const secret of ['二号的', '09:30', '改期', '约好', theirPhone, '内部的理由'])
    expect(own).not.toContain(secret)
  expect(theirs).toContain('改期，另行通知')
  for (const secret of ['内部的理由', rightFiling.phone, rightFiling.name])
    expect(theirs).not.toContain(secret)
})

it.each<[string, boolean]>([
  ['set', true],
  ['proposed', false],
])(
  'nothing tells of danger while a meeting is %s: each page is that of a case that went up',
  async (_, set) => {
    const [one, other] = [
      await proposed({ room: 'elsewhere', place: '村口' }),
      await proposed({ room: 'elsewhere', place: '祠堂' }),
    ]
    for (const { filed, id, make } of [one, other])
      if (set) await make(filed, 'session-set', { fix: `${id}-${first}` })
    const before = await one.by.page(actions.trackTimes)
    await one.make(one.filed, 'danger-marked', { reason: '他拿刀来过' })
    await other.make(other.filed, 'escalated', { unit: 'shili-centre', reason: '办不了' })
    const masked = (text: string) =>
      text
        .replaceAll(ownValues, '')
        .replaceAll(/\d{4}-\d{6,7}|村口|祠堂/g, '')
        .replaceAll(/\b[0-9a-f]{4,64}\b/g, '')
    expect(masked(await one.by.page(actions.trackTimes))).toBe(masked(before))
    for (const path of [actions.trackCase, actions.trackTimes]) {
      expect(masked(await one.mine.page(path)), path).toBe(masked(await other.mine.page(path)))
      expect(masked(await one.by.page(path)), path).toBe(masked(await other.by.page(path)))
    }
    await one.make(one.filed, 'contacted', { reason: '见到本人了' })
    for (const { filed, id, make } of [one, other])
      await make(filed, 'session-postponed', { meeting: String(id), reason: '先不见面' })
    for (const person of [one.mine, one.by, other.mine, other.by])
      expect(await person.page(actions.trackTimes)).toContain('约好的时间改期，另行通知。')
    for (const path of [actions.trackCase, actions.trackTimes])
      expect(masked(await one.mine.page(path)), path).toBe(masked(await other.mine.page(path)))
  },
)
