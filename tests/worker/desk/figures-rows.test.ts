import { beforeAll, describe, expect, it } from 'vitest'
import { measureTable } from '#domain/figures/measures.ts'
import { shareTable } from '#domain/figures/shares.ts'
import type { MoveInput } from '#domain/moves/fields.ts'
import type { MoveKind } from '#domain/moves/table.ts'
import { agreementPath, deskPages } from '#domain/routes/desk.ts'
import type { SpotRecord } from '#domain/spot/record.ts'
import type { Role } from '#domain/staff/staff.ts'
import { createFigureVerify } from '#store/figures/verifying.ts'
import { recordSpot } from '../../../functions/desk/spot/record-spot.ts'
import { closeFigures } from '../../../functions/figures/close-figures.ts'
import { actingIn, actor } from '../../support/acting.ts'
import { emptied } from '../../support/figures.ts'
import { type HandCase, handRow } from '../../support/hand-count.ts'
import { eventsOf, staffAt } from '../../support/holder.ts'
import { type DeskWorld, makeDeskWorld, signInAs } from '../../support/staff.ts'
import { type Filed, twoSides } from '../../support/two-sides.ts'
import { file, postJson } from '../../support/world.ts'

/** April and May 2027 worked through; what each row of each table shows is counted from the table of cases below. */

const liuwan = 'qingshi-liuwan-committee'
const songping = 'qingshi-songping-committee'
const xiqiao = 'yunxi-xiqiao-committee'
const town = 'qingshi-committee'
const office = 'yunxi-office'
const county = 'shili-centre'

let world: DeskWorld
const { move: moveNumber, on } = actingIn(() => world)
const move = (unit: string, { caseNumber }: Pick<Filed, 'caseNumber'>, kind: MoveKind, input?: MoveInput) =>
  moveNumber(unit, caseNumber, kind, input)
const accept = (unit: string, filed: Filed, message?: string) =>
  move(unit, filed, 'accepted', { subject: '檐水', ...(message ? { message } : {}) })

const neighbour = { category: '邻里相邻', track: '申请调解', level: '村（社区）' }
const april: HandCase[] = [
  // Filed on the 1st, followed and accepted with words on the 2nd, settled on the 9th, reopened on the 26th by the town.
  {
    ...neighbour,
    ...{ place: '青石镇', answer: 1, end: 8 },
    has: ['received', 'followed', 'told', 'settled', 'ended in time', 'reopened'],
  },
  // Filed on the 1st, accepted without words on the 2nd, written to on the 6th, failed on the 20th.
  {
    ...neighbour,
    ...{ place: '青石镇', answer: 5, end: 19 },
    has: ['received', 'told', 'failed', 'ended in time'],
  },
  // Of another village: filed on the 1st, accepted with words on the 2nd, settled on the 22nd.
  {
    ...neighbour,
    ...{ place: '云溪镇', answer: 1, end: 21 },
    has: ['received', 'told', 'settled', 'ended in time'],
  },
  // Filed on the 6th, declined with words on the 7th.
  {
    ...neighbour,
    ...{ category: '借贷债务', place: '青石镇', answer: 1 },
    has: ['received', 'told', 'declined'],
  },
  // A tip without a name of the 8th; nobody does anything.
  {
    ...neighbour,
    ...{ category: '土地宅基地', track: '纠纷线索', place: '青石镇' },
    has: ['received', 'anonymous', 'not told'],
  },
  // A suggestion at an office of a town: filed on the 8th, accepted with words on the 9th, answered on the 18th.
  {
    ...{ category: '其他', track: '意见建议', level: '乡镇（街道）', place: '云溪镇', answer: 1, end: 10 },
    has: ['received', 'told', 'answered', 'ended in time'],
  },
  // Filed on the 2nd, its code used to approve the words for the other side; settled on the 12th by an agreement of the 10th;
  // of two items due by the 14th one has come.
  {
    ...neighbour,
    ...{ category: '房屋买卖租赁', place: '青石镇', end: 10 },
    has: [
      'received',
      'followed',
      'told',
      'settled',
      'settled late',
      'ended in time',
      'due',
      'due',
      'performed',
    ],
  },
  // Settled on the spot on 28 March, recorded on 15 April.
  { ...neighbour, place: '青石镇', has: ['received', 'received late', 'spot', 'settled', 'settled late'] },
]
const may: HandCase[] = [
  // Filed on the 6th, accepted with words on the 7th, settled on the 30th.
  {
    ...neighbour,
    ...{ place: '青石镇', answer: 1, end: 24 },
    has: ['received', 'told', 'settled', 'ended in time'],
  },
  // Reopened on 26 April, and not done again.
  { ...neighbour, place: '青石镇', has: ['not ended'] },
]

const spot: SpotRecord = {
  ...{ name: '王桂芳', otherName: '陈建国', category: 'neighbour', region: 'qingshi-liuwan' },
  ...{ subject: '檐水', narrative: '檐水', result: '装水槽', agreed: 'signed', on: '2027-03-28' },
}

const agreed = async () => {
  on('04-02')
  const sides = twoSides(world)
  const { filed } = await sides.invited({ category: 'housing', phone: '13800000007' })
  await sides.make(filed, 'mediating')
  on('04-12')
  const staff = await staffAt(world, liuwan)
  const seen = async () => String((await eventsOf(world, filed)).length)
  const item = (at: 1 | 2, what: string, due: string) => ({
    ...{ [`what${at}`]: what, [`by${at}`]: '2', [`to${at}`]: '1', [`due${at}`]: due },
  })
  const draft = {
    ...{ facts: '押金没有退。', how: '当面给。', mediators: staff.id, seen: await seen() },
    ...item(1, '退押金', '2027-04-13'),
    ...item(2, '还钥匙', '2027-04-14'),
  }
  expect((await staff.post(agreementPath(filed.caseNumber), draft)).status).toBe(303)
  const signed = { signed1: '2027-04-10', signed2: '2027-04-09', sealedOn: '2027-04-08' }
  const paper = { version: '1', form: 'written', sure: 'true', ...signed, seen: await seen() }
  expect((await staff.post(agreementPath(filed.caseNumber, 'conclude'), paper)).status).toBe(303)
  on('04-14')
  await sides.make(filed, 'item-received', { term: '1' })
}

beforeAll(async () => {
  world = makeDeskWorld('2027-04-01T10:00:00+08:00')
  await emptied(world)
  const one = await file(world, { phone: '13800000001' })
  const two = await file(world, { phone: '13800000002' })
  const three = await file(world, { phone: '13800000003', region: 'yunxi-xiqiao' })
  on('04-02')
  expect((await postJson(world, '/api/v1/cases/track', { trackingCode: one.trackingCode })).status).toBe(200)
  await accept(liuwan, one, '周六上午来谈，可以吗？')
  await accept(liuwan, two)
  await accept(xiqiao, three, '来谈')
  await agreed()
  on('04-06')
  await move(liuwan, two, 'mediating', { message: '周四来谈' })
  const four = await file(world, { phone: '13800000004', region: 'qingshi-songping', category: 'debt' })
  on('04-07')
  await move(songping, four, 'declined', { message: '请找法院', body: '法院' })
  on('04-08')
  await file(world, {
    ...{ track: 'tip', name: undefined, phone: undefined, anonymous: true, category: 'land' },
  })
  const six = await file(world, {
    ...{ phone: '13800000006', track: 'suggestion', category: 'other', region: 'yunxi' },
  })
  on('04-09')
  await accept(office, six, '收到了')
  await move(liuwan, one, 'mediating')
  await move(liuwan, one, 'settled', { message: '谈成了' })
  on('04-15')
  await recordSpot(world.ports, spot, 'spot:april', actor(liuwan))
  on('04-18')
  await move(office, six, 'handling')
  await move(office, six, 'answered', { message: '答复' })
  on('04-20')
  await move(liuwan, two, 'failed', { message: '没有谈拢。', ways: ['court'] })
  on('04-22')
  await move(xiqiao, three, 'mediating')
  await move(xiqiao, three, 'settled', { message: '谈成了' })
  on('04-26')
  await move(town, one, 'reopened', { reason: '又漏了' })
  on('05-06')
  const ten = await file(world, { phone: '13800000010' })
  on('05-07')
  await accept(liuwan, ten, '来谈')
  on('05-30')
  await move(liuwan, ten, 'mediating')
  await move(liuwan, ten, 'settled', { message: '谈成了' })
  on('07-02')
  while ((await closeFigures(world.ports)) > 0);
}, 90_000)

const get = async (unit: string, path: string, role: Role = 'handler') => {
  const { headers } = await signInAs(world, { unit, role })
  return world.desk(path, { headers })
}
const page = async (unit: string, by: string, period = '2027-04') =>
  (await (await get(unit, `${deskPages.figureRows.path}?by=${by}&period=${period}`)).text()).split(
    '<main',
  )[1] ?? ''
const text = (html: string) => html.replaceAll(/<[^>]+>/g, '').trim()
/** The rows of the tables of a page: results, other shares, first answers, ends; each by the name of its row. */
const tables = (html: string) => {
  const [results, shares, answers, ends] = html
    .split('<table')
    .slice(1)
    .map((table) =>
      Object.fromEntries(
        [...table.matchAll(/<th scope="row">(.*?)<\/th>(.*?)<\/tr>/gs)].map(([, name = '', cells = '']) => [
          name,
          [...cells.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell = '']) => text(cell)),
        ]),
      ),
    )
  return { results, shares, answers, ends }
}
type Key = 'category' | 'track' | 'level' | 'place'
/** The same tables, counted by hand. */
const counted = (cases: readonly HandCase[], key: Key) => {
  const rows = [...Map.groupBy(cases, (one) => one[key])].map(([name, own]) => [name, handRow(own)] as const)
  const of = (part: 'results' | 'shares' | 'answers' | 'ends') =>
    Object.fromEntries(rows.map(([name, row]) => [name, row[part]]))
  return { results: of('results'), shares: of('shares'), answers: of('answers'), ends: of('ends') }
}

describe.each<[string, readonly HandCase[]]>([
  ['2027-04', april],
  ['2027-05', may],
  ['2027-Q2', [...april, ...may]],
  ['2027', [...april, ...may]],
])('each row of %s is what was counted by hand', (period, cases) => {
  it.each<Key>(['category', 'track', 'level', 'place'])('by %s', async (key) => {
    expect(tables(await page(county, key, period))).toEqual(counted(cases, key))
  })
})

it('each unit reads its own rows and no others', async () => {
  const [inVillage, inTown, beside] = [
    await page(liuwan, 'category'),
    await page('qingshi-centre', 'place'),
    await page('nanping-centre', 'category'),
  ]
  const own = april.filter(
    ({ place, category, track }) => place === '青石镇' && category !== '借贷债务' && track !== '意见建议',
  )
  expect(tables(inVillage)).toEqual(counted(own, 'category'))
  expect(Object.keys(tables(inTown).results ?? {})).toEqual(['柳湾村', '松坪村'])
  expect(beside).toContain('这一期没有可数的。')
  for (const html of [inVillage, inTown]) expect(html).not.toContain('云溪镇')
})

it('rows stand in the order of the vocabulary, not of their figures, and say what they count', async () => {
  const html = await page(county, 'category')
  expect(Object.keys(tables(html).results ?? {})).toEqual([
    ...['邻里相邻', '土地宅基地', '借贷债务', '房屋买卖租赁', '其他'],
  ])
  for (const { definition } of [...Object.values(shareTable), measureTable.firstAnswer, measureTable.endDays])
    expect(html.split(definition)).toHaveLength(2)
  expect(html).toContain('这里不排名次')
  // Anything else in the address is the first kind.
  expect(await page(county, 'staff')).toBe(html)
})

it('what is entered after the period stands beside the row it is about, in a month of no cases too', async () => {
  const before = tables(await page(county, 'category', '2027-05'))
  on('07-03')
  await recordSpot(world.ports, { ...spot, on: '2027-05-20', category: 'family' }, 'spot:july', actor(xiqiao))
  on('07-04')
  while ((await closeFigures(world.ports)) > 0);
  const after = tables(await page(county, 'category', '2027-05'))
  const late = '（过后另有 1）'
  expect(after.results?.['婚姻家庭']?.slice(0, 2)).toEqual([`0${late}`, `没有可算的${late}`])
  const { 婚姻家庭: _, ...others } = after.results ?? {}
  expect(others).toEqual(before.results)
  expect(tables(await page(county, 'place', '2027-05')).results?.['云溪镇']?.[0]).toBe(`0${late}`)
  expect(tables(await page(county, 'track', '2027-05')).results?.['申请调解']?.[0]).toBe(`1${late}`)
  expect(await createFigureVerify(world.db, world.ports.keys)()).toEqual([])
})

it('the file has the shares and days of each row, and the page is for those who handle cases', async () => {
  const answer = await get(county, `${deskPages.figuresFile.path}?period=2027-04`)
  const lines = (await answer.text()).split('\r\n')
  for (const line of [
    '合计,,多少天有结果：九成的案件，不超过（天）,21,',
    '"哪方面的事，比例（%）",邻里相邻,调成率,75,',
    '"地方，比例（%）",云溪镇,没留姓名,0,',
    '办理渠道,申请调解,多少天第一次回话：一半的案件，不超过（天）,1,',
    '层级,乡镇（街道）,多少天有结果：一半的案件，不超过（天）,10,',
    '其中补登,房屋买卖租赁,达成协议,1,',
  ])
    expect(
      lines.filter((one) => one.replaceAll('"', '').startsWith(line.replaceAll('"', ''))),
      line,
    ).toHaveLength(1)
  expect((await get(county, deskPages.figureRows.path, 'admin')).status).toBe(404)
})

it('reads as many rows for a year as its closed parts have, however many years are older', async () => {
  const { headers } = await signInAs(world, { unit: county, role: 'lead' })
  const cost = async (period: string) => {
    world.counted.take()
    await world.desk(`${deskPages.figureRows.path}?by=category&period=${period}`, { headers })
    return world.counted.take()
  }
  const first = await cost('2027')
  console.warn(
    'rows of figures, a year:',
    JSON.stringify(first),
    'a month:',
    JSON.stringify(await cost('2027-04')),
  )
  expect(first.statements).toBeLessThanOrEqual(12)
  await world.db
    .prepare(
      `WITH RECURSIVE i(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM i WHERE n < 50) INSERT INTO figure (period, dim, unit, about, measure, key, value, n) SELECT '20' || (i.n + 30) || '-Q1', f.dim, f.unit, f.about, f.measure, f.key, f.value + i.n, 1 FROM figure f, i WHERE f.period = '2027-Q2' AND f.measure IN ('firstAnswer', 'endDays')`,
    )
    .run()
  // The end of a range is seen at the row behind it, where there is one.
  expect((await cost('2027')).rowsRead).toBeLessThanOrEqual(first.rowsRead + 2)
})
