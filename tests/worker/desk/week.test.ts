import { expect, it } from 'vitest'
import { addDays, type Day } from '#domain/basics/time.ts'
import { freshDesk } from '../../support/desk-clock.ts'
import { type DeskWorld, signInAs, visitDesk } from '../../support/staff.ts'
import { file } from '../../support/world.ts'

/** A worked week: forty cases at a village, a town and the county; each sheet printed that evening and a week later. */

const village = 'qingshi-liuwan-committee'
const town = 'qingshi-committee'
const centre = 'shili-centre'
const monday: Day = '2026-06-01'
const oneDay = 86_400_000

let world: DeskWorld
const { openOn } = freshDesk((next) => {
  world = next
})

/** A move, and the desk it brings the case to. */
type Step = [by: string, kind: string, fields: Record<string, string>, to?: string]
const take: Step = [village, 'accepted', { subject: '檐水' }]
const up: Step = [village, 'escalated', { unit: town, reason: '谈不拢' }, town]
const back: Step = [town, 'returned', { reason: '村里还没去过', proper: village }, village]
const down: Step = [town, 'sent-down', { unit: village, answerBy: '2026-06-30', reason: '先去看看' }, village]
const report: Step = [village, 'reported-back', { reason: '去看过了，谈好了一半' }, town]
const mediate: Step = [village, 'mediating', {}]
const settle: Step = [village, 'settled', { message: '谈成了', sure: 'true' }]
const decline: Step = [village, 'declined', { message: '请找法院', body: '法院', sure: 'true' }]

/** Eight stories, each filed five times, on Monday to Friday; a step a day. */
const stories: { steps: Step[]; changes?: Record<string, unknown>; at: string }[] = [
  { at: village, steps: [take] },
  { at: village, steps: [take, mediate, settle, [village, 'closed', { sure: 'true' }]] },
  { at: village, steps: [decline] },
  { at: village, steps: [take, up, back] },
  { at: village, steps: [up, [town, 'accepted', { subject: '檐水' }], down, report] },
  { at: village, steps: [] },
  { at: town, changes: { about: 'village-cadre' }, steps: [[town, 'accepted', { subject: '账目' }]] },
  { at: centre, changes: { danger: true, contact: { mayCall: true } }, steps: [] },
]

/** The figure of a sheet that each kind of step counts in. */
const figure: Record<string, string> = { accepted: '受理', settled: '有结果', declined: '不予受理' }
/** The desks whose events a unit's sheet counts. */
const covers: Record<string, string[]> = {
  [village]: [village],
  [town]: [village, town],
  [centre]: [village, town, centre],
}

it('every sheet of a week is what the plan says, and the same a week later', {
  timeout: 60_000,
}, async () => {
  openOn(monday)
  await world.db.prepare('DELETE FROM case_listing').run()
  await world.db.prepare('DELETE FROM case_event').run()
  const people = new Map<string, ReturnType<typeof visitDesk>>()
  const enter = async () => {
    for (const unit of Object.keys(covers))
      people.set(unit, visitDesk(world, (await signInAs(world, { unit, role: 'lead' })).cookie))
  }
  const text = async (unit: string, path: string) => (await people.get(unit)?.get(path))?.text() ?? ''
  const sheet = async (unit: string, day: Day) => {
    const html = await text(unit, `/desk/digest?day=${day}`)
    return html
      .slice(html.indexOf('<main'), html.indexOf('<p class="no-print"'))
      .replaceAll(/<div><dt>(现在在办|其中过期)<\/dt>\s*<dd>\d+<\/dd><\/div>/g, '')
  }
  const cases: { number: string; filed: number; story: (typeof stories)[number] }[] = []
  const kept = new Map<string, string>()
  for (let day = 0; day < 7; day += 1) {
    // A session ends overnight.
    await enter()
    const today = addDays(monday, day)
    const counted = new Map<string, number>()
    const add = (unit: string, name: string) =>
      counted.set(`${unit} ${name}`, (counted.get(`${unit} ${name}`) ?? 0) + 1)
    const happened = (desk: string, name: string) => {
      for (const [unit, desks] of Object.entries(covers)) if (desks.includes(desk)) add(unit, name)
    }
    for (const { number, filed, story } of cases) {
      const [by, kind, fields, to] = story.steps[day - filed - 1] ?? []
      if (!by || !kind) continue
      const path = `/desk/cases/${number}/${kind}`
      const seen = /name="seen" value="(\d+)"/.exec(await text(by, path))?.[1] ?? ''
      expect((await people.get(by)?.post(path, { seen, ...fields }))?.status, `${kind} ${today}`).toBe(303)
      if (to) {
        happened(to, '转来')
        happened(by, '转出')
      } else happened(by, figure[kind] ?? '')
    }
    if (day < 5)
      for (const story of stories) {
        cases.push({ number: (await file(world, story.changes)).caseNumber, filed: day, story })
        happened(story.at, '新登记')
      }
    for (const unit of Object.keys(covers)) {
      const html = await sheet(unit, today)
      kept.set(`${unit} ${today}`, html)
      for (const name of ['新登记', '受理', '有结果', '不予受理', '转来', '转出'])
        expect(
          Number(new RegExp(`<dt>${name}</dt>\\s*<dd>(\\d+)`).exec(html)?.[1]),
          `${unit} ${today} ${name}`,
        ).toBe(counted.get(`${unit} ${name}`) ?? 0)
      for (const { number, story } of cases)
        if (!covers[unit]?.includes(story.at)) expect(html, unit).not.toContain(number)
    }
    world.time.now += oneDay
  }
  expect(cases).toHaveLength(40)
  world.time.now += 7 * oneDay
  await enter()
  for (const [key, html] of kept) {
    const [unit = '', day = ''] = key.split(' ')
    expect(await sheet(unit, day as Day), key).toBe(html)
  }
})
