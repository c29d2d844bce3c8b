import { beforeEach, describe, expect, it } from 'vitest'
import { spokenDay } from '#domain/basics/time.ts'
import { countingRows } from '../../support/platform.ts'
import { type DeskWorld, makeDeskWorld, signInAs, visitDesk } from '../../support/staff.ts'
import { cookieOf, file, postForm, rightFiling, tuesday } from '../../support/world.ts'

/** What staff see at a glance: the story, the next step, who has a case, its colour, what is due. */

let world: DeskWorld
beforeEach(async () => {
  world = makeDeskWorld(tuesday)
  await world.db.prepare('DELETE FROM case_listing').run()
})

const day = 86_400_000
const at = async (unit: string, role: 'handler' | 'lead' = 'handler', name = '测试员') => {
  const who = await signInAs(world, { unit, role, name })
  const visit = visitDesk(world, who.cookie)
  const text = async (path: string) => (await visit.get(path)).text()
  const move = async (number: string, kind: string, fields: Record<string, string>) => {
    const path = `/desk/cases/${number}/${kind}`
    const seen = /name="seen" value="(\d+)"/.exec(await text(path))?.[1] ?? ''
    const answer = await visit.post(path, { seen, ...fields })
    expect(answer.status, `${kind}: ${await answer.clone().text()}`).toBe(303)
  }
  return { ...visit, id: who.id, text, move }
}
const village = 'qingshi-liuwan-committee'
/** The places of texts in a page, which must all be there, in this order. */
const inOrder = (html: string, ...texts: string[]) => {
  const places = texts.map((text) => html.indexOf(text))
  expect(places, texts.join(' < ')).not.toContain(-1)
  expect(places).toEqual([...places].sort((a, b) => a - b))
}

describe('the page of a case', () => {
  it('tells the story before any button', async () => {
    const { caseNumber } = await file(world, { title: '屋檐水滴进我家' })
    const html = await (await at(village)).text(`/desk/cases/${caseNumber}`)
    const main = html.slice(html.indexOf('<main'))
    const moves = main.indexOf(`/desk/cases/${caseNumber}/`)
    expect(main.indexOf('屋檐水滴进我家')).toBeLessThan(moves)
    expect(main.indexOf(rightFiling.narrative)).toBeGreaterThan(0)
    expect(main.indexOf(rightFiling.narrative)).toBeLessThan(moves)
    inOrder(main, '下一步', '期限', '交给别人', '也可以')
    // The main step once in the panel, once in the bar of phones.
    expect(main.match(/class="button" href="[^"]*\/accepted\?[^"]*"/g)).toHaveLength(2)
  })

  it('of a danger case asks first for contact and report', async () => {
    const { caseNumber } = await file(world, { danger: true, contact: { mayCall: true } })
    const centre = await at('shili-centre')
    const steps = (await centre.text(`/desk/cases/${caseNumber}`)).split('下一步</h2>')[1] ?? ''
    inOrder(steps, '/contacted?', '/duty-reported?', '/accepted?')
    await centre.move(caseNumber, 'contacted', { reason: '打通了，人在娘家，安全。' })
    const later = (await centre.text(`/desk/cases/${caseNumber}`)).split('下一步</h2>')[1] ?? ''
    inOrder(later, '/duty-reported?', '/accepted?', '/contacted?')
  })

  it('names clocks for staff, what runs out first on top, an overdue one with icon and word', async () => {
    const { caseNumber } = await file(world)
    world.time.now += 9 * day
    const html = await (await at(village)).text(`/desk/cases/${caseNumber}`)
    const clocks = html.slice(html.indexOf('id="clocks"'))
    inOrder(clocks, '告诉申请人受不受理', '从登记到办结')
    expect(clocks).toMatch(/<span class="late"><svg.*?<\/svg>过了 6 天/)
    expect(clocks).not.toContain('告诉您')
  })
})

it('the printed report lists what runs out first on top, as the page does, in words for staff', async () => {
  const { caseNumber } = await file(world)
  const desk = await at(village)
  await desk.move(caseNumber, 'accepted', { subject: '屋檐滴水' })
  const path = `/desk/cases/${caseNumber}`
  for (const html of [await desk.text(path), await desk.text(`${path}/report`)]) {
    inOrder(html, '调解办结', '从登记到办结')
    expect(html).not.toContain('告诉您')
  }
})

it('the printed report names both sides, who has it, the clocks and the result, and has places to sign', async () => {
  const { caseNumber } = await file(world, { otherParty: '老赵家' })
  const html = await (await at(village)).text(`/desk/cases/${caseNumber}/report`)
  const facts = Object.fromEntries(
    [...html.matchAll(/<dt>(.*?)<\/dt><dd class="typed">(.*?)<\/dd>/gs)].map(([, name, value]) => [
      name,
      value,
    ]),
  )
  expect(facts).toMatchObject({
    申请人: `${rightFiling.name}，${rightFiling.phone}`,
    对方: '老赵家',
    办理单位: '柳湾村人民调解委员会',
    承办人: '还没有人',
    包案领导: '没有',
    结果: '还在办：已登记',
  })
  expect(facts['期限']).toContain('从登记到办结')
  const signed = html.slice(html.indexOf('class="signatures"'))
  inOrder(signed, '承办人', '包案领导', '单位负责人（盖章）')
  expect(signed.match(/年　　月　　日/g)).toHaveLength(3)
})

it('the printed report keeps what was done, what was said and what staff wrote apart', async () => {
  const { caseNumber } = await file(world)
  const desk = await at(village)
  await desk.move(caseNumber, 'accepted', { subject: '屋檐滴水', message: '周六去看。' })
  await desk.move(caseNumber, 'noted', { reason: '量过屋檐' })
  const html = await desk.text(`/desk/cases/${caseNumber}/report`)
  inOrder(
    html,
    '<h2>办理经过',
    '：受理',
    '<h2>来往的话',
    '周六去看。',
    '<h2>内部记录',
    '量过屋檐',
    'class="signatures"',
  )
})

describe("the person's own title", () => {
  it('is the default of 事由 and the heading, but in no list', async () => {
    const { caseNumber } = await file(world, { title: '屋檐水滴进我家' })
    const desk = await at(village)
    const path = `/desk/cases/${caseNumber}`
    expect(await desk.text(path)).toContain('<h1>屋檐水滴进我家</h1>')
    expect(await desk.text(`${path}/report`)).toContain('屋檐水滴进我家</h1>')
    for (const list of ['/desk/', '/desk/cases/']) expect(await desk.text(list)).not.toContain('屋檐水')
    const form = await desk.text(`${path}/accepted`)
    expect(form).toMatch(/name="subject"[^>]*value="屋檐水滴进我家"/)
    expect(form).toContain(rightFiling.narrative)
    await desk.move(caseNumber, 'accepted', { subject: '屋檐滴水' })
    expect(await desk.text('/desk/cases/')).toContain('屋檐滴水')
  })

  it('does not replace what was typed: the form is shown again as it was posted', async () => {
    const { caseNumber } = await file(world, { title: '屋檐水滴进我家' })
    const desk = await at(village)
    const answer = await desk.post(`/desk/cases/${caseNumber}/accepted`, { seen: '2', subject: '' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toMatch(/name="subject"[^>]*value=""/)
  })

  it('opens words, so the form is logged as a read', async () => {
    const { caseNumber } = await file(world)
    const desk = await at(village)
    await desk.text(`/desk/cases/${caseNumber}/accepted`)
    const { results } = await world.db
      .prepare('SELECT kind FROM read_log WHERE staff = ?')
      .bind(desk.id)
      .all()
    expect(results).toEqual([{ kind: 'open' }])
  })
})

it('the name of the other party is filled in as the person wrote it', async () => {
  const { caseNumber } = await file(world, { otherParty: '隔壁陈建国' })
  const form = await (await at(village)).text(`/desk/cases/${caseNumber}/party`)
  expect(form).toMatch(/name="otherName"[^>]*value="隔壁陈建国"/)
})

it('two new cases of one kind and place differ in a list on a phone, where the number is not shown in full', async () => {
  const numbers = [(await file(world)).caseNumber, (await file(world)).caseNumber]
  const desk = await at(village)
  const told = async () =>
    [...(await desk.text('/desk/cases/')).matchAll(/"nameless">(\d*)</g)].map(([, six]) => six)
  expect((await told()).sort()).toEqual(numbers.map((number) => number.slice(5)).sort())
  await desk.move(numbers[0] ?? '', 'accepted', { subject: '屋檐滴水' })
  expect((await told()).filter(Boolean)).toEqual([numbers[1]?.slice(5)])
})

describe('who has a case', () => {
  it('stands by name in head, history, lists and report', async () => {
    const { caseNumber } = await file(world)
    const lead = await at(village, 'lead', '李负责')
    const handler = await at(village, 'handler', '周明德')
    const path = `/desk/cases/${caseNumber}`
    expect(await lead.text(path)).toContain('还没有人')
    expect(await lead.text('/desk/cases/')).toContain('没人承办')
    await lead.move(caseNumber, 'assigned', { staff: handler.id })
    await lead.move(caseNumber, 'lead-named', { staff: lead.id, answerBy: world.day(9) })
    const page = await lead.text(path)
    expect(page).toContain('承办：<b>周明德</b>')
    expect(page).toContain(`包案：<b>李负责</b>，${spokenDay(world.day(9))}前`)
    expect(page).toContain('<b>分派，周明德</b>')
    expect(page).toContain('<b>包案，李负责')
    for (const list of ['/desk/', '/desk/cases/', '/desk/cases/?all=1']) {
      const html = await lead.text(list)
      expect(html, list).toContain('周明德')
      expect(html, list).toContain('包案 李负责')
    }
    const report = await lead.text(`${path}/report`)
    expect(report).toContain('周明德')
    expect(report).toContain('李负责')
  })
})

describe('colours', () => {
  it('agree on list, filter, 今天 and case page without any run of the scheduler', async () => {
    const { caseNumber } = await file(world)
    world.time.now += 9 * day
    const desk = await at(village)
    const red = await desk.text('/desk/cases/?colour=3')
    expect(red).toContain(caseNumber)
    expect(await desk.text('/desk/cases/?colour=0')).not.toContain(caseNumber)
    const groups = (await desk.text('/desk/')).split('class="case-group"')
    expect(groups.filter((group) => group.includes(caseNumber))).toHaveLength(1)
    expect(groups[1]).toContain('到期和过期')
    expect(groups[1]).toContain('warning-red')
    expect(await desk.text(`/desk/cases/${caseNumber}`)).toContain('红 · ')
  })

  it('agree on a date that a leader set and that has passed', async () => {
    const { caseNumber } = await file(world)
    const lead = await at(village, 'lead')
    await lead.move(caseNumber, 'accepted', { subject: '屋檐滴水' })
    await lead.move(caseNumber, 'lead-named', { staff: lead.id, answerBy: world.day(1) })
    world.time.now += 3 * day
    const later = await at(village)
    expect(await later.text('/desk/cases/?colour=3')).toContain(caseNumber)
    expect(await later.text(`/desk/cases/${caseNumber}`)).toContain('红 · ')
  })

  countingRows.it('of a list cost rows that do not grow with the table', async () => {
    for (let count = 0; count < 3; count += 1) await file(world)
    const desk = await at(village)
    const cost = async () => {
      world.counted.take()
      await desk.text('/desk/cases/')
      return world.counted.take().rowsRead
    }
    const fillElsewhere = async (cases: number) => {
      for (let count = 0; count < cases; count += 1) await file(world, { region: 'yunxi' })
    }
    await fillElsewhere(5)
    const few = await cost()
    await fillElsewhere(30)
    // An index reads one row past its end, if there is one.
    expect(await cost()).toBeLessThanOrEqual(few + 3)
  })
})

it('new cases that are late are first on 今天, and can be taken together', async () => {
  const { caseNumber } = await file(world)
  world.time.now += 9 * day
  const html = await (await at(village)).text('/desk/')
  const [, first = ''] = html.split('class="case-group"')
  expect(first).toContain('待受理，到期和过期')
  expect(first).toMatch(new RegExp(`type="checkbox"[^>]*value="${caseNumber}"`))
})

it('late cases beyond the first twenty stand in no later group of 今天', async () => {
  const desk = await at(village)
  for (let count = 0; count < 22; count += 1) {
    const { caseNumber } = await file(world, { narrative: `第 ${count} 件：雨水落到我家院子里。` })
    await desk.move(caseNumber, 'accepted', { subject: '屋檐滴水' })
  }
  world.time.now += 70 * day
  const html = await (await at(village)).text('/desk/')
  expect(html.split('class="case-group"').slice(1)).toHaveLength(1)
})

it('every figure of 今天 opens exactly the cases it counts', async () => {
  const late = await file(world)
  world.time.now += 9 * day
  const fresh = await file(world)
  const desk = await at(village)
  const html = await desk.text('/desk/')
  const figures = [...html.matchAll(/<a href="([^"]+)"><b>(\d+)<\/b><span>([^<]+)/g)].map(
    ([, href = '', count, name]) => ({ href: href.replaceAll('&amp;', '&'), count: Number(count), name }),
  )
  expect(figures.map(({ name, count }) => [name, count])).toEqual([
    ['到期和过期', 1],
    ['待受理', 2],
    ['退回来的', 0],
    ['在办', 2],
  ])
  for (const { href, count, name } of figures) {
    const list = await desk.text(href)
    expect(list.match(/href="\/desk\/cases\/\d{4}-\d+\?/g) ?? [], name).toHaveLength(count)
  }
  const due = await desk.text(figures[0]?.href ?? '')
  expect(due).toContain(late.caseNumber)
  expect(due).not.toContain(fresh.caseNumber)
  expect(due).toMatch(/aria-current="true">\s*到期和过期/)
})

it.each([
  ['handler', false],
  ['lead', true],
] as const)(
  '%s: the note about missing holidays is shown: %s, without names of files',
  async (role, shown) => {
    world = makeDeskWorld('2026-12-28T10:00:00+08:00')
    const html = await (await at(village, role)).text('/desk/')
    expect(html.includes('放假安排')).toBe(shown)
    expect(html).not.toContain('yaml')
  },
)

it('a filter that is not set says so, and asks for no choice', async () => {
  const list = await (await at(village)).text('/desk/cases/')
  const filters = /<form class="narrow-form"[\s\S]*?<\/form>/.exec(list)?.[0] ?? ''
  expect(filters.match(/<option value="">不限</g)).toHaveLength(3)
  expect(filters).not.toContain('请选择')
})

describe('an extension', () => {
  it('is decided with its days and reason in view, and the resident reads the right sum', async () => {
    const { caseNumber, trackingCode } = await file(world, {
      ...{ track: 'complaint', category: 'welfare', address: '柳湾村三组' },
    })
    const town = 'qingshi-office'
    const handler = await at(town)
    await handler.move(caseNumber, 'accepted', { subject: '低保没批', matter: 'petition' })
    const request = { rule: 'petition-handle', days: '30', reason: '要等民政核对收入。' }
    await handler.move(caseNumber, 'extension-requested', request)
    const lead = await at(town, 'lead')
    for (const kind of ['extended', 'extension-refused']) {
      const form = await lead.text(`/desk/cases/${caseNumber}/${kind}`)
      expect(form, kind).toContain('申请延 <b>30 天</b>')
      expect(form, kind).toContain('要等民政核对收入。')
    }
    await lead.move(caseNumber, 'extended', { message: '收入还在核对，延三十天。' })
    const cookie = cookieOf(await postForm(world, '/track/open', { trackingCode }))
    const page = await (await world.request('/track/case', { headers: { cookie } })).text()
    expect(page).toContain('共 90 天（60 天，批准延长 30 天）')
  })
})

it('days are chosen from a picker, and a text that is no day stays as typed', async () => {
  const { caseNumber } = await file(world)
  const lead = await at(village, 'lead')
  const path = `/desk/cases/${caseNumber}/lead-named`
  expect(await lead.text(path)).toMatch(/name="answerBy"[^>]*type="date"/)
  expect(await lead.text('/desk/cases/')).toMatch(/name="since"[^>]*type="date"/)
  const odd = await lead.post(path, { seen: '2', staff: lead.id, answerBy: '下周三' })
  expect(odd.status).toBe(422)
  expect(await odd.text()).toMatch(/name="answerBy"[^>]*type="text"[^>]*value="下周三"/)
  await lead.move(caseNumber, 'lead-named', { staff: lead.id, answerBy: '2026 年 12 月 3 日' })
})

describe('a failed mediation', () => {
  const failedForm = async (category: string) => {
    const { caseNumber, trackingCode } = await file(world, { category })
    const desk = await at(village)
    await desk.move(caseNumber, 'accepted', { subject: '谈不拢的事' })
    const form = await desk.text(`/desk/cases/${caseNumber}/failed`)
    const read = async () => {
      const cookie = cookieOf(await postForm(world, '/track/open', { trackingCode }))
      return (await world.request('/track/case', { headers: { cookie } })).text()
    }
    return { caseNumber, desk, form, read }
  }

  it.each([
    ['elderly', '要赡养费、抚养费、扶养费'],
    ['neighbour', '要他停下、挪开、消除危险'],
  ])(
    'of %s offers the claim that time does not bar, with its note, and the resident reads both',
    async (category, claim) => {
      const { caseNumber, desk, form, read } = await failedForm(category)
      expect(form).toContain(`${claim}：不受时效限制`)
      // The general limit prints its note: what does not fall under it.
      expect(form).toContain('不受这个期限限制')
      const id = category === 'elderly' ? 'untimed-support' : 'untimed-removal'
      await desk.move(caseNumber, 'failed', { message: '谈不拢。', ways: id })
      const page = await read()
      expect(page).toContain(`${claim}：不受时效限制`)
      expect(page).toContain('第一百九十六条')
      expect(page).not.toContain('3 年')
    },
  )

  it('may name no way, with a reason that only staff read', async () => {
    const { caseNumber, desk, read } = await failedForm('elderly')
    const path = `/desk/cases/${caseNumber}/failed`
    const seen = /name="seen" value="(\d+)"/.exec(await desk.text(path))?.[1] ?? ''
    const bare = await desk.post(path, { seen, message: '谈不拢。', ways: 'none' })
    expect([bare.status, (await bare.text()).includes('href="#reason"')]).toEqual([422, true])
    await desk.move(caseNumber, 'failed', { message: '谈不拢。', ways: 'none', reason: '她已经搬去女儿家。' })
    expect(await desk.text(`/desk/cases/${caseNumber}`)).toContain('她已经搬去女儿家。')
    const page = await read()
    expect(page).toContain('没谈成，还有别的路')
    expect(page).not.toContain('女儿家')
  })
})
