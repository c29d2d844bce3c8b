import { beforeEach, describe, expect, it } from 'vitest'
import { createVerify } from '#store/verify.ts'
import { recount, verifyCounts } from '#store/verifying/counts.ts'
import { refreshCases } from '../../../functions/desk/refresh-cases.ts'
import { type DeskWorld, makeDeskWorld, signInAs, visitDesk } from '../../support/staff.ts'
import { file, tuesday } from '../../support/world.ts'

/** What a head sees of the places below and of their own people: every number opens exactly its cases. */

let world: DeskWorld
beforeEach(async () => {
  world = makeDeskWorld(tuesday)
  await world.db.prepare('DELETE FROM case_listing').run()
  await world.db.prepare('UPDATE cases SET next_change_at = NULL').run()
})

const day = 86_400_000
const village = 'qingshi-liuwan-committee'
const town = 'qingshi-committee'
const centre = 'shili-centre'

const at = async (unit: string, role: 'handler' | 'lead' = 'lead', name = '测试员') => {
  const who = await signInAs(world, { unit, role, name })
  const visit = visitDesk(world, who.cookie)
  const text = async (path: string) => (await visit.get(path)).text()
  const move = async (number: string, kind: string, fields: Record<string, string> = {}) => {
    const path = `/desk/cases/${number}/${kind}`
    const seen = /name="seen" value="(\d+)"/.exec(await text(path))?.[1] ?? ''
    const answer = await visit.post(path, { seen, ...fields })
    expect(
      answer.status,
      `${kind}: ${/<div class="error-summary[\s\S]*?<\/div>/.exec(await answer.clone().text())?.[0]}`,
    ).toBe(303)
  }
  return { ...visit, id: who.id, text, move }
}

const refresh = () => refreshCases({ ...world.ports, erasures: null })

/** Every number of a page, with the list that it opens. */
const numbersIn = (html: string) =>
  [
    ...html.matchAll(
      /<a href="(\/desk\/cases\/\?[^"]+)">\s*(?:下级 )?<b>(\d+)<\/b>(?:<span class="visually-hidden">([^<]*))?/g,
    ),
  ].map(([, href = '', count, name = '']) => ({
    href: href.replaceAll('&amp;', '&'),
    count: Number(count),
    name,
  }))

/** The numbers of all cases of a list, page after page. */
const casesOf = async (text: (path: string) => Promise<string>, href: string): Promise<string[]> => {
  const found: string[] = []
  for (let next = href; next; ) {
    const html = await text(next)
    found.push(...[...html.matchAll(/href="\/desk\/cases\/(\d{4}-\d+)\?/g)].map(([, number = '']) => number))
    next = (/<a [^>]*href="([^"]+)"[^>]*>\s*下一页/.exec(html)?.[1] ?? '').replaceAll('&amp;', '&')
  }
  return found
}

/** Cases of every kind that the page counts, with some that its readers must not know of. */
const fill = async () => {
  const numbers: Record<string, string> = {}
  const add = async (name: string, changes: Record<string, unknown> = {}) => {
    numbers[name] = (await file(world, { narrative: `${name}：雨水落到我家院子里。`, ...changes })).caseNumber
    return numbers[name]
  }
  const before = await at(village)
  const other = await at('yunxi-xiqiao-committee')
  await before.move(await add('old'), 'accepted', { subject: '旧的' })
  await before.move(await add('old-2'), 'accepted', { subject: '旧的' })
  await other.move(await add('else', { region: 'yunxi-xiqiao' }), 'accepted', { subject: '别处' })
  await add('songping', { region: 'qingshi-songping' })
  const ended = await add('ended')
  await before.move(ended, 'accepted', { subject: '谈成的' })
  await before.move(ended, 'mediating', { message: '周六去谈。' })
  await before.move(ended, 'settled', { message: '谈成了。' })
  world.time.now += 42 * day
  await refresh()
  const desk = await at(village)
  const upper = await at(town)
  const county = await at(centre)
  // Given back twice: it lies with the common superior.
  const bounced = await add('bounced')
  await desk.move(bounced, 'escalated', { unit: town, reason: '办不了。' })
  await upper.move(bounced, 'returned', { reason: '村里先办。', proper: village })
  await desk.move(bounced, 'escalated', { unit: 'qingshi-centre', reason: '还是办不了。' })
  const townCentre = await at('qingshi-centre')
  await townCentre.move(bounced, 'returned', { reason: '村里办。', proper: village })
  const asked = await add('asked')
  await desk.move(asked, 'accepted', { subject: '问过的' })
  await county.move(asked, 'supervised', { question: '为什么还没有去看？', answerBy: world.day(3) })
  await add('hidden', { about: 'village-cadre' })
  await add('county', { about: 'town-staff' })
  await add('danger', { danger: true, contact: { mayCall: true } })
  const away = await add('away')
  await desk.move(away, 'accepted', { subject: '县里要回避的' })
  await add('grid', { about: 'grid-worker', region: 'yunxi-xiqiao' })
  await desk.move(await add('soon'), 'accepted', { subject: '快到期' })
  await desk.move(numbers['soon'] ?? '', 'lead-named', { staff: desk.id, answerBy: world.day(1) })
  return { numbers, desk, upper, county }
}

describe('the page of a head', () => {
  it('opens with every number exactly the cases it counts, for every role that sees it', async () => {
    const { numbers, upper, county } = await fill()
    await county.move(numbers['away'] ?? '', 'recused', { reason: '是我亲戚。' })
    const columns = new Set<string>()
    for (const [name, { text }] of Object.entries({ county, upper, other: await at(centre) })) {
      const pages = ['/desk/below', '/desk/below?at=qingshi', '/desk/']
      for (const page of pages) {
        const numbered = numbersIn(await text(page)).filter(({ href }) => /list=(below|person)/.test(href))
        for (const { href, count, name: of } of numbered) {
          const listed = await casesOf(text, href)
          expect(listed.length, `${name} ${page} ${of} ${href}`).toBe(count)
          expect(new Set(listed).size, href).toBe(count)
          for (const hidden of ['county', 'danger']) expect(listed, href).not.toContain(numbers[hidden])
          if (name === 'county') expect(listed, href).not.toContain(numbers['away'])
          columns.add(of.replace(/^件，[^，]*?(镇|村|乡|委员会|中心|办公室)/, ''))
        }
      }
    }
    for (const column of ['过期', '本周到期', '红色', '督办没回', '退过两回', '没回访', '本周新来', '在办'])
      expect(
        [...columns].some((of) => of.endsWith(column)),
        `${column} of ${[...columns]}`,
      ).toBe(true)
    expect(await verifyCounts(world.db)).toEqual([])
  }, 120_000)

  it('has what has been overdue longest first', async () => {
    const { county } = await fill()
    const html = await county.text('/desk/below')
    const rows = html.slice(html.indexOf('wide-table')).split('<tr>').slice(2)
    const days = rows.map((row) => Number(/最久过了">(\d+) 天/.exec(row)?.[1] ?? 0))
    expect(days).toEqual([...days].sort((one, other) => other - one))
    expect(html).toContain('下级的，先做这几件')
  })

  it('exists for those who decide', async () => {
    const status = async (unit: string, role: 'handler' | 'lead') =>
      (await (await at(unit, role)).get('/desk/below')).status
    expect(await status(centre, 'lead')).toBe(200)
    expect(await status('shili-medical', 'lead')).toBe(200)
    expect(await status(centre, 'handler')).toBe(404)
    const { headers } = await signInAs(world, { unit: centre, role: 'admin' })
    expect((await world.desk('/desk/below', { headers })).status).toBe(404)
  })
})

describe('the people of the own unit', () => {
  it('stand with what they have, and each number opens its list for the lead only', async () => {
    const lead = await at(village, 'lead', '李负责')
    const colleague = await at(village, 'handler', '周明德')
    for (const name of ['甲', '乙']) {
      const { caseNumber } = await file(world, { narrative: `${name}：雨水落到我家院子里。` })
      await lead.move(caseNumber, 'accepted', { subject: '屋檐滴水' })
      await lead.move(caseNumber, 'assigned', { staff: colleague.id })
    }
    const html = await lead.text('/desk/below')
    const row = html.split('<tr>').find((part) => part.includes('>周明德<')) ?? ''
    const [first] = numbersIn(row)
    expect(first?.count).toBe(2)
    expect(await casesOf(lead.text, first?.href ?? '')).toHaveLength(2)
    expect(await lead.text(first?.href ?? '')).toContain('周明德在办的')
    expect(html.split('<tr>').find((part) => part.includes('>李负责<'))).toBeTruthy()
    // Nobody else opens the list of a person.
    const outside = await at('qingshi-songping-committee', 'lead')
    expect(await casesOf(outside.text, first?.href ?? '')).toEqual([])
    expect(await colleague.text(first?.href ?? '')).not.toContain('周明德在办的')
  })
})

/** Cases whose marks or places differ from their histories; other tests have emptied the lists of theirs. */
const marked = async () => {
  const { mismatches } = await createVerify(world.db, world.ports.keys, world.ports.clock)('', 1000)
  return mismatches.filter(({ what }) => /^case_listing\.(marks|place)$/.test(what))
}

describe('the counts', () => {
  it('follow every move and every clock, and can be counted anew', async () => {
    await fill()
    expect(await verifyCounts(world.db)).toEqual([])
    world.time.now += 30 * day
    await refresh()
    expect(await verifyCounts(world.db)).toEqual([])
    expect(await marked()).toEqual([])
    await world.db.prepare("UPDATE listing_count SET count = count + 1 WHERE measure = 'colour'").run()
    expect((await verifyCounts(world.db)).length).toBeGreaterThan(0)
    await recount(world.db)
    expect(await verifyCounts(world.db)).toEqual([])
  })

  it('of rows that an earlier release wrote come with the next runs of the scheduler', async () => {
    await file(world)
    await world.db.prepare("UPDATE case_listing SET place = '', marks = 0").run()
    expect(
      (await world.db.prepare('SELECT count(*) AS n FROM listing_count').first<{ n: number }>())?.n,
    ).toBe(0)
    await world.db.prepare('UPDATE cases SET next_change_at = 0').run()
    await refresh()
    expect(await verifyCounts(world.db)).toEqual([])
    expect(await marked()).toEqual([])
  })

  it('are read in as many rows with 100,000 cases as with few', async () => {
    const lead = await at(centre)
    const cost = async () => {
      await lead.text('/desk/below')
      world.counted.take()
      await lead.text('/desk/below')
      const { rowsRead, statements, roundTrips } = world.counted.take()
      return { rowsRead, statements, roundTrips }
    }
    const insert = (from: number, to: number) =>
      world.db
        .prepare(
          `WITH RECURSIVE n(i) AS (SELECT ${from} UNION ALL SELECT i + 1 FROM n WHERE i < ${to}) INSERT INTO case_listing SELECT printf('%032x', i), 'below:shili', 1, ${world.time.now} + (i % 60 - 30) * ${day}, i % 4, CASE i % 50 WHEN 0 THEN 'approve' ELSE '' END, ${world.time.now}, NULL, ${world.time.now}, 0, ${world.time.now}, CASE i % 10 WHEN 0 THEN i % 8 ELSE 0 END, CASE i % 3 WHEN 0 THEN 'qingshi/qingshi-committee' WHEN 1 THEN 'qingshi/qingshi-liuwan-committee' ELSE 'yunxi/yunxi-committee' END FROM n`,
        )
        .run()
    await insert(1, 200)
    const few = await cost()
    await insert(201, 100_000)
    const many = await cost()
    console.warn('the page of a head at 200 and at 100,000 cases:', JSON.stringify([few, many]))
    expect(many.statements).toBe(few.statements)
    expect(many.roundTrips).toBe(few.roundTrips)
    expect(many.rowsRead).toBeLessThanOrEqual(few.rowsRead + 5)
    expect(many.rowsRead).toBeLessThanOrEqual(400)
    expect(await verifyCounts(world.db)).toEqual([])
  }, 180_000)
})
