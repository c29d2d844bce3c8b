import { beforeEach, expect, it } from 'vitest'
import { day } from '#domain/basics/bounds.ts'
import type { MoveInput } from '#domain/moves/fields.ts'
import type { MoveKind } from '#domain/moves/table.ts'
import { casePath } from '#domain/routes/desk.ts'
import { actions } from '#domain/routes/site.ts'
import { refreshCases } from '../../../functions/desk/refresh-cases.ts'
import { eventsOf, holder, staffAt } from '../../support/holder.ts'
import { ownValues } from '../../support/masked.ts'
import { type DeskWorld, makeDeskWorld } from '../../support/staff.ts'
import { type Filed, twoSides } from '../../support/two-sides.ts'
import { cookieOf, file, postForm, tuesday } from '../../support/world.ts'

/** The time of a hearing does not count in the thirty days of a review (信访工作条例 36), on every page that shows them. */

let world: DeskWorld
let sides: ReturnType<typeof twoSides>
beforeEach(async () => {
  world = makeDeskWorld(tuesday)
  sides = twoSides(world)
  await world.db.prepare('DELETE FROM case_session').run()
  await world.db.prepare('UPDATE cases SET next_change_at = NULL').run()
})

const office = 'shili-petition'
const at = (date: string) => Date.parse(`${date}T09:30:00+08:00`)

/** A review at the petition office of the county, received on Thursday 26 November and taken on the day after. */
const review = async (matter: 'review' | 'recheck' = 'recheck'): Promise<Filed> => {
  const filed = await file(world, { track: 'complaint', about: 'town-staff', region: 'qingshi' })
  world.time.now += 2 * day
  await sides.make(filed, 'transferred', { unit: office, reason: '由它复核' })
  world.time.now += day
  await sides.make(filed, 'accepted', { subject: '补偿款', matter })
  return filed
}
const hearing = async (filed: Filed, date: string) => {
  const { id } = await staffAt(world, office)
  await sides.make(filed, 'hearing-set', {
    ...{ comers: ['1'], length: 120, room: 'first', mediator: id, guests: '县人大代表' },
    time1: at(date),
  })
  return String((await eventsOf(world, filed)).at(-1)?.data.session?.id)
}

interface Seen {
  due: string
  state: string
}
/** The clock by the API, and the sentence of the page of the case and of the desk's. */
const seen = async (filed: Filed) => {
  const by = holder(world, filed)
  const clocks = (await by.track()).clocks as { name: string; dueAt: string; state: string }[]
  const own = clocks.find(({ name }) => name === '复核意见')
  const [mine, desk] = [
    await by.page(),
    await (await staffAt(world, office)).text(casePath(filed.caseNumber)),
  ]
  const figure = /<h3 class="clock-name">复核意见<\/h3>(.*?)<\/section>/s.exec(mine)?.[1] ?? ''
  const row = /<b>复核意见<\/b>(.*?)<\/li>/s.exec(desk)?.[1] ?? ''
  return { clock: { due: own?.dueAt.slice(0, 10), state: own?.state } as Seen, figure, row }
}

const rank = async ({ caseNumber }: Filed) => {
  await refreshCases({ ...world.ports, erasures: null })
  const row = await world.db
    .prepare('SELECT colour, next_change_at FROM cases WHERE number = ?')
    .bind(caseNumber)
    .first<{ colour: number; next_change_at: number }>()
  if (!row) throw new Error('the case is on no desk')
  return row
}

it('a review of an answer has thirty days too, and leads to the one after it (信访工作条例 35, 36)', async () => {
  const filed = await review('review')
  const { clocks } = (await holder(world, filed).track()) as { clocks: { name: string; dueAt: string }[] }
  expect(clocks.find(({ name }) => name === '复查意见')?.dueAt.slice(0, 10)).toBe('2026-12-28')
  await sides.make(filed, 'answered', { message: '维持原来的处理意见。' })
  await sides.make(filed, 'delivered', { deliveryBy: 'hand', deliveryOn: world.day() })
  const page = await holder(world, filed).page()
  expect(page).toContain('请求复核')
  expect(page).toMatch(/最后一天是 <b>12.月.28.日/)
  expect(page).not.toContain('请求复查')
})

it('is out on the pages of holder and desk, and in the colour, once the hearing was held', async () => {
  const filed = await review()
  // Thirty days from 26 November end on Saturday 26 December, so on Monday.
  expect((await seen(filed)).clock).toEqual({ due: '2026-12-28', state: 'running' })
  world.time.now = at('2026-12-14')
  const before = await rank(filed)
  const meeting = await hearing(filed, '2026-12-22')
  const planned = await seen(filed)
  expect(planned.clock.state).toBe('paused')
  expect(planned.figure).toContain('暂停计时，要开听证会')
  expect(planned.row).toContain('暂停计时，要开听证会')
  expect((await rank(filed)).colour).toBeLessThan(before.colour)
  world.time.now = at('2026-12-22') + 7_200_000
  await sides.make(filed, 'session-held', { meeting, present: '都到了', said: '各说各的', outcome: '再查' })
  const after = await seen(filed)
  expect(after.clock).toEqual({ due: '2027-01-04', state: 'running' })
  expect(after.figure).toContain('听证不算 8 天')
  expect(after.row).toContain('听证不算 8 天')
  world.time.now = at('2026-12-30')
  expect((await seen(filed)).clock.state).toBe('running')
})

it.each<[string, MoveKind | null]>([
  ['was postponed', 'session-postponed'],
  ['was cancelled', 'session-cancelled'],
  ['was told of and nobody wrote that it was held', null],
])('is not out if the hearing %s', async (_, kind) => {
  const filed = await review()
  const meeting = await hearing(filed, '2026-12-03')
  expect((await seen(filed)).clock.state).toBe('paused')
  expect((await rank(filed)).next_change_at).toBeLessThanOrEqual(Date.parse('2026-12-04T00:00:00+08:00'))
  world.time.now = at('2026-12-02')
  if (kind) await sides.make(filed, kind, { meeting, reason: '来不了' })
  world.time.now = at('2026-12-04')
  expect((await seen(filed)).clock).toEqual({ due: '2026-12-28', state: 'running' })
  expect((await rank(filed)).next_change_at).toBeGreaterThan(world.time.now)
})

it('a reply of the person ends no pause for a hearing', async () => {
  const filed = await review()
  await hearing(filed, '2026-12-10')
  await sides.make(filed, 'asked', { message: '带户口本了吗？' })
  const answer = await holder(world, filed).post(actions.trackReply, { reply: '带了' })
  expect(answer.status).toBe(303)
  expect((await eventsOf(world, filed)).at(-1)?.data).not.toHaveProperty('resumes')
  expect((await seen(filed)).clock.state).toBe('paused')
})

it('a review that leaves the office in danger reads like one that goes to the centre', async () => {
  const start = world.time.now
  const shown: string[][] = []
  const ways: [MoveKind, MoveInput][] = [
    ['transferred', { unit: 'shili-centre', reason: '办不了' }],
    ['danger-marked', { reason: '他挨打了' }],
  ]
  for (const held of [false, true])
    for (const [kind, input] of ways) {
      world.time.now = start
      await world.db.prepare('DELETE FROM case_session').run()
      const filed = await review()
      const meeting = await hearing(filed, '2026-12-03')
      if (held) {
        world.time.now = at('2026-12-03') + 7_200_000
        await sides.make(filed, 'session-held', {
          ...{ meeting, present: '都到了', said: '各说各的', outcome: '再查' },
        })
      }
      await sides.make(filed, kind, input)
      const { trackingCode } = filed
      const texts: string[] = []
      for (const days of [0, 10, 40]) {
        world.time.now += days * day
        const cookie = cookieOf(await postForm(world, actions.trackOpen, { trackingCode }))
        const page = await world.request(actions.trackCase, { headers: { cookie } })
        const json = await holder(world, filed).track()
        texts.push(await page.text(), JSON.stringify(json))
      }
      shown.push(
        texts.map((text) =>
          text
            .replaceAll(ownValues, '')
            .replaceAll(/\d{4}-\d{6}/g, '#')
            .replaceAll(/[0-9a-f]{8,64}/g, '#'),
        ),
      )
    }
  expect(shown[1]).toEqual(shown[0])
  expect(shown[3]).toEqual(shown[2])
  expect(shown[0]?.[1]).not.toBe(shown[2]?.[1])
})
