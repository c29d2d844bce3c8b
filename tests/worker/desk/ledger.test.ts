import { beforeEach, describe, expect, it } from 'vitest'
import { day } from '#domain/basics/bounds.ts'
import { dayOf } from '#domain/basics/time.ts'
import type { MoveInput } from '#domain/moves/fields.ts'
import type { MoveKind } from '#domain/moves/table.ts'
import { deskPages, ledgerPaths } from '#domain/routes/desk.ts'
import type { Role } from '#domain/staff/staff.ts'
import { moveCase } from '../../../functions/desk/moves/move-case.ts'
import { moveOn } from '../../support/rating.ts'
import { recorded, rightSpot } from '../../support/spot.ts'
import { type DeskWorld, makeDeskWorld, signInAs, visitDesk } from '../../support/staff.ts'
import { file, tuesday } from '../../support/world.ts'

/** The ledger (台账) on the screen: whose cases it has, what its filter leaves, and what it costs. */

let world: DeskWorld
beforeEach(async () => {
  world = makeDeskWorld(tuesday)
  await world.db.prepare('DELETE FROM case_listing').run()
})

const village = 'qingshi-liuwan-committee'

/** The words of a page, as somebody reads them. */
const textOf = (html: string): string =>
  html
    .slice(html.indexOf('<main'))
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')

const at = async (unit: string, role: Role = 'lead', name = '测试员') => {
  const who = await signInAs(world, { unit, role, name })
  const visit = visitDesk(world, who.cookie)
  const page = async (query = '') => (await visit.get(`${deskPages.ledger.path}${query}`)).text()
  return {
    ...visit,
    page,
    member: { id: who.id, username: who.id, name, unit, role },
    /** Numbers of the cases on a page, in order. */
    numbers: async (query = '') =>
      [...(await page(query)).matchAll(/href="\/desk\/cases\/(\d{4}-\d+)"/g)].map(([, number]) => number),
  }
}

const moved = async (
  number: string,
  kind: MoveKind,
  input: MoveInput,
  by: Parameters<typeof moveCase>[1]['by'] = 'console',
) => {
  const answer = await moveCase(world.ports, { number, kind, by, input })
  if (!answer.ok) throw new Error(`${kind}: ${answer.error}`)
}

describe('whose cases a ledger has', () => {
  /** Who knows of a case, of those below; everybody else must not. */
  const readers = {
    grid: ['qingshi-liuwan-1-grid', 'handler'],
    village: [village, 'handler'],
    neighbour: ['qingshi-songping-committee', 'lead'],
    town: ['qingshi-committee', 'lead'],
    townCentre: ['qingshi-centre', 'lead'],
    otherTown: ['yunxi-centre', 'lead'],
    county: ['shili-committee', 'lead'],
    petition: ['shili-petition', 'lead'],
    centre: ['shili-centre', 'lead'],
  } as const satisfies Record<string, [string, Role]>
  const cases = {
    plain: [{}, ['village', 'town', 'townCentre', 'centre']],
    aboutVillage: [{ about: 'village-cadre' }, ['town', 'townCentre', 'centre']],
    aboutTown: [{ about: 'town-staff' }, ['centre']],
    aboutCounty: [{ about: 'county-staff' }, ['petition']],
    danger: [{ danger: true, contact: { mayCall: true } }, ['centre']],
  } as const

  it('is decided by unit, level and whom the case is about; an open and an ended case alike', async () => {
    const filed = new Map<string, string>()
    for (const [id, [changes]] of Object.entries(cases))
      filed.set(id, (await file(world, changes)).caseNumber)
    const ended = await file(world)
    await moveOn(world, ended, [['accepted', { subject: '滴水' }], ['mediating'], ['settled']])
    for (const [who, [unit, role]] of Object.entries(readers)) {
      const numbers = await (await at(unit, role)).numbers()
      for (const [id, [, known]] of Object.entries(cases)) {
        const knows = (known as readonly string[]).includes(who)
        expect(numbers.includes(filed.get(id) ?? ''), `${who} ${id}`).toBe(knows)
      }
      expect(numbers.includes(ended.caseNumber), who).toBe(
        (cases.plain[1] as readonly string[]).includes(who),
      )
      expect(new Set(numbers).size).toBe(numbers.length)
    }
  })

  it('ends with handing a case on, and never has one whose reader must keep out of it', async () => {
    const { caseNumber } = await file(world)
    const desk = await at(village)
    await moved(caseNumber, 'recused', { reason: '是我家的事' }, desk.member)
    expect(await desk.numbers()).not.toContain(caseNumber)
    const colleague = await at(village)
    expect(await colleague.numbers()).toContain(caseNumber)
    await moved(caseNumber, 'accepted', { subject: '滴水' }, colleague.member)
    await moved(caseNumber, 'escalated', { unit: 'qingshi-committee', reason: '谈不拢' }, colleague.member)
    expect(await colleague.numbers()).not.toContain(caseNumber)
    expect(await (await at('qingshi-committee')).numbers()).toContain(caseNumber)
  })

  it('is nobody’s who only keeps accounts', async () => {
    const admin = await at('shili-centre', 'admin')
    expect((await admin.get(deskPages.ledger.path)).status).toBe(404)
  })

  it('has no field and no list by person', async () => {
    await file(world)
    const html = await (await at(village)).page()
    expect([...html.matchAll(/<(?:select|input)[^>]*name="([^"]+)"/g)].map(([, name]) => name)).toEqual([
      ...['from', 'until', 'category', 'track', 'status', 'result', 'level', 'region', 'unit'],
      ...['colour', 'overdue', 'channel', 'sort'],
    ])
  })
})

describe('the filter', () => {
  it('leaves what it names, and says it in words', async () => {
    const old = world.time.now
    world.time.now = old - 40 * day
    const late = await file(world, { category: 'land', region: 'qingshi-songping' })
    world.time.now = old
    const fresh = await file(world)
    const failed = await file(world, { category: 'land' })
    await moveOn(world, failed, [
      ['accepted', { subject: '地界' }],
      ['mediating'],
      ['failed', { ways: ['none'], reason: '没有别的路' }],
    ])
    const spot = await recorded(world, rightSpot)
    const other = await file(world, { region: 'yunxi-zhulin', track: 'consult' })
    const centre = await at('shili-centre')
    const all = [late, fresh, failed, other].map(({ caseNumber }) => caseNumber)
    const names = new Map([
      ...all.map((number, index) => [number, ['late', 'fresh', 'failed', 'other'][index]] as const),
    ])
    const left = async (query: string) =>
      (await centre.numbers(query)).map((number) => names.get(number ?? '') ?? 'spot').sort()
    const today = dayOf(old)
    expect(await left('')).toEqual(['failed', 'fresh', 'late', 'other', 'spot'])
    const table: [string, string[]][] = [
      ['?category=land', ['failed', 'late']],
      [`?from=${today}&category=land`, ['failed']],
      [`?until=${dayOf(old - day)}`, ['late']],
      ['?track=consult', ['other']],
      ['?status=failed', ['failed']],
      ['?result=failed', ['failed']],
      ['?result=spot', ['spot']],
      ['?result=oral', ['spot']],
      ['?result=written', []],
      ['?level=village&region=qingshi', ['failed', 'fresh', 'late', 'spot']],
      ['?region=qingshi-songping', ['late']],
      ['?unit=yunxi-zhulin-committee', ['other']],
      ['?overdue=yes', ['late']],
      ['?colour=3', ['late']],
      ['?channel=visit', ['spot']],
      ['?channel=online&category=land', ['failed', 'late']],
      ['?sort=due', ['fresh', 'late', 'other']],
    ]
    for (const [query, expected] of table) expect(await left(query), query).toEqual(expected)
    expect(textOf(await centre.page(`?from=${today}&category=land&overdue=yes`))).toContain(
      `登记日期：${today} 起；类别：土地宅基地；期限：只看过期的`,
    )
    expect(spot).toBeDefined()
  })

  it('orders by filing, due day and change', async () => {
    const old = world.time.now
    const filed: string[] = []
    for (const back of [20, 12, 4]) {
      world.time.now = old - back * day
      filed.push((await file(world)).caseNumber)
    }
    world.time.now = old
    await moved(filed[1] ?? '', 'noted', { reason: '看过' })
    const desk = await at(village)
    expect(await desk.numbers()).toEqual(filed.toReversed())
    expect(textOf(await desk.page())).toContain('一共 3 件')
    // A print has the order of the screen, as far as it is one of filing.
    const printed = async (query: string) =>
      [
        ...(await (await desk.get(`${ledgerPaths.print}${query}`)).text()).matchAll(/<td>(\d{4}-\d+)<\/td>/g),
      ].map(([, number]) => number)
    expect(await printed('')).toEqual(filed.toReversed())
    expect(await printed('?sort=oldest')).toEqual(filed)
    expect(await printed('?sort=changed')).toEqual(filed)
    expect(await desk.numbers('?sort=oldest')).toEqual(filed)
    expect(await desk.numbers('?sort=due')).toEqual(filed)
    expect(await desk.numbers('?sort=changed')).toEqual([filed[1], filed[2], filed[0]])
  })

  it('answers values that cannot be with a sentence, and keeps what was typed', async () => {
    await file(world)
    const desk = await at(village)
    const table: [string, string][] = [
      ['?from=昨天', '“从哪天登记”请填一个日子'],
      ['?from=2026-11-20&until=2026-11-01', '“到哪天登记”比“从哪天登记”早'],
      ['?category=nothing', '“类别”里没有这一样'],
      // A unit that exists and is out of reach is as unknown as one that does not.
      ['?unit=shili-centre', '“承办单位”里没有这一样'],
      ['?unit=nowhere', '“承办单位”里没有这一样'],
      ['?sort=people', '没有这样的先后'],
      // Only open cases have a due day.
      ['?sort=due&status=settled', '“期限近的在前”只列在办的'],
      ['?sort=due&result=failed', '“期限近的在前”只列在办的'],
    ]
    for (const [query, sentence] of table) {
      const answer = await desk.get(`${deskPages.ledger.path}${query}`)
      const html = await answer.text()
      expect(answer.status, query).toBe(422)
      expect(html, query).toContain('<title>错误：台账')
      expect(textOf(html), query).toContain(sentence)
      expect(html, query).not.toMatch(/href="\/desk\/cases\/\d/)
    }
    expect(await desk.page('?from=昨天')).toContain('value="昨天"')
  })
})

it('shows what a paper ledger has: who handles a case, who answers for it, how it ended', async () => {
  const filed = await file(world)
  const desk = await at(village, 'lead', '周敏')
  await moved(filed.caseNumber, 'accepted', { subject: '屋檐滴水', people: 4 }, desk.member)
  await moved(filed.caseNumber, 'assigned', { staff: desk.member.id }, desk.member)
  await moved(filed.caseNumber, 'lead-named', { staff: desk.member.id, answerBy: '2026-12-10' }, desk.member)
  const text = textOf(await desk.page())
  for (const part of [
    '屋檐滴水',
    '涉及人数 4',
    '承办人 周敏',
    '包案领导 周敏',
    '包案期限 2026-12-10',
    '已受理',
  ])
    expect(text).toContain(part)
  await moveOn(world, filed, [['mediating'], ['settled']])
  const after = textOf(await desk.page())
  expect(after).toContain(`已达成协议`)
  expect(after).toContain(`结果日期 ${dayOf(world.time.now)}`)
})

describe('with 100,000 cases', () => {
  it('reads a bounded number of rows, wherever the page begins and whatever the filter', async () => {
    const numbers = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000)'
    const id = "printf('%032x', i)"
    await world.db.batch(
      [
        `INSERT INTO cases (id, number, track, category, region, status, level, unit, about, danger, filed_at, head_seq, head_hash, next_change_at, colour) SELECT ${id}, '2024-' || (1000000 + i), 'mediation', 'neighbour', 'qingshi-liuwan', 'filed', 'village', '${village}', 'none', 0, i, 1, 'x', NULL, 0 FROM n`,
        `INSERT INTO case_event SELECT ${id}, 1, 'filed', 'party:1', i, '${village}', '', '{"track":"mediation","category":"neighbour","region":"qingshi-liuwan","about":"none","danger":false}', '', NULL, '${'0'.repeat(64)}', '${'a'.repeat(64)}' FROM n`,
        ...[`unit:${village}`, 'below:qingshi', 'below:shili', 'at:shili', 'unit:shili-centre'].map(
          (scope) =>
            `INSERT INTO case_listing SELECT ${id}, '${scope}', 1, 9e12 + i, 0, '', i, NULL, NULL, 0, i, 0, '' FROM n`,
        ),
      ].map((sql) => world.db.prepare(sql.replace('SELECT', `${numbers} SELECT`))),
    )
    const centre = await at('shili-centre')
    const measure = async (query: string) => {
      world.counted.take()
      const html = await centre.page(query)
      const { rowsRead, statements } = world.counted.take()
      return { html, rowsRead, statements }
    }
    const next = (html: string) =>
      (/href="\/desk\/ledger(\?[^"]*after=[^"]*)"/.exec(html)?.[1] ?? '').replaceAll('&amp;', '&')
    const first = await measure('')
    const second = await measure(next(first.html))
    const deep = await measure('?after=40000-0')
    const none = await measure('?category=medical')
    console.warn(
      'ledger at 100,000 cases:',
      JSON.stringify({ first, second, deep, none }, (key, value) => (key === 'html' ? undefined : value)),
    )
    for (const page of [first, second, deep]) {
      expect(page.html.match(/href="\/desk\/cases\/2024/g)).toHaveLength(30)
      expect(page.rowsRead).toBeLessThanOrEqual(450)
    }
    // The session, the due cases, the saved views, keys and cases; nobody is named.
    expect(first.statements).toBeLessThanOrEqual(7)
    expect(none.html).toContain('前面没有，点下一页接着找')
    expect(none.rowsRead).toBeLessThanOrEqual(5000)
    // A list that has a first or a last day as well starts at its key, not at that day.
    const days = '?from=1970-01-01&until=1970-01-31'
    for (const sort of ['newest', 'oldest']) {
      const start = await measure(`${days}&sort=${sort}`)
      const later = await measure(`${days}&sort=${sort}&after=50000-0`)
      expect(later.html.match(/href="\/desk\/cases\/2024/g)).toHaveLength(30)
      expect(later.rowsRead, sort).toBeLessThanOrEqual(start.rowsRead + 10)
    }
    const due = await measure('?sort=due')
    const changed = await measure('?sort=changed')
    for (const page of [due, changed]) expect(page.rowsRead).toBeLessThanOrEqual(450)
  }, 120_000)
})
