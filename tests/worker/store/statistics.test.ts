import { afterEach, describe, expect, it } from 'vitest'
import type { MoveInput } from '#domain/moves/fields.ts'
import type { MoveKind } from '#domain/moves/table.ts'
import { statisticsPage } from '#domain/routes/site.ts'
import { county } from '#generated/county.ts'
import { moveCase } from '../../../functions/desk/moves/move-case.ts'
import { publishQuarters } from '../../../functions/statistics/publish-quarters.ts'
import { file, makeWorld, type World } from '../../support/world.ts'

/** The published figures: what is counted, what is left out, and that they never change. */

const village = 'qingshi-liuwan-committee'
const by = (unit: string) => ({ id: unit, username: unit, name: unit, unit, role: 'lead' }) as const

const move = async (world: World, number: string, kind: MoveKind, input: MoveInput = {}, unit = village) =>
  expect(await moveCase(world.ports, { number, kind, by: by(unit), input }), kind).toMatchObject({ ok: true })

const filed = async (world: World, count: number, changes: Record<string, unknown> = {}) => {
  const numbers: string[] = []
  for (let index = 0; index < count; index += 1)
    numbers.push((await file(world, { ...changes, narrative: `屋檐滴水，第 ${index + 1} 回` })).caseNumber)
  return numbers
}

const settle = async (world: World, numbers: string[]) => {
  for (const number of numbers) {
    await move(world, number, 'accepted', { subject: '檐水' })
    await move(world, number, 'mediating')
    await move(world, number, 'settled', { message: '谈成了' })
  }
}

const publishOn = async (world: World, at: string) => {
  world.time.now = Date.parse(at)
  await publishQuarters(world.ports)
}

const shownAt = async (world: World, quarter = '') =>
  (await (await world.request(`${statisticsPage.path}?quarter=${quarter}`)).text()).replaceAll(
    /<svg.*?<\/svg>/g,
    '',
  )
/** The figures of a line of the page. */
const line = (html: string, name: string): number[] | undefined =>
  html
    .split('<tr>')
    .find((row) => row.includes(`<th scope="row">${name}<`))
    ?.match(/(?<=<td class="number" data-l="[^"]*">\s*)\d+/g)
    ?.map(Number)

// Each test has its own years: what is published stays in the database.
afterEach(() => {
  county.clearedPetitions.splice(0)
})

describe('a quarter', () => {
  it('is published once it has ended, rounded, without petitions and without what its desk must not know of', async () => {
    const world = makeWorld('2027-02-02T10:00:00+08:00')
    const numbers = await filed(world, 13)
    await settle(world, numbers.slice(0, 8))
    await move(world, numbers[8] ?? '', 'accepted', { subject: '檐水' })
    await move(world, numbers[8] ?? '', 'mediating')
    await move(world, numbers[8] ?? '', 'failed', { message: '没谈成', ways: ['court'] })
    await filed(world, 6, { category: 'land', region: 'yunxi-xiqiao' })
    await filed(world, 4, { category: 'land', about: 'village-cadre' })
    await filed(world, 6, { track: 'complaint' })
    await filed(world, 2, { track: 'suggestion' })
    // A person in danger starts at the county, like any case of the county.
    await filed(world, 3, { danger: true, contact: { mayCall: true, mayText: false } })

    await publishOn(world, '2027-04-01T00:05:00+08:00')
    expect(await shownAt(world)).toContain('现在还没有')
    await publishOn(world, '2027-04-01T00:10:00+08:00')
    const html = await shownAt(world)
    expect(html).toContain('2027 年第 1 季度')
    // 13 and 3 neighbours, 8 settled of 9; 6 about land.
    expect(line(html, '邻里相邻')).toEqual([15, 10, 10])
    expect(line(html, '土地宅基地')).toEqual([5, 0, 0])
    expect(line(html, '青石镇')).toEqual([15, 10, 10])
    expect(line(html, '云溪镇')).toEqual([5, 0, 0])
    expect(line(html, '县里各单位')).toEqual([5, 0, 0])
    expect(line(html, '全县')).toEqual([20, 10, 10])
    expect(html).not.toContain('信访</h2>')
    county.clearedPetitions.push('2027-1')
    const cleared = await shownAt(world)
    expect(cleared).toContain('信访</h2>')
    // The tables of the rest are the same as before.
    expect(cleared.split('信访</h2>')[0]).toContain(
      html.slice(html.indexOf('<table'), html.lastIndexOf('</table>')),
    )
    expect(line(cleared.split('信访</h2>')[1] ?? '', '邻里相邻')).toEqual([10, 0, 0])

    // Whatever happens later, the quarter stays; what ended is counted in the quarter of its end.
    await move(world, numbers[0] ?? '', 'reopened', { reason: '又漏了' })
    await settle(world, numbers.slice(9, 12))
    county.clearedPetitions.splice(0)
    await publishOn(world, '2027-06-30T10:00:00+08:00')
    expect(await shownAt(world)).toBe(html)
    await publishOn(world, '2027-07-01T00:10:00+08:00')
    expect(line(await shownAt(world, '2027-2'), '邻里相邻')).toEqual([0, 5, 5])
    expect(line(await shownAt(world, '2027-1'), '邻里相邻')).toEqual([15, 10, 10])
    expect(await shownAt(world, '1999-9')).toBe(await shownAt(world))
  })

  it('that was missed is caught up on in order, at most two years back', async () => {
    const world = makeWorld('2030-05-01T10:00:00+08:00')
    for (let run = 0; run < 12; run += 1) await publishQuarters(world.ports)
    const { results } = await world.db
      .prepare("SELECT quarter FROM statistics_quarter WHERE quarter > '2027-2' ORDER BY quarter")
      .all<{ quarter: string }>()
    expect(results.map(({ quarter }) => quarter)).toEqual([
      ...['2028-2', '2028-3', '2028-4', '2029-1', '2029-2', '2029-3', '2029-4', '2030-1'],
    ])
  })
})

it('all of it is there as CSV, for spreadsheets', async () => {
  const world = makeWorld('2030-05-01T10:00:00+08:00')
  const answer = await world.request(statisticsPage.csv)
  expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await answer.arrayBuffer())
  expect(text.startsWith('\uFEFF季度,范围,表,项目,收到,有了结果,其中调解成功\r\n')).toBe(true)
  expect(text).toContain('2027 年第 1 季度,调解、咨询和线索,按事情,邻里相邻,15,10,10\r\n')
  expect(text).not.toContain('信访')
  expect((await world.request('/statistics')).headers.get('location')).toBe(statisticsPage.path)
})

it('a page reads the published rows and no case; what is published takes no change', async () => {
  const world = makeWorld('2030-05-01T10:00:00+08:00')
  world.counted.take()
  await shownAt(world)
  const cost = world.counted.take()
  expect(cost).toMatchObject({ roundTrips: 1, statements: 2, rowsWritten: 0 })
  // A box counts no rows.
  expect([0, 12]).toContain(cost.rowsRead)
  for (const sql of [
    "UPDATE statistics_quarter SET disputes = '{}'",
    'DELETE FROM statistics_quarter',
    "INSERT INTO statistics_quarter VALUES ('2028-1', '{}', '{}', 0)",
    "INSERT OR REPLACE INTO statistics_quarter SELECT * FROM statistics_quarter WHERE quarter = '2030-1'",
  ])
    await expect(world.db.prepare(sql).run(), sql).rejects.toThrow(/E_APPEND_ONLY/)
})

it('a failure is logged by its kind and stops nothing', async () => {
  const world = makeWorld('2031-05-01T10:00:00+08:00')
  world.counted.before.call = () => {
    throw new TypeError('gone')
  }
  await publishQuarters(world.ports)
  expect(world.logged).toEqual([{ event: 'statistics', kind: 'Error' }])
})
