import { beforeEach, describe, expect, it } from 'vitest'
import { day } from '#domain/basics/bounds.ts'
import type { Day } from '#domain/basics/time.ts'
import type { MoveInput } from '#domain/moves/fields.ts'
import type { MoveKind } from '#domain/moves/table.ts'
import type { SpotRecord } from '#domain/spot/record.ts'
import { createFigureVerify } from '#store/figures/verifying.ts'
import { recordSpot } from '../../../functions/desk/spot/record-spot.ts'
import { closeFigures } from '../../../functions/figures/close-figures.ts'
import { actingIn, actor } from '../../support/acting.ts'
import { emptied } from '../../support/figures.ts'
import { type DeskWorld, makeDeskWorld, signInAs } from '../../support/staff.ts'
import { file } from '../../support/world.ts'

/** Days of the figures close once, in order, whole, and can be rebuilt. */

const village = 'qingshi-liuwan-committee'
let world: DeskWorld
beforeEach(async () => {
  world = makeDeskWorld('2027-12-27T10:00:00+08:00')
  await emptied(world)
})

const acting = actingIn(() => world)
const move = (number: string, kind: MoveKind, input: MoveInput = {}, unit = village) =>
  acting.move(unit, number, kind, input)
const close = (most?: { cases: number; days: number }) => closeFigures(world.ports, most)
const closedDays = () => world.ports.store.closedDays()
const rows = async (period: string) =>
  (
    await world.db
      .prepare("SELECT measure, value, n FROM figure WHERE period = ? AND dim = 'all' ORDER BY 1, 2")
      .bind(period)
      .all<{ measure: string; value: number; n: number }>()
  ).results.map(({ measure, value, n }) => `${measure}${value ? ` @${value}` : ''} ${n}`)
const faults = () => createFigureVerify(world.db, world.ports.keys)()
const tomorrow = () => {
  world.time.now += day
}

it('nothing is closed without a case, nor a day that is not over', async () => {
  expect(await close()).toBe(0)
  await file(world)
  expect(await close()).toBe(0)
  tomorrow()
  expect(await close()).toBe(1)
  expect(await close()).toBe(0)
  expect(await rows('2027-12-27')).toEqual(['received 1'])
})

it('a scheduler that slept catches up day by day, over the end of a year and of February', async () => {
  const { caseNumber } = await file(world)
  tomorrow()
  await move(caseNumber, 'accepted', { subject: '檐水', message: '周六来谈' })
  world.time.now = Date.parse('2028-03-02T10:00:00+08:00')
  const runs: number[] = []
  for (let count = await close(); count > 0; count = await close()) runs.push(count)
  expect(runs).toEqual([10, 10, 10, 10, 10, 10, 6])
  expect(await closedDays()).toEqual({ first: '2027-12-27', last: '2028-03-01' })
  const closed = await world.db
    .prepare("SELECT kind, period FROM figure_closed WHERE kind NOT IN ('day', 'late') ORDER BY 1, 2")
    .all<{ period: string }>()
  expect(closed.results.map(({ period }) => period)).toEqual([
    ...['2027-12', '2028-01', '2028-02', '2027-Q4', '2027'],
  ])
  expect(await rows('2027-12-28')).toEqual(['accepted 1', 'firstAnswer @1 1', 'tellKept 1'])
  for (const period of ['2027-12', '2027-Q4', '2027'])
    expect(await rows(period), period).toEqual(['accepted 1', 'firstAnswer @1 1', 'received 1', 'tellKept 1'])
  // Thirty days from the acceptance on nobody had done anything.
  expect(await rows('2028-01-28')).toEqual(['endPassed 1', 'overdue 1'])
  expect(await rows('2028-01')).toEqual(['endPassed 1', 'overdue 1'])
  expect(await faults()).toEqual([])
})

it('the order and the size of the runs change no row', async () => {
  const all = async () =>
    (
      await world.db
        .prepare('SELECT * FROM figure ORDER BY period, dim, unit, about, measure, key, value')
        .all()
    ).results
  const work = async () => {
    const { caseNumber } = await file(world)
    tomorrow()
    await move(caseNumber, 'declined', { message: '请找法院', body: '法院' })
    world.time.now += 5 * day
  }
  await work()
  while ((await close({ cases: 1, days: 1 })) > 0);
  const single = await all()
  world.time.now = Date.parse('2028-12-26T10:00:00+08:00')
  await emptied(world)
  world.time.now = Date.parse('2027-12-27T10:00:00+08:00')
  await work()
  expect(await close()).toBe(6)
  expect(await all()).toEqual(single)
})

it('two runs at once store a day once', async () => {
  await file(world)
  tomorrow()
  const closed = await Promise.all([close(), close()])
  expect(closed.sort()).toEqual([0, 1])
  expect(await rows('2027-12-27')).toEqual(['received 1'])
})

it('a fault on the way leaves nothing of the day; the next run has it', async () => {
  await file(world)
  tomorrow()
  let calls = 0
  world.counted.before.call = () => {
    calls += 1
    if (calls === 6) throw new Error('away')
  }
  expect(await close()).toBe(0)
  expect(await rows('2027-12-27')).toEqual([])
  expect(world.logged).toContainEqual({ event: 'figures', kind: 'Error' })
  world.counted.before.call = () => {}
  expect(await close()).toBe(1)
})

describe('what is entered later', () => {
  it('counts on the day of its entry, and beside the day it is about; the closed day stays', async () => {
    await file(world)
    tomorrow()
    await close()
    const before = await rows('2027-12-27')
    const on: Day = '2027-12-27'
    // A record on the spot of yesterday, as the page of the desk writes it.
    const record: SpotRecord = {
      ...({ name: '王桂芳', otherName: '陈建国', category: 'neighbour', region: 'qingshi-liuwan' } as const),
      ...({ subject: '檐水', narrative: '檐水', result: '装水槽', agreed: 'signed', on } as const),
    }
    await recordSpot(world.ports, record, 'spot:1', actor(village))
    tomorrow()
    await close()
    expect(await rows('2027-12-27')).toEqual(before)
    expect(await rows('2027-12-28')).toEqual([
      ...Array.from({ length: 3 }, () => 'late @20271227 1'),
      ...['persons 2', 'received 1', 'settled 1', 'spot 1'],
    ])
    const query = { ...reach, periods: [on], from: on, to: on }
    const { own: sums } = await world.ports.store.figures(query, { periods: [] }, () => 'here')
    const of = (dim: 'all' | 'category' | 'track', id: string) =>
      (['received', 'settled', 'spot'] as const).map((measure) => ({ dim, id, measure, n: 1 }))
    expect(sums.later).toEqual([
      ...of('all', 'here'),
      ...of('category', 'neighbour'),
      ...of('track', 'mediation'),
    ])
    expect(sums.places.find(({ measure }) => measure === 'received')?.n).toBe(1)
    expect(await faults()).toEqual([])
    // The rows of the day of entry have it under category and track, without a day once they are part of a month.
    const entered = async (period: string) =>
      (
        await world.db
          .prepare("SELECT dim, key, value FROM figure WHERE period = ? AND measure = 'late' ORDER BY 1, 2")
          .bind(period)
          .all<{ dim: string; key: string; value: number }>()
      ).results.map(({ dim, key, value }) => `${dim} ${key} ${value}`)
    const expected = (value: number) =>
      ['all ', 'category neighbour ', 'track mediation '].flatMap((under) =>
        ['received', 'settled', 'spot'].map((measure) => `${under}${measure} ${value}`),
      )
    expect(await entered('2027-12-28')).toEqual(expected(20271227))
    world.time.now = Date.parse('2028-01-02T10:00:00+08:00')
    await close()
    expect(await entered('2027-12')).toEqual(expected(0))
  })
})

const reach = { units: [village], abouts: ['none' as const] }

it('an early sign is raised once, judged after 28 days, and stands on the page with its false alarms', async () => {
  const on = (date: string) => {
    world.time.now = Date.parse(`${date}T10:00:00+08:00`)
  }
  const closeAll = async () => {
    while ((await close()) > 0);
  }
  await file(world)
  // Before twelve weeks and four have been counted there is no sign.
  on('2028-03-01')
  for (let count = 0; count < 6; count += 1) await file(world, { category: 'labour', track: 'consult' })
  on('2028-05-01')
  for (let count = 0; count < 4; count += 1) await file(world, { category: 'land' })
  on('2028-05-03')
  for (let count = 0; count < 2; count += 1) await file(world, { category: 'land' })
  // About people who handle cases: in no sign.
  for (let count = 0; count < 6; count += 1) await file(world, { category: 'welfare', about: 'town-staff' })
  on('2028-05-04')
  await file(world, { category: 'land' })
  on('2028-06-01')
  await closeAll()
  const signs = async () =>
    (
      await world.db
        .prepare(
          "SELECT period, unit, key, measure, value FROM figure WHERE measure LIKE 'sign%' AND length(period) = 10 ORDER BY 1",
        )
        .all<Record<string, unknown>>()
    ).results.map((row) => Object.values(row).join(' '))
  expect(await signs()).toEqual([
    `2028-05-03 ${village} land sign 6`,
    `2028-05-31 ${village} land signFaded 0`,
  ])
  const page = async () => {
    const { headers } = await signInAs(world, { unit: village, role: 'lead' })
    return (await world.desk('/desk/figures', { headers })).text()
  }
  expect(await page()).toContain('最近 28 天没有。')
  on('2028-07-02')
  await closeAll()
  expect(await page()).toContain('已经看得出结果的 1 个，落空 1 个（100%）')
  expect(await faults()).toEqual([])
}, 60_000)

describe('verification', () => {
  const untrigger = async () => {
    for (const name of ['figure_no_update', 'figure_no_delete', 'figure_open'])
      await world.db.prepare(`DROP TRIGGER IF EXISTS ${name}`).run()
  }
  const closedCase = async () => {
    const { caseNumber } = await file(world)
    tomorrow()
    await move(caseNumber, 'accepted', { subject: '檐水' })
    await move(caseNumber, 'mediating')
    tomorrow()
    await move(caseNumber, 'settled', { message: '谈成了' })
    world.time.now = Date.parse('2028-01-02T10:00:00+08:00')
    await close()
  }

  it('takes days that were closed before late entries were counted by category and track, and no later ones', async () => {
    await file(world)
    tomorrow()
    const record: SpotRecord = {
      ...({ name: '王桂芳', otherName: '陈建国', category: 'neighbour', region: 'qingshi-liuwan' } as const),
      ...({
        subject: '檐水',
        narrative: '檐水',
        result: '装水槽',
        agreed: 'signed',
        on: '2027-12-27',
      } as const),
    }
    await recordSpot(world.ports, record, 'spot:2', actor(village))
    tomorrow()
    await close()
    const names = ['figure_no_delete', 'figure_closed_no_delete', 'figure_closed_no_update'] as const
    const { results } = await world.db
      .prepare('SELECT name, sql FROM sqlite_master WHERE name IN (?, ?, ?)')
      .bind(...names)
      .all<{ name: string; sql: string }>()
    for (const name of names) await world.db.prepare(`DROP TRIGGER ${name}`).run()
    // As the days were left before: six rows fewer on the second, and no mark.
    const run = (sql: string) => world.db.prepare(sql).run()
    await run("DELETE FROM figure WHERE measure = 'late' AND dim <> 'all'")
    await run("UPDATE figure_closed SET rows = rows - 6 WHERE period = '2027-12-28'")
    expect(await faults()).toEqual([
      { caseId: '', what: expect.stringContaining('figure 2027-12-28: category') },
    ])
    await run("DELETE FROM figure_closed WHERE kind = 'late'")
    expect(await faults()).toEqual([])
    for (const { sql } of results) await run(sql)
    tomorrow()
    await close()
    expect(await faults()).toEqual([])
    const mark = "SELECT period FROM figure_closed WHERE kind = 'late'"
    expect(await world.db.prepare(mark).first('period')).toBe('2027-12-29')
  })

  it.each([
    [
      'a changed number',
      "UPDATE figure SET n = 9 WHERE period = '2027-12-29' AND measure = 'settled' AND dim = 'all'",
      'figure 2027-12-29: all',
    ],
    [
      'a row that is gone',
      "DELETE FROM figure WHERE period = '2027-12-27' AND dim = 'track'",
      'figure 2027-12-27: track',
    ],
    [
      'a row too many',
      "INSERT INTO figure SELECT '2027-12-30', dim, unit, about, measure, key, value, n FROM figure WHERE period = '2027-12-29' AND measure = 'settled'",
      'figure 2027-12-30: all',
    ],
    [
      'a longer period that is not the sum of its parts',
      "UPDATE figure SET n = n + 1 WHERE period = '2027-Q4' AND measure = 'received' AND dim = 'all'",
      'figure 2027-Q4: all',
    ],
  ])('finds %s', async (_, sql, found) => {
    await closedCase()
    expect(await faults()).toEqual([])
    await untrigger()
    await world.db.prepare(sql).run()
    expect((await faults()).map(({ what }) => what).join()).toContain(found)
  })
})

it('a day costs the same however many cases are older', async () => {
  const cost = async () => {
    await file(world)
    tomorrow()
    world.counted.take()
    expect(await close()).toBe(1)
    return world.counted.take()
  }
  await cost()
  const first = await cost()
  for (let count = 0; count < 30; count += 1) await file(world)
  tomorrow()
  await close()
  const later = await cost()
  expect(later.statements).toBe(first.statements)
  expect(later.rowsRead).toBeLessThan(first.rowsRead + 200)
})
