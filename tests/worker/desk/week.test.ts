import { expect, it } from 'vitest'
import { addDays, type Day } from '#domain/basics/time.ts'
import { freshDesk } from '../../support/desk-clock.ts'
import { type DeskWorld, signInAs, visitDesk } from '../../support/staff.ts'
import { file } from '../../support/world.ts'

/**
 * A worked week: forty cases at a village, a town, an office and the county; each evening 今天 and each sheet are what
 * the plan says, and each sheet is the same a week later.
 */

const village = 'qingshi-liuwan-committee'
const town = 'qingshi-committee'
const office = 'qingshi-office'
const centre = 'shili-centre'
const monday: Day = '2026-06-01'
const oneDay = 86_400_000

let world: DeskWorld
const { openOn } = freshDesk((next) => {
  world = next
})

/** The desks whose events a unit's sheet counts. */
const covers: Record<string, string[]> = {
  [village]: [village],
  [town]: [village, town],
  [office]: [village, office],
  [centre]: [village, town, office, centre],
}
/** Who works: a lead at each desk, who is named after it, and two more. */
const people: Record<string, { unit: string; role: 'lead' | 'handler' }> = {
  ...Object.fromEntries(Object.keys(covers).map((unit) => [unit, { unit, role: 'lead' }])),
  helper: { unit: village, role: 'handler' },
  deputy: { unit: office, role: 'lead' },
}

/** What a step does to the lists: it ends the case, returns it to a desk, or takes it on. */
type Effect = 'ends' | 'returned' | 'worked'

interface Step {
  by: string
  kind: string
  fields?: Record<string, string>
  /** The desk it brings the case to. */
  to?: string
  effect?: Effect
  /** Made for all cases of the day in one form. */
  batch?: true
  /** What the sheet says of it, and the figure that counts it. */
  says?: string
  figure?: string
}

const take: Step = {
  by: village,
  kind: 'accepted',
  fields: { subject: '檐水' },
  figure: '受理',
  says: '受理',
}
const takeMany: Step = { ...take, batch: true }
const up: Step = { by: village, kind: 'escalated', fields: { unit: town, reason: '谈不拢' }, to: town }

/** Eight stories, each filed five times, on Monday to Friday; the steps of one day after the other. */
const stories: { at: string; changes?: Record<string, unknown>; days: Step[][] }[] = [
  {
    at: village,
    days: [
      [takeMany],
      [
        { by: village, kind: 'assigned', fields: { staff: 'helper' }, batch: true },
        { by: 'helper', kind: 'recused', fields: { reason: '是我舅舅' } },
      ],
    ],
  },
  {
    at: village,
    days: [
      [takeMany],
      [{ by: village, kind: 'mediating', says: '开始调解' }],
      [
        {
          by: village,
          kind: 'settled',
          fields: { message: '谈成了', sure: 'true' },
          effect: 'ends',
          figure: '有结果',
        },
      ],
      [{ by: village, kind: 'closed', fields: { sure: 'true' }, says: '办结' }],
    ],
  },
  {
    at: village,
    days: [
      [
        {
          ...{ by: village, kind: 'declined', effect: 'ends', figure: '不予受理' },
          fields: { message: '请找法院', body: '法院', sure: 'true' },
        },
      ],
    ],
  },
  {
    at: village,
    days: [
      [takeMany],
      [up],
      [
        {
          ...{ by: town, kind: 'returned', to: village, effect: 'returned' },
          fields: { reason: '村里还没去过', proper: village },
        },
      ],
      [
        {
          ...{ by: village, kind: 'referred', effect: 'worked', says: '移送' },
          fields: { outside: 'court', body: '县法院', reason: '要鉴定', answerBy: '2026-06-30' },
        },
      ],
      [{ by: village, kind: 'referral-answered', fields: { reason: '鉴定好了' }, says: '移送有回话' }],
    ],
  },
  {
    at: village,
    days: [
      [up],
      [{ by: town, kind: 'accepted', fields: { subject: '檐水' }, effect: 'worked', figure: '受理' }],
      [
        {
          ...{ by: town, kind: 'sent-down', to: village },
          fields: { unit: village, answerBy: '2026-06-30', reason: '先去看看' },
        },
      ],
      [{ by: village, kind: 'reported-back', fields: { reason: '谈好了一半' }, to: town }],
    ],
  },
  // Merged into the first case of its day.
  { at: village, days: [[], [{ by: village, kind: 'merged', effect: 'ends', says: '并案' }]] },
  {
    at: office,
    changes: { track: 'complaint', about: 'village-cadre' },
    days: [
      [{ by: office, kind: 'accepted', fields: { subject: '账目', matter: 'petition' }, figure: '受理' }],
      [
        {
          ...{ by: office, kind: 'extension-requested' },
          fields: { rule: 'petition-handle', days: '10', reason: '要查账' },
        },
      ],
      [{ by: 'deputy', kind: 'extended', fields: { message: '账还没有查完' }, says: '批准延期' }],
    ],
  },
  { at: centre, changes: { danger: true, contact: { mayCall: true } }, days: [] },
]

interface Played {
  number: string
  filed: number
  story: (typeof stories)[number]
  desk: string
  state: 'new' | 'came' | 'returned' | 'open' | 'ended'
}

it('今天 and every sheet of a week are what the plan says, and the sheets are the same a week later', {
  timeout: 90_000,
}, async () => {
  openOn(monday)
  await world.db.prepare('DELETE FROM case_listing').run()
  await world.db.prepare('DELETE FROM case_event').run()
  const visits = new Map<string, ReturnType<typeof visitDesk> & { id: string }>()
  const enter = async () => {
    for (const [who, standing] of Object.entries(people)) {
      const { id, cookie } = await signInAs(world, { ...standing, name: who })
      visits.set(who, { ...visitDesk(world, cookie), id })
    }
  }
  const visit = (who: string) => visits.get(who) ?? expect.fail(`nobody is called ${who}`)
  const text = async (who: string, path: string) => (await visit(who).get(path)).text()
  const sheet = async (unit: string, day: Day) => {
    const html = await text(unit, `/desk/digest?day=${day}`)
    return (
      html
        .slice(html.indexOf('<main'), html.indexOf('<p class="no-print"'))
        // What is said of this moment, and why, stands on the sheet of today alone.
        .replaceAll(/<div><dt>(现在在办|其中过期)<\/dt>\s*<dd>\d+<\/dd><\/div>/g, '')
        .replaceAll(/<p class="soft small">现在在办、过期：[^<]*<\/p>/g, '')
    )
  }
  const figuresOf = (html: string) =>
    Object.fromEntries(
      [...html.matchAll(/<dt>([^<]+)<\/dt>\s*<dd>(\d+)/g)].map(([, name, count]) => [name, Number(count)]),
    )
  const rowOf = (html: string, number: string) => html.split('<tr>').find((row) => row.includes(number)) ?? ''
  const hiddenIn = (html: string, name: string) =>
    new RegExp(`name="${name}" value="(\\d+)"`).exec(html)?.[1] ?? ''

  /** Makes a step in one form for each case, or in one for all. */
  const make = async ({ by, kind, fields = {}, batch }: Step, chosen: Played[], first: string) => {
    const { staff, ...others } = fields
    const own: Record<string, string> = { ...others, ...(staff && { staff: visit(staff).id }) }
    if (batch) {
      const query = chosen.map(({ number }) => `&case=${number}`).join('')
      const html = await text(by, `/desk/batch?kind=${kind}${query}`)
      const pairs = chosen.flatMap(({ number }) => [
        ['case', number],
        [`seen-${number}`, hiddenIn(html, `seen-${number}`)],
        [`subject-${number}`, own['subject'] ?? ''],
      ])
      const shared = staff ? [['staff', own['staff'] ?? '']] : []
      const posted = [['kind', kind], ...pairs, ...shared] as [string, string][]
      expect((await visit(by).postPairs('/desk/batch', posted)).status, kind).toBe(303)
      return
    }
    const merge = kind === 'merged' && { other: first, confirmed: first, message: '两件一起办' }
    for (const { number } of chosen) {
      const path = `/desk/cases/${number}/${kind}`
      const seen = hiddenIn(await text(by, path), 'seen')
      expect((await visit(by).post(path, { seen, ...own, ...merge })).status, kind).toBe(303)
    }
  }

  const cases: Played[] = []
  const kept = new Map<string, string>()
  for (let day = 0; day < 7; day += 1) {
    // A session ends overnight.
    await enter()
    const today = addDays(monday, day)
    const counted = new Map<string, number>()
    const said: { desk: string; number: string; word: string }[] = []
    const happened = (desk: string, name: string) => {
      for (const [unit, desks] of Object.entries(covers))
        if (desks.includes(desk)) counted.set(`${unit} ${name}`, (counted.get(`${unit} ${name}`) ?? 0) + 1)
    }
    const plan = new Map<string, { step: Step; chosen: Played[]; first: string }>()
    for (const one of cases)
      for (const [at, step] of (one.story.days[day - one.filed - 1] ?? []).entries()) {
        const key = step.batch ? `${at} ${step.kind}` : `${at} ${step.kind} ${one.number}`
        const first = cases.find(({ filed }) => filed === one.filed)?.number ?? ''
        plan.set(key, { step, first, chosen: [...(plan.get(key)?.chosen ?? []), one] })
      }
    for (const [, { step, chosen, first }] of [...plan].sort(([one], [other]) => one.localeCompare(other))) {
      await make(step, chosen, first)
      for (const one of chosen) {
        if (step.to) {
          happened(step.to, '转来')
          happened(one.desk, '转出')
        } else if (step.figure) happened(one.desk, step.figure)
        if (step.says) said.push({ desk: one.desk, number: one.number, word: step.says })
        if (step.effect === 'ends') one.state = 'ended'
        else if (step.effect === 'returned') one.state = 'returned'
        else if (step.to) one.state = 'came'
        else if (one.state !== 'ended') one.state = 'open'
        one.desk = step.to ?? one.desk
      }
    }
    if (day < 5)
      for (const story of stories) {
        const { caseNumber: number } = await file(world, story.changes)
        const state = story.changes?.['danger'] ? 'came' : 'new'
        cases.push({ number, filed: day, story, desk: story.at, state })
        happened(story.at, '新登记')
      }
    for (const unit of Object.keys(covers)) {
      const html = await sheet(unit, today)
      kept.set(`${unit} ${today}`, html)
      const planned = ['新登记', '受理', '有结果', '不予受理', '转来', '转出'].map((name) => [
        name,
        counted.get(`${unit} ${name}`) ?? 0,
      ])
      expect(figuresOf(html), `${unit} ${today}`).toEqual(Object.fromEntries(planned))
      for (const { desk, number, word } of said)
        if (covers[unit]?.includes(desk)) expect(rowOf(html, number), `${unit} ${today}`).toContain(word)
      for (const { number, story } of cases)
        if (!covers[unit]?.includes(story.at)) expect(html, unit).not.toContain(number)
      const own = cases.filter(({ desk }) => desk === unit)
      const listed = (...states: Played['state'][]) =>
        own.filter(({ state }) => states.includes(state)).length
      const now = await text(unit, '/desk/')
      const shown = (name: string) => Number(new RegExp(`<b>(\\d+)</b><span>${name}<`).exec(now)?.[1])
      expect({
        day: today,
        unit,
        待受理: shown('待受理'),
        退回来的: shown('退回来的'),
        在办: shown('在办'),
      }).toEqual({
        ...{ day: today, unit, 待受理: listed('new'), 退回来的: listed('returned') },
        在办: listed('new', 'came', 'returned', 'open'),
      })
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
