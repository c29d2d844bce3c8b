import { beforeAll, describe, expect, it } from 'vitest'
import { makeTrackingCode } from '../../functions/domain/tracking-code.ts'
import { cookieOf, file, makeWorld, postForm, postJson, rightFiling, type World } from '../support/world.ts'

/** Rows read and written, as D1 counts them: they must not grow with the table. */

let world: World
beforeAll(() => {
  world = makeWorld()
})

/** Fills the tables as filings leave them, without sealing: cases, two events, keys, indexes, receipts. */
const fill = async (count: number): Promise<void> => {
  const numbers = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})`
  const id = "'fill-' || i"
  await world.db.batch(
    [
      `INSERT INTO cases SELECT ${id}, '2025-' || (1000000 + i), 'hash-' || i, 1, 'mediation', 'neighbour', 'qingshi-liuwan', 'filed', 'village', 'qingshi-liuwan-committee', 'none', 0, NULL, i, 1, 'x', i, NULL, 0, NULL, NULL, NULL FROM n`,
      `INSERT INTO case_event SELECT ${id}, 1, 'filed', 'party:1', i, 'u', '{}', '', NULL, '${'0'.repeat(64)}', '${'a'.repeat(64)}' FROM n`,
      `INSERT INTO case_key SELECT ${id}, 'party:1', x'00', 1 FROM n`,
      `INSERT INTO blind_index SELECT 'phone', 'hash-' || i, ${id}, 'party:1' FROM n`,
      `INSERT INTO filing_receipt SELECT 'key-' || i, 'b', ${id}, NULL, 9e15 FROM n`,
      `INSERT INTO case_listing SELECT ${id}, 'unit:qingshi-liuwan-committee', 1, 1e13 + i, 0, '', i, NULL FROM n`,
      `INSERT INTO case_listing SELECT ${id}, 'below:qingshi', 1, 1e13 + i, 0, '', i, NULL FROM n`,
      `INSERT INTO case_listing SELECT ${id}, 'below:shili', 1, 1e13 + i, 0, '', i, NULL FROM n`,
      `INSERT INTO outbox SELECT ${id}, 1, 'filed', i FROM n`,
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
  return { filing, firstOpening, opening, viewing, unknown }
}

describe('with 10 cases and with 100,000', () => {
  it('filing is one batch and following at most two statements besides the guess mark; rows do not grow', async () => {
    // The very first round also makes rows that are there ever after: the year's counter, the guess marks.
    await costs()
    await fill(10)
    const few = await costs()
    await world.db.batch(
      ['cases', 'case_key', 'blind_index', 'filing_receipt', 'outbox', 'case_listing'].map((table) =>
        world.db.prepare(`DELETE FROM ${table}`),
      ),
    )
    await world.db.prepare('DROP TRIGGER case_event_no_delete').run()
    await world.db.prepare('DELETE FROM case_event').run()
    await fill(100_000)
    const many = await costs()

    console.warn('rows at 10 cases:', JSON.stringify(few))
    console.warn('rows at 100,000 cases:', JSON.stringify(many))

    expect(few.filing.batches).toBe(1)
    expect(few.viewing.statements).toBe(2)
    // The guess mark, the look-up, and the one write of the very first time.
    expect(few.firstOpening.statements).toBe(3)
    expect(few.opening.statements).toBe(2)
    for (const step of ['filing', 'firstOpening', 'opening', 'viewing', 'unknown'] as const) {
      expect(many[step], step).toEqual(few[step])
      expect(many[step].rowsRead, step).toBeLessThanOrEqual(20)
      // A filing writes its rows of three lists, each with its indexes.
      expect(many[step].rowsWritten, step).toBeLessThanOrEqual(step === 'filing' ? 50 : 4)
    }
  }, 120_000)
})

it('a filing sweeps what is past its life, a bounded number of rows at a time', async () => {
  const small = makeWorld()
  await small.db.prepare('DELETE FROM filing_receipt').run()
  const old = Array.from({ length: 25 }, (_, index) =>
    small.db
      .prepare('INSERT INTO filing_receipt VALUES (?, ?, ?, NULL, ?)')
      .bind(`old-${index}`, 'b', 'c', 5),
  )
  await small.db.batch(old)
  const left = async () =>
    (
      await small.db
        .prepare("SELECT count(*) AS n FROM filing_receipt WHERE key_hash LIKE 'old-%'")
        .first<{ n: number }>()
    )?.n
  await file(small)
  expect(await left()).toBe(5)
  await file(small)
  expect(await left()).toBe(0)
})
