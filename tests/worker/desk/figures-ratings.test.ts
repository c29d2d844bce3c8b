import { beforeAll, expect, it } from 'vitest'
import { deskPages } from '#domain/routes/desk.ts'
import { createRatingVerify } from '#store/ratings/verifying.ts'
import { closeFigures } from '../../../functions/figures/close-figures.ts'
import { closeRatings } from '../../../functions/figures/close-ratings.ts'
import { despite, emptied } from '../../support/figures.ts'
import { drawing, ended, good, low, rate } from '../../support/rating.ts'
import { type DeskWorld, makeDeskWorld, signInAs } from '../../support/staff.ts'

/**
 * Satisfaction of the third quarter of 2028, counted by hand: everybody below was asked when their case ended, in the month
 * named, and thirty days later, when nobody answered.
 *
 * | desk | matter | asked | answered: solved, not | month |
 * |---|---|---|---|---|
 * | 柳湾村 | 邻里相邻 | 12 | 10, 1 | July |
 * | 柳湾村 | 借贷债务 | 10 | 10, 0 | July |
 * | 柳湾村 | 土地宅基地 | 5 | 0, 3: too few, so they stay with 借贷债务 | July |
 * | 溪桥村 | 邻里相邻 | 10 | 10, 0 | August |
 * | 松坪村 | 邻里相邻 | 4 | 4, 0: too few, alone in their town | August |
 */

const [liuwan, xiqiao, county] = [
  'qingshi-liuwan-committee',
  'yunxi-xiqiao-committee',
  'shili-centre',
] as const
let world: DeskWorld

const asked = async (count: number, solved: number, not: number, filing: Record<string, unknown>) => {
  for (let index = 0; index < count; index += 1) {
    const one = await ended(world, filing)
    const answer = index < solved ? good : low
    if (index < solved + not) expect((await rate(drawing(world, false), one, answer)).status).toBe(201)
  }
}

beforeAll(async () => {
  world = makeDeskWorld('2028-07-10T10:00:00+08:00')
  await emptied(world)
  await world.db.prepare('UPDATE rating_start SET at = 0').run()
  await asked(12, 10, 1, { category: 'neighbour' })
  await asked(10, 10, 0, { category: 'debt' })
  await asked(5, 0, 3, { category: 'land' })
  world.time.now = Date.parse('2028-08-10T10:00:00+08:00')
  await asked(10, 10, 0, { category: 'neighbour', region: 'yunxi-xiqiao' })
  await asked(4, 4, 0, { category: 'neighbour', region: 'qingshi-songping' })
  world.time.now = Date.parse('2028-11-08T10:00:00+08:00')
  while ((await closeFigures(world.ports)) > 0);
}, 120_000)

const get = async (unit: string, path: string) => {
  const { headers } = await signInAs(world, { unit, role: 'handler' })
  return (await world.desk(path, { headers })).text()
}
const text = (html: string) => html.replaceAll(/<[^>]+>/g, '').trim()
const rows = async (unit: string, by: string, period = '2028-Q3') => {
  const html = await get(unit, `${deskPages.figureRows.path}?by=${by}&period=${period}`)
  const [, table = ''] = html.split('：满意度</caption>')
  return Object.fromEntries(
    [...table.matchAll(/<th scope="row">(.*?)<\/th>(.*?)<\/tr>/gs)].map(([, name = '', cells = '']) => [
      name.split('，')[0],
      [...cells.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell = '']) => text(cell)),
    ]),
  )
}

it('is not there until the quarter is final, and the page says so', async () => {
  world.time.now = Date.parse('2028-11-06T23:00:00+08:00')
  while (await closeRatings(world.ports));
  expect(await rows(county, 'category')).toEqual({})
  expect(await get(county, `${deskPages.figureRows.path}?period=2028-Q3`)).toContain(
    '没有人答，或者不到 10 份：邻里相邻、土地宅基地、借贷债务。',
  )
  expect(await get(county, `${deskPages.figureRows.path}?period=2028`)).toContain(
    '这一期有 2 个季度还没有出数',
  )
  world.time.now = Date.parse('2028-11-08T10:00:00+08:00')
  while (await closeRatings(world.ports));
  expect(await get(county, `${deskPages.figureRows.path}?period=2028`)).toContain(
    '这一期有 1 个季度还没有出数',
  )
})

const neighbours = ['22', '95%（21／22）', '95%（20／21）', '0%（0／21）', '5%（1／21）', '4.8']
const ofLiuwan = ['27', '89%（24／27）', '83%（20／24）', '0%（0／24）', '17%（4／24）', '4.3']
const ofXiqiao = ['10', '100%（10／10）', '100%（10／10）', '0%（0／10）', '0%（0／10）', '5.0']
const all = ['37', '92%（34／37）', '88%（30／34）', '0%（0／34）', '12%（4／34）', '4.5']

it.each(['2028-Q3', '2028'])('stands by category, track, level and town of %s', async (period) => {
  // Debts and land cannot be told apart: they are in the total alone. The four of 松坪村 are nowhere.
  expect(await rows(county, 'category', period)).toEqual({
    ...{ 邻里相邻: neighbours, 合计: all },
  })
  expect(await rows(county, 'track', period)).toEqual({ 申请调解: all, 合计: all })
  expect(await rows(county, 'level', period)).toEqual({ '村（社区）': all, 合计: all })
  expect(await rows(county, 'place', period)).toEqual({ 青石镇: ofLiuwan, 云溪镇: ofXiqiao, 合计: all })
})

it('stands by month where a month has ten answers', async () => {
  expect(await rows(county, 'place', '2028-07')).toEqual({ 青石镇: ofLiuwan, 合计: ofLiuwan })
  expect(await rows(county, 'place', '2028-08')).toEqual({ 云溪镇: ofXiqiao, 合计: ofXiqiao })
  expect(await rows(county, 'category', '2028-08')).toMatchObject({ 邻里相邻: ofXiqiao, 合计: ofXiqiao })
  expect(await rows(county, 'track', '2028-09')).toEqual({})
})

it('each unit reads the answers of its own desks', async () => {
  expect((await rows(liuwan, 'place'))['合计']).toEqual(ofLiuwan)
  expect((await rows(xiqiao, 'category'))['邻里相邻']).toEqual(ofXiqiao)
  expect(await rows('qingshi-centre', 'place')).toEqual({ 柳湾村: ofLiuwan, 合计: ofLiuwan })
  for (const unit of [
    'qingshi-songping-committee',
    'qingshi-liuwan-1-grid',
    'nanping-centre',
    'shili-petition',
  ])
    expect(await rows(unit, 'category'), unit).toEqual({})
})

it('the whole stands on the page of figures, and the rows in the file', async () => {
  expect(text(await get(county, `${deskPages.figures.path}?period=2028-Q3`))).toContain(
    '请评 37 件，答了 34 份，解决了 30，解决了一部分 0，没有解决 4。',
  )
  const lines = (await get(county, `${deskPages.figuresFile.path}?period=2028-Q3`)).split('\r\n')
  const has = (line: string) => lines.filter((one) => one.replaceAll('"', '').startsWith(line))
  for (const line of ['哪方面的事,邻里相邻,满意度：请评,22,', '地方,云溪镇,满意度：待人，五分平均,5.0,'])
    expect(has(line), line).toHaveLength(1)
  expect(has('哪方面的事,借贷债务,满意度')).toEqual([])
})

it('the database holds no group of fewer than ten answers, and none is changed', async () => {
  const { results } = await world.db
    .prepare("SELECT area, groups FROM rating_group WHERE quarter = '2028-3'")
    .all<{ area: string; groups: string }>()
  expect(results.map(({ area }) => area).sort()).toEqual(['qingshi', 'shili', 'yunxi'])
  for (const { groups } of results)
    for (const { answered } of JSON.parse(groups) as { answered: number }[])
      expect(answered).toBeGreaterThanOrEqual(10)
  const touch = "UPDATE rating_group SET groups = '[]' WHERE quarter = '2028-3'"
  await expect(world.db.prepare(touch).run()).rejects.toThrow('E_APPEND_ONLY')
  expect(await createRatingVerify(world.db)()).toEqual([])
})

it('quarters whose sums were counted before there were groups get them, and keep their sums', async () => {
  const { db } = world
  const sums = async () =>
    (await db.prepare('SELECT * FROM rating_quarter ORDER BY quarter, unit').all()).results
  const groups = async () =>
    (await db.prepare("SELECT * FROM rating_group WHERE quarter = '2028-3' ORDER BY area").all()).results
  const [before, grouped] = [await sums(), await groups()]
  await despite(world, 'rating_group_no_delete', db.prepare('DELETE FROM rating_group'))
  expect((await createRatingVerify(db)()).map(({ what }) => what)).toContain('rating_group 2028-3 qingshi')
  while (await closeRatings(world.ports));
  expect(await sums()).toEqual(before)
  expect(await groups()).toEqual(grouped)
})

it('reads a row a quarter and town, however many answered', async () => {
  const cost = async (units: string[]) => {
    world.counted.take()
    await world.ports.store.ratingGroups({ units, quarters: ['2028-1', '2028-2', '2028-3', '2028-4'] })
    return world.counted.take()
  }
  const { statements, rowsRead } = await cost([liuwan, xiqiao, county])
  expect(statements).toBe(1)
  expect(rowsRead).toBeLessThan(60)
})
