import { beforeAll, describe, expect, it } from 'vitest'
import { api } from '#domain/routes/site.ts'
import { createAnchorVerify } from '#store/anchors/verifying.ts'
import { closeDays } from '../../../functions/anchors/close-days.ts'
import { file, makeWorld, postJson, type World } from '../../support/world.ts'

/** The rows of published roots: what cannot be done to them, and what a day and a check cost. */

const day = 86_400_000
let world: World
beforeAll(async () => {
  world = makeWorld()
  await closeDays(world.ports)
})

it('roots take no change, no removal, no replacement and no earlier day', async () => {
  const root = 'a'.repeat(64)
  for (const sql of [
    `INSERT INTO anchor_day (day, root) VALUES ('2000-11-01', '${root}')`,
    `INSERT OR REPLACE INTO anchor_day (day, root) SELECT day, '${root}' FROM anchor_day`,
    `UPDATE anchor_day SET root = '${root}'`,
    'DELETE FROM anchor_day',
    "INSERT INTO anchor_day (day, root) VALUES ('2100-11-01', 'short')",
  ])
    await expect(world.db.prepare(sql).run(), sql).rejects.toThrow(/E_APPEND_ONLY/)
})

/** Cases of two events, without sealing. Their ids spread evenly over the first digits, so that each run has as many. */
const fill = async (count: number) => {
  const numbers = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})`
  const ids = "SELECT id, '2025-' || (1000000 + rowid) AS number FROM fill"
  const event = (seq: number, kind: string) =>
    `INSERT INTO case_event SELECT id, ${seq}, '${kind}', 'party:1', ${world.time.now}, 'u', '', '{}', '', NULL, '${(seq === 1 ? '0' : 'a').repeat(64)}', '${'a'.repeat(64)}' FROM fill`
  const id = "substr('0123456789abcdef', i % 16 + 1, 1) || substr(lower(hex(randomblob(16))), 2)"
  for (const sql of [
    'CREATE TABLE fill (id text)',
    `${numbers} INSERT INTO fill SELECT ${id} FROM n`,
    `INSERT INTO cases SELECT id, number, 'mediation', 'neighbour', 'qingshi-liuwan', 'filed', 'village', 'qingshi-liuwan-committee', 'none', 0, NULL, NULL, 1, 2, 'x', NULL, 0, NULL, 0 FROM (${ids})`,
    event(1, 'filed'),
    event(2, 'party'),
  ])
    await world.db.prepare(sql).run()
}

const measure = async (work: () => Promise<unknown>) => {
  world.counted.take()
  const began = performance.now()
  await work()
  return { ...world.counted.take(), ms: Math.round(performance.now() - began) }
}

describe('the cost', () => {
  it('of a check does not grow with the table; a day reads each case once, a bounded number a run', async () => {
    const { trackingCode } = await file(world)
    world.time.now += day
    const fewRuns = await measure(() => closeDays(world.ports))
    const prove = async () => {
      const answer = await postJson(world, api.proof, { trackingCode })
      expect(((await answer.json()) as { state: string }).state).toBe('locked')
    }
    // The first use of a code is written down.
    await prove()
    const few = await measure(prove)
    await fill(20_000)
    world.time.now += day
    const runs = []
    const roots = async () =>
      (await world.db.prepare('SELECT count(*) AS n FROM anchor_day').all<{ n: number }>()).results[0]?.n
    const before = await roots()
    while ((await roots()) === before && runs.length < 20)
      runs.push(await measure(() => closeDays(world.ports, 4_000)))
    const many = await measure(prove)

    // Three hundred days on: a root a day, and the parts of the last one.
    const days = Array.from({ length: 300 }, (_, later) => world.day(later + 1))
    const insert = world.db.prepare('INSERT INTO anchor_day (day, root) VALUES (?, ?)')
    expect(await createAnchorVerify(world.db, world.ports.keys)()).toEqual([])
    await world.db.batch(days.map((one) => insert.bind(one, 'a'.repeat(64))))
    await world.db.prepare('UPDATE anchor_part SET day = ?').bind(world.day(300)).run()
    const later = await measure(() => postJson(world, api.proof, { trackingCode }))

    console.warn('closing, 1 case:', JSON.stringify(fewRuns))
    console.warn('closing, 20,000 cases, by run:', JSON.stringify(runs))
    console.warn(
      'proof, 1 and 20,000 cases, after 300 days:',
      ...[few, many, later].map((one) => JSON.stringify(one)),
    )

    expect(world.logged).toEqual([])
    // Following: code, history, key, ratings, marks; then the root, the two parts and the history.
    for (const { roundTrips, statements, rowsRead } of [few, many, later]) {
      expect([roundTrips, statements]).toEqual([2, 8])
      expect(rowsRead).toBeLessThanOrEqual(25)
    }
    // Of each digit its cases, its leaves of the last day and its parts; the last day, the parts that are done, the end.
    expect(fewRuns.statements).toBeLessThanOrEqual(60)
    expect(runs).toHaveLength(4)
    for (const { rowsRead, rowsWritten, statements } of runs) {
      expect(statements).toBeLessThanOrEqual(40)
      expect(rowsRead).toBeLessThanOrEqual(4 * 6_500)
      expect(rowsWritten).toBeLessThanOrEqual(700)
    }
  }, 240_000)
})
