import { beforeAll, describe, expect, it } from 'vitest'
import { logLife, sweepRows } from '#domain/basics/bounds.ts'
import { makeTrackingCode } from '#domain/filing/tracking-code.ts'
import type { Cost } from '../../support/counted-d1.ts'
import { makeDeskWorld, signInAs } from '../../support/staff.ts'
import {
  cookieOf,
  file,
  makeWorld,
  postForm,
  postJson,
  rightFiling,
  type World,
} from '../../support/world.ts'

/** Rows read and written, as counted by D1: they must not grow with the table. */

let world: World
beforeAll(() => {
  world = makeWorld()
})

/** Fills the tables as filings do, without sealing: cases, two events, keys, indexes, receipts. */
const fill = async (count: number): Promise<void> => {
  const numbers = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})`
  const id = "'fill-' || i"
  await world.db.batch(
    [
      `INSERT INTO cases SELECT ${id}, '2025-' || (1000000 + i), 'mediation', 'neighbour', 'qingshi-liuwan', 'filed', 'village', 'qingshi-liuwan-committee', 'none', 0, NULL, NULL, i, 1, 'x', i, 0, NULL, 0 FROM n`,
      `INSERT INTO case_code SELECT 'hash-' || i, ${id}, 1, 1, 0, 0, NULL FROM n`,
      `INSERT INTO case_event SELECT ${id}, 1, 'filed', 'party:1', i, 'u', '', '{}', '', NULL, '${'0'.repeat(64)}', '${'a'.repeat(64)}' FROM n`,
      `INSERT INTO case_key SELECT ${id}, 'party:1', x'00', 1 FROM n`,
      `INSERT INTO blind_index SELECT 'phone', 'hash-' || i, ${id}, 'party:1' FROM n`,
      `INSERT INTO post_receipt SELECT 'key-' || i, 'b', ${id}, NULL, 9e15 FROM n`,
      `INSERT INTO case_listing SELECT ${id}, 'unit:qingshi-liuwan-committee', 1, 1e13 + i, 0, '', i, NULL, NULL, 0, i, 0, '' FROM n`,
      `INSERT INTO case_listing SELECT ${id}, 'below:qingshi', 1, 1e13 + i, 0, '', i, NULL, NULL, 0, i, 0, '' FROM n`,
      `INSERT INTO case_listing SELECT ${id}, 'below:shili', 1, 1e13 + i, 0, '', i, NULL, NULL, 0, i, 0, '' FROM n`,
    ].map((insert) => world.db.prepare(insert.replace('SELECT', `${numbers} SELECT`))),
  )
}

const measure = async (work: () => Promise<unknown>) => {
  world.counted.take()
  await work()
  return world.counted.take()
}

const costs = async () => {
  const headers = () => ({ 'idempotency-key': crypto.randomUUID() })
  let code = ''
  const filing = await measure(async () => {
    const answer = await postJson(world, '/api/v1/cases', rightFiling, headers())
    code = ((await answer.json()) as { trackingCode: string }).trackingCode
  })
  let cookie = ''
  const firstOpening = await measure(async () => {
    cookie = cookieOf(await postForm(world, '/track/open', { trackingCode: code }))
  })
  const opening = await measure(() => postForm(world, '/track/open', { trackingCode: code }))
  const viewing = await measure(() => world.request('/track/case', { headers: { cookie } }))
  const unknown = await measure(() =>
    postForm(world, '/track/open', { trackingCode: makeTrackingCode(world.ports.random) }),
  )
  const byProgram = await measure(() => postJson(world, '/api/v1/cases/track', { trackingCode: code }))
  const writing = await measure(() =>
    postJson(world, '/api/v1/cases/messages', { trackingCode: code, text: '还有一句。' }, headers()),
  )
  const leaving = await measure(() => postForm(world, '/track/leave', {}, { cookie }))
  return { filing, firstOpening, opening, viewing, byProgram, unknown, writing, leaving }
}

describe('the cost with 10 and with 100,000 cases', () => {
  it('of filing and following is one round trip each, of the first following two, and rows do not grow', async () => {
    // The very first round also creates lasting rows: the year's counter and the guess marks.
    await costs()
    await fill(10)
    const few = await costs()
    for (const table of ['cases', 'case_event'])
      await world.db.prepare(`DROP TRIGGER ${table}_no_delete`).run()
    await world.db.batch(
      ['cases', 'case_event', 'case_key', 'blind_index', 'post_receipt', 'case_code', 'case_listing'].map(
        (table) => world.db.prepare(`DELETE FROM ${table}`),
      ),
    )
    await fill(100_000)
    // As before, there is a case already that counts as the same: a count that becomes 0 is a row that goes and comes back.
    await costs()
    const many = await costs()

    console.warn('rows at 10 cases:', JSON.stringify(few))
    console.warn('rows at 100,000 cases:', JSON.stringify(many))

    const shape = ({ roundTrips, statements }: Cost) => [roundTrips, statements]
    // Case, receipt, code, keys, history, person, lists.
    expect(shape(few.filing)).toEqual([1, 7])
    // Code and case, history, key, ratings, marks; then the single write of the first following.
    expect(shape(few.firstOpening)).toEqual([2, 6])
    expect(shape(few.opening)).toEqual([1, 5])
    expect(shape(few.viewing)).toEqual([1, 4])
    expect(shape(few.byProgram)).toEqual([1, 5])
    expect(shape(few.unknown)).toEqual([2, 9])
    // Following; then history, receipt, case and lists.
    expect(shape(few.writing)).toEqual([2, 10])
    expect(shape(few.leaving)).toEqual([1, 1])
    for (const step of Object.keys(few) as (keyof typeof few)[]) {
      expect(many[step], step).toEqual(few[step])
      // A filing and a message write rows of three lists, each with its indexes and with what triggers count of it.
      const lists = step === 'filing' || step === 'writing'
      expect(many[step].rowsRead, step).toBeLessThanOrEqual(step === 'writing' ? 100 : lists ? 40 : 20)
      expect(many[step].rowsWritten, step).toBeLessThanOrEqual(lists ? 60 : 6)
    }
  }, 120_000)
})

it('of one sweep by the scheduler is a bounded number of rows', async () => {
  const small = makeWorld()
  const { now } = small.time
  const old = now - logLife - 1
  const upTo = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${sweepRows + 5})`
  for (const insert of [
    "INSERT INTO post_receipt %n SELECT 'old-' || i, 'b', 'c', NULL, 5 FROM n",
    "INSERT INTO guess_mark %n SELECT 'old-' || i, 1, 5 FROM n",
    `INSERT INTO read_log %n SELECT 'c', 'old-' || i, ${old}, 's', 'u', 'open' FROM n`,
    `INSERT INTO read_log VALUES ('c', 'young', ${now}, 's', 'u', 'open')`,
  ])
    await small.db.prepare(insert.replace('%n', upTo)).run()
  const left = async () => {
    const counts = []
    for (const [table, key] of [
      ['post_receipt', 'key_hash'],
      ['guess_mark', 'key'],
      ['read_log', 'id'],
    ])
      counts.push(
        (
          await small.db
            .prepare(`SELECT count(*) AS n FROM ${table} WHERE ${key} LIKE 'old-%' OR ${key} = 'young'`)
            .first<{ n: number }>()
        )?.n,
      )
    return counts
  }
  await small.ports.store.sweep(now)
  expect(await left()).toEqual([5, 5, 6])
  await small.ports.store.sweep(now)
  expect(await left()).toEqual([0, 0, 1])
})

it('of a move over HTTP is one read of the case and one batch', async () => {
  const desk = makeDeskWorld()
  const { caseNumber } = await file(desk)
  const { headers } = await signInAs(desk, { unit: 'qingshi-liuwan-committee', role: 'handler' })
  const post = (kind: string, fields: Record<string, string>) =>
    desk.desk(`/desk/cases/${caseNumber}/${kind}`, {
      method: 'POST',
      body: new URLSearchParams(fields).toString(),
      headers: {
        ...headers,
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'same-origin',
      },
    })
  const costs = []
  for (const [kind, fields] of [
    ['accepted', { seen: '2', subject: '屋檐滴水', message: '收到了' }],
    ['noted', { seen: '4', reason: '去看过了' }],
  ] as const) {
    desk.counted.take()
    expect((await post(kind, fields)).status).toBe(303)
    costs.push(desk.counted.take())
  }
  console.warn('a move over HTTP:', JSON.stringify(costs))
  // Session and member, the case (three reads), the batch that appends.
  for (const { roundTrips, batches } of costs) expect([roundTrips, batches]).toEqual([4, 2])
  // A step that is told to its holder has its row in the outbox as well.
  expect(costs.map(({ statements }) => statements)).toEqual([10, 9])
})

it('of 今天 is one round trip for all its lists and counts', async () => {
  const desk = makeDeskWorld()
  // Without the cases of other tests, whose clocks would turn first.
  await desk.db.prepare('UPDATE cases SET next_change_at = NULL').run()
  await desk.db.prepare('DELETE FROM case_listing').run()
  await file(desk)
  const { headers } = await signInAs(desk, { unit: 'qingshi-liuwan-committee', role: 'lead' })
  desk.counted.take()
  expect((await desk.desk('/desk/', { headers })).status).toBe(200)
  const { roundTrips, statements } = desk.counted.take()
  // Session and member, cases whose clocks turned; at once the lists, what is late below, what ratings ask for and the
  // meetings of today; who has the cases.
  expect(roundTrips).toBe(8)
  // One list for each thing that can wait, the withdrawals that nobody has to do anything about included; that somebody
  // wants to talk is one, since nothing else tells the mediator; an answer to be published is three, written, approved here,
  // approved above.
  expect(statements).toBeLessThanOrEqual(47)
})
