import { beforeEach, describe, expect, it } from 'vitest'
import { day, mostReadDays } from '#domain/basics/bounds.ts'
import { casePath } from '#domain/routes/desk.ts'
import { actions } from '#domain/routes/site.ts'
import { type DeskWorld, makeDeskWorld, signInAs, visitDesk } from '../../support/staff.ts'
import { cookieOf, file, postForm, tuesday } from '../../support/world.ts'

/** The holder of a code reads which units opened their case on which day, from the next day on. */

let world: DeskWorld
beforeEach(() => {
  world = makeDeskWorld(tuesday)
})

type Filed = Awaited<ReturnType<typeof file>>

const village = 'qingshi-liuwan-committee'
const centre = 'shili-centre'

const reads = async ({ caseNumber }: Filed, unit: string) => {
  const member = await signInAs(world, { unit, role: 'lead', name: '读的人' })
  expect((await visitDesk(world, member.cookie).get(casePath(caseNumber))).status).toBe(200)
}
const mainOf = (html: string) => /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? ''
/** Each line of the page as the day and the units. */
const told = async ({ trackingCode, caseNumber }: Filed) => {
  const cookie = cookieOf(await postForm(world, actions.trackOpen, { trackingCode }))
  const answer = await world.request(actions.trackReaders, { headers: { cookie } })
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store'])
  const main = mainOf(await answer.text()).replaceAll(caseNumber, '#')
  const lines = [...main.matchAll(/<dt>([^<]*)<\/dt><dd>([^<]*)<\/dd>/g)].map((line) =>
    line.slice(1).join(' '),
  )
  return { main, lines }
}

describe('a case below the county', () => {
  it('tells each unit once a day, newest day first, and never the person', async () => {
    const filed = await file(world)
    await reads(filed, village)
    await reads(filed, village)
    await reads(filed, centre)
    world.time.now += day
    await reads(filed, village)
    const { main, lines } = await told(filed)
    expect(lines).toEqual(['2026 年 11 月 24 日（周二） 柳湾村人民调解委员会、示例县矛盾纠纷调处中心'])
    expect(main).not.toContain('读的人')
    world.time.now += day
    expect((await told(filed)).lines.map((line) => /\d+ 日/.exec(line)?.[0])).toEqual(['25 日', '24 日'])
  })

  it('tells a read of today tomorrow, by the days of China', async () => {
    const filed = await file(world)
    world.time.now = Date.parse('2026-11-24T23:30:00+08:00')
    await reads(filed, village)
    expect((await told(filed)).main).toContain('还没有单位打开过')
    world.time.now += 3_600_000
    expect((await told(filed)).lines).toHaveLength(1)
    // Half an hour after midnight is another day, though in Greenwich it is the same.
    await reads(filed, village)
    world.time.now += day
    expect((await told(filed)).lines.map((line) => /\d+ 日/.exec(line)?.[0])).toEqual(['25 日', '24 日'])
  })

  it('tells nothing of another case, and not more than fits on a page', async () => {
    const [filed, other] = [await file(world), await file(world)]
    await reads(other, village)
    const id = await world.db
      .prepare('SELECT id FROM cases WHERE number = ?')
      .bind(filed.caseNumber)
      .first('id')
    const rows = Array.from({ length: mostReadDays + 5 }, (_, at) =>
      world.db
        .prepare(
          "INSERT INTO read_log (case_id, id, at, staff, acting, kind) VALUES (?, ?, ?, 's', ?, 'open')",
        )
        .bind(id, `${at}`.padStart(15, '0'), world.time.now - at * day, village),
    )
    await world.db.batch(rows)
    world.time.now += day
    const { lines } = await told(filed)
    expect(lines).toHaveLength(mostReadDays)
    expect(lines[0]).toContain('11 月 24 日')
  })
})

it('a case at the county tells nobody, whatever it is about', async () => {
  const seen = []
  for (const filing of [
    { about: 'town-staff', category: 'family' },
    { danger: true, contact: { mayCall: true }, category: 'family' },
  ]) {
    const filed = await file(world, filing)
    await reads(filed, centre)
    world.time.now += day
    seen.push((await told(filed)).main)
  }
  expect(seen[0]).toContain('在县一级办的事，哪个单位看过都不列。')
  expect(seen[0]).not.toContain('第二天才列出来')
  expect(seen[1]).toBe(seen[0])
})

it('without a session it leads to the form for the code', async () => {
  const answer = await world.request(actions.trackReaders)
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/track/'])
})
