import { beforeAll, describe, expect, it } from 'vitest'
import { measureTable } from '#domain/figures/measures.ts'
import { shareTable } from '#domain/figures/shares.ts'
import { deskPages } from '#domain/routes/desk.ts'
import type { SpotRecord } from '#domain/spot/record.ts'
import type { Role } from '#domain/staff/staff.ts'
import { createFigureVerify } from '#store/figures/verifying.ts'
import { recordSpot } from '../../../functions/desk/spot/record-spot.ts'
import { closeFigures } from '../../../functions/figures/close-figures.ts'
import { closeRatings } from '../../../functions/figures/close-ratings.ts'
import { actingIn, actor } from '../../support/acting.ts'
import { emptied } from '../../support/figures.ts'
import { drawing, ended, good, rate } from '../../support/rating.ts'
import { type DeskWorld, makeDeskWorld, signInAs } from '../../support/staff.ts'
import { file, postJson } from '../../support/world.ts'

/**
 * March 2027 worked through and counted by hand, as each unit reads it on the page.
 *
 * | case | at | what happened |
 * |---|---|---|
 * | A | village | filed 1, followed 3, accepted 2 with words, settled 12 with words, reopened 25 by the town |
 * | B | village | filed 3, declined 4 with words |
 * | C | village | anonymous tip of Friday 5; three working days end with the 10th; nobody does anything |
 * | D | town | about a cadre of the village: filed 8, accepted 9 without words |
 * | E | county | in danger: filed 9 at the centre |
 * | F | village | filed 10, accepted 11 without words, failed 20 with words |
 * | G | village | B's telephone files again on 15 |
 * | H | village | recorded on the spot on 30, signed by both on 28 February |
 */

const village = 'qingshi-liuwan-committee'
const town = 'qingshi-committee'
const office = 'qingshi-office'
const townCentre = 'qingshi-centre'
const county = 'shili-centre'

let world: DeskWorld

const { move, on } = actingIn(() => world)

const spot: SpotRecord = {
  ...{ name: '王桂芳', otherName: '陈建国', category: 'neighbour', region: 'qingshi-liuwan' },
  ...{ subject: '檐水', narrative: '檐水', result: '装水槽', agreed: 'signed', on: '2027-02-28' },
}

beforeAll(async () => {
  world = makeDeskWorld('2027-03-01T10:00:00+08:00')
  await emptied(world)
  const a = await file(world, { phone: '13800000001' })
  on('03-02')
  await move(village, a.caseNumber, 'accepted', { subject: '檐水', message: '周六上午来谈，可以吗？' })
  on('03-03')
  expect((await postJson(world, '/api/v1/cases/track', { trackingCode: a.trackingCode })).status).toBe(200)
  const b = await file(world, { phone: '13800000002', category: 'debt' })
  on('03-04')
  await move(village, b.caseNumber, 'declined', { message: '请找法院', body: '法院' })
  on('03-05')
  await file(world, { track: 'tip', name: undefined, phone: undefined, anonymous: true, category: 'land' })
  on('03-08')
  const d = await file(world, { phone: '13800000004', about: 'village-cadre', category: 'village-affairs' })
  on('03-09')
  await move(townCentre, d.caseNumber, 'accepted', { subject: '账目' }).catch(() =>
    move(town, d.caseNumber, 'accepted', { subject: '账目' }),
  )
  await file(world, { phone: '13800000005', danger: true, contact: { mayCall: true }, category: 'family' })
  on('03-10')
  const f = await file(world, { phone: '13800000006' })
  on('03-11')
  await move(village, f.caseNumber, 'accepted', { subject: '院墙', people: 5 })
  on('03-12')
  await move(village, a.caseNumber, 'mediating')
  await move(village, a.caseNumber, 'settled', { message: '谈成了' })
  on('03-15')
  await file(world, { phone: '13800000002', category: 'debt' })
  on('03-20')
  await move(village, f.caseNumber, 'mediating')
  await move(village, f.caseNumber, 'failed', { message: '没有谈拢。', ways: ['court'] })
  on('03-25')
  await move(town, a.caseNumber, 'reopened', { reason: '又漏了' })
  on('03-30')
  await recordSpot(world.ports, spot, 'spot:march', actor(village))
  on('04-01')
  while ((await closeFigures(world.ports)) > 0);
}, 60_000)

const page = async (unit: string, query = '?period=2027-03', role: Role = 'handler') => {
  const { headers } = await signInAs(world, { unit, role })
  const answer = await world.desk(`${deskPages.figures.path}${query}`, { headers })
  return { status: answer.status, html: (await answer.text()).split('<main')[1] ?? '' }
}

const text = (html: string) =>
  html
    .replaceAll(/<svg.*?<\/svg>/gs, '')
    .replaceAll(/<[^>]+>/g, '')
    .trim()
/** The first cell of the row whose name and definition are given. */
const cell = (html: string, { name, definition }: { name: string; definition: string }) => {
  const row = html.split('<tr>').find((one) => text(one).startsWith(`${name}${definition}`))
  return text(/<td data-l="这一期">(.*?)(<p|<\/td>)/s.exec(row ?? '')?.[1] ?? '')
}
const counted = (html: string) =>
  Object.fromEntries(
    Object.entries(measureTable)
      .map(([id, row]) => [id, cell(html, row)])
      .filter(([, value]) => value && value !== '0' && !/^0 /.test(value ?? '')),
  )
/** A row of a table by category, track, level or place: its first numbers. */
const line = (html: string, name: string) => {
  const row = html
    .split('<tr>')
    .find((one) => text(one.split('</th>')[0] ?? '') === name && !one.includes('scope="col"'))
  return [...(row ?? '').matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, one = '']) => text(one))
}

const ofVillage = {
  ...{
    received: '6（其中补登 1）',
    spot: '1（其中补登 1）',
    anonymous: '1',
    followed: '1',
    accepted: '2',
    declined: '1',
    refiled: '1',
  },
  // A, B and F were told in time. C passed on the 11th, G on the 19th.
  ...{ tellKept: '3', tellPassed: '2', overdue: '2' },
  // A on the 12th, H on the spot.
  ...{ settled: '2（其中补登 1）', failed: '1', reopened: '1', endKept: '2' },
  // One who filed A, five of F, two of H.
  persons: '8 人',
}

describe('the worked month', () => {
  it('is what was counted by hand, for the village', async () => {
    const { html } = await page(village)
    expect(counted(html)).toEqual(ofVillage)
  })

  it('has the shares, the middles and what stands beside the settle rate', async () => {
    const { html } = await page(village)
    const share = (id: keyof typeof shareTable) => cell(html, shareTable[id])
    expect(share('settled')).toBe('67%（2／3）')
    expect(share('tell')).toBe('60%（3／5）')
    expect(share('end')).toBe('100%（2／2）')
    expect(share('performed')).toBe('没有可算的')
    expect(share('anonymous')).toBe('17%（1／6）')
    // A and B after a day; F after ten.
    expect(share('answeredSoon')).toBe('40%（2／5）')
    expect(text(html)).toContain('旁边看：撤回 0，对方不愿谈 0，不予受理 1，重新办理 1。')
    expect(html).toContain('<td data-l="一半的案件，不超过">1 天</td>')
    // A after eleven days, F after ten.
    expect(html).toContain('<td data-l="九成的案件，不超过">11 天</td>')
  })

  it('has the middles and shares of the table above', async () => {
    const { html } = await page(village)
    const middles = (name: string) => {
      const row = html.split('<tr>').find((one) => text(one).startsWith(name)) ?? ''
      return ['一半', '九成'].map((half) =>
        text(new RegExp(`<td data-l="${half}的案件，不超过">(.*?)</td>`).exec(row)?.[1] ?? ''),
      )
    }
    // To the first words of staff: A and B one day, F ten. To the end: A eleven, F ten.
    expect(middles(measureTable.firstAnswer.name)).toEqual(['1 天', '10 天'])
    expect(middles(measureTable.endDays.name)).toEqual(['10 天', '11 天'])
    // Of A, B, C, F, G and H only C has no name, and only A's code came back.
    expect(cell(html, shareTable.anonymous)).toBe('17%（1／6）')
    expect(cell(html, shareTable.followed)).toBe('17%（1／6）')
  })

  it('by category and track: received, accepted, declined, settled, answered, failed', async () => {
    const { html } = await page(village)
    const late = '（其中补登 1）'
    expect(line(html, '邻里相邻').slice(0, 6)).toEqual([`3${late}`, '2', '0', `2${late}`, '0', '1'])
    expect(line(html, '借贷债务').slice(0, 3)).toEqual(['2', '0', '1'])
    expect(line(html, '土地宅基地').slice(0, 3)).toEqual(['1', '0', '0'])
    expect(line(html, '纠纷线索').slice(0, 3)).toEqual(['1', '0', '0'])
  })

  it('who sees more counts more, and nobody a case they must not know of', async () => {
    // The town's committee sees below; the case about the cadre is on its desk or on the centre's.
    const received = async (unit: string) => counted((await page(unit)).html)['received']?.replace(/（.*/, '')
    expect(await received(village)).toBe('6')
    expect(await received(townCentre)).toBe('7')
    expect(await received(county)).toBe('8')
    // A unit beside, and a grid of the village, have their own desk only.
    for (const unit of [
      'qingshi-songping-committee',
      'qingshi-liuwan-1-grid',
      'yunxi-centre',
      'shili-petition',
    ])
      expect(await received(unit), unit).toBeUndefined()
    const hidden = (await page(village)).html
    expect(line(hidden, '村务集体')).toEqual([])
    expect(line((await page(townCentre)).html, '村务集体')[0]).toBe('1')
    // Danger is a case of the county like any other.
    expect(line((await page(county)).html, '婚姻家庭')[0]).toBe('1')
    expect((await page(county)).html).not.toContain('危险')
  })

  it('of the county: towns and levels', async () => {
    const { html } = await page(county)
    expect(line(html, '青石镇')[0]).toBe('7（其中补登 1）')
    expect(line(html, '示例县')[0]).toBe('1')
    expect(line(html, '村（社区）')[0]).toBe('6（其中补登 1）')
    expect(line(html, '县（区）')[0]).toBe('1')
  })

  it('what was entered later stands beside the month it is about', async () => {
    const { html } = await page(village, '?period=2027-02')
    // February was over before the first case: it has no page of its own.
    expect(html).toContain('2027 年 3 月')
    const { own: sums } = await world.ports.store.figures(
      { units: [village], abouts: ['none'], periods: [], from: '2027-02-01', to: '2027-02-28' },
      { periods: [] },
      () => 'here',
    )
    expect(sums.later.flatMap(({ dim, measure, n }) => (dim === 'all' ? [[measure, n]] : []))).toEqual([
      ['received', 1],
      ['settled', 1],
      ['spot', 1],
    ])
  })

  it('the quarter has the same, its towns are not ranked below twenty cases', async () => {
    const { html } = await page(county, '?period=2027-Q1')
    expect(counted(html)['received']).toBe('8（其中补登 1）')
    expect(html).toContain('够件数、能排的乡镇不到两个，不排。')
    expect((await page(townCentre, '?period=2027-Q1')).html).not.toContain('三三制')
  })

  it('is rebuilt from the histories', async () => {
    expect(await createFigureVerify(world.db, world.ports.keys)()).toEqual([])
  })

  it('reads the periods it shows and no others', async () => {
    const { headers } = await signInAs(world, { unit: county, role: 'lead' })
    const cost = async () => {
      world.counted.take()
      await world.desk(`${deskPages.figures.path}?period=2027-03`, { headers })
      return world.counted.take()
    }
    const first = await cost()
    console.warn('figures of a month:', JSON.stringify(first))
    expect(first.statements).toBeLessThanOrEqual(12)
    expect(first.rowsRead).toBeLessThan(3000)
    // Five more years, of which each month has a hundred times as many rows.
    const key = (alias: string) =>
      `${alias}.dim, ${alias}.unit, ${alias}.about, ${alias}.measure, ${alias}.key`
    await world.db
      .prepare(
        `WITH RECURSIVE i(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM i WHERE n < 100), m(p) AS (SELECT '20' || (n + 30) || '-0' || (1 + n % 9) FROM i WHERE n <= 60) INSERT INTO figure (period, dim, unit, about, measure, key, value, n) SELECT m.p, ${key('f')}, i.n, 1 FROM figure f, i, m WHERE f.period = '2027-03' AND f.dim = 'all' AND f.measure = 'firstAnswer' GROUP BY 1, 2, 3, 4, 5, 6, 7`,
      )
      .run()
    expect((await cost()).rowsRead).toBe(first.rowsRead)
  })

  it('the file has every number of the page, and is for those who handle cases', async () => {
    const { headers } = await signInAs(world, { unit: village, role: 'handler' })
    const answer = await world.desk(`${deskPages.figuresFile.path}?period=2027-03`, { headers })
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    const file = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await answer.arrayBuffer())
    expect(file.startsWith('\uFEFF2027 年 3 月\r\n')).toBe(true)
    expect(file).toContain('合计,,收到,6')
    expect(file).toContain('哪方面的事,借贷债务,不予受理,1')
    const { headers: admin } = await signInAs(world, { unit: county, role: 'admin' })
    for (const path of [deskPages.figures.path, deskPages.figuresFile.path])
      expect((await world.desk(path, { headers: admin })).status).toBe(404)
  })
})

it('satisfaction is the answers of those asked, of a quarter that is final', async () => {
  world.time.now = Date.parse('2028-07-20T10:00:00+08:00')
  await emptied(world)
  await world.db.prepare('UPDATE rating_start SET at = 0').run()
  const all = []
  for (let count = 0; count < 12; count += 1) all.push(await ended(world))
  for (const one of all.slice(0, 11)) expect((await rate(drawing(world, false), one, good)).status).toBe(201)
  world.time.now = Date.parse('2028-11-08T10:00:00+08:00')
  while ((await closeFigures(world.ports)) > 0);
  const said = async () => text((await page(village, '?period=2028-Q3')).html.split('满意度')[1] ?? '')
  expect(await said()).toContain('：没有可以显示的。这一期有 1 个季度还没有出数：季度结束 37 天以后才出。')
  while (await closeRatings(world.ports));
  // Twelve were asked thirty days later too, when nobody answered: they are in neither number.
  expect(await said()).toContain('：请评 12 件，答了 11 份，解决了 11，解决了一部分 0，没有解决 0。')
}, 60_000)

it('before the first day is closed the page says so', async () => {
  await emptied(world)
  const { html } = await page(office)
  expect(html).toContain('还没有数字')
})
