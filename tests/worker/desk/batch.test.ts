import { beforeEach, describe, expect, it } from 'vitest'
import { mostInBatch } from '#domain/moves/batch.ts'
import { type DeskWorld, makeDeskWorld, signInAs, visitDesk, type Who } from '../../support/staff.ts'
import { file, rightFiling, tuesday } from '../../support/world.ts'

/** Several new cases taken in one step: chosen in a list, shown together, each moved by itself. */

let world: DeskWorld
beforeEach(async () => {
  world = makeDeskWorld(tuesday)
  await world.db.prepare('DELETE FROM case_listing').run()
})

const village = 'qingshi-liuwan-committee'

const at = async (unit = village, role: Who['role'] = 'handler') => {
  const who = await signInAs(world, { unit, role })
  const visit = visitDesk(world, who.cookie)
  const text = async (path: string) => (await visit.get(path)).text()
  /** Opens the page of a batch and posts its form, with these values of fields. */
  const batch = async (kind: string, numbers: string[], fields: Record<string, string> = {}) => {
    const shown = await text(pathOf(kind, numbers))
    return () => post(formOf(shown, fields))
  }
  const post = (pairs: [string, string][], headers: Record<string, string> = {}) =>
    visit.postPairs('/desk/batch', pairs, headers)
  return { ...visit, id: who.id, text, batch, post }
}

const pathOf = (kind: string, numbers: string[]) =>
  `/desk/batch?${new URLSearchParams([['kind', kind], ...numbers.map((number) => ['case', number])])}`

/** The fields of the form as its page shows them, some of them typed over. */
const formOf = (html: string, typed: Record<string, string> = {}): [string, string][] => {
  const form = html.split('action="/desk/batch"')[1]?.split('</form>')[0] ?? ''
  const fields = [...form.matchAll(/<input[^>]*\sname="([^"]+)"[^>]*?\svalue="([^"]*)"/g)].map(
    ([tag, name = '', value = '']): [string, string][] =>
      /type="radio"/.test(tag) ? [] : [[name, typed[name] ?? value]],
  )
  const shared = Object.entries(typed).filter(([name]) => name === 'staff')
  return [...fields.flat(), ...shared]
}

const kindsIn = async (number: string): Promise<string[]> =>
  (
    await world.db
      .prepare(
        'SELECT kind FROM case_event WHERE case_id = (SELECT id FROM cases WHERE number = ?) ORDER BY seq',
      )
      .bind(number)
      .all<{ kind: string }>()
  ).results.map(({ kind }) => kind)

const subjectIn = (number: string) =>
  world.db.prepare('SELECT subject FROM cases WHERE number = ?').bind(number).first<string>('subject')

const filed = async (changes: Record<string, unknown> = {}) => (await file(world, changes)).caseNumber

/** Rows of a case's link in a list of reasons, as text. */
const reasonFor = (html: string, number: string): string =>
  (html.split('id="closed"')[1] ?? '')
    .split('<li')
    .find((row) => row.includes(`/${number}"`))
    ?.split('</li>')[0]
    ?.replaceAll(/<[^>]+>/g, '') ?? ''

describe('the list of new cases', () => {
  it('has a checkbox for each case that names it, and what can be done with the chosen ones', async () => {
    const numbers = [await filed(), await filed()]
    const handler = await (await at()).text('/desk/cases/?list=desk&waits=new')
    for (const number of numbers)
      expect(handler).toMatch(
        new RegExp(`<label class="pick"><input[^>]*value="${number}"[^>]*/><span[^>]*>勾选 [^<]*${number}<`),
      )
    expect(handler).toContain('value="accepted"')
    expect(handler).not.toContain('value="assigned"')
    const lead = await (await at(village, 'lead')).text('/desk/cases/?list=desk&waits=new')
    expect(lead).toContain('value="assigned"')
    expect(await (await at()).text('/desk/')).toContain('class="pick"')
    expect(await (await at()).text('/desk/cases/?list=desk')).not.toContain('class="pick"')
  })

  it('chooses all cases of a page through a link', async () => {
    await filed()
    const desk = await at()
    const list = await desk.text('/desk/cases/?list=desk&waits=new')
    expect(list).not.toMatch(/type="checkbox"[^>]*checked/)
    const all = /href="([^"]*pick=all)"/.exec(list)?.[1]?.replaceAll('&amp;', '&') ?? ''
    expect(await desk.text(all)).toMatch(/type="checkbox"[^>]*checked/)
  })

  it('offers nothing to a unit that cannot accept', async () => {
    expect(await (await at('qingshi-liuwan-1-grid')).text('/desk/cases/?list=desk&waits=new')).not.toContain(
      'class="pick-bar"',
    )
  })
})

describe('the page of the chosen cases', () => {
  it('says where a title of the complainant’s own is filled in as 事由, which every list shows', async () => {
    const [titled, plain] = [await filed({ title: '王大富家的狗' }), await filed()]
    const note = '用它作事由，先看看有没有人名'
    expect(await (await at()).text(pathOf('accepted', [titled]))).toContain(
      `本人的一句话：“王大富家的狗”。${note}`,
    )
    expect(await (await at()).text(pathOf('accepted', [plain]))).not.toContain(note)
  })

  it('shows the story’s first lines and the title as 事由, and logs a read of each case', async () => {
    const long = '隔壁翻了屋顶，'.repeat(80)
    const [one, two] = [await filed({ title: '屋檐水滴进我家' }), await filed({ narrative: long })]
    const desk = await at()
    const html = await desk.text(pathOf('accepted', [one, two]))
    expect(html).toContain(rightFiling.narrative)
    expect(html).toContain(`${long.slice(0, 100)}`)
    expect(html).not.toContain(long)
    expect(html).toMatch(new RegExp(`name="subject-${one}"[^>]*value="屋檐水滴进我家"`))
    expect(html).toMatch(new RegExp(`name="subject-${two}"[^>]*value=""`))
    const reads = await world.db
      .prepare('SELECT count(*) AS n FROM read_log WHERE staff = ?')
      .bind(desk.id)
      .first<number>('n')
    expect(reads).toBe(2)
  })

  it('names each section differently, also of cases with the same title', async () => {
    const numbers = await Promise.all([1, 2].map(async () => (await file(world, {})).caseNumber))
    const html = await (await at()).text(pathOf('accepted', numbers))
    const wordsOf = (id: string) =>
      new RegExp(`id="${id}"[^>]*>([^<]*)<`).exec(html)?.[1]?.trim() ?? `no element ${id}`
    const sections = [...html.matchAll(/<section class="batch-case"[^>]*aria-labelledby="([^"]+)"/g)]
    const names = sections.map(([, ids = '']) => ids.split(' ').map(wordsOf).join(' '))
    expect(names).toHaveLength(2)
    expect(new Set(names).size, names.join()).toBe(2)
    for (const number of numbers) expect(names.join()).toContain(number)
  })

  it('leaves out, with the reason, what needs a decision or is not there', async () => {
    const complaint = await filed({ track: 'complaint', address: '柳湾村三组' })
    const danger = await filed({ danger: true, contact: { mayCall: true } })
    const elsewhere = await filed({ region: 'yunxi-xiqiao' })
    const office = await at('qingshi-office')
    expect(reasonFor(await office.text(pathOf('accepted', [complaint])), complaint)).toContain('这件投诉属于')
    const centre = await at('shili-centre')
    expect(reasonFor(await centre.text(pathOf('accepted', [danger])), danger)).toContain('先联系，再单独办')
    const desk = await at()
    const html = await desk.text(pathOf('accepted', [elsewhere, '2026-000001']))
    expect(reasonFor(html, elsewhere).replaceAll(elsewhere, '')).toBe(
      reasonFor(html, '2026-000001').replaceAll('2026-000001', ''),
    )
    const { results } = await world.db
      .prepare("SELECT kind FROM desk_log WHERE actor = ? AND kind = 'case-refused'")
      .bind(desk.id)
      .all()
    expect(results).toHaveLength(2)
  })

  it('takes twenty cases and no more', async () => {
    const numbers = Array.from({ length: 25 }, (_, index) => `2026-${100_000 + index}`)
    const html = await (await at()).text(pathOf('accepted', numbers))
    expect(html).toContain(numbers[mostInBatch - 1])
    expect(html).not.toContain(numbers[mostInBatch])
  })

  it('answers an unknown move and an account without cases with 404', async () => {
    const number = await filed()
    expect((await (await at()).get(pathOf('declined', [number]))).status).toBe(404)
    expect((await (await at(village, 'admin')).get(pathOf('accepted', [number]))).status).toBe(404)
  })
})

describe('one press', () => {
  it('accepts every chosen case, each with its own event and 事由', async () => {
    const [one, two] = [await filed({ title: '屋檐水' }), await filed()]
    const desk = await at()
    const press = await desk.batch('accepted', [one, two], { [`subject-${two}`]: '工钱没有结清' })
    const answer = await press()
    expect(answer.status).toBe(303)
    const done = await desk.text(answer.headers.get('location') ?? '')
    for (const text of [one, two, '屋檐水', '工钱没有结清']) expect(done).toContain(text)
    for (const number of [one, two]) expect((await kindsIn(number)).slice(-1)).toEqual(['accepted'])
    expect(await subjectIn(two)).toBe('工钱没有结清')
    // The page of what was done is for the person who did it.
    expect((await (await at()).get(answer.headers.get('location') ?? '')).status).toBe(404)
  })

  it('that comes twice changes nothing and gets the same answer', async () => {
    const numbers = [await filed({ title: '一' }), await filed({ title: '二' })]
    const desk = await at()
    const press = await desk.batch('accepted', numbers)
    const first = await press()
    const before = await Promise.all(numbers.map(kindsIn))
    const second = await press()
    expect([second.status, second.headers.get('location')]).toEqual([303, first.headers.get('location')])
    expect(await Promise.all(numbers.map(kindsIn))).toEqual(before)
  })

  it('makes what can be made and keeps the rest on the page, with reasons and words', async () => {
    const [good, bare, taken, handed] = [
      await filed({ title: '屋檐水' }),
      await filed(),
      await filed(),
      await filed(),
    ]
    const complaint = await filed({ track: 'complaint', address: '柳湾村三组', region: 'qingshi-liuwan' })
    const desk = await at()
    const press = await desk.batch('accepted', [good, bare, taken, handed], {
      [`subject-${taken}`]: '地界的事',
      [`subject-${handed}`]: '牛吃了麦苗',
    })
    // Meanwhile a colleague takes one of them and hands another up.
    const colleague = visitDesk(
      world,
      (await signInAs(world, { unit: village, role: 'handler', name: '李四' })).cookie,
    )
    await colleague.post(`/desk/cases/${taken}/accepted`, { seen: '2', subject: '争地界' })
    await colleague.post(`/desk/cases/${handed}/escalated`, {
      ...{ seen: '2', unit: 'qingshi-committee', reason: '太大了' },
    })
    for (const turn of ['first', 'second']) {
      const answer = await press()
      expect(answer.status, turn).toBe(409)
      const html = await answer.text()
      expect(html.split('id="done"')[1]?.split('</section>')[0], turn).toContain(good)
      expect(html, turn).toContain(`href="#subject-${bare}"`)
      expect(reasonFor(html, taken), turn).toContain('李四')
      expect(html, turn).toContain('地界的事')
      expect(reasonFor(html, handed), turn).toContain('不在您这里')
      expect(html, turn).toContain('牛吃了麦苗')
    }
    expect((await kindsIn(good)).filter((kind) => kind === 'accepted')).toHaveLength(1)
    expect((await kindsIn(bare)).at(-1)).not.toBe('accepted')
    expect(await subjectIn(taken)).toBe('争地界')
    // A complaint in the form of a crafted post is not accepted without its kind.
    const office = await at('qingshi-office')
    const forged = await office.post([
      ['kind', 'accepted'],
      ['case', complaint],
      [`seen-${complaint}`, '2'],
      [`subject-${complaint}`, '低保'],
      ['matter', 'petition'],
    ])
    expect(forged.status).toBe(409)
    expect((await kindsIn(complaint)).at(-1)).not.toBe('accepted')
  })

  it('on a case that changed but is still open can be pressed again', async () => {
    const number = await filed()
    const desk = await at()
    const press = await desk.batch('accepted', [number], { [`subject-${number}`]: '屋檐水' })
    const colleague = visitDesk(world, (await signInAs(world, { unit: village, role: 'handler' })).cookie)
    await colleague.post(`/desk/cases/${number}/noted`, { seen: '2', reason: '来过电话' })
    const stale = await press()
    expect(stale.status).toBe(409)
    const again = await desk.post(formOf(await stale.text()))
    expect(again.status).toBe(303)
    expect(await subjectIn(number)).toBe('屋檐水')
  })

  it('from another site’s page shows the form again with what was typed', async () => {
    const number = await filed()
    const desk = await at()
    const pairs = formOf(await desk.text(pathOf('accepted', [number])), { [`subject-${number}`]: '屋檐水' })
    const foreign = { 'sec-fetch-site': 'cross-site', origin: 'https://elsewhere.example' }
    const answer = await desk.post(pairs, foreign)
    expect(answer.status).toBe(403)
    expect(await answer.text()).toMatch(new RegExp(`name="subject-${number}"[^>]*value="屋檐水"`))
    expect((await kindsIn(number)).at(-1)).not.toBe('accepted')
  })

  it('gives every chosen case to one member of the unit, by its lead alone', async () => {
    const numbers = [await filed(), await filed()]
    const lead = await at(village, 'lead')
    const handler = await at()
    const press = await lead.batch('assigned', numbers, { staff: handler.id })
    const answer = await press()
    expect(answer.status).toBe(303)
    for (const number of numbers) expect((await kindsIn(number)).at(-1)).toBe('assigned')
    const nobody = await (await lead.batch('assigned', numbers))()
    expect([nobody.status, (await nobody.text()).match(/href="#staff"/g)?.length]).toEqual([422, 1])
    const [first = ''] = numbers
    expect(reasonFor(await handler.text(pathOf('assigned', numbers)), first)).toContain('负责人')
  })

  it('without a case says so', async () => {
    const answer = await (await at()).post([['kind', 'accepted']])
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('没有勾选')
  })
})

it('a batch costs the same for each case, and twenty stay far below the bound of D1', async () => {
  const desk = await at()
  const cost = async (count: number) => {
    const numbers: string[] = []
    for (let index = 0; index < count; index += 1) numbers.push(await filed({ title: '屋檐水' }))
    world.counted.take()
    const press = await desk.batch('accepted', numbers)
    const shown = world.counted.take()
    expect((await press()).status).toBe(303)
    return [shown, world.counted.take()].map(({ roundTrips, statements }) => ({ roundTrips, statements }))
  }
  const [one, two, twenty] = [await cost(1), await cost(2), await cost(20)]
  for (const step of [0, 1])
    for (const figure of ['roundTrips', 'statements'] as const) {
      const each = (two[step]?.[figure] ?? 0) - (one[step]?.[figure] ?? 0)
      expect(twenty[step]?.[figure], `${step} ${figure}`).toBe((one[step]?.[figure] ?? 0) + 19 * each)
      // Shown: the case, namesakes, the log of the read. Posted: one read and one write of each case.
      if (figure === 'roundTrips') expect(each).toBe(step === 0 ? 3 : 2)
      expect(twenty[step]?.[figure]).toBeLessThan(500)
    }
})
